import EDTF

/// One change, in the words that every list of changes uses: page, feed and command.
package struct ChangeRow: Sendable, Hashable {
  package enum Subject: String, Sendable, Hashable {
    case page, source, fact, statement, prose
  }

  package let subject: Subject
  /// The page that it is about; nil for sources and for the home page.
  package let page: SiteChanges.PageName?
  /// The source's key and title.
  package let source: SiteChanges.SourceChange?
  /// What became of it: `new`, `altered`, `corrected`, `withdrawn`, `renamed` …
  package let kind: String
  /// The fact's key and name, the statement's speaker; empty for others.
  package let label: String
  package let was: SiteChanges.Claim?
  package let now: SiteChanges.Claim?
  /// What else there is to say, as a sentence part; empty where there is nothing.
  package let detail: String
  /// The statement's id.
  package let id: String?

  init(
    _ subject: Subject, _ page: SiteChanges.PageName?, _ kind: String, label: String = "",
    was: SiteChanges.Claim? = nil, now: SiteChanges.Claim? = nil, detail: String = "",
    source: SiteChanges.SourceChange? = nil, id: String? = nil
  ) {
    self.subject = subject
    self.page = page
    self.kind = kind
    self.label = label
    self.was = was
    self.now = now
    self.detail = detail
    self.source = source
    self.id = id
  }
}

extension SiteChanges {
  /// All changes: pages, sources, facts, statements, prose. O(changes).
  package var rows: [ChangeRow] {
    var rows = pages.map { change -> ChangeRow in
      switch change.kind {
      case .new: ChangeRow(.page, change.page, "new")
      case .removed: ChangeRow(.page, change.page, "removed")
      case .renamed(let from):
        ChangeRow(.page, change.page, "renamed", detail: "was “\(from.slug)”")
      case .merged(let from):
        ChangeRow(.page, change.page, "merged", detail: "took in “\(from.slug)”")
      case .retitled(let from):
        ChangeRow(.page, change.page, "retitled", detail: "was “\(from)”")
      }
    }
    rows += sources.map { ChangeRow(.source, nil, $0.kind.rawValue, source: $0) }
    rows += claims.map(Self.row)
    rows += statements.map { change in
      var detail = ""
      var kind = "new"
      switch change.kind {
      case .new: break
      case .withdrawn: kind = "withdrawn"
      case .altered(let new, let gone, let other):
        kind = "altered"
        detail = Self.list([
          (new, "rendering new", "renderings new"), (gone, "gone", "gone"),
          (other, "with other sources", "with other sources"),
        ])
      }
      return ChangeRow(
        .statement, change.page, kind, label: change.speaker, detail: detail, id: change.id)
    }
    rows += prose.map {
      ChangeRow(
        .prose, $0.page, "changed",
        detail: Self.list([($0.new, "sentence new", "sentences new"), ($0.gone, "gone", "gone")]))
    }
    return rows
  }

  private static func row(_ change: ClaimChange) -> ChangeRow {
    func row(_ kind: String, was: Claim? = nil, now: Claim? = nil, detail: String = "") -> ChangeRow
    {
      ChangeRow(
        .fact, change.page, kind, label: change.claim.label, was: was, now: now, detail: detail)
    }
    switch change.kind {
    case .new: return row("new", now: change.claim)
    case .withdrawn: return row("withdrawn", was: change.claim)
    case .altered(let from): return row("altered", was: from, now: change.claim)
    case .corrected(let from, let date, let why):
      return row(
        "corrected", was: from, now: change.claim,
        detail: "on \(date.words)" + (why.map { ": \($0)" } ?? ""))
    case .standing(let standing):
      return row(
        "altered", now: change.claim, detail: standing.map(words).joined(separator: "; "))
    }
  }

  private static func words(_ standing: ClaimChange.Standing) -> String {
    func list(_ sources: [String]) -> String {
      sources.isEmpty ? "nothing" : sources.joined(separator: ", ")
    }
    switch standing {
    case .nowPick: return "now the editor’s pick"
    case .noLongerPick: return "no longer the editor’s pick"
    case .nowDisputed: return "now disputed"
    case .noLongerDisputed: return "no longer disputed"
    case .otherSources(let from, let to):
      return from == to
        ? "rests on \(list(to)) by another origin"
        : "rests on \(list(to)), before on \(list(from))"
    case .lostSupport: return "all its sources are withdrawn"
    }
  }

  /// `2 sentences new, 1 gone`, without what there is none of.
  private static func list(_ counts: [(count: Int, one: String, many: String)]) -> String {
    counts.filter { $0.count > 0 }.map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }
      .joined(separator: ", ")
  }
}

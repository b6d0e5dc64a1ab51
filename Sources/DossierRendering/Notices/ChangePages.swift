import DossierModel
import EDTF
import PhraseMatching
import TemplateEngine

/// The page of what changed since a revision: sources, then page by page; by letter where there is much.
struct ChangePages {
  let context: SiteContext
  let templates: TemplateSet

  static let title = "What changed"

  private struct Group {
    let title: String
    let letter: String
    let sortKey: [UInt8]
    let target: SitePath?
    var changes: [Change]
  }

  func render() throws(TemplateError) -> [Artifact] {
    guard let report = context.report else { return [] }
    let groups = groups()
    guard context.changes.count > ListSplitting.limit else {
      return [try page(SiteFiles.changes, Self.title, report, groups, parts: [], current: nil)]
    }
    var parts: [(title: String, path: SitePath, groups: [Group])] = []
    for group in groups {
      if parts.last?.title == group.letter {
        parts[parts.count - 1].groups.append(group)
      } else {
        parts.append((group.letter, Self.part(of: group.letter), [group]))
      }
    }
    let links = parts.map { ($0.title, $0.path) }
    var artifacts = [
      try page(SiteFiles.changes, Self.title, report, [], parts: links, current: nil)
    ]
    for part in parts {
      artifacts.append(
        try page(
          part.path, "\(Self.title): \(part.title)", report, part.groups, parts: links,
          current: part.path))
    }
    return artifacts
  }

  /// The page that shows `change`.
  static func path(of change: Change, in context: SiteContext) -> SitePath {
    guard context.changes.count > ListSplitting.limit else { return SiteFiles.changes }
    return part(of: letter(of: change, in: context, LetterFolding()))
  }

  private static func letter(
    of change: Change, in context: SiteContext, _ folding: LetterFolding
  ) -> String {
    change.row.subject == .source
      ? "Sources" : ListSplitting.letter(of: change.title(in: context.model), folding)
  }

  private static func part(of letter: String) -> SitePath {
    SitePath(
      folder: "changes/by-letter",
      file: (letter == "Sources" ? "sources" : ListSplitting.addressPart(ofLetter: letter))
        + ".html")
  }

  /// Sources first, then pages by title.
  private func groups() -> [Group] {
    let folding = LetterFolding()
    var groups: [Group] = []
    var positions: [String: Int] = [:]
    for change in context.changes {
      let isSource = change.row.subject == .source
      let key = isSource ? "/sources" : change.row.page?.slug ?? "/home"
      if let position = positions[key] {
        groups[position].changes.append(change)
        continue
      }
      let title = isSource ? "Sources" : change.title(in: context.model)
      positions[key] = groups.count
      groups.append(
        Group(
          title: title, letter: Self.letter(of: change, in: context, folding),
          sortKey: isSource ? [] : folding.folded(title),
          target: isSource ? nil : change.target(in: context.model), changes: [change]))
    }
    return groups.indices.sorted { left, right in
      let (a, b) = (groups[left], groups[right])
      if a.sortKey.isEmpty != b.sortKey.isEmpty { return a.sortKey.isEmpty }
      if a.letter != b.letter { return a.letter < b.letter }
      if a.sortKey != b.sortKey { return a.sortKey.lexicographicallyPrecedes(b.sortKey) }
      return left < right
    }.map { groups[$0] }
  }

  private func page(
    _ path: SitePath, _ title: String, _ report: ChangeReport, _ groups: [Group],
    parts: [(String, SitePath)], current: SitePath?
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path)
    var crumbs = [layout.home()]
    if current != nil {
      crumbs.append(LinkView(title: Self.title, href: SiteFiles.changes.link(from: path)))
    }
    var values = layout.values(layout.page(title, kind: "changes"), breadcrumbs: crumbs)
    values += [
      .string(report.base.short), .optional(Self.date(report.base.day)),
      .optional(Self.date(report.head.day)),
      .list(
        groups.enumerated().map { index, group in
          ChangeGroupView(
            title: group.title, anchor: "changed.\(index + 1)",
            link: group.target.map { LinkView(title: group.title, href: $0.link(from: path)) },
            entries: group.changes.map { view($0, from: path) })
        }),
      .list(
        parts.map { LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.1 == current) }
      ), .int(context.changes.count),
      .optional(context.hasChangesFeed ? SiteFiles.changesFeed.link(from: path) : nil),
      .list(report.changes.notCompared.map { .string($0) }),
    ]
    return try TemplatePage(
      templates: templates, name: "changes.html", schema: PageSchema.changes
    ).artifact(
      path, values, inputs: ChangePages.inputs(report) + [.query("sections"), .query("now")])
  }

  /// The history is an input like any other: which commits were compared, and how much of it there is.
  static func inputs(_ report: ChangeReport) -> [InputID] {
    [
      .query("changes:all"), .query("git-base:\(report.base.id)"),
      .query("git-head:\(report.head.id)"), .query("git-shallow:\(report.isShallow)"),
    ]
  }

  private func view(_ change: Change, from path: SitePath) -> ChangeView {
    let model = context.model
    return ChangeView(
      anchor: change.anchor, subject: change.row.subject.rawValue, kind: change.row.kind,
      label: change.label(in: model), was: change.words(of: change.row.was, in: model),
      now: change.words(of: change.row.now, in: model), detail: change.row.detail,
      link: LinkView(
        title: change.title(in: model), href: change.target(in: model)?.link(from: path) ?? ""),
      day: change.day.flatMap { CivilDate(dayNumber: $0) }.flatMap { Self.date($0.text) })
  }

  private static func date(_ day: String) -> DateView? {
    EDTF(reading: day).map { DateView($0) }
  }
}

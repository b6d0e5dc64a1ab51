import Diagnostics
import DossierModel
import EDTF

/// Ticks that contradict one another, and ticks about what is not there any more.
struct ReviewFindings {
  private let model: SiteModel
  /// The slugs of pages that are left out.
  private let drafts: Set<String>

  init(model: SiteModel, drafts: Set<String>) {
    self.model = model
    self.drafts = drafts
  }

  /// O(decided lines · length of the paragraphs that they name).
  func all() -> [Diagnostic] {
    guard !model.decisions.isEmpty else { return [] }
    var paragraphs = FoldedParagraphs()
    var findings: [Diagnostic] = []
    for group in model.decisions.groups {
      findings += conflicts(in: group)
      for item in group {
        if let finding = outdated(item, &paragraphs) { findings.append(finding) }
      }
    }
    return findings
  }

  // MARK: Conflicts

  private func conflicts(in group: [ReviewItem]) -> [Diagnostic] {
    guard let first = group.first, group.count > 1 else { return [] }
    guard first.kind.hasAlternatives else {
      return group.dropFirst().compactMap { item in
        item.mark == first.mark && (item.mark == .refused || item.value == first.value)
          ? nil : conflict(item, first)
      }
    }
    var findings: [Diagnostic] = []
    let accepted = group.filter { $0.mark == .accepted }
    for item in accepted.dropFirst() where item.value != accepted[0].value {
      findings.append(conflict(item, accepted[0]))
    }
    for item in group where item.mark == .refused {
      // A name that is refused without more words is refused whatever the answer.
      let rival = accepted.first {
        $0.value == item.value || item.value == .none && $0.value != .ignore
      }
      if let rival { findings.append(conflict(item, rival)) }
    }
    return findings
  }

  private func conflict(_ item: ReviewItem, _ other: ReviewItem) -> Diagnostic {
    let both = item.mark == .accepted && other.mark == .accepted
    return Diagnostic(
      .error, "review-conflict",
      both
        ? "two answers are accepted for one \(item.kind.rawValue)"
        : "one \(item.kind.rawValue) is accepted and refused",
      at: item.file.place(item.range),
      help: "decide it once: leave the other line as [ ], or remove it",
      notes: [.init("the other is here", at: other.file.place(other.range))])
  }

  // MARK: What is gone

  private func outdated(
    _ item: ReviewItem, _ paragraphs: inout FoldedParagraphs
  ) -> Diagnostic? {
    func finding(_ summary: String, _ range: Range<Int>, _ help: String?) -> Diagnostic {
      Diagnostic(
        .warning, "outdated-review", summary, at: item.file.place(range),
        help: help ?? "the decision has no effect: correct the line, or remove it")
    }
    // What is applied stands in Content; the line is the record.
    if let applied = item.applied {
      guard !isPage(applied) else { return nil }
      return finding(
        "the page “\(applied)”, which this line made, is not there", item.valueRange,
        NearMiss.question(for: applied, in: model.slugs))
    }
    if item.mark == .accepted, let slug = item.value.slug, !isPage(slug) {
      return finding(
        "there is no page “\(slug)”", item.valueRange,
        NearMiss.question(for: slug, in: model.slugs))
    }
    for subject in item.subjects where !subject.key.isEmpty {
      guard let id = model.source(key: subject.key) else {
        // A capture that is held back may come again.
        guard model.heldBack(key: subject.key) == nil else { return nil }
        return finding(
          "there is no source “\(subject.key)”", subject.range,
          NearMiss.question(for: subject.key, in: model.sourceKeys))
      }
      // Names are decided for the whole site, and settled by a page that has them.
      guard item.kind != .name else { continue }
      if let gone = gone(subject, of: item.kind, in: id, &paragraphs) {
        return finding(gone, subject.range, nil)
      }
      if let datum = item.kind.datum, let stated = contradiction(item, datum, model[id]) {
        return finding(
          "the sidecar says otherwise: \(stated)", item.valueRange,
          "the sidecar goes first: correct either, or remove the line")
      }
    }
    return nil
  }

  private func isPage(_ slug: String) -> Bool {
    model.page(slug: slug) != nil || drafts.contains(slug)
  }

  private func gone(
    _ subject: ReviewItem.Subject, of kind: ReviewKind, in id: SourceID,
    _ paragraphs: inout FoldedParagraphs
  ) -> String? {
    guard kind.hasWords else { return nil }
    let words = ReviewWords.folded(subject.words)
    let source = model[id]
    // A meaning holds for the whole capture; its paragraph is where somebody looked.
    guard let locator = subject.locator else { return nil }
    for number in locator.numbers {
      guard let index = source.paragraph(locator.series, number) else {
        return "“\(subject.key)” has no paragraph \(locator.text)"
      }
      if paragraphs.has(words, index, id, source) { return nil }
    }
    return "the paragraph does not say these words"
  }

  private func contradiction(
    _ item: ReviewItem, _ datum: Article.Datum, _ source: Source
  ) -> String? {
    guard source.isStated(datum) else { return nil }
    let stated = source.statedUnknown.contains(datum.rawValue) ? nil : source.text(of: datum)
    let decided: String? =
      switch item.value {
      case .text(let text) where item.mark == .accepted: text
      case .date(let date) where item.mark == .accepted: date.text
      default: nil
      }
    return stated == decided ? nil : stated ?? "unknown"
  }
}

/// The paragraphs of sources as they are compared with quoted words, each folded once.
private struct FoldedParagraphs {
  private struct Key: Hashable {
    let source: SourceID
    let paragraph: Int
  }

  private var folded: [Key: [UInt8]] = [:]
  /// How many bytes are looked through for words before the rest is taken on trust: thousands of lines
  /// about one huge paragraph would take quadratic time.
  private var budget = 256 << 20

  /// Whether a paragraph has words, folded, from the beginning of a word on: an ending may follow a name,
  /// as in “Ankara'ya”. O(length).
  mutating func has(
    _ words: String, _ paragraph: Int, _ id: SourceID, _ source: Source
  ) -> Bool {
    let key = Key(source: id, paragraph: paragraph)
    let text: [UInt8]
    if let known = folded[key] {
      text = known
    } else {
      text = Array((" " + ReviewWords.folded(source.article.paragraphs[paragraph].text)).utf8)
      folded[key] = text
    }
    budget -= text.count
    guard budget > 0 else { return true }
    return text.holds(Array((" " + words).utf8))
  }
}

extension [UInt8] {
  /// Whether the bytes stand in these (Knuth, Morris and Pratt 1977). O(both lengths).
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard !wanted.isEmpty else { return true }
    guard wanted.count <= count else { return false }
    var border = [Int](repeating: 0, count: wanted.count)
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = border[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      border[index] = length
    }
    length = 0
    for byte in self {
      while length > 0, byte != wanted[length] { length = border[length - 1] }
      if byte == wanted[length] { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }
}

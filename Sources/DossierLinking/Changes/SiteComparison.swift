import CommonMark
package import Diagnostics
package import DossierModel
import EDTF

/// Compares two states of a site by what they tell.
///
/// Pages are the same by slug, else by `redirect-from`; claims by page, key, value and qualifiers;
/// statements by id; sources by key. Locators are left aside: a refreeze says nothing new.
package struct SiteComparison {
  /// One state.
  package struct State {
    package let model: SiteModel
    /// Files with errors: what they hold may be half read.
    package let broken: Set<String>

    package init(model: SiteModel, diagnostics: [Diagnostic]) {
      self.model = model
      broken = Set(
        diagnostics.filter { $0.severity == .error }.compactMap(\.place?.path))
    }
  }

  let old: State
  let new: State
  let pairs: PagePairs

  package init(from old: State, to new: State) {
    self.old = old
    self.new = new
    pairs = PagePairs(old.model, new.model)
  }

  /// Everything that is otherwise, in the order of the new state's pages; what is gone comes behind, in
  /// the order of the old one's. O(size of both + n log n in the claims of a page).
  package func changes() -> SiteChanges {
    var changes = SiteChanges()
    changes.notCompared = old.broken.union(new.broken).sorted()
    pageChanges(into: &changes)
    for index in new.model.pages.indices {
      let id = PageID(index)
      guard isComparable(id) else { continue }
      let before = pairs.sources(of: id)
      ClaimComparison(comparison: self, page: id, before: before).changes(into: &changes)
      proseChange(id, before, into: &changes)
    }
    for index in old.model.pages.indices
    where pairs.target(of: PageID(index)) == nil && isComparable(old: PageID(index)) {
      let page = old.model[PageID(index)]
      changes.claims += ClaimComparison.claims(of: page, in: old.model) { $0 }.map {
        .init(page: Self.name(page), claim: $0.claim, kind: .withdrawn)
      }
    }
    homeProse(into: &changes)
    StatementComparison(comparison: self).changes(into: &changes)
    sourceChanges(into: &changes)
    return changes
  }

  static func name(_ page: Page) -> SiteChanges.PageName {
    .init(kind: page.kind, slug: page.slug.rawValue, title: page.title)
  }

  /// Whether the page, and those that it was, could be read whole.
  func isComparable(_ id: PageID) -> Bool {
    !isBroken(new.model[id].file.path)
      && pairs.sources(of: id).allSatisfy { !isBroken(old.model[$0].file.path) }
  }

  func isComparable(old id: PageID) -> Bool { !isBroken(old.model[id].file.path) }

  private func isBroken(_ path: String) -> Bool {
    old.broken.contains(path) || new.broken.contains(path)
  }

  // MARK: Pages

  private func pageChanges(into changes: inout SiteChanges) {
    for (index, page) in new.model.pages.enumerated() where !isBroken(page.file.path) {
      let before = pairs.sources(of: PageID(index))
      if before.isEmpty {
        changes.pages.append(.init(page: Self.name(page), kind: .new))
        continue
      }
      for (position, was) in before.enumerated() {
        let other = old.model[was]
        if other.slug == page.slug {
          if other.title != page.title {
            changes.pages.append(
              .init(page: Self.name(page), kind: .retitled(from: other.title)))
          }
        } else {
          changes.pages.append(
            .init(
              page: Self.name(page),
              kind: position == 0
                ? .renamed(from: Self.name(other)) : .merged(from: Self.name(other))))
        }
      }
    }
    for (index, page) in old.model.pages.enumerated()
    where pairs.target(of: PageID(index)) == nil && !isBroken(page.file.path) {
      changes.pages.append(.init(page: Self.name(page), kind: .removed))
    }
  }

  // MARK: Sources

  private func sourceChanges(into changes: inout SiteChanges) {
    // A file of seeds/ that cannot be read may have held the source's name.
    let broken = Set(old.broken.union(new.broken).map(Self.stem))
    func isComparable(_ source: Source) -> Bool {
      [source.capture, source.sidecar].allSatisfy {
        $0.map { !broken.contains(Self.stem($0.path)) } ?? true
      }
    }
    func add(_ source: Source, _ kind: SiteChanges.SourceChange.Kind) {
      changes.sources.append(
        .init(key: source.key.rawValue, title: source.title.value, kind: kind))
    }
    for source in new.model.sources where isComparable(source) {
      guard let was = old.model.source(key: source.key.rawValue) else {
        add(source, source.isWithdrawn ? .withdrawn : .new)
        continue
      }
      if source.isWithdrawn != old.model[was].isWithdrawn {
        add(source, source.isWithdrawn ? .withdrawn : .reinstated)
      }
    }
    for source in old.model.sources
    where new.model.source(key: source.key.rawValue) == nil && isComparable(source) {
      add(source, .removed)
    }
  }

  /// A path of seeds/ without its endings; any other as it is.
  private static func stem(_ path: String) -> String {
    guard path.hasPrefix("seeds/"), let slash = path.lastIndex(of: "/"),
      let dot = path[slash...].firstIndex(of: ".")
    else { return path }
    return String(path[..<dot])
  }

  // MARK: Prose

  private func proseChange(
    _ id: PageID, _ before: [PageID], into changes: inout SiteChanges
  ) {
    guard !before.isEmpty else { return }
    let page = new.model[id]
    let (new, gone) = Self.difference(
      from: before.flatMap { Self.sentences(old.model[$0].body, old.model[$0].prose) },
      to: Self.sentences(page.body, page.prose))
    if new + gone > 0 {
      changes.prose.append(.init(page: Self.name(page), new: new, gone: gone))
    }
  }

  private func homeProse(into changes: inout SiteChanges) {
    func sentences(_ home: HomePage?) -> [[UInt8]] {
      guard let home, let first = home.body.blocks.first else { return [] }
      return Self.sentences(home.body, [BlockRun(first: first, end: nil)])
    }
    guard !isBroken("Content/index.md") else { return }
    let (new, gone) = Self.difference(
      from: sentences(old.model.home), to: sentences(new.model.home))
    if new + gone > 0 { changes.prose.append(.init(page: nil, new: new, gone: gone)) }
  }

  /// The sentences of prose, runs of white space as one space. O(length).
  private static func sentences(_ tree: MarkdownTree, _ runs: [BlockRun]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for range in PageLinker.proseRanges(tree, runs) {
      for index in range {
        let node = tree.nodes[index]
        guard node.kind == .paragraph || node.kind == .tableCell || node.kind == .heading else {
          continue
        }
        let starts = Sentences(tree.text, node.text).starts
        for (position, start) in starts.enumerated() {
          let end = position + 1 < starts.count ? starts[position + 1] : node.text.upperBound
          let words = tree.text[start..<end].split { $0 == 0x20 || $0 == 0x0A }
          // Where a citation stood, a space is left before the full stop.
          var sentence: [UInt8] = []
          for word in words {
            if !sentence.isEmpty, word.count > 1 || !(0x21...0x2F).contains(word.first ?? 0) {
              sentence.append(0x20)
            }
            sentence += word
          }
          if !sentence.isEmpty { result.append(sentence) }
        }
      }
    }
    return result
  }

  /// How many of `new` are not among `old`, and the other way round, each as often as it stands there.
  private static func difference(
    from old: [[UInt8]], to new: [[UInt8]]
  ) -> (new: Int, gone: Int) {
    guard old != new else { return (0, 0) }
    var left: [[UInt8]: Int] = [:]
    for sentence in old { left[sentence, default: 0] += 1 }
    var added = 0
    for sentence in new {
      if let count = left[sentence], count > 0 {
        left[sentence] = count - 1
      } else {
        added += 1
      }
    }
    return (added, left.values.reduce(0, +))
  }
}

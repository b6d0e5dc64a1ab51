import CommonMark
import Diagnostics
import DossierModel
import EDTF

/// Links the prose of one page: names, wikilinks, citations, ordinary links.
struct PageLinker {
  let targets: LinkTargets
  let finder: MentionFinder

  /// What one page's text leads to.
  struct Result: Sendable {
    var links = PageLinks()
    /// Who cites what, in order: prose, facts, statements.
    var uses: [SourceUse] = []
    var diagnostics: [Diagnostic] = []
  }

  private var model: SiteModel { targets.model }

  func link(_ id: PageID) -> Result {
    let page = model[id]
    var result = Result()
    linkProse(
      page.body, file: page.file, runs: page.prose, path: page.path, own: id, date: page.date,
      into: &result)
    linkFacts(of: page, id, into: &result)
    checkWikilinks(outsideProseOf: page, into: &result)
    return result
  }

  func link(_ home: HomePage) -> Result {
    var result = Result()
    let path = SitePath(folder: "", file: "index.html")
    let runs = home.body.blocks.first.map { [BlockRun(first: $0, end: nil)] } ?? []
    linkProse(
      home.body, file: home.file, runs: runs, path: path, own: nil, date: nil, into: &result)
    return result
  }

  // MARK: Prose

  private func linkProse(
    _ tree: MarkdownTree, file: SourceFile, runs: [BlockRun], path: SitePath, own: PageID?,
    date: EDTF?, into result: inout Result
  ) {
    let ranges = Self.proseRanges(tree, runs)
    var memory = MentionFinder.Memory(date: date.map { DaySpan($0) })
    linkNames(tree, ranges, own: own, memory: &memory, into: &result)
    reportBrokenMarks(tree, ranges, file: file, into: &result)
    for wikilink in tree.wikilinks
    where ranges.contains(where: { $0.contains(wikilink.node.index) }) {
      resolve(wikilink, in: tree, file: file, own: own, into: &result)
    }
    for mark in tree.citations where ranges.contains(where: { $0.contains(mark.node.index) }) {
      resolve(mark, in: tree, file: file, own: own, into: &result)
    }
    for link in tree.links where ranges.contains(where: { $0.contains(link.node.index) }) {
      resolve(link, in: tree, file: file, path: path, own: own, into: &result)
    }
  }

  /// The nodes of the prose, and of the footnotes that it refers to, ascending.
  static func proseRanges(_ tree: MarkdownTree, _ runs: [BlockRun]) -> [Range<Int>] {
    // Footnotes stand behind everything else; those that nothing refers to are not shown.
    let proseEnd = tree.footnotes.map(\.node.index).min() ?? tree.nodes.count
    var ranges = runs.map { $0.first.index..<min($0.end?.index ?? proseEnd, proseEnd) }
    for footnote in tree.footnotes where footnote.number > 0 {
      ranges.append(footnote.node.index..<tree.subtreeEnd(of: footnote.node).index)
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// What becomes of each name in a page's prose, in its order.
  func notes(on id: PageID) -> [MentionFinder.Note] {
    let page = model[id]
    var memory = MentionFinder.Memory(date: page.date.map { DaySpan($0) })
    memory.notesAbstentions = true
    memory.notes = []
    var result = Result()
    linkNames(
      page.body, Self.proseRanges(page.body, page.prose), own: id, memory: &memory, into: &result)
    return (memory.notes ?? []).sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
  }

  /// Citations that were meant and are none, since they run over the end of a line: to drop the source
  /// of a sentence without a word would be the worst that can happen to it.
  private func reportBrokenMarks(
    _ tree: MarkdownTree, _ ranges: [Range<Int>], file: SourceFile, into result: inout Result
  ) {
    for range in ranges {
      for index in range where tree.nodes[index].kind == .text {
        let text = tree.nodes[index].text
        var start = text.lowerBound
        while let open = tree.text[start..<text.upperBound].firstIndex(of: UInt8(ascii: "[")) {
          start = open + 1
          guard start < text.upperBound, tree.text[start] == UInt8(ascii: "@") else { continue }
          let offset = tree.sourceOffset(ofText: open)
          // A backslash before the bracket says that no citation is meant.
          if offset > 0, file.bytes[offset - 1] == UInt8(ascii: "\\") { continue }
          result.diagnostics.append(
            Diagnostic(
              .error, "bad-citation", "a citation stands on one line, in brackets that close",
              at: file.place(offset..<(offset + 2)),
              help: "write [@source p4] on one line; write \\[@ where none is meant"))
        }
      }
    }
  }

  /// Walks the blocks in document order; a heading begins a section, and each footnote is one.
  private func linkNames(
    _ tree: MarkdownTree, _ ranges: [Range<Int>], own: PageID?,
    memory: inout MentionFinder.Memory, into result: inout Result
  ) {
    if let own { memory.named.insert(EntityID(own)) }
    var wikilinks = tree.wikilinks[...]
    for range in ranges {
      var index = range.lowerBound
      if tree.nodes[index].kind == .footnoteDefinition {
        memory.linked.removeAll()
      }
      while index < range.upperBound {
        let node = tree.nodes[index]
        let isHeading = node.kind == .heading
        if isHeading { memory.linked.removeAll() }
        guard node.kind == .paragraph || node.kind == .tableCell || isHeading else {
          index += 1
          continue
        }
        var blocked: [MentionFinder.Blocked] = []
        index += 1
        // Inlines follow their block; the next block, or the end of the run, ends them.
        while index < range.upperBound, tree.nodes[index].kind.isInline {
          let inline = tree.nodes[index]
          switch inline.kind {
          case .wikilink:
            while let first = wikilinks.first, first.node.index < index { wikilinks.removeFirst() }
            let target = wikilinks.first.flatMap { targets.wikilink($0.page) }
            let page: PageID? = if case .page(let page) = target { page } else { nil }
            blocked.append(.init(range: inline.text, target: page))
          case .link, .image, .code, .htmlInline:
            if inline.textLower < inline.textUpper {
              blocked.append(.init(range: inline.text, target: nil))
            }
          default: break
          }
          index += 1
        }
        memory.isHeadline = isHeading
        finder.mentions(
          in: tree.text, node.text, blocked: blocked, linking: !isHeading, own: own,
          memory: &memory, into: &result.links.mentions)
      }
    }
  }

  private func resolve(
    _ wikilink: MarkdownTree.Wikilink, in tree: MarkdownTree, file: SourceFile, own: PageID?,
    into result: inout Result
  ) {
    let range = tree[wikilink.node].source
    guard !wikilink.page.isEmpty || own != nil else {
      result.diagnostics.append(
        Diagnostic(
          .error, "unknown-page", "the home page cannot name itself by a wikilink",
          at: file.place(range), help: "write [words](#heading)"))
      return
    }
    let target = wikilink.page.isEmpty ? own.map { .page($0) } : targets.wikilink(wikilink.page)
    guard let target else {
      result.diagnostics.append(unknownPage(wikilink.page, at: file.place(range)))
      return
    }
    let fragment: String? = wikilink.heading.flatMap { words in
      if case .source(let id) = target, model[id].isErased { return nil }
      let anchors: Anchors =
        switch target {
        case .page(let id): targets.anchors(of: .page(id))
        case .source(let id): targets.anchors(of: .source(id))
        }
      if let anchor = anchors[words] { return anchor }
      result.diagnostics.append(anchors.finding(words, at: file.place(range)))
      return nil
    }
    result.links.wikilinks.append(
      (wikilink.node, ResolvedWikilink(target: target, fragment: fragment)))
  }

  private func unknownPage(_ name: String, at place: SourcePlace) -> Diagnostic {
    if let draft = targets.draft(wikilink: name) { return isDraft(draft, "unknown-page", place) }
    if let held = model.heldBack(key: name) { return held.finding(at: place) }
    return Diagnostic(
      .error, "unknown-page", "no page is called “\(name)”", at: place,
      help: targets.help(forWikilink: name) ?? "write the page, or take the brackets away")
  }

  /// A page that is a draft exists; whoever links to it is told when it is left out.
  private func isDraft(_ draft: Draft, _ id: DiagnosticID, _ place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .error, id, "“\(draft.slug)” is a draft", at: place,
      help: "build with --drafts, or remove `draft: true` there")
  }

  private func resolve(
    _ mark: MarkdownTree.CitationMark, in tree: MarkdownTree, file: SourceFile, own: PageID?,
    into result: inout Result
  ) {
    let range = tree[mark.node].source
    switch Citation.parseDetails(mark.rest) {
    case .failure(let error):
      result.diagnostics.append(
        Diagnostic(.error, "bad-citation", error.summary, at: file.place(range), help: error.help))
    case .success(let details):
      let citation = Citation(
        key: mark.key, locator: details.locator, origin: details.origin, range: range)
      if let use = resolve(citation, file: file, page: own, into: &result) {
        result.links.citations.append((mark.node, use))
      }
    }
  }

  // MARK: Facts and statements

  /// Reports wikilinks in facts that lead nowhere, but for those that stand where a slug does: they were
  /// looked up with the other references.
  private func checkWikilinks(outsideProseOf page: Page, into result: inout Result) {
    let tree = page.body
    guard !page.facts.isEmpty else { return }
    let unresolved = tree.wikilinks.filter { !$0.page.isEmpty && targets.wikilink($0.page) == nil }
    guard !unresolved.isEmpty else { return }
    for fact in page.facts {
      for value in fact.values {
        var texts: [Range<Int>] = []
        if !value.type.isReference { texts.append(value.range) }
        texts += value.qualifiers.filter { !$0.type.isReference }.map(\.range)
        for wikilink in unresolved {
          let range = tree[wikilink.node].source
          guard texts.contains(where: { $0.contains(range.lowerBound) }) else { continue }
          result.diagnostics.append(unknownPage(wikilink.page, at: page.file.place(range)))
        }
      }
    }
  }

  private func linkFacts(of page: Page, _ id: PageID, into result: inout Result) {
    for fact in page.facts {
      for citation in fact.citations {
        _ = resolve(citation, file: page.file, page: id, into: &result)
      }
    }
    for statement in page.statements {
      for rendering in statement.renderings {
        for citation in rendering.citations {
          _ = resolve(citation, file: page.file, page: id, into: &result)
        }
      }
    }
  }

  private func resolve(
    _ citation: Citation, file: SourceFile, page: PageID?, into result: inout Result
  ) -> SourceUse? {
    guard let id = model.source(key: citation.key) else {
      if let held = model.heldBack(key: citation.key) {
        result.diagnostics.append(held.finding(at: file.place(citation.range)))
        return nil
      }
      result.diagnostics.append(
        Diagnostic(
          .error, "unknown-source", "no source is cited as “\(citation.key)”",
          at: file.place(citation.range),
          help: NearMiss.question(for: citation.key, in: model.sourceKeys)
            ?? "put the capture into seeds/, or say `cite-as: \(citation.key)` in its sidecar"))
      return nil
    }
    // Of a capture that was removed nobody can say any more which paragraphs it had.
    if let locator = citation.locator, !model[id].isErased {
      let source = model[id]
      for number in locator.numbers where source.paragraph(locator.series, number) == nil {
        result.diagnostics.append(missing(locator, number, of: source, citation, file))
        return nil
      }
    }
    let use = SourceUse(source: id, locator: citation.locator, origin: citation.origin, page: page)
    result.uses.append(use)
    return use
  }

  private func missing(
    _ locator: Citation.Locator, _ number: Int, of source: Source, _ citation: Citation,
    _ file: SourceFile
  ) -> Diagnostic {
    let isFootnote = locator.series == .footnote
    if source.lostParagraphs.contains(locator.series.rawValue + String(number)) {
      return Diagnostic(
        .error, "lost-paragraph",
        "“\(source.key)” no longer holds what \(locator.series.rawValue)\(number) was",
        at: file.place(citation.range),
        help: "cite the paragraph that carries it now, or take back what rests on it",
        notes: [.init("the capture is here", at: source.capture?.whole)])
    }
    let count = source.article.paragraphs.filter { ($0.layer == .footnote) == isFootnote }.count
    let what = isFootnote ? "footnote" : "paragraph"
    let has =
      source.capture == nil
      ? "it is known by its sidecar alone"
      : count == 0 ? "it has no \(what)s" : "it has \(count) \(what)\(count == 1 ? "" : "s")"
    return Diagnostic(
      .error, "locator-out-of-range",
      "“\(source.key)” has no \(locator.series.rawValue)\(number): \(has)",
      at: file.place(citation.range))
  }

  // MARK: Ordinary links

  private func resolve(
    _ link: MarkdownTree.Link, in tree: MarkdownTree, file: SourceFile, path: SitePath,
    own: PageID?, into result: inout Result
  ) {
    guard let address = SiteAddress(link.destination, from: path, file: file.path) else { return }
    let place = file.place(tree[link.node].source)
    var found = targets.target(address.target)
    if address.target == .samePage { found = (path, own.map { .page($0) } ?? .home) }
    guard let (path, target) = found else {
      if let draft = targets.draft(address.target) {
        result.diagnostics.append(isDraft(draft, "dead-link", place))
        return
      }
      if case .paths(let paths) = address.target,
        let held = model.heldBack.first(where: { $0.path(isAmong: paths) })
      {
        // The list of sources stands in for a page that is not there.
        let list = SitePath(folder: model.sources.isEmpty ? "" : "sources", file: "index.html")
        result.diagnostics.append(held.finding(at: place))
        result.links.destinations.append((link.node, list, nil))
        return
      }
      let isImage = tree[link.node].kind == .image
      result.diagnostics.append(
        Diagnostic(
          .error, "dead-link",
          "the \(isImage ? "image is not there" : "link leads to nothing"): “\(link.destination)”",
          at: place,
          help: isImage
            ? "put the image beside this file, and write its address from here"
            : "link by [[slug]], or write the address from this file"))
      return
    }
    var fragment = address.fragment
    if let words = fragment, !words.isEmpty {
      switch target {
      case .source(let id) where model[id].isErased: fragment = nil
      case .page, .source, .home:
        let anchors = targets.anchors(of: target)
        fragment = anchors[words]
        if fragment == nil { result.diagnostics.append(anchors.finding(words, at: place)) }
      case .other: break
      }
    }
    // A page may have been named by an old address.
    let destination = if case .page(let page) = target { model[page].path } else { path }
    result.links.destinations.append((link.node, destination, fragment))
  }
}

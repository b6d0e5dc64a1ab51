import CommonMark
import DossierModel

/// Writes the links and citations of one page while its Markdown is rendered.
struct PageLinkWriter: MarkdownLinkWriter {
  let context: SiteContext
  let path: SitePath
  let links: PageLinks
  var notes: NoteBook
  private let base: LinkTable.Base

  /// - Parameter links: those of the page at `path`.
  init(context: SiteContext, path: SitePath, links: PageLinks, notes: NoteBook) {
    self.context = context
    self.path = path
    self.links = links
    self.notes = notes
    base = context.links.base(of: path)
  }

  /// The names that become links, as spans of the text.
  var spans: [TextSpan] {
    links.mentions.compactMap {
      $0.isLinked
        ? TextSpan(lower: $0.lower, upper: $0.upper, link: $0.target.rawValue) : nil
    }
  }

  func openSpan(_ link: Int32, into output: inout [UInt8]) {
    context.links.appendOpenTag(PageID(rawValue: link), from: base, to: &output)
  }

  func writeWikilink(
    _ wikilink: MarkdownTree.Wikilink, label: ArraySlice<UInt8>, into output: inout [UInt8]
  ) {
    guard let link = Self.find(wikilink.node, in: links.wikilinks)?.link else {
      output += label
      return
    }
    let title: String
    switch link.target {
    case .page(let page):
      title = context.model.pages[page.index].title
      open(page, link.fragment, to: &output)
    case .source(let source):
      title = context.model.sources[source.index].title.value
      let fragment = link.fragment.map { "#" + $0 } ?? ""
      Markup.openLink(
        context.model.sources[source.index].path.link(from: path) + fragment, to: &output)
    }
    if wikilink.hasLabel {
      output += label
    } else if let heading = wikilink.heading, wikilink.page.isEmpty {
      Markup.appendEscaped(heading, to: &output)
    } else {
      // A bare [[slug]] shows the page's title: slugs are for machines.
      Markup.appendEscaped(title, to: &output)
    }
    output += "</a>".utf8
  }

  private func open(_ page: PageID, _ fragment: String?, to output: inout [UInt8]) {
    guard let fragment else {
      context.links.appendOpenTag(page, from: base, to: &output)
      return
    }
    let target = context.model.pages[page.index].path
    Markup.openLink((target == path ? "" : target.link(from: path)) + "#" + fragment, to: &output)
  }

  mutating func writeCitation(
    _ citation: MarkdownTree.CitationMark, into output: inout [UInt8]
  ) {
    guard let use = Self.find(citation.node, in: links.citations)?.use else {
      HeldBackMark.append(citation.key, in: context.model, to: &output)
      return
    }
    // The mark stands at the word: “2020[1].”, whatever space the author left.
    while output.last == 0x20 || output.last == 0x0A { output.removeLast() }
    notes.mark(use, into: &output)
  }

  func destination(of link: MarkdownTree.Link, isImage: Bool) -> String? {
    guard let found = Self.find(link.node, in: links.destinations) else {
      // An image from elsewhere would be a request to a third party.
      return isImage ? nil : link.destination
    }
    let fragment = found.fragment.map { "#" + $0 } ?? ""
    return found.target == path && !fragment.isEmpty
      ? fragment : found.target.link(from: path) + fragment
  }

  /// The entry for a node in a list that is in document order. O(log entries).
  private static func find<Payload>(
    _ node: NodeID, in entries: [(node: NodeID, link: Payload)]
  ) -> (node: NodeID, link: Payload)? {
    search(node, count: entries.count) { entries[$0].node }.map { entries[$0] }
  }

  private static func find<Payload>(
    _ node: NodeID, in entries: [(node: NodeID, use: Payload)]
  ) -> (node: NodeID, use: Payload)? {
    search(node, count: entries.count) { entries[$0].node }.map { entries[$0] }
  }

  private static func find(
    _ node: NodeID, in entries: [(node: NodeID, target: SitePath, fragment: String?)]
  ) -> (node: NodeID, target: SitePath, fragment: String?)? {
    search(node, count: entries.count) { entries[$0].node }.map { entries[$0] }
  }

  private static func search(_ node: NodeID, count: Int, key: (Int) -> NodeID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(middle) < node { low = middle + 1 } else { high = middle }
    }
    return low < count && key(low) == node ? low : nil
  }
}

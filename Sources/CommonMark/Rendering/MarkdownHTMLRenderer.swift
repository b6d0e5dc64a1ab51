/// Writes a tree as HTML. Raw HTML is shown as text, comments are left out, unsafe addresses lead
/// nowhere; for plain CommonMark everything else is byte for byte what cmark writes.
package struct MarkdownHTMLRenderer {
  /// Renders the sibling blocks from `first` on, without footnote definitions. O(their nodes and text).
  ///
  /// - Parameters:
  ///   - end: the sibling to stop before; nil renders to the last.
  ///   - spans: links over running text, sorted by `lower`, disjoint.
  ///   - writer: writes what only the caller knows.
  ///   - anchors: whether headings get an `id`.
  package static func render(
    _ tree: MarkdownTree, from first: NodeID?, upTo end: NodeID? = nil, spans: [TextSpan] = [],
    writer: inout some MarkdownLinkWriter, anchors: Bool = true, into output: inout [UInt8]
  ) {
    var renderer = HTMLRun(tree: tree, spans: spans, anchors: anchors, passesAll: false)
    renderer.render(from: first, upTo: end, writer: &writer, into: &output)
  }

  /// Renders the notes that are referred to, in the order of their numbers, as one section; nothing
  /// where there are none. To be called once a page.
  package static func renderFootnotes(
    _ tree: MarkdownTree, spans: [TextSpan] = [], writer: inout some MarkdownLinkWriter,
    anchors: Bool = true, into output: inout [UInt8]
  ) {
    let used = tree.footnotes.filter { $0.number > 0 }.sorted { $0.number < $1.number }
    guard !used.isEmpty else { return }
    var renderer = HTMLRun(tree: tree, spans: spans, anchors: anchors, passesAll: false)
    output.append(contentsOf: "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n".utf8)
    for footnote in used {
      output.append(contentsOf: "<li id=\"fn-\(footnote.number)\">\n".utf8)
      let children = tree.children(of: footnote.node)
      renderer.render(from: children.first, upTo: nil, writer: &writer, into: &output)
      let back =
        "<a href=\"#fnref-\(footnote.number)\" class=\"footnote-back\""
        + " aria-label=\"Back to the text\">↩</a>"
      if let last = children.last, tree[last].kind == .paragraph, output.hasSuffix("</p>\n") {
        output.removeLast(5)
        output.append(contentsOf: " \(back)</p>\n".utf8)
      } else {
        output.append(contentsOf: "\(back)\n".utf8)
      }
      output.append(contentsOf: "</li>\n".utf8)
    }
    output.append(contentsOf: "</ol>\n</section>\n".utf8)
  }

  /// The whole tree with its footnotes, links as `PlainLinkWriter` writes them.
  package static func html(_ tree: MarkdownTree, anchors: Bool = false) -> String {
    var output: [UInt8] = []
    var writer = PlainLinkWriter()
    render(tree, from: tree.blocks.first, writer: &writer, anchors: anchors, into: &output)
    renderFootnotes(tree, writer: &writer, anchors: anchors, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// As `html`, but raw HTML and unsafe addresses pass. Only for conformance tests of CommonMark.
  static func unsafeHTML(_ tree: MarkdownTree) -> String {
    var output: [UInt8] = []
    var writer = PlainLinkWriter()
    var renderer = HTMLRun(tree: tree, spans: [], anchors: false, passesAll: true)
    renderer.render(from: tree.blocks.first, upTo: nil, writer: &writer, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    count >= suffix.utf8CodeUnitCount
      && "\(suffix)".utf8.elementsEqual(self.suffix(suffix.utf8CodeUnitCount))
  }
}

extension HTMLRun {
  /// Writes an inline without children.
  mutating func writeInline(
    _ node: MarkdownNode, writer: inout some MarkdownLinkWriter, into output: inout [UInt8]
  ) {
    let payload = Int(node.payload)
    switch node.kind {
    case .code:
      output.append(contentsOf: "<code>".utf8)
      HTMLEscaping.append(tree.text[node.text], to: &output)
      output.append(contentsOf: "</code>".utf8)
    case .htmlInline: writeInlineHTML(node, into: &output)
    case .wikilink:
      var label: [UInt8] = []
      HTMLEscaping.append(tree.text[node.text], to: &label)
      writer.writeWikilink(tree.wikilinks[payload], label: label[...], into: &output)
    case .citation: writer.writeCitation(tree.citations[payload], into: &output)
    case .footnoteReference:
      let reference = tree.footnoteReferences[payload]
      let number = tree.footnotes[reference.footnote].number
      let suffix = reference.occurrence > 1 ? "-\(reference.occurrence)" : ""
      output.append(
        contentsOf: ("<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\""
          + " id=\"fnref-\(number)\(suffix)\">\(number)</a></sup>").utf8)
    default: break
    }
  }

  private func writeInlineHTML(_ node: MarkdownNode, into output: inout [UInt8]) {
    let literal = tree.text[node.text]
    if passesAll {
      output.append(contentsOf: literal)
    } else if !literal.starts(with: "<!--".utf8) {
      HTMLEscaping.append(literal, to: &output)
    }
  }

  mutating func openLink(
    _ node: MarkdownNode, writer: inout some MarkdownLinkWriter, into output: inout [UInt8]
  ) {
    isInLink = true
    let link = tree.links[Int(node.payload)]
    guard let address = address(of: link, isImage: false, writer: &writer) else { return }
    isLinkWritten = true
    output.append(contentsOf: "<a href=\"".utf8)
    HTMLEscaping.appendAddress(address, to: &output)
    output.append(UInt8(ascii: "\""))
    writeTitle(link.title, into: &output)
    output.append(UInt8(ascii: ">"))
  }

  /// Writes an image; where its address is no good, the text that stands for it.
  mutating func writeImage(
    _ id: NodeID, writer: inout some MarkdownLinkWriter, into output: inout [UInt8]
  ) {
    let link = tree.links[Int(tree[id].payload)]
    guard let address = address(of: link, isImage: true, writer: &writer) else {
      return writePlain(below: id, into: &output)
    }
    output.append(contentsOf: "<img src=\"".utf8)
    HTMLEscaping.appendAddress(address, to: &output)
    output.append(contentsOf: "\" alt=\"".utf8)
    writePlain(below: id, into: &output)
    output.append(UInt8(ascii: "\""))
    writeTitle(link.title, into: &output)
    output.append(contentsOf: " />".utf8)
  }

  private func address(
    of link: MarkdownTree.Link, isImage: Bool, writer: inout some MarkdownLinkWriter
  ) -> String? {
    guard passesAll || MarkdownTree.isSafe(link.destination) else { return nil }
    return writer.destination(of: link, isImage: isImage)
  }

  private func writeTitle(_ title: String, into output: inout [UInt8]) {
    guard !title.isEmpty else { return }
    output.append(contentsOf: " title=\"".utf8)
    HTMLEscaping.append(title, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// The words below a node, escaped, without markup.
  private func writePlain(below id: NodeID, into output: inout [UInt8]) {
    var index = id.index + 1
    let end = tree.subtreeEnd(of: id).index
    while index < end {
      let node = tree.nodes[index]
      switch node.kind {
      case .text, .code: HTMLEscaping.append(tree.text[node.text], to: &output)
      case .softBreak, .hardBreak: output.append(0x20)
      case .htmlInline:
        let literal = tree.text[node.text]
        if passesAll || !literal.starts(with: "<!--".utf8) {
          HTMLEscaping.append(literal, to: &output)
        }
      default: break
      }
      index += 1
    }
  }
}

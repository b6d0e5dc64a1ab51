extension HTMLRun {
  mutating func enterBlock(_ id: NodeID, into output: inout [UInt8]) -> Bool {
    let node = tree[id]
    switch node.kind {
    case .paragraph:
      guard !isInTightList(node) else { return true }
      startLine(&output)
      output.append(contentsOf: "<p>".utf8)
    case .heading: openHeading(node, into: &output)
    case .blockQuote: openLine("<blockquote>", &output)
    case .list: openList(node, into: &output)
    case .listItem:
      startLine(&output)
      output.append(contentsOf: "<li>".utf8)
    case .callout: openCallout(node, into: &output)
    case .table:
      openLine(
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">", &output)
      openLine("<table>", &output)
    case .tableRow:
      if node.detail == 1 { openLine("<thead>", &output) }
      openLine("<tr>", &output)
    case .tableCell: openCell(node, into: &output)
    case .codeBlock:
      writeCodeBlock(node, into: &output)
      return false
    case .htmlBlock:
      writeHTMLBlock(node, into: &output)
      return false
    case .thematicBreak:
      openLine("<hr />", &output)
      return false
    case .footnoteDefinition: return false
    default: break
    }
    return true
  }

  mutating func leaveBlock(_ id: NodeID, into output: inout [UInt8]) {
    let node = tree[id]
    switch node.kind {
    case .paragraph:
      endSpans(into: &output)
      if !isInTightList(node) { output.append(contentsOf: "</p>\n".utf8) }
    case .heading:
      endSpans(into: &output)
      output.append(contentsOf: "</h\(node.detail)>\n".utf8)
    case .blockQuote: openLine("</blockquote>", &output)
    case .callout: openLine("</aside>", &output)
    case .list: output.append(contentsOf: (node.detail & 1 == 1 ? "</ol>\n" : "</ul>\n").utf8)
    case .listItem: output.append(contentsOf: "</li>\n".utf8)
    case .tableCell:
      endSpans(into: &output)
      output.append(contentsOf: (node.detail & 4 == 0 ? "</td>\n" : "</th>\n").utf8)
    case .tableRow:
      output.append(contentsOf: "</tr>\n".utf8)
      guard node.detail == 1 else { break }
      output.append(contentsOf: "</thead>\n".utf8)
      if node.nextSibling != .none { output.append(contentsOf: "<tbody>\n".utf8) }
    case .table:
      let hasBody = tree.firstChild(of: id).map { tree[$0].nextSibling != .none } ?? false
      if hasBody { output.append(contentsOf: "</tbody>\n".utf8) }
      output.append(contentsOf: "</table>\n</div>\n".utf8)
    default: break
    }
  }

  private mutating func endSpans(into output: inout [UInt8]) {
    closeSpan(into: &output)
    span = nil
  }

  /// As cmark: a line ending, unless the output stands at the start of a line.
  private func startLine(_ output: inout [UInt8]) {
    if let last = output.last, last != 0x0A { output.append(0x0A) }
  }

  private func openLine(_ tag: String, _ output: inout [UInt8]) {
    startLine(&output)
    output.append(contentsOf: tag.utf8)
    output.append(0x0A)
  }

  private func isInTightList(_ node: MarkdownNode) -> Bool {
    guard node.parent != .none, case let item = tree[node.parent], item.kind == .listItem,
      item.parent != .none
    else { return false }
    return tree[item.parent].detail & 2 != 0
  }

  private func openHeading(_ node: MarkdownNode, into output: inout [UInt8]) {
    startLine(&output)
    output.append(contentsOf: "<h\(node.detail)".utf8)
    if anchors, node.payload >= 0 {
      output.append(contentsOf: " id=\"".utf8)
      HTMLEscaping.append(tree.headings[Int(node.payload)].anchor, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
  }

  private func openList(_ node: MarkdownNode, into output: inout [UInt8]) {
    startLine(&output)
    if node.detail & 1 == 0 {
      output.append(contentsOf: "<ul>\n".utf8)
    } else if case let start = tree.lists[Int(node.payload)].start, start != 1 {
      output.append(contentsOf: "<ol start=\"\(start)\">\n".utf8)
    } else {
      output.append(contentsOf: "<ol>\n".utf8)
    }
  }

  private func openCallout(_ node: MarkdownNode, into output: inout [UInt8]) {
    let callout = tree.callouts[Int(node.payload)]
    openLine("<aside class=\"callout callout-\(callout.type)\">", &output)
    output.append(contentsOf: "<p class=\"callout-title\">".utf8)
    let title = callout.title.isEmpty ? callout.type.capitalizedASCII : callout.title
    HTMLEscaping.append(title, to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }

  private func openCell(_ node: MarkdownNode, into output: inout [UInt8]) {
    startLine(&output)
    output.append(contentsOf: (node.detail & 4 == 0 ? "<td" : "<th scope=\"col\"").utf8)
    switch node.detail & 3 {
    case 1: output.append(contentsOf: " class=\"align-left\"".utf8)
    case 2: output.append(contentsOf: " class=\"align-center\"".utf8)
    case 3: output.append(contentsOf: " class=\"align-right\"".utf8)
    default: break
    }
    output.append(UInt8(ascii: ">"))
  }

  private func writeCodeBlock(_ node: MarkdownNode, into output: inout [UInt8]) {
    startLine(&output)
    output.append(contentsOf: "<pre><code".utf8)
    let info = tree.codeBlocks[Int(node.payload)].info
    if !info.isEmpty {
      output.append(contentsOf: " class=\"language-".utf8)
      let language = info.utf8.prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
      HTMLEscaping.append(Array(language)[...], to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    HTMLEscaping.append(tree.text[node.text], to: &output)
    output.append(contentsOf: "</code></pre>\n".utf8)
  }

  private func writeHTMLBlock(_ node: MarkdownNode, into output: inout [UInt8]) {
    let literal = tree.text[node.text]
    if passesAll {
      startLine(&output)
      output.append(contentsOf: literal)
      return startLine(&output)
    }
    let visible = HTMLComments.removed(from: literal)
    guard !visible.isEmpty else { return }
    startLine(&output)
    output.append(contentsOf: "<p>".utf8)
    HTMLEscaping.append(visible[...], to: &output)
    output.append(contentsOf: "</p>\n".utf8)
  }
}

extension String {
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}

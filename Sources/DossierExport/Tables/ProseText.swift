import CommonMark
import DossierModel

/// The running text of a page.
enum ProseText {
  /// The paragraphs, headings and cells of the prose, a line each, without what Markdown adds to them.
  /// O(nodes).
  static func of(_ page: Page) -> String {
    let tree = page.body
    var lines: [String] = []
    for run in page.prose {
      for node in tree.nodes[run.first.index..<(run.end?.index ?? tree.nodes.count)] {
        switch node.kind {
        case .paragraph, .heading, .tableCell, .codeBlock, .htmlBlock:
          let text = words(tree.text[node.text])
          if !text.isEmpty { lines.append(text) }
        default: break
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The text without the gaps that citations leave before a space or a full stop. O(length).
  private static func words(_ text: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      if byte == 0x20, bytes.isEmpty || bytes.last == 0x20 { continue }
      if bytes.last == 0x20, ".,;:!?)".utf8.contains(byte) { bytes.removeLast() }
      bytes.append(byte)
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

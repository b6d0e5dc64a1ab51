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
          let text = String(decoding: tree.text[node.text], as: UTF8.self)
          if !text.isEmpty { lines.append(text) }
        default: break
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}

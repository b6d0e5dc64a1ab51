import Testing

@testable import CommonMark

@Suite("Positions")
struct PositionTests {
  /// Bytes of letters and digits in text and code whose source offset leads to another byte.
  static func strays(in tree: MarkdownTree, source: [UInt8]) -> [String] {
    var strays: [String] = []
    for node in tree.nodes where [.text, .code, .wikilink].contains(node.kind) {
      for offset in node.text {
        let byte = tree.text[offset]
        guard byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 else { continue }
        let at = tree.sourceOffset(ofText: offset)
        if at >= source.count || source[at] != byte {
          let word = String(decoding: tree.text[node.text], as: UTF8.self)
          strays.append("\(node.kind) “\(word)” \(offset) -> \(at)")
          break
        }
      }
    }
    return strays
  }

  @Test("probe spec")
  func probe() {
    for file in ["commonmark-0.30-spec.txt", "gfm-extensions.txt", "pulldown-footnotes.txt", "pulldown-wikilinks.txt", "pulldown-blockquotes_tags.txt"] {
      guard let examples = SpecExamples.load(file) else { continue }
      var bad = 0
      for example in examples {
        let source = Array(example.markdown.utf8)
        let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
        let strays = Self.strays(in: tree, source: source)
        if !strays.isEmpty { bad += 1; print(file, example.number, strays, example.markdown.debugDescription.prefix(200)) }
        for node in tree.nodes where node.kind == .link {
          let text = String(decoding: source[node.source], as: UTF8.self)
          if !((text.hasPrefix("[") && (text.hasSuffix("]") || text.hasSuffix(")"))) || (text.hasPrefix("<") && text.hasSuffix(">"))) {
            print(file, example.number, "LINK", text.debugDescription, example.markdown.debugDescription.prefix(200))
          }
        }
        for node in tree.nodes where node.kind == .emphasis || node.kind == .strong || node.kind == .code || node.kind == .htmlInline {
          let text = source[node.source]
          if text.first != text.last && node.kind != .htmlInline || text.count < 2 || node.kind == .htmlInline && (text.first != 0x3C || text.last != 0x3E) {
            print(file, example.number, node.kind, String(decoding: text, as: UTF8.self).debugDescription, example.markdown.debugDescription.prefix(200))
          }
        }
      }
      print(file, "bad:", bad, "of", examples.count)
    }
  }
}

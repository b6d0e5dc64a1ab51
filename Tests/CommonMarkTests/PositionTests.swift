import Testing

@testable import CommonMark

@Suite("Positions")
struct PositionTests {
  /// Letters and digits of running text whose source offset leads to something else.
  private func strays(in tree: MarkdownTree, source: [UInt8]) -> [String] {
    var strays: [String] = []
    for node in tree.nodes where [.text, .code, .wikilink].contains(node.kind) {
      for offset in node.text {
        let byte = tree.text[offset]
        guard byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 else { continue }
        let at = tree.sourceOffset(ofText: offset)
        if at >= source.count || source[at] != byte {
          strays.append("\(node.kind) \(String(decoding: tree.text[node.text], as: UTF8.self))")
          break
        }
      }
    }
    return strays
  }

  /// What does not hold of a tree that must hold of every tree.
  static func faults(of tree: MarkdownTree, length: Int) -> [String] {
    var faults: [String] = []
    for (index, node) in tree.nodes.enumerated() {
      let id = NodeID(index)
      if node.source.upperBound > length || node.text.upperBound > tree.text.count {
        faults.append("\(id): out of bounds")
      }
      guard let parent = tree.parent(of: id) else {
        if index != 0 { faults.append("\(id): no parent") }
        continue
      }
      if parent >= id || !tree.children(of: parent).contains(id) {
        faults.append("\(id): not its parent's child")
      }
      let outer = tree[parent]
      if node.kind != .htmlInline,
        node.text.lowerBound < outer.text.lowerBound || node.text.upperBound > outer.text.upperBound
      {
        faults.append("\(id): text outside its parent's")
      }
      if let next = tree.nextSibling(of: id) {
        if next <= id { faults.append("\(id): order") }
        if node.kind.isInline, node.kind != .htmlInline, tree[next].kind != .htmlInline,
          tree[next].text.lowerBound != node.text.upperBound
        {
          faults.append("\(id): text not contiguous")
        }
        if node.kind == .text, tree[next].kind == .text { faults.append("\(id): split text") }
      }
    }
    return faults
  }

  /// What does not stand where an inline is said to stand.
  private func misplaced(in tree: MarkdownTree, source: [UInt8]) -> [String] {
    tree.nodes.compactMap { node in
      let text = String(decoding: source[node.source], as: UTF8.self)
      let holds =
        switch node.kind {
        case .link:
          text.hasPrefix("<") && text.hasSuffix(">")
            || text.hasPrefix("[") && (text.hasSuffix("]") || text.hasSuffix(")"))
        case .image: text.hasPrefix("![") && (text.hasSuffix("]") || text.hasSuffix(")"))
        case .wikilink: text.hasPrefix("[[") && text.hasSuffix("]]")
        case .citation: text.hasPrefix("[@") && text.hasSuffix("]")
        case .footnoteReference: text.hasPrefix("[^") && text.hasSuffix("]")
        case .emphasis, .strong, .code: text.count >= 2 && text.first == text.last
        case .htmlInline: text.hasPrefix("<") && text.hasSuffix(">")
        default: true
        }
      return holds ? nil : "\(node.kind) \(text)"
    }
  }

  @Test(
    "every example of every specification keeps its positions",
    arguments: [
      "commonmark-0.30-spec.txt", "gfm-extensions.txt", "pulldown-footnotes.txt",
      "pulldown-wikilinks.txt", "pulldown-blockquotes_tags.txt",
    ])
  func examples(file: String) {
    guard let examples = SpecExamples.load(file) else { return }
    #expect(!examples.isEmpty)
    let front = "---\nfront matter\n---\n"
    for example in examples {
      let source = Array((front + example.markdown).utf8)
      let tree = MarkdownTree.parse(source, from: front.utf8.count, extensions: .all)
      let found =
        strays(in: tree, source: source) + Self.faults(of: tree, length: source.count)
        + misplaced(in: tree, source: source)
      #expect(found == [], "\(file) \(example.number)")
    }
  }

  @Test(
    "names and marks are found where they stand: in continuation lines, cells, notes, after entities"
  )
  func places() {
    let markdown = """
      > A &amp; B\\* [[one|first]]
      > - lazy\n[@two p1] &copy; word

      | a \\| cell | [[three]] |
      |---|---|

      [^n]: note
          [[four]]

      x[^n] [a](</b c> "t")[[five]]
      """
    let source = Array(markdown.utf8)
    let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
    let marks = tree.nodes.filter {
      [.wikilink, .citation, .footnoteReference, .link].contains($0.kind)
    }
    .map { String(decoding: source[$0.source], as: UTF8.self) }
    #expect(
      marks == [
        "[[one|first]]", "[@two p1]", "[[three]]", "[^n]", "[a](</b c> \"t\")", "[[five]]",
        "[[four]]",
      ])
    for word in ["first", "lazy", "word", "cell", "note", "four"] {
      let offset = tree.text.indices.first { tree.text[$0...].starts(with: word.utf8) } ?? 0
      #expect(source[tree.sourceOffset(ofText: offset)...].starts(with: word.utf8), "\(word)")
    }
  }

  @Test("blocks have the range of their text")
  func blocks() {
    let markdown = "# A #\n\nB\n===\n\n- b\n  c\n\n> d\ne\n\n```\nf\n```\n\n| g |\n|---|\n| h |\n"
    let source = Array(markdown.utf8)
    let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
    #expect(
      tree.blocks.map { String(decoding: source[tree[$0].source], as: UTF8.self) }
        == ["# A #", "B\n===", "- b\n  c", "> d\ne", "```\nf\n```", "| g |\n|---|\n| h |"])
    #expect(
      tree.blocks.map { String(decoding: tree.text[tree[$0].text], as: UTF8.self) }
        == ["A", "B", "b c", "d e", "f\n", "g\nh"])
  }

  @Test(
    "a block that ends the file with something of ours reaches to its end",
    arguments: [
      "a [@x p1]", "- a\n  - b [@x p1]", "a [[x|y]]", "a[^1]\n\n[^1]: b [@x p1]", "> a [@x]",
    ])
  func endOfFile(markdown: String) {
    let source = Array(markdown.utf8)
    let tree = MarkdownTree.parse(source, from: 0, extensions: .all)
    let ends = tree.nodes.filter { $0.kind == .paragraph }.map(\.source.upperBound)
    #expect(ends.contains(source.count))
  }
}

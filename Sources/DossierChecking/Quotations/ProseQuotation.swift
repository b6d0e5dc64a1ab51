import CommonMark
import DossierModel

/// Words in quotation marks right before a citation: what prose quotes to the letter.
struct ProseQuotation {
  let text: String
  let use: SourceUse
  /// The words with their marks, as UTF-8 offsets in the file.
  let range: Range<Int>

  /// The quotations of a text. Citations that follow one another vouch for the same words; a full stop or
  /// comma may stand between the words and the citation. O(length + citations).
  static func all(
    in tree: MarkdownTree, _ citations: [(node: NodeID, use: SourceUse)]
  ) -> [ProseQuotation] {
    var result: [ProseQuotation] = []
    for (node, use) in citations {
      guard let block = tree.parent(of: node).map({ block(of: $0, in: tree) }) else { continue }
      let position = tree[node].text.lowerBound
      guard let range = quotation(before: position, in: tree.text, from: block.lowerBound) else {
        continue
      }
      let lower = tree.sourceOffset(ofText: range.lowerBound)
      let upper = tree.sourceOffset(ofText: range.upperBound - 1) + 1
      guard lower < upper else { continue }
      let words = String(decoding: tree.text[range], as: UTF8.self)
      // A comma or full stop before the closing mark may be the sentence's own.
      var scalars = words.unicodeScalars.dropFirst().dropLast()
      while let last = scalars.last, last == "," || last == "." { scalars.removeLast() }
      let inner = String(scalars)
      guard !QuotationText(inner).pieces.isEmpty else { continue }
      result.append(ProseQuotation(text: inner, use: use, range: lower..<upper))
    }
    return result
  }

  private static func block(of node: NodeID, in tree: MarkdownTree) -> Range<Int> {
    var current = node
    while tree[current].kind.isInline, let parent = tree.parent(of: current) { current = parent }
    return tree[current].text
  }

  /// A closing quotation mark with those that may open what it closes, as UTF-8. Single marks are left
  /// out: they are apostrophes as well.
  private static let pairs: [(close: [UInt8], open: [[UInt8]])] = [
    (Array("\"".utf8), [Array("\"".utf8)]),
    (Array("”".utf8), [Array("“".utf8), Array("„".utf8), Array("”".utf8)]),
    (Array("“".utf8), [Array("„".utf8)]),
    (Array("»".utf8), [Array("«".utf8)]),
    (Array("«".utf8), [Array("»".utf8)]),
  ]

  /// The longest passage that is looked through for the opening mark, in bytes: whoever opens none must
  /// not make every citation behind read the paragraph anew.
  private static let longest = 4096

  /// Whether something stands right before `index` that an opening mark does not follow: the nearest
  /// straight mark may be one that closes, and what is behind it a sign for inches.
  private static func isWithinWord(_ index: Int, in text: [UInt8], from start: Int) -> Bool {
    guard text[index] == UInt8(ascii: "\""), index > start else { return false }
    let before = text[index - 1]
    return before < 0x80
      && ![0x20, 0x0A, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/")]
        .contains(before)
  }

  private static func quotation(
    before position: Int, in text: [UInt8], from start: Int
  ) -> Range<Int>? {
    var end = position
    while end > start, [0x20, 0x0A, 0x2C, 0x2E, 0x3A, 0x3B].contains(text[end - 1]) { end -= 1 }
    for (close, opens) in pairs {
      guard end - start > close.count, text[(end - close.count)..<end].elementsEqual(close) else {
        continue
      }
      var index = end - close.count - 1
      let floor = max(start, end - longest)
      while index >= floor {
        for open in opens
        where index + open.count <= end - close.count
          && text[index..<(index + open.count)].elementsEqual(open)
        {
          let isEmpty = index + open.count == end - close.count
          return isEmpty || isWithinWord(index, in: text, from: start) ? nil : index..<end
        }
        index -= 1
      }
    }
    return nil
  }
}

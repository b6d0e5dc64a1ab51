/// A wikilink, citation or footnote reference in the source. cmark would split it at its brackets and
/// read emphasis inside it, so it is given a placeholder instead: `{`, the noncharacter U+FDD0, the
/// mark's number, `}`. Braces are punctuation as brackets are, so what stands beside a mark reads the
/// same; digits survive the case folding of link labels.
struct InlineMark {
  enum Kind: UInt8 {
    case wikilink, citation, footnoteReference
    /// Bytes that are to stay text (see `CostGuards`).
    case literal
  }

  let kind: Kind
  /// Offsets in the source, brackets included.
  let range: Range<Int>

  /// No mark is longer, brackets included.
  static let maximumLength = 504

  init(literal range: Range<Int>) {
    kind = .literal
    self.range = range
  }

  /// The mark that starts at `start`, where a `[` stands, if it ends before `end`.
  init?(
    at start: Int, before end: Int, in source: UnsafeBufferPointer<UInt8>,
    extensions: MarkdownExtensions
  ) {
    guard start + 3 < end else { return nil }
    switch unsafe source[start + 1] {
    case UInt8(ascii: "[") where extensions.contains(.wikilinks): kind = .wikilink
    case UInt8(ascii: "@") where extensions.contains(.citations): kind = .citation
    case UInt8(ascii: "^") where extensions.contains(.footnotes): kind = .footnoteReference
    default: return nil
    }
    let first = unsafe source[start + 2]
    if kind != .wikilink, first == 0x20 || first == 0x09 { return nil }
    let limit = min(end, start + Self.maximumLength)
    var index = start + 2
    while index < limit {
      switch unsafe source[index] {
      case UInt8(ascii: "]"):
        guard index > start + 2 else { return nil }
        if kind == .wikilink {
          guard index + 1 < limit, unsafe source[index + 1] == UInt8(ascii: "]") else { return nil }
          index += 1
        } else if kind == .citation, index + 1 < end,
          unsafe source[index + 1] == UInt8(ascii: "(")
        {
          return nil  // [@name](address) is a link.
        }
        range = start..<(index + 1)
        return
      // A code span binds tighter, so a mark holds no backtick.
      case UInt8(ascii: "["), UInt8(ascii: "`"), 0x0A, 0x0D, 0x00: return nil
      case 0x20, 0x09: if kind == .footnoteReference { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The three bytes of U+FDD0.
  static let sentinel: [UInt8] = [0xEF, 0xB7, 0x90]

  static func placeholder(_ number: Int) -> [UInt8] {
    [UInt8(ascii: "{")] + sentinel + Array(String(number).utf8) + [UInt8(ascii: "}")]
  }

  /// The first placeholder in `bytes` from `start` on: where it stands and which mark it stands for.
  static func findPlaceholder(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (range: Range<Int>, number: Int)? {
    var next = start
    while true {
      let index = unsafe ByteSearch.first(0xEF, in: bytes, from: next, to: bytes.count) - 1
      guard index + 5 < bytes.count else { return nil }
      next = index + 2
      guard index >= start, unsafe bytes[index] == UInt8(ascii: "{"),
        unsafe bytes[index + 2] == 0xB7, unsafe bytes[index + 3] == 0x90
      else { continue }
      var number = 0
      var end = index + 4
      while end < bytes.count, end < index + 14, case let digit = unsafe bytes[end],
        digit >= 0x30, digit <= 0x39
      {
        number = number * 10 + Int(digit - 0x30)
        end += 1
      }
      if end < bytes.count, unsafe bytes[end] == UInt8(ascii: "}") {
        return (index..<(end + 1), number)
      }
    }
  }
}

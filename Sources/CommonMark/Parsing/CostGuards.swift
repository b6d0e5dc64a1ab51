/// What must not reach cmark 0.30.2 as markup, because a short text of it takes quadratic time there:
/// it gets a placeholder and so stays text.
enum CostGuards {
  /// Every link walks over all image brackets that are open before it (CVE-2023-22486): this many are
  /// read between two blank lines.
  static let maximumImages = 4096
  /// Every blank line walks down all open list items: a marker behind this column is none, which
  /// leaves a hundred levels.
  static let maximumListColumn = 200

  /// The marks to set, in order. O(bytes).
  static func marks(in source: [UInt8], from start: Int) -> [InlineMark] {
    var marks: [InlineMark] = []
    let hasReturns = ByteSearch.contains(0x0D, in: source, from: start)
    unsafe source.withUnsafeBufferPointer { source in
      var images = 0
      var index = start
      let countsImages = unsafe hasManyImages(source, from: start)
      while index < source.count {
        let (text, marker) = unsafe lineStart(source, at: index)
        if let marker { marks.append(InlineMark(literal: marker)) }
        index = marker?.upperBound ?? text
        // A blank line ends whatever brackets are open.
        if index < source.count, unsafe isLineEnd(source[index]) { images = 0 }
        if !countsImages, !hasReturns {
          index = unsafe ByteSearch.first(0x0A, in: source, from: index, to: source.count) + 1
          continue
        }
        while index < source.count, unsafe !isLineEnd(source[index]) {
          if unsafe source[index] == UInt8(ascii: "!"), index + 1 < source.count,
            unsafe source[index + 1] == UInt8(ascii: "[")
          {
            images += 1
            if images > maximumImages { marks.append(InlineMark(literal: index..<(index + 1))) }
          }
          index += 1
        }
        index += 1
      }
    }
    return marks
  }

  private static func hasManyImages(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    var count = 0
    var index = start
    while count <= maximumImages {
      index = unsafe ByteSearch.first(UInt8(ascii: "!"), in: source, from: index, to: source.count)
      guard index + 1 < source.count else { return false }
      if unsafe source[index + 1] == UInt8(ascii: "[") { count += 1 }
      index += 1
    }
    return true
  }

  /// Where a line's text begins, and the first list marker before it that stands too far right.
  private static func lineStart(
    _ source: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (text: Int, marker: Range<Int>?) {
    var column = 0
    var index = start
    while index < source.count {
      var length = 1
      switch unsafe source[index] {
      case 0x20, UInt8(ascii: ">"): break
      case 0x09: column += 3 - column % 4
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), 0x30...0x39:
        length = unsafe markerLength(source, at: index)
        if length == 0 { return (index, nil) }
        if column >= maximumListColumn { return (index, index..<(index + length)) }
        column += length - 1
      default: return (index, nil)
      }
      column += 1
      index += length
    }
    return (index, nil)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func markerLength(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start
    while index < source.count, index - start < 9, unsafe source[index] &- 0x30 < 10 { index += 1 }
    if index > start {
      guard index < source.count,
        unsafe source[index] == UInt8(ascii: ".") || source[index] == UInt8(ascii: ")")
      else { return 0 }
    }
    index += 1
    guard index < source.count else { return index - start }
    let next = unsafe source[index]
    return next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D ? index - start : 0
  }
}

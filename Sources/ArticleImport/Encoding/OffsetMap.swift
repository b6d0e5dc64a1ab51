/// The way from an offset in a decoded text back to the byte of the capture.
struct OffsetMap: Sendable {
  private enum Kind: Sendable {
    /// The text is the capture, but for a few places where the distance changes.
    case shifted
    /// One byte of the capture a scalar.
    case singleByte
    /// Two bytes of the capture a scalar, four beyond U+FFFF.
    case utf16
  }

  private let kind: Kind
  /// Places where both offsets are known, in rising order; the first is the text's start.
  private var marks: [(text: Int, raw: Int)]
  /// A mark every so many bytes of text, so that no look-up walks further.
  private static let step = 1024

  /// For a text whose bytes are those of the capture, from `start` on.
  static func identity(from start: Int) -> OffsetMap {
    OffsetMap(kind: .shifted, marks: [(0, start)])
  }
  /// For a text of one byte a scalar.
  static var singleByte: OffsetMap { OffsetMap(kind: .singleByte, marks: [(0, 0)]) }
  /// For UTF-16 that starts at byte `start`.
  static func utf16(from start: Int) -> OffsetMap {
    OffsetMap(kind: .utf16, marks: [(0, start)])
  }

  /// Says that `text` and `raw` are the same place, if that helps.
  mutating func mark(text: Int, raw: Int) {
    guard let last = marks.last else { return }
    switch kind {
    case .shifted where raw - text == last.raw - last.text: return
    case .singleByte where text - last.text < Self.step: return
    case .utf16 where text - last.text < Self.step: return
    default: marks.append((text, raw))
    }
  }

  /// The byte of the capture in which the scalar at `offset` of `text` starts. O(log n).
  func raw(of offset: Int, in text: [UInt8]) -> Int {
    var lower = 0
    var upper = marks.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if marks[middle].text <= offset { lower = middle } else { upper = middle }
    }
    let mark = marks[lower]
    if kind == .shifted { return mark.raw + offset - mark.text }
    var at = mark.text
    var raw = mark.raw
    while at < offset, at < text.count {
      let byte = text[at]
      at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      raw += kind == .singleByte ? 1 : byte < 0xF0 ? 2 : 4
    }
    return raw
  }

  /// The way back: the offset in `text` of the scalar that starts at byte `raw` of the capture, or of
  /// the next one. O(log n).
  func text(of raw: Int, in text: [UInt8]) -> Int {
    var lower = 0
    var upper = marks.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if marks[middle].raw <= raw { lower = middle } else { upper = middle }
    }
    let mark = marks[lower]
    if kind == .shifted { return min(max(mark.text + raw - mark.raw, 0), text.count) }
    var at = mark.text
    var reached = mark.raw
    while reached < raw, at < text.count {
      let byte = text[at]
      at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      reached += kind == .singleByte ? 1 : byte < 0xF0 ? 2 : 4
    }
    return at
  }
}

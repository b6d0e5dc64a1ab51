/// The text that cmark is given, put together from stretches of the source and of our own, with the
/// way back from its offsets to those of the source.
struct PreparedText {
  /// From `prepared` on, offsets run along with the source from `source` on, until the next piece; or
  /// all stand for `source`.
  private struct Piece {
    let prepared: Int
    let source: Int
    let isOwn: Bool
  }

  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  /// Offsets of the first byte of every line, as cmark counts lines: LF, CR and CR LF end one.
  private(set) var lines: [Int] = []
  /// The piece that was found last; questions come nearly in order.
  private var recent = 0

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Appends `source[range]` unchanged.
  mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(prepared: bytes.count, source: range.lowerBound, isOwn: false))
    bytes.append(contentsOf: source[range])
  }

  /// Appends bytes that stand for the source at `source`.
  mutating func append(_ own: some Sequence<UInt8>, standingFor source: Int) {
    pieces.append(Piece(prepared: bytes.count, source: source, isOwn: true))
    bytes.append(contentsOf: own)
  }

  /// Says where the text ends in the source: what stands for something there covers it to its end.
  mutating func end(at source: Int) {
    pieces.append(Piece(prepared: bytes.count, source: source, isOwn: false))
  }

  /// Appends a stretch of another prepared text with its way back.
  mutating func append(_ other: PreparedText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var lower = range.lowerBound
    var index = other.pieceIndex(of: lower)
    while lower < range.upperBound {
      let end =
        index + 1 < other.pieces.count ? other.pieces[index + 1].prepared : other.bytes.count
      pieces.append(
        Piece(
          prepared: bytes.count, source: other.source(of: lower, in: index),
          isOwn: other.pieces[index].isOwn))
      bytes.append(contentsOf: other.bytes[lower..<min(end, range.upperBound)])
      lower = end
      index += 1
    }
  }

  /// Finds the lines. To be called once, when all is appended.
  mutating func findLines() {
    lines.reserveCapacity(bytes.count / 32 + 1)
    lines.append(0)
    let hasReturns = ByteSearch.contains(0x0D, in: bytes, from: 0)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      if !hasReturns {
        while case let end = unsafe ByteSearch.first(0x0A, in: bytes, from: index, to: bytes.count),
          end < bytes.count
        {
          index = end + 1
          lines.append(index)
        }
        return
      }
      while index < bytes.count {
        let byte = unsafe bytes[index]
        index += 1
        if byte == 0x0A {
          lines.append(index)
        } else if byte == 0x0D {
          if index < bytes.count, unsafe bytes[index] == 0x0A { index += 1 }
          lines.append(index)
        }
      }
    }
  }

  /// The offset of a line's end, before its line ending. Lines count from 1.
  func lineEnd(_ line: Int) -> Int {
    var end = line < lines.count ? lines[line] : bytes.count
    let start = lineStart(line)
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  func lineStart(_ line: Int) -> Int {
    guard let last = lines.last else { return 0 }
    return line >= 1 ? (line <= lines.count ? lines[line - 1] : last) : 0
  }

  /// The offset of cmark's line and column, within the line.
  func offset(line: Int, column: Int) -> Int {
    let start = lineStart(line)
    return min(max(start, start + column), lineEnd(line))
  }

  /// The source offset of a prepared offset. O(log pieces), O(1) when asked nearly in order.
  mutating func source(of offset: Int) -> Int {
    guard !pieces.isEmpty else { return 0 }
    if pieces[recent].prepared > offset
      || (recent + 1 < pieces.count && pieces[recent + 1].prepared <= offset)
    {
      let next = recent + 1
      let isNext =
        next < pieces.count && pieces[next].prepared <= offset
        && (next + 1 == pieces.count || pieces[next + 1].prepared > offset)
      recent = isNext ? next : pieceIndex(of: offset)
    }
    return source(of: offset, in: recent)
  }

  /// As `source(of:)`, where the text may not be changed. O(log pieces).
  func sourceSlow(of offset: Int) -> Int {
    pieces.isEmpty ? 0 : source(of: offset, in: pieceIndex(of: offset))
  }

  /// Whether the way back has a bend within `range`, whose start was asked for last.
  func isBroken(_ range: Range<Int>) -> Bool {
    recent + 1 < pieces.count && pieces[recent + 1].prepared < range.upperBound
  }

  /// Calls `body` with the offset and the source offset of every stretch in `range` that runs along
  /// with the source.
  mutating func forEachStretch(in range: Range<Int>, _ body: (_ at: Int, _ source: Int) -> Void) {
    guard !range.isEmpty, !pieces.isEmpty else { return }
    body(range.lowerBound, source(of: range.lowerBound))
    while recent + 1 < pieces.count, pieces[recent + 1].prepared < range.upperBound {
      recent += 1
      body(pieces[recent].prepared, pieces[recent].source)
    }
  }

  private func source(of offset: Int, in index: Int) -> Int {
    let piece = pieces[index]
    return piece.isOwn ? piece.source : piece.source + max(0, offset - piece.prepared)
  }

  private func pieceIndex(of offset: Int) -> Int {
    var lower = 0
    var upper = pieces.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if pieces[middle].prepared <= offset { lower = middle + 1 } else { upper = middle }
    }
    return max(0, lower - 1)
  }
}

/// Places in the decoded page as bytes and lines of the capture.
struct CapturePlaces {
  private let decoded: Transcoder.Text
  /// Offsets of the line ends in the decoded text.
  private let lineEnds: [Int]

  /// O(n).
  init(decoded: Transcoder.Text) {
    self.decoded = decoded
    var ends: [Int] = []
    var index = ByteScan.first(0x0A, in: decoded.bytes, from: 0)
    while index < decoded.bytes.count {
      ends.append(index)
      index = ByteScan.first(0x0A, in: decoded.bytes, from: index + 1)
    }
    lineEnds = ends
  }

  /// The bytes of the capture without white space at their ends, and the line they start on.
  func place(_ range: Range<Int>) -> (bytes: Range<Int>, line: Int) {
    var lower = min(range.lowerBound, max(decoded.bytes.count - 1, 0))
    var upper = min(max(range.upperBound, lower + 1), decoded.bytes.count)
    while lower + 1 < upper, decoded.bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower + 1, decoded.bytes[upper - 1] <= 0x20 { upper -= 1 }
    let raw = decoded.map.raw(of: lower, in: decoded.bytes)
    let end = max(decoded.map.raw(of: upper, in: decoded.bytes), raw + 1)
    return (raw..<end, line(lower))
  }

  /// The line, from 1, of an offset in the decoded page. O(log lines).
  func line(_ offset: Int) -> Int {
    var lower = 0
    var upper = lineEnds.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if lineEnds[middle] < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower + 1
  }
}

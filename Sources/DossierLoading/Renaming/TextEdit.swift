import Diagnostics

/// One replacement in a file.
struct TextEdit: Hashable {
  /// UTF-8 offsets in the file as it was read.
  let range: Range<Int>
  let bytes: [UInt8]

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    bytes = Array(text.utf8)
  }

  /// `bytes` after all `edits`. What is found twice counts once, and what lies in a passage that is
  /// replaced as a whole goes with it. O(length + edits · log edits).
  static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var end = 0
    let sorted = edits.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var last: TextEdit?
    for edit in sorted where edit != last && edit.range.lowerBound >= end {
      result += bytes[end..<edit.range.lowerBound]
      result += edit.bytes
      end = edit.range.upperBound
      last = edit
    }
    return result + bytes[end...]
  }
}

/// The rows of GitHub's tables (GFM 0.29, section 4.10), on bytes.
enum TableGrammar {
  /// A table with more columns is none.
  static let maximumColumns = 1000

  /// The alignments of a delimiter row: 0 none, 1 left, 2 center, 3 right; nil if the line is none.
  static func alignments(of line: Range<Int>, in bytes: [UInt8]) -> [UInt8]? {
    guard isCandidate(line, in: bytes) else { return nil }
    var alignments: [UInt8] = []
    for cell in cells(of: line, in: bytes) {
      guard var lower = cell.indices.first, var upper = cell.indices.last else { return nil }
      var alignment: UInt8 = 0
      if bytes[lower] == UInt8(ascii: ":") {
        alignment |= 1
        lower += 1
      }
      if upper >= lower, bytes[upper] == UInt8(ascii: ":") {
        alignment |= 2
        upper -= 1
      }
      guard lower <= upper, bytes[lower...upper].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      // Left and right together are the center.
      alignments.append(alignment == 3 ? 2 : alignment == 2 ? 3 : alignment)
    }
    return alignments.isEmpty || alignments.count > maximumColumns ? nil : alignments
  }

  /// Whether a line may be a delimiter row: nothing but `|`, `:`, `-` and blanks, and not only `-`.
  static func isCandidate(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var isMarked = false
    var hasDash = false
    for byte in bytes[line] {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): isMarked = true
      case UInt8(ascii: "-"): hasDash = true
      case 0x20, 0x09: break
      default: return false
      }
    }
    return isMarked && hasDash
  }

  /// The cells of a row, without blanks around them. `\|` separates none.
  static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    let row = trimmed(line, in: bytes)
    var cells: [Range<Int>] = []
    var lower = row.lowerBound
    var index = lower
    if index < row.upperBound, bytes[index] == UInt8(ascii: "|") {
      index += 1
      lower = index
    }
    while index < row.upperBound {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < row.upperBound,
        TreeBuilder.isPunctuation(bytes[index + 1])
      {
        index += 2
      } else if bytes[index] == UInt8(ascii: "|") {
        cells.append(trimmed(lower..<index, in: bytes))
        index += 1
        lower = index
      } else {
        index += 1
      }
    }
    if lower < row.upperBound { cells.append(trimmed(lower..<row.upperBound, in: bytes)) }
    return cells
  }

  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, BlockLine.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, BlockLine.isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

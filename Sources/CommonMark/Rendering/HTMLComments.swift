/// Comments in raw HTML, which is shown as text but for them.
enum HTMLComments {
  /// The literal without comments and without white space around what is left. A comment that does not
  /// end reaches to the end (HTML standard, “comment state”).
  static func removed(from literal: ArraySlice<UInt8>) -> [UInt8] {
    let opening = Array("<!--".utf8)
    let closing = Array("-->".utf8)
    var result: [UInt8] = []
    var index = literal.startIndex
    while index < literal.endIndex {
      guard literal[index...].starts(with: opening) else {
        result.append(literal[index])
        index += 1
        continue
      }
      index += 4
      while index < literal.endIndex, !literal[index...].starts(with: closing) { index += 1 }
      index = min(index + 3, literal.endIndex)
    }
    while let last = result.last, TreeBuilder.isSpace(last) { result.removeLast() }
    return Array(result.drop(while: TreeBuilder.isSpace))
  }
}

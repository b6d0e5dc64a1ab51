/// From `text` on, offsets of running text run along with the source from `source` on, until the next
/// piece.
struct TextPiece: Sendable, Hashable {
  let text: UInt32
  let source: UInt32
}

extension MarkdownTree {
  /// The UTF-8 offset in the file of a UTF-8 offset into `text`: exact for what is written as it
  /// reads, the start of the entity or escape for what is not. O(log pieces).
  package func sourceOffset(ofText offset: Int) -> Int {
    var lower = 0
    var upper = textPieces.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if Int(textPieces[middle].text) <= offset { lower = middle + 1 } else { upper = middle }
    }
    guard let document = nodes.first else { return 0 }
    guard lower > 0 else { return document.source.lowerBound }
    let piece = textPieces[lower - 1]
    return min(Int(piece.source) + offset - Int(piece.text), document.source.upperBound)
  }
}

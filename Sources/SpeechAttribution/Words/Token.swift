/// A word or a mark of a paragraph; a quote is one token, whatever stands in it.
struct Token {
  enum Kind: UInt8 {
    case word, number, comma, stop, colon, semicolon, dash, open, close, quote, other
  }

  var kind: Kind
  /// Bytes of the paragraph; a word without its possessive ending.
  var lower: Int32
  var upper: Int32
  var classes: WordClass = []
  var hash: UInt64 = 0
  var isCapital = false
  /// Written in capitals only, two letters or more.
  var isAcronym = false
  var isPossessive = false
  var endsInLy = false
  var endsInS = false
  var endsInEd = false
  /// First word of its sentence.
  var beginsSentence = false
  /// An index into the document's names, or -1.
  var name: Int32 = -1
  /// For a quote its index among the paragraph's spans.
  var span: Int32 = -1

  var range: Range<Int> { Int(lower)..<Int(upper) }

  func isWord(_ classes: WordClass) -> Bool {
    kind == .word && !self.classes.isDisjoint(with: classes)
  }

  /// Whether it is one of a name's words by its shape: a capital that no list explains away.
  var isNameLike: Bool {
    guard kind == .word else { return false }
    if name >= 0 { return true }
    guard isCapital else { return false }
    if !classes.isDisjoint(with: .function) || classes.contains(.determiner) {
      return isAcronym && lower + 2 <= upper && !beginsSentence && upper - lower > 3
    }
    return !classes.contains(.temporal)
  }
}

/// A piece of a capture that a rule classes as a whole: one line, or the lines of a hard-wrapped
/// paragraph. Blank lines are no units.
struct CaptureUnit: Sendable {
  /// Its first and last line, from 0.
  var firstLine: Int
  var lastLine: Int
  /// Its bytes in the text without white space at the ends.
  var start: Int
  var end: Int
  /// Its words in the capture's list of words.
  var words: Range<Int> = 0..<0
  /// Pieces between white space that hold a letter or digit.
  var tokens = 0
  var letters = 0
  var digits = 0
  /// How many of its words are function words of each language that won; set once that is known.
  var functionWords = 0
  var endsSentence = false
  var endsColon = false
  /// `|`, `»`, `›`, `>`, `·`, `•` between words.
  var separators = 0
  /// Blank lines directly above.
  var blanksAbove = 0
  /// What Markdown says of it; `.plain` in a text capture.
  var markup = Markup.plain

  enum Markup: Sendable, Equatable {
    case plain, listItem, frontMatter, thematicBreak, heading(Int), image, fence, table
  }
}

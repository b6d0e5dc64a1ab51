/// A place in a file that a person can go to, with the part of its line that a code frame shows.
package struct SourcePlace: Hashable, Sendable {
  /// The path from the site's folder.
  package let path: String
  /// The line, from 1; 0 when the whole file is meant.
  package let line: Int
  /// The column, from 1, in Unicode code points; 0 when the whole file is meant.
  package let column: Int
  /// The number of code points that are marked, 0 for a point.
  package let length: Int
  /// What stands before, in and after the marked part, cut to what fits a frame.
  package let before: String
  package let marked: String
  package let after: String

  /// The whole file.
  package init(path: String) {
    self.init(path: path, line: 0, column: 0, length: 0, before: "", marked: "", after: "")
  }

  /// A part of a line, from the line's text in three pieces, of which the outer ones may be cut to what
  /// a frame shows. `column`: nil when `before` is whole.
  package init(
    path: String, line: Int, column: Int? = nil, before: String, marked: String, after: String
  ) {
    self.init(
      path: path, line: line, column: column ?? before.unicodeScalars.count + 1,
      length: marked.unicodeScalars.count,
      before: Self.tail(of: before, limit: 60), marked: Self.head(of: marked, limit: 80),
      after: Self.head(of: after, limit: 40))
  }

  /// The parts as another place had them, cut already.
  package init(
    path: String, line: Int, column: Int, length: Int, before: String, marked: String,
    after: String
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.length = length
    self.before = before
    self.marked = marked
    self.after = after
  }

  private static func tail(of text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return "…" + String(String.UnicodeScalarView(scalars.suffix(limit)))
  }

  private static func head(of text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
  }
}

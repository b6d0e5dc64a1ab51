import DossierModel
import Testing

/// A capture invented for these tests, annotated by hand line by line.
///
/// The three were written and annotated after the rules were frozen. Then, and only then, they were
/// scored: body lines F1 1.00, 87 of 88 lines, titles 2 of 3, authors, dates and languages 3 of 3,
/// publishers 3 of 3. The missed title (`orchard report`) made `title-above-stamp` take a line that
/// stands directly above a byline, so that titles here are no held-out figure any more. They share an
/// author with the rules: read the figures as a ceiling.
struct AnnotatedCapture: Sendable, CustomTestStringConvertible {
  let name: String
  let title: String?
  let publisher: String?
  let author: String?
  let published: String?
  let language: String?
  /// Every line with what it is.
  let lines: [(Article.LineClass, String)]

  var text: String { lines.map(\.1).joined(separator: "\n") }
  var testDescription: String { name }

  static let all = [ferryStrike, damTalks, orchardReport]
}

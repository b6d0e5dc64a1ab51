import DossierModel
import Testing

/// A capture invented for these tests, annotated by hand line by line.
///
/// The three were written and annotated after the rules were frozen and are scored as they were found:
/// a rule changed to suit one of them would make the figure worthless.
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

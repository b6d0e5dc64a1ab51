import EDTF
import TimeExpressions

/// The document date of most cases: a Thursday.
let thursday = CivilDate(year: 2020, month: 10, day: 15)

extension TimeReader {
  static let news = TimeReader(Options(documentDate: thursday))
  static let undated = TimeReader()
  static let background = TimeReader(Options(documentDate: thursday, genre: .background))

  /// Every expression as `surface = VALUE`, with its modifier, joined by `; `.
  func lines(_ text: String) -> String {
    lines([Paragraph(text)])
  }

  func lines(_ paragraphs: [Paragraph]) -> String {
    read(paragraphs).map { expression in
      let text = expression.surface(in: paragraphs)
      let modifier = expression.modifier.map { " " + $0.rawValue } ?? ""
      return "\(text) = \(expression.value.text ?? "-")\(modifier)"
    }.joined(separator: "; ")
  }
}

extension TimeExpression {
  func surface(in paragraphs: [TimeReader.Paragraph]) -> String {
    let bytes = paragraphs[paragraph].bytes
    let start = bytes.startIndex
    return String(
      decoding: bytes[start + range.lowerBound..<start + range.upperBound], as: UTF8.self)
  }
}

import Diagnostics
import DossierModel
import EDTF

/// Reads what a fact said before: `corrected 2020-11-20: was 44 days | why: counted from the 27th`.
struct CorrectionReader {
  let file: SourceFile

  /// Whether the item whose first part is `head` is a correction, or was meant as one: its first word is
  /// “corrected”, or almost, with “: was” behind it. O(length).
  static func isCorrection(_ head: Range<Int>, in bytes: [UInt8]) -> Bool {
    let word = bytes[head].prefix { !FactLine.isSpace($0) && $0 != UInt8(ascii: ":") }
    guard (7...11).contains(word.count) else { return false }
    if word.elementsEqual(FactVocabulary.corrected.utf8) { return true }
    // Asked of every fact: hardly any goes on like this, and only then is the word looked at closely.
    guard hasWas(head, in: bytes) else { return false }
    let text = String(decoding: word, as: UTF8.self)
    return !NearMiss.matches(for: text, in: [FactVocabulary.corrected]).isEmpty
  }

  /// Whether a colon has “was” behind it.
  private static func hasWas(_ head: Range<Int>, in bytes: [UInt8]) -> Bool {
    head.contains { index in
      guard bytes[index] == UInt8(ascii: ":") else { return false }
      let rest = bytes[(index + 1)..<head.upperBound].drop { FactLine.isSpace($0) }
      return rest.count < head.upperBound - index - 1 && rest.starts(with: "was".utf8)
    }
  }

  func read(
    _ head: Range<Int>, _ line: FactLine, _ range: Range<Int>,
    reporting diagnostics: inout [Diagnostic]
  ) -> FactCorrection? {
    let bytes = file.bytes
    let wordEnd =
      bytes[head].firstIndex { FactLine.isSpace($0) || $0 == UInt8(ascii: ":") } ?? head.upperBound
    let word = FactLine.words(head.lowerBound..<wordEnd, in: bytes)
    guard word == FactVocabulary.corrected else {
      return fail(
        head.lowerBound..<wordEnd, "“\(word)” is almost the word “corrected”",
        "did you mean “corrected”?", &diagnostics)
    }
    // A time of day has colons of its own, without a space behind them.
    guard let colon = Self.colon(in: wordEnd..<head.upperBound, of: bytes) else {
      return fail(
        head, "a correction is written `corrected DATE: was …`",
        "is there a colon behind the date?", &diagnostics)
    }
    let dateRange = FactLine.trimmed(wordEnd..<colon, in: bytes)
    let before = FactLine.trimmed((colon + 1)..<head.upperBound, in: bytes)
    let date = date(dateRange, reporting: &diagnostics)
    let was = was(before, reporting: &diagnostics)
    let why = why(line, reporting: &diagnostics)
    guard let date, let was else { return nil }
    return FactCorrection(date: date, was: was, why: why, citations: line.citations, range: range)
  }

  private static func colon(in range: Range<Int>, of bytes: [UInt8]) -> Int? {
    range.first { index in
      bytes[index] == UInt8(ascii: ":")
        && (index + 1 == range.upperBound || FactLine.isSpace(bytes[index + 1]))
    }
  }

  private func date(_ range: Range<Int>, reporting diagnostics: inout [Diagnostic]) -> EDTF? {
    let text = FactLine.words(range, in: file.bytes)
    guard !text.isEmpty else {
      return fail(
        range, "the correction has no date", "write `corrected DATE: was …`", &diagnostics)
    }
    switch EDTF.parse(text) {
    case .failure(let error):
      diagnostics.append(DateReader.finding(text, error, at: file.place(range)))
      return nil
    case .success(let date):
      guard date.isInterval else { return date }
      return fail(
        range, "a correction was made on one date", "write the day on which the page was changed",
        &diagnostics)
    }
  }

  private func was(_ range: Range<Int>, reporting diagnostics: inout [Diagnostic]) -> String? {
    let text = FactLine.words(range, in: file.bytes)
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.first == "was", words.count == 2 else {
      return fail(
        range, "a correction says what stood there before",
        text.isEmpty || text == "was" ? "write `was …`" : "write `was \(text)`", &diagnostics)
    }
    return String(words[1])
  }

  /// The one qualifier that a correction takes.
  private func why(_ line: FactLine, reporting diagnostics: inout [Diagnostic]) -> String? {
    var why: String?
    for part in line.parts.dropFirst() {
      let colon = FactLine.find(":", in: file.bytes, from: part.lowerBound, to: part.upperBound)
      let key = FactLine.trimmed(part.lowerBound..<(colon ?? part.upperBound), in: file.bytes)
      let name = FactLine.words(key, in: file.bytes)
      guard let colon, name == "why" else {
        diagnostics.append(
          Diagnostic(
            .error, "unknown-qualifier", "“\(name)” is no qualifier of a correction",
            at: file.place(key), help: "a correction takes `| why: …` alone"))
        continue
      }
      let text = FactLine.words(
        FactLine.trimmed((colon + 1)..<part.upperBound, in: file.bytes), in: file.bytes)
      if text.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, "empty-value", "“why” has no value", at: file.place(part),
            help: "give it a value, or take it away"))
      } else if why != nil {
        diagnostics.append(
          Diagnostic(
            .error, "duplicate-qualifier", "“why” stands there twice", at: file.place(key),
            help: "keep one"))
      } else {
        why = text
      }
    }
    return why
  }

  private func fail<Value>(
    _ range: Range<Int>, _ summary: String, _ help: String, _ diagnostics: inout [Diagnostic]
  ) -> Value? {
    diagnostics.append(
      Diagnostic(.error, "correction-syntax", summary, at: file.place(range), help: help))
    return nil
  }
}

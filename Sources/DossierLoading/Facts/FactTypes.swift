import Diagnostics
import DossierModel
import EDTF

/// Checks what is written against the type of its key.
struct FactTypes {
  let file: SourceFile

  /// The pages that the words of `range` name as a value of `type`, and what is wrong with them.
  func read(
    _ type: FactValueType, _ range: Range<Int>, _ text: String
  ) -> (pages: [PageReference], finding: Diagnostic?) {
    switch type {
    case .date: return ([], date(text, range))
    case .dateOrPage:
      if case .success = EDTF.parse(text) { return ([], nil) }
      return (FactReferences.slugs(in: range, of: file.bytes), nil)
    case .actors, .pages: return (FactReferences.slugs(in: range, of: file.bytes), nil)
    case .pageOrText:
      // Words that happen to be no slug are words; the loader drops what no page is called.
      let pages = FactReferences.slugs(in: range, of: file.bytes).filter { Slug($0.slug) != nil }
      return (pages, misspelt(text, range, .warning))
    case .text: return ([], misspelt(text, range, .warning))
    case .toll: return ([], toll(text, range))
    case .coordinates: return ([], coordinates(text, range))
    case .role: return ([], role(text, range))
    case .sameAsKey: return ([], nil)
    }
  }

  private func date(_ text: String, _ range: Range<Int>) -> Diagnostic? {
    guard case .failure(let error) = EDTF.parse(text) else { return nil }
    return misspelt(text, range, .error)
      ?? DateReader.finding(text, error, at: file.place(range))
  }

  private func toll(_ text: String, _ range: Range<Int>) -> Diagnostic? {
    guard case .mistake(let summary, let help) = Toll.reading(text) else {
      return misspelt(text, range, .error)
    }
    return Diagnostic(
      .error, "bad-toll", "“\(text)” is no toll: \(summary)", at: file.place(range), help: help)
  }

  private func coordinates(_ text: String, _ range: Range<Int>) -> Diagnostic? {
    let parts = file.bytes[range].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false
    ).map { part in
      FactLine.words(
        FactLine.trimmed(part.startIndex..<part.endIndex, in: file.bytes), in: file.bytes)
    }
    if parts.count == 2, Self.isDegrees(parts[0], upTo: 90), Self.isDegrees(parts[1], upTo: 180) {
      return nil
    }
    let isSwapped =
      parts.count == 2 && Self.isDegrees(parts[1], upTo: 90) && Self.isDegrees(parts[0], upTo: 180)
    return misspelt(text, range, .error)
      ?? Diagnostic(
        .error, "bad-coordinates", "“\(text)” is no latitude and longitude", at: file.place(range),
        help: isSwapped
          ? "latitude comes first: write “\(parts[1]), \(parts[0])”"
          : "write degrees with a point, latitude first: 40.18, 44.51")
  }

  /// Whether it is a decimal number between `-limit` and `limit`.
  private static func isDegrees(_ text: String, upTo limit: Int) -> Bool {
    guard let number = DecimalNumber(text) else { return false }
    return number.isWithin(limit)
  }

  private func role(_ text: String, _ range: Range<Int>) -> Diagnostic? {
    let roles = FactVocabulary.roles
    guard !roles.contains(text) else { return nil }
    return Diagnostic(
      .error, "unknown-role", "“\(text)” is no role", at: file.place(range),
      help: NearMiss.question(for: text, in: roles)
        ?? "known roles are \(FactValueReader.list(roles))")
  }

  /// One word that is almost `unknown` or `disputed`, or that is one in other letters.
  private func misspelt(
    _ text: String, _ range: Range<Int>, _ severity: Severity
  ) -> Diagnostic? {
    guard (4...12).contains(text.utf8.count), !text.contains(" ") else { return nil }
    var words = NearMiss.matches(
      for: text, in: [FactVocabulary.unknown, FactVocabulary.disputed], limit: 1)
    if text.lowercased() == FactVocabulary.none { words = [FactVocabulary.none] }
    guard let word = words.first else { return nil }
    return Diagnostic(
      severity, "misspelt-word", "“\(text)” is almost the word “\(word)”", at: file.place(range),
      help: "did you mean “\(word)”?")
  }
}

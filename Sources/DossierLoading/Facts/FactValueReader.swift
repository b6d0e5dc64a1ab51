import Diagnostics
import DossierModel

/// Reads a value of a fact with its qualifiers: `value | qualifier: value [@source p1]`.
struct FactValueReader {
  let file: SourceFile
  let key: FactVocabulary.Key

  /// A value that stands below its fact.
  func account(
    _ range: Range<Int>, _ line: FactLine, reporting diagnostics: inout [Diagnostic]
  ) -> FactValue? {
    guard FactLine.words(range, in: file.bytes) != FactVocabulary.disputed else {
      diagnostics.append(
        Diagnostic(
          .error, "fact-syntax", "“disputed” is no account of a fact", at: file.place(range),
          help: "write `- \(key.name): disputed`, and below it what each side says"))
      return nil
    }
    return value(range, line, reporting: &diagnostics)
  }

  /// A value; nil with an error where there is none.
  func value(
    _ range: Range<Int>, _ line: FactLine, reporting diagnostics: inout [Diagnostic]
  ) -> FactValue? {
    let text = FactLine.words(range, in: file.bytes)
    guard !text.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "empty-value", "“\(key.name)” has no value", at: file.place(range),
          help: "write `unknown` when no source says it"))
      return nil
    }
    var qualifiers: [FactValue.Qualifier] = []
    for part in line.parts.dropFirst() {
      guard let qualifier = qualifier(part, besides: qualifiers, reporting: &diagnostics) else {
        continue
      }
      qualifiers.append(qualifier)
    }
    guard let index = qualifiers.firstIndex(where: { $0.key == "says" }) else {
      return FactValue(
        text: text, range: range, type: key.type, qualifiers: qualifiers,
        citations: line.citations, pages: typed(key.type, range, text, reporting: &diagnostics))
    }
    // `armenia | says: azerbaijan`: what it says is the value, and who says it qualifies it.
    let claim = qualifiers.remove(at: index)
    let speaker = FactValue.Qualifier(
      key: "claimed by", text: text, range: range, type: .actors,
      pages: FactReferences.slugs(in: range, of: file.bytes))
    return FactValue(
      text: claim.text, range: claim.range, type: key.type, qualifiers: [speaker] + qualifiers,
      citations: line.citations, pages: claim.pages)
  }

  // MARK: Qualifiers

  private func qualifier(
    _ part: Range<Int>, besides others: [FactValue.Qualifier],
    reporting diagnostics: inout [Diagnostic]
  ) -> FactValue.Qualifier? {
    guard let colon = FactLine.find(":", in: file.bytes, from: part.lowerBound, to: part.upperBound)
    else {
      diagnostics.append(
        Diagnostic(
          .error, "fact-syntax", "a qualifier is written `| key: value`", at: file.place(part),
          help: "with “\(key.name)” go \(Self.list(key.qualifiers))"))
      return nil
    }
    let keyRange = FactLine.trimmed(part.lowerBound..<colon, in: file.bytes)
    let range = FactLine.trimmed((colon + 1)..<part.upperBound, in: file.bytes)
    let name = FactLine.words(keyRange, in: file.bytes)
    guard let known = known(name, keyRange, besides: others, reporting: &diagnostics) else {
      return nil
    }
    let text = FactLine.words(range, in: file.bytes)
    guard !text.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "empty-value", "“\(name)” has no value", at: file.place(part),
          help: "give it a value, or take it away"))
      return nil
    }
    let type = known.type == .sameAsKey ? key.type : known.type
    return FactValue.Qualifier(
      key: name, text: text, range: range, type: type,
      pages: typed(type, range, text, reporting: &diagnostics))
  }

  /// The qualifier called `name`, where it may stand.
  private func known(
    _ name: String, _ range: Range<Int>, besides others: [FactValue.Qualifier],
    reporting diagnostics: inout [Diagnostic]
  ) -> FactVocabulary.QualifierKey? {
    let names = FactVocabulary.qualifiers.map(\.name)
    let here = "with “\(key.name)” go \(Self.list(key.qualifiers))"
    guard let known = FactVocabulary.qualifier(name) else {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-qualifier", "“\(name)” is no qualifier", at: file.place(range),
          help: NearMiss.question(for: name, in: names) ?? here))
      return nil
    }
    guard key.takes(name) else {
      diagnostics.append(
        Diagnostic(
          .error, "misplaced-qualifier", "“\(name)” does not go with “\(key.name)”",
          at: file.place(range), help: here))
      return nil
    }
    let speaks = ["says", "claimed by"]
    if let other = others.first(where: {
      $0.key == name || (speaks.contains($0.key) && speaks.contains(name))
    }) {
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-qualifier",
          other.key == name
            ? "“\(name)” stands there twice" : "“says” and “claimed by” both name who speaks",
          at: file.place(range),
          help: other.key == name
            ? "keep one, or write what differs as another account below the fact"
            : "write one of the two"))
      return nil
    }
    return known
  }

  static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }

  // MARK: Types

  /// The pages that a value names, after its type was checked.
  private func typed(
    _ type: FactValueType, _ range: Range<Int>, _ text: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> [PageReference] {
    guard text != FactVocabulary.unknown, text != FactVocabulary.none else { return [] }
    let (pages, finding) = FactTypes(file: file).read(type, range, text)
    if let finding { diagnostics.append(finding) }
    diagnostics += FactReferences.repeated(pages, in: file)
    return pages
  }
}

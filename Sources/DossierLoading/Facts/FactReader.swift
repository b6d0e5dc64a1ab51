import Diagnostics
import DossierModel
import EDTF

/// Reads the items of a `## Facts` list by the vocabulary of the page's kind.
struct FactReader {
  let file: SourceFile
  let kind: PageKind

  /// An item of the list: the range of its own paragraph and those of its indented items.
  struct Item {
    let text: Range<Int>
    let rivals: [Range<Int>]
  }

  func read(_ items: [Item], reporting diagnostics: inout [Diagnostic]) -> [Fact] {
    items.compactMap { fact($0, reporting: &diagnostics) }
  }

  private func fact(_ item: Item, reporting diagnostics: inout [Diagnostic]) -> Fact? {
    let line = FactLine(file, item.text, reporting: &diagnostics)
    guard let head = line.parts.first else { return nil }
    guard let colon = FactLine.find(":", in: file.bytes, from: head.lowerBound, to: head.upperBound)
    else {
      diagnostics.append(
        Diagnostic(
          .error, "fact-syntax", "a fact is written `key: value`", at: file.place(head),
          help: "is there a colon behind the key?"))
      return nil
    }
    let keyRange = FactLine.trimmed(head.lowerBound..<colon, in: file.bytes)
    guard let (key, name) = vocabularyKey(keyRange, reporting: &diagnostics) else { return nil }
    let valueRange = FactLine.trimmed((colon + 1)..<head.upperBound, in: file.bytes)
    let text = FactLine.words(valueRange, in: file.bytes)
    var values: [FactValue] = []
    let isDisputed = text == "disputed"
    if isDisputed {
      if let stray = line.parts.dropFirst().first ?? line.citations.first?.range {
        diagnostics.append(
          Diagnostic(
            .error, "fact-syntax", "“disputed” stands alone in its line", at: file.place(stray),
            help: "put qualifiers and citations behind the accounts below it"))
      }
      if item.rivals.count < 2 {
        diagnostics.append(
          Diagnostic(
            .error, "fact-syntax", "what is disputed needs two accounts or more",
            at: file.place(valueRange), help: "write each account as an indented item below it"))
      }
    } else if let value = value(
      key, valueRange, line, reporting: &diagnostics)
    {
      values.append(value)
    }
    for rival in item.rivals {
      let line = FactLine(file, rival, reporting: &diagnostics)
      guard let range = line.parts.first else { continue }
      if let value = value(key, range, line, reporting: &diagnostics) { values.append(value) }
    }
    return Fact(
      key: key.name, name: name, keyRange: keyRange, values: values, isDisputed: isDisputed)
  }

  private func vocabularyKey(
    _ range: Range<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> (FactVocabulary.Key, name: String?)? {
    let vocabulary = FactVocabulary.of(kind)
    let text = FactLine.words(range, in: file.bytes)
    if let key = vocabulary.key(text) {
      guard !key.takesName else {
        diagnostics.append(
          Diagnostic(
            .error, "fact-syntax", "“\(text)” needs a name behind it", at: file.place(range),
            help: "write `\(text) NAME: …`"))
        return nil
      }
      return (key, nil)
    }
    let words = text.split(separator: " ", maxSplits: 1)
    if words.count == 2, let key = vocabulary.key(String(words[0])), key.takesName {
      return (key, String(words[1]))
    }
    let names = vocabulary.keys.map(\.name)
    diagnostics.append(
      Diagnostic(
        .error, "unknown-fact", "“\(text)” is no fact of a page in \(kind.folder)/",
        at: file.place(range),
        help: NearMiss.question(for: text, in: names)
          ?? "known facts are \(Self.list(names))"))
    return nil
  }

  private static func list(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }

  private func value(
    _ key: FactVocabulary.Key, _ range: Range<Int>, _ line: FactLine,
    reporting diagnostics: inout [Diagnostic]
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
      if let qualifier = qualifier(part, reporting: &diagnostics) { qualifiers.append(qualifier) }
    }
    let isWord = text == "unknown" || text == "none"
    let pages = isWord ? [] : checked(key.type, range, text, reporting: &diagnostics)
    return FactValue(
      text: text, range: range, qualifiers: qualifiers, citations: line.citations, pages: pages)
  }

  private func qualifier(
    _ part: Range<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> FactValue.Qualifier? {
    guard let colon = FactLine.find(":", in: file.bytes, from: part.lowerBound, to: part.upperBound)
    else {
      diagnostics.append(
        Diagnostic(
          .error, "fact-syntax", "a qualifier is written `| key: value`", at: file.place(part),
          help: "known qualifiers are \(Self.list(FactVocabulary.qualifiers.map(\.name)))"))
      return nil
    }
    let keyRange = FactLine.trimmed(part.lowerBound..<colon, in: file.bytes)
    let range = FactLine.trimmed((colon + 1)..<part.upperBound, in: file.bytes)
    let name = FactLine.words(keyRange, in: file.bytes)
    let text = FactLine.words(range, in: file.bytes)
    guard let key = FactVocabulary.qualifier(name) else {
      let names = FactVocabulary.qualifiers.map(\.name)
      diagnostics.append(
        Diagnostic(
          .error, "unknown-qualifier", "“\(name)” is no qualifier", at: file.place(keyRange),
          help: NearMiss.question(for: name, in: names)
            ?? "known qualifiers are \(Self.list(names))"))
      return nil
    }
    guard !text.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "empty-value", "“\(name)” has no value", at: file.place(part),
          help: "give it a value, or take it away"))
      return nil
    }
    if name == "role", !FactVocabulary.roles.contains(text) {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-role", "“\(text)” is no role", at: file.place(range),
          help: NearMiss.question(for: text, in: FactVocabulary.roles)
            ?? "known roles are \(Self.list(FactVocabulary.roles))"))
    }
    let pages = text == "unknown" ? [] : checked(key.type, range, text, reporting: &diagnostics)
    return FactValue.Qualifier(key: name, text: text, range: range, pages: pages)
  }

  /// The pages that a value names, after its type was checked.
  private func checked(
    _ type: FactValueType, _ range: Range<Int>, _ text: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> [PageReference] {
    switch type {
    case .text: return []
    case .date:
      if case .failure(let error) = EDTF.parse(text) {
        diagnostics.append(DateReader.finding(text, error, at: file.place(range)))
      }
      return []
    case .dateOrPage:
      if case .success = EDTF.parse(text) { return [] }
      return slugs(in: range)
    case .actors, .pages: return slugs(in: range)
    case .pageOrText:
      // Words that happen to be no slug are words; the loader drops what no page is called.
      return slugs(in: range).filter { Slug($0.slug) != nil }
    }
  }

  /// The slugs in a list `a, [[b]], c`. A comma inside a wikilink separates nothing.
  private func slugs(in range: Range<Int>) -> [PageReference] {
    var result: [PageReference] = []
    var start = range.lowerBound
    var index = start
    var mayBeWikilink = true
    func add(_ end: Int) {
      let reference = FactLine.reference(start..<end, in: file.bytes)
      if !reference.slug.isEmpty { result.append(reference) }
    }
    while index < range.upperBound {
      if file.bytes[index] == UInt8(ascii: ",") {
        add(index)
        start = index + 1
      } else if mayBeWikilink, file.bytes[index...].starts(with: "[[".utf8) {
        let close = FactLine.find("]]", in: file.bytes, from: index + 2, to: range.upperBound)
        mayBeWikilink = close != nil
        index = close.map { $0 + 1 } ?? index
      }
      index += 1
    }
    add(range.upperBound)
    return result
  }
}

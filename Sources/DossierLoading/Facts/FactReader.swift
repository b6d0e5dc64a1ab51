import Diagnostics
import DossierModel

/// Reads the items of a `## Facts` list by the vocabulary of the page's kind.
struct FactReader {
  let file: SourceFile
  let kind: PageKind

  /// An item of the list: the range of its own paragraph and those of its indented items.
  struct Item {
    let text: Range<Int>
    /// The fact's other accounts, and its corrections.
    let below: [Range<Int>]
  }

  func read(_ items: [Item], reporting diagnostics: inout [Diagnostic]) -> [Fact] {
    let facts = items.compactMap { fact($0, reporting: &diagnostics) }
    reportRepeated(facts, reporting: &diagnostics)
    return facts
  }

  private func fact(_ item: Item, reporting diagnostics: inout [Diagnostic]) -> Fact? {
    let line = FactLine(file, item.text, reporting: &diagnostics)
    guard let head = line.parts.first else { return nil }
    if CorrectionReader.isCorrection(head, in: file.bytes) {
      diagnostics.append(
        Diagnostic(
          .error, "correction-syntax", "a correction stands below the fact that it corrects",
          at: file.place(head), help: "indent it by two spaces, below its fact"))
      return nil
    }
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
    let isDisputed = FactLine.words(valueRange, in: file.bytes) == FactVocabulary.disputed
    let reader = FactValueReader(file: file, key: key)
    var values: [FactValue] = []
    if isDisputed {
      checkStandsAlone(line, reporting: &diagnostics)
    } else if let value = reader.value(valueRange, line, reporting: &diagnostics) {
      values.append(value)
    }
    var corrections: [FactCorrection] = []
    var accounts = 0
    for range in item.below {
      let line = FactLine(file, range, reporting: &diagnostics)
      guard let head = line.parts.first else { continue }
      if CorrectionReader.isCorrection(head, in: file.bytes) {
        let correction = CorrectionReader(file: file)
          .read(head, line, range, reporting: &diagnostics)
        if let correction { corrections.append(correction) }
        continue
      }
      accounts += 1
      if let value = reader.account(head, line, reporting: &diagnostics) { values.append(value) }
    }
    if isDisputed, accounts < 2 {
      diagnostics.append(
        Diagnostic(
          .error, "fact-syntax", "what is disputed needs two accounts or more",
          at: file.place(valueRange), help: "write each account as an indented item below it"))
    }
    reportRepeated(values, reporting: &diagnostics)
    return Fact(
      key: key.name, name: name, keyRange: keyRange, values: values, isDisputed: isDisputed,
      corrections: corrections)
  }

  private func checkStandsAlone(_ line: FactLine, reporting diagnostics: inout [Diagnostic]) {
    guard let stray = line.parts.dropFirst().first ?? line.citations.first?.range else { return }
    diagnostics.append(
      Diagnostic(
        .error, "fact-syntax", "“disputed” stands alone in its line", at: file.place(stray),
        help: "put qualifiers and citations behind the accounts below it"))
  }

  // MARK: Keys

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
    let first = words.first.map(String.init) ?? ""
    if words.count == 2, let key = vocabulary.key(first) {
      guard key.takesName else {
        diagnostics.append(
          Diagnostic(
            .error, "fact-syntax", "“\(first)” takes no name", at: file.place(range),
            help: "write `\(first): …`"))
        return nil
      }
      return (key, String(words[1]))
    }
    diagnostics.append(
      Diagnostic(
        .error, "unknown-fact", "“\(text)” is no fact of a page in \(kind.folder)/",
        at: file.place(range), help: help(for: text, first: first, in: vocabulary)))
    return nil
  }

  /// The nearest key, else the folders whose pages have this one, else all.
  private func help(for text: String, first: String, in vocabulary: FactVocabulary) -> String {
    let names = vocabulary.keys.map(\.name)
    if let question = NearMiss.question(for: text, in: names) { return question }
    let named = vocabulary.keys.filter(\.takesName).map(\.name)
    if first != text, let question = NearMiss.question(for: first, in: named) { return question }
    let known = "known facts are \(FactValueReader.list(names))"
    let kinds = FactVocabulary.kinds(with: text)
    guard !kinds.isEmpty else { return known }
    return "it is one of \(kinds.map { "\($0.folder)/" }.joined(separator: ", ")); here " + known
  }

  // MARK: Repetitions

  /// Reports keys that a page has once and that stand there again.
  private func reportRepeated(_ facts: [Fact], reporting diagnostics: inout [Diagnostic]) {
    let vocabulary = FactVocabulary.of(kind)
    var seen: [String: Fact] = [:]
    for fact in facts where vocabulary.key(fact.key)?.isSingle == true {
      guard let first = seen[fact.key] else {
        seen[fact.key] = fact
        continue
      }
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-fact", "“\(fact.key)” stands there twice",
          at: file.place(fact.keyRange),
          help: "write the other value as an indented item below the first",
          notes: [.init("the first is here", at: file.place(first.keyRange))]))
    }
  }

  /// Reports accounts that say what another one says already.
  private func reportRepeated(_ values: [FactValue], reporting diagnostics: inout [Diagnostic]) {
    guard values.count > 1 else { return }
    var seen: Set<[String]> = []
    for value in values
    where !seen.insert([value.text] + value.qualifiers.flatMap { [$0.key, $0.text] }).inserted {
      diagnostics.append(
        Diagnostic(
          .warning, "repeated-value", "another account of the fact says the same",
          at: file.place(value.range), help: "put the citations of both behind one"))
    }
  }
}

import CommonMark
import Diagnostics
import DossierModel

/// Puts prose, facts and statements of one page into another's file.
struct MergedBody {
  /// The page that goes, its references rewritten already.
  private let from: PageSections
  private let into: PageSections
  /// What the page that goes was called: the heading over its prose.
  private let title: String

  /// Of the file that stays.
  private(set) var edits: [TextEdit] = []
  private(set) var findings: [Diagnostic] = []
  /// What is added, in order, by where.
  private var added: [Int: String] = [:]

  init(_ from: PageSections, into: PageSections, title: String) {
    self.from = from
    self.into = into
    self.title = title
  }

  mutating func merge() {
    mergeProse()
    let facts = mergeFacts()
    let statements = mergeStatements()
    if !facts.isEmpty {
      if let end = into.factsEnd {
        add(startingLine(facts.joined(), at: end), at: end)
      } else {
        add(block("## Facts\n\n" + facts.joined(), at: into.proseEnd), at: into.proseEnd)
      }
    }
    if !statements.isEmpty {
      let end = into.statementsEnd ?? into.page.file.bytes.count
      let head = into.statementsEnd == nil ? "## Statements\n\n" : ""
      add(block(head + statements.joined(separator: "\n"), at: end), at: end)
    }
    edits += added.sorted { $0.key < $1.key }.map { TextEdit($0.key..<$0.key, $0.value) }
    added = [:]
  }

  private mutating func add(_ text: String, at offset: Int) { added[offset, default: ""] += text }

  /// `text` as lines of their own.
  private func startingLine(_ text: String, at offset: Int) -> String {
    let isAtStart = offset == 0 || into.page.file.bytes[offset - 1] == 0x0A
    return (isAtStart || added[offset] != nil ? "" : "\n") + Self.line(text)
  }

  /// `text` with a blank line before it, and one behind it where something follows.
  private func block(_ text: String, at offset: Int) -> String {
    let bytes = into.page.file.bytes
    let isBlank =
      bytes[..<offset].suffix(2).elementsEqual("\n\n".utf8) && added[offset] == nil
    let follows = bytes[offset...].contains { !FactLine.isSpace($0) }
    return (isBlank ? "" : "\n") + startingLine(text, at: offset) + (follows ? "\n" : "")
  }

  private static func line(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

  // MARK: Prose

  private mutating func mergeProse() {
    var labels: [TextEdit] = []
    var own = Set(into.page.body.footnotes.map(\.label))
    let others = from.page.body.footnotes.map(\.label)
    var renamed: [String: String] = [:]
    for label in others where own.contains(label) {
      var number = 1
      var new = "\(from.page.slug)-\(label)"
      while own.contains(new) || others.contains(new) {
        number += 1
        new = "\(from.page.slug)-\(label)-\(number)"
      }
      own.insert(new)
      renamed[label] = new
    }
    for (label, new) in renamed { labels += footnotes(label, new) }
    var text = ""
    for range in from.prose {
      let inside = labels.filter { range.contains($0.range.lowerBound) }.map {
        TextEdit(
          ($0.range.lowerBound - range.lowerBound)..<($0.range.upperBound - range.lowerBound),
          String(decoding: $0.bytes, as: UTF8.self))
      }
      let bytes = TextEdit.apply(inside, to: Array(from.page.file.bytes[range]))
      let piece = Self.trimmedLines(String(decoding: bytes, as: UTF8.self))
      if piece.isEmpty { continue }
      text += (text.isEmpty ? "" : "\n") + piece
    }
    guard !text.isEmpty else { return }
    let heading = "## \(Self.escaped(title))\n\n"
    add(block(heading + text, at: into.proseEnd), at: into.proseEnd)
  }

  /// Where a footnote's label stands: in references, and before the note.
  private func footnotes(_ label: String, _ new: String) -> [TextEdit] {
    let tree = from.page.body
    let bytes = from.page.file.bytes
    let mark = Array("[^\(label)]".utf8)
    var starts = tree.footnoteReferences.filter {
      tree.footnotes.indices.contains($0.footnote) && tree.footnotes[$0.footnote].label == label
    }.map { tree[$0.node].source.lowerBound }
    for note in tree.footnotes where note.label == label {
      // The note begins behind its label.
      let start = tree[note.node].source.lowerBound
      var at = start
      while at > 0, bytes[at - 1] != 0x0A { at -= 1 }
      if let found = FactLine.find("[^\(label)]:", in: bytes, from: at, to: bytes.count) {
        starts.append(found)
      }
    }
    return starts.compactMap { start in
      guard bytes[start...].starts(with: mark) else { return nil }
      return TextEdit((start + 2)..<(start + mark.count - 1), new)
    }
  }

  /// Without blank lines at both ends.
  private static func trimmedLines(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    func isBlank(_ line: Substring) -> Bool { line.utf8.allSatisfy(FactLine.isSpace) }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// A title as the words of a heading: nothing in it is Markdown.
  private static func escaped(_ title: String) -> String {
    var result = ""
    for scalar in title.unicodeScalars {
      if "\\`*_[]<>#!&|{}~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return result
  }

  // MARK: Facts

  /// The items that are added as they stand; what belongs to a fact that is there is put below it.
  private mutating func mergeFacts() -> [String] {
    let vocabulary = FactVocabulary.of(into.page.kind)
    var items: [String] = []
    for item in from.facts {
      let fact = item.fact
      let isSingle = vocabulary.key(fact.key)?.isSingle == true
      let target = into.facts.first { own in
        guard own.fact.key == fact.key, own.fact.name == fact.name else { return false }
        if isSingle { return true }
        guard !fact.isDisputed, !own.fact.isDisputed, let pick = fact.pick,
          let ownPick = own.fact.pick
        else { return false }
        return Self.isSame(pick, ownPick)
      }
      guard let target else {
        items.append(Self.line(Self.unix(from.text(item.lines))))
        continue
      }
      join(item, to: target)
    }
    return items
  }

  private mutating func join(_ item: PageSections.FactItem, to target: PageSections.FactItem) {
    var below: [String] = []
    for value in item.fact.values {
      guard let own = target.fact.values.first(where: { Self.isSame(value, $0) }) else {
        below.append(text(of: value, in: item))
        continue
      }
      addCitations(value.citations, besides: own.citations, to: paragraph(of: own, in: target))
    }
    for correction in item.fact.corrections {
      let text = from.words(correction.range)
      let isKnown = target.fact.corrections.contains { into.words($0.range) == text }
      if !isKnown { below.append(text) }
    }
    guard !below.isEmpty else { return }
    let margin = String(repeating: " ", count: max(target.indent, 2))
    let end = target.lines.upperBound
    add(startingLine(below.map { "\(margin)- \($0)\n" }.joined(), at: end), at: end)
  }

  private static func isSame(_ value: FactValue, _ other: FactValue) -> Bool {
    func said(_ value: FactValue) -> [String] {
      [value.text] + value.qualifiers.map { "\($0.key): \($0.text)" }.sorted()
    }
    return said(value) == said(other)
  }

  /// The paragraph that holds a value.
  private func paragraph(of value: FactValue, in item: PageSections.FactItem) -> Range<Int> {
    item.below.first { $0.contains(value.range.lowerBound) } ?? item.text
  }

  /// A value as an account below a fact: without its key, on one line.
  private func text(of value: FactValue, in item: PageSections.FactItem) -> String {
    let range = paragraph(of: value, in: item)
    guard range == item.text,
      let colon = FactLine.find(
        ":", in: from.page.file.bytes, from: item.fact.keyRange.upperBound, to: range.upperBound)
    else { return from.words(range) }
    return from.words((colon + 1)..<range.upperBound)
  }

  private mutating func addCitations(
    _ citations: [Citation], besides own: [Citation], to range: Range<Int>
  ) {
    var text = ""
    for citation in citations
    where !own.contains(where: { Self.isSame($0, citation) }) {
      text += " " + from.words(citation.range)
    }
    guard !text.isEmpty else { return }
    add(text, at: range.upperBound)
  }

  private static func isSame(_ citation: Citation, _ other: Citation) -> Bool {
    citation.key == other.key && citation.locator == other.locator
      && citation.origin == other.origin
  }

  private static func unix(_ text: String) -> String { text.replacing("\r\n", with: "\n") }

  // MARK: Statements

  /// The blocks that are added as they stand; renderings of a statement that is there are put into it.
  private mutating func mergeStatements() -> [String] {
    var blocks: [String] = []
    for item in from.statements {
      let statement = item.statement
      let target = into.statements.first { own in
        guard own.statement.id == statement.id else { return false }
        guard statement.id == nil else { return true }
        let texts = Set(own.statement.renderings.map(\.text))
        return own.statement.speaker.slug == statement.speaker.slug
          && statement.renderings.contains { texts.contains($0.text) }
      }
      guard let target else {
        blocks.append(Self.line(Self.unix(from.text(item.lines))))
        continue
      }
      guard target.statement.speaker.slug == statement.speaker.slug else {
        findings.append(
          Diagnostic(
            .error, "merge-conflict",
            "both pages have a statement “\(statement.id ?? "")”, by different speakers",
            at: from.page.file.place(statement.speaker.range),
            help: "give one of them another {#id}, and run again",
            notes: [
              .init("the other is here", at: into.page.file.place(target.statement.speaker.range))
            ]))
        continue
      }
      join(statement, to: target)
    }
    return blocks
  }

  private mutating func join(_ statement: Statement, to target: PageSections.StatementItem) {
    var lines = ""
    for rendering in statement.renderings {
      if let own = target.statement.renderings.first(where: { $0.text == rendering.text }) {
        let end = own.citations.map(\.range.upperBound).max() ?? own.range.upperBound
        addCitations(rendering.citations, besides: own.citations, to: own.range.lowerBound..<end)
        continue
      }
      let end = rendering.citations.map(\.range.upperBound).max() ?? rendering.range.upperBound
      lines +=
        "> \(from.words(rendering.range.lowerBound..<max(end, rendering.range.upperBound)))\n"
    }
    guard !lines.isEmpty else { return }
    // Before the line that names the speaker.
    var start = target.statement.speaker.range.lowerBound
    while start > 0, into.page.file.bytes[start - 1] != 0x0A { start -= 1 }
    add(lines, at: start)
  }
}

import Diagnostics
import EDTF

/// Reads one line of a review file from the left: bullet, box, kind, passages with their words, value.
struct ReviewLine {
  enum Outcome {
    /// Nothing that is decided.
    case note
    case item(ReviewItem)
    case fault(Diagnostic)
  }

  private let file: SourceFile
  private let range: Range<Int>
  private let isRefusals: Bool
  private var at: Int

  /// - Parameter range: the line without its break, in the file.
  init(file: SourceFile, range: Range<Int>, isRefusals: Bool) {
    self.file = file
    self.isRefusals = isRefusals
    var lower = range.lowerBound
    if lower == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lower = 3 }
    var upper = range.upperBound
    while upper > lower, Self.isSpace(file.bytes[upper - 1]) { upper -= 1 }
    while lower < upper, Self.isSpace(file.bytes[lower]) { lower += 1 }
    self.range = lower..<upper
    at = lower
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }

  private var byte: UInt8? { at < range.upperBound ? file.bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte, Self.isSpace(byte) { at += 1 }
  }

  private func fault(_ summary: String, _ place: Range<Int>, _ help: String?) -> Outcome {
    .fault(
      Diagnostic(.error, "bad-review-line", summary, at: file.place(place), help: help))
  }

  /// O(length of the line).
  mutating func read() -> Outcome {
    let isItem = byte.map { "-*+".utf8.contains($0) } ?? false
    if isItem { at += 1 }
    let isBulletApart = byte.map(Self.isSpace) ?? false
    skipSpace()
    guard let box = box() else {
      // Without a box nothing is decided; where all else is there, the box was lost.
      guard isItem, isBulletApart, !isRefusals, kind() != nil, afterKindIsPassage else {
        return .note
      }
      return fault(
        "the line has no tick box", range.lowerBound..<at, "begin it with `- [ ]`")
    }
    guard let mark = Self.mark(text(box)) else {
      return fault("“\(text(box))” is no tick", box, "write [x], [-] or [ ]")
    }
    guard isItem, isBulletApart else {
      return fault("a tick box stands in a list", box, "write `- \(mark.rawValue) …`")
    }
    at = box.upperBound
    skipSpace()
    let wordStart = at
    let kind = kind()
    if isRefusals, kind == nil || !afterKindIsPassage {
      return refusal(mark, wordStart..<range.upperBound)
    }
    guard let kind else {
      let word = wordStart..<self.end(ofWordAt: wordStart)
      guard !word.isEmpty else {
        return fault("nothing stands behind the tick box", box, "remove the line")
      }
      return fault(
        "“\(text(word))” is nothing that a review decides", word,
        NearMiss.question(for: text(word), in: ReviewKind.allCases.map(\.rawValue))
          ?? "a line decides \(Self.listed(ReviewKind.allCases.map(\.rawValue)))")
    }
    return item(kind, mark)
  }

  private static func listed(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  private static func mark(_ box: String) -> ReviewItem.Mark? {
    box == "[X]" ? .accepted : ReviewItem.Mark(rawValue: box)
  }

  /// A tick box: brackets with at most a letter or two between them that are no link.
  private func box() -> Range<Int>? {
    guard byte == UInt8(ascii: "[") else { return nil }
    guard let close = file.bytes[at..<min(range.upperBound, at + 6)].firstIndex(of: 0x5D) else {
      return nil
    }
    let inside = file.bytes[at + 1..<close]
    guard !inside.contains(0x5B), inside.first != UInt8(ascii: "@"), inside.first != 0x5E else {
      return nil
    }
    if close + 1 < range.upperBound {
      let next = file.bytes[close + 1]
      // `[x](address)`, `[x][id]` and `[x]: address` are links.
      guard next != UInt8(ascii: "("), next != UInt8(ascii: "["), next != UInt8(ascii: ":") else {
        return nil
      }
    }
    return at..<close + 1
  }

  private func end(ofWordAt start: Int) -> Int {
    var end = start
    while end < range.upperBound, !Self.isSpace(file.bytes[end]), file.bytes[end] != 0x3A {
      end += 1
    }
    return end
  }

  /// Reads the word of a kind; where there is none, nothing is read.
  private mutating func kind() -> ReviewKind? {
    let end = end(ofWordAt: at)
    // The longest is nine letters.
    guard end - at <= 16, let kind = ReviewKind(rawValue: text(at..<end)) else { return nil }
    at = end
    skipSpace()
    return kind
  }

  private var afterKindIsPassage: Bool {
    file.bytes[at..<range.upperBound].starts(with: "[@".utf8) || starts(with: "“") || byte == 0x22
  }

  private func starts(with text: String) -> Bool {
    file.bytes[at..<range.upperBound].starts(with: text.utf8)
  }

  private func refusal(_ mark: ReviewItem.Mark, _ name: Range<Int>) -> Outcome {
    guard mark == .refused, !name.isEmpty else {
      return fault(
        "this file holds refused names alone", range, "write `- [-] Name`")
    }
    let subject = ReviewItem.Subject(key: "", locator: nil, words: text(name), range: name)
    return .item(
      ReviewItem(
        kind: .name, mark: .refused, subjects: [subject], value: .none, file: file, range: range,
        valueRange: range.upperBound..<range.upperBound))
  }

  // MARK: Passages

  private mutating func item(_ kind: ReviewKind, _ mark: ReviewItem.Mark) -> Outcome {
    var subjects: [ReviewItem.Subject] = []
    var words: Range<Int>?
    var citation: (key: String, locator: Citation.Locator?, range: Range<Int>)?
    func close() {
      if let citation {
        let text = words.map { self.text($0) } ?? ""
        subjects.append(
          .init(
            key: citation.key, locator: citation.locator, words: text,
            range: citation.range.lowerBound..<(words?.upperBound ?? citation.range.upperBound)))
      }
      citation = nil
      words = nil
    }
    while let byte, byte != UInt8(ascii: ":"), !starts(with: "→") {
      let start = at
      if file.bytes[at..<range.upperBound].starts(with: "[@".utf8) {
        guard let end = file.bytes[at..<range.upperBound].firstIndex(of: 0x5D) else {
          return fault("the citation is not closed", at..<range.upperBound, "close it with ]")
        }
        close()
        let inside = text(at + 2..<end)
        let key = inside.prefix { $0 != " " && $0 != "\u{A0}" }
        switch Citation.parseDetails(String(inside.dropFirst(key.count))) {
        case .failure(let error): return fault(error.summary, start..<end + 1, error.help)
        case .success(let details):
          guard !key.isEmpty else {
            return fault("the citation names no source", start..<end + 1, "write [@source p4]")
          }
          citation = (String(key), details.locator, start..<end + 1)
        }
        at = end + 1
      } else if starts(with: "“") || byte == 0x22 {
        let open = byte == 0x22 ? 1 : 3
        let closing = byte == 0x22 ? "\"" : "”"
        guard let end = self.end(of: closing, from: at + open) else {
          return fault(
            "the quoted words are not closed", at..<range.upperBound, "close them with \(closing)")
        }
        guard citation != nil, words == nil else {
          return fault(
            "quoted words stand behind the citation that they are from", start..<end,
            "write \(kind.rawValue) [@source p4] “words”")
        }
        words = at + open..<end - closing.utf8.count
        at = end
      } else {
        let end = max(self.end(ofWordAt: at), at + 1)
        return fault(
          "“\(text(at..<end))” does not belong here", at..<end, Self.form(of: kind))
      }
      skipSpace()
    }
    close()
    if let fault = missing(kind, subjects) { return fault }
    return value(kind, mark, subjects)
  }

  /// Behind the next `closing` from an offset on.
  private func end(of closing: String, from start: Int) -> Int? {
    let wanted = Array(closing.utf8)
    var index = start
    while index + wanted.count <= range.upperBound {
      if file.bytes[index] == wanted[0],
        file.bytes[index..<index + wanted.count].elementsEqual(wanted)
      {
        return index + wanted.count
      }
      index += 1
    }
    return nil
  }

  private func missing(_ kind: ReviewKind, _ subjects: [ReviewItem.Subject]) -> Outcome? {
    let isWhole =
      subjects.count == kind.subjectCount
      && subjects.allSatisfy { subject in
        kind.hasWords != ReviewWords.folded(subject.words).isEmpty
          && (!kind.hasParagraph || subject.locator != nil)
      }
    guard !isWhole else { return nil }
    return fault("the line does not say what it decides", range, Self.form(of: kind))
  }

  private static func form(of kind: ReviewKind) -> String {
    let passage =
      switch kind {
      case .title, .publisher, .author, .published: "[@source]: value"
      case .name: "[@source p4] “name”: new actor"
      case .meaning: "[@source p4] “name”: [[page]]"
      case .speaker: "[@source p4] “words”: [[page]]"
      case .same: "[@source p4] “words” [@other p2] “words”"
      case .date: "[@source p4] “words”: 2020-05"
      case .duplicate: "[@source] [@other]"
      }
    return "write \(kind.rawValue) \(passage)"
  }

  // MARK: Values

  private mutating func value(
    _ kind: ReviewKind, _ mark: ReviewItem.Mark, _ subjects: [ReviewItem.Subject]
  ) -> Outcome {
    if byte == UInt8(ascii: ":") { at += 1 }
    skipSpace()
    var valueRange = at..<range.upperBound
    var applied: String?
    if kind == .name, let arrow = lastArrow {
      guard let slug = Self.wikilink(text(arrow + 3..<range.upperBound)) else {
        return fault(
          "behind the arrow stands the page that was made", arrow..<range.upperBound,
          "write → [[page]], or remove the arrow")
      }
      applied = slug
      valueRange = at..<max(at, arrow)
    }
    while valueRange.upperBound > valueRange.lowerBound,
      Self.isSpace(file.bytes[valueRange.upperBound - 1])
    {
      valueRange = valueRange.lowerBound..<valueRange.upperBound - 1
    }
    switch ReviewValueReader(kind).value(text(valueRange)) {
    case .success(let value):
      return .item(
        ReviewItem(
          kind: kind, mark: mark, subjects: subjects, value: value, applied: applied, file: file,
          range: range, valueRange: valueRange))
    case .failure(let error):
      return fault(error.summary, valueRange.isEmpty ? range : valueRange, error.help)
    }
  }

  private var lastArrow: Int? {
    var index = range.upperBound - 3
    while index >= at {
      if file.bytes[index] == 0xE2, file.bytes[index + 1] == 0x86, file.bytes[index + 2] == 0x92 {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// The slug in `[[slug]]` or `[[slug|words]]`.
  static func wikilink(_ text: String) -> String? {
    let text = text.drop { $0 == " " }
    guard text.hasPrefix("[["), text.hasSuffix("]]"), text.utf8.count > 4 else { return nil }
    let inside = text.dropFirst(2).dropLast(2)
    let slug = String(inside.prefix { $0 != "|" })
    return Slug(slug) == nil ? nil : slug
  }
}

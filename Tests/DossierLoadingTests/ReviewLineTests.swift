import Diagnostics
import DossierLoading
import DossierModel
import EDTF
import Testing

/// What a review file says, line by line, and the ways to get it wrong.
@Suite("Each line of a review file is a decision, a note, or a finding")
struct ReviewLineTests {
  private static func items(_ text: String, at path: String = "Content/review/2020-10-15.md") -> (
    items: [ReviewItem], findings: [Diagnostic]
  ) {
    var findings: [Diagnostic] = []
    let file = ReviewFile(SourceFile(path: path, text: text))
    return (file.items(reporting: &findings), findings)
  }

  private static func shown(_ item: ReviewItem) -> String {
    let subjects = item.subjects.map { "\($0.key) \($0.locator?.text ?? "-") \($0.words)" }
    return "\(item.mark.rawValue) \(item.kind.rawValue) \(subjects.joined(separator: " + ")) = "
      + "\(item.value)" + (item.applied.map { " → \($0)" } ?? "")
  }

  @Test func `every kind of line is read as it is written`() {
    let read = Self.items(
      """
      # Review, with [a link](x.html) and a note
      - an editor’s note
      - [a link](x.html)
      - [ ] title [@wire]: A \\[sic\\] title
      * [x] publisher [@wire]: unknown
        + [-] published [@wire]: 2020-05
      - [X] name [@wire p4] “Tarn Council”: new actor, ngo
      - [x] name [@wire p4] "Tarn": alias of [[tarn|Tarn]] → [[tarn]]
      - [x] name [@wire p4] “Tarn”: ignore
      - [-] meaning [@wire p2] “Ossa”: [[varland]]
      - [x] speaker [@wire p2] “We never agreed”: [[petrova]]
      - [x] same [@wire p2] “We never agreed” [@other fn1] “We have never agreed”
      - [x] date [@wire p3] “in May of that year”: 2020-05
      - [x] duplicate [@wire] [@other]
        > “In May of that year” [@wire p3]
      """)
    #expect(read.findings == [])
    #expect(
      read.items.map(Self.shown)
        == [
          "[ ] title wire -  = text(\"A [sic] title\")",
          "[x] publisher wire -  = unknown",
          "[-] published wire -  = date(EDTF(2020-05))",
          "[x] name wire p4 Tarn Council = newPage(DossierModel.PageKind.actor, sort: Optional(\"ngo\"))",
          "[x] name wire p4 Tarn = alias(\"tarn\") → tarn",
          "[x] name wire p4 Tarn = ignore",
          "[-] meaning wire p2 Ossa = page(\"varland\")",
          "[x] speaker wire p2 We never agreed = page(\"petrova\")",
          "[x] same wire p2 We never agreed + other fn1 We have never agreed = none",
          "[x] date wire p3 in May of that year = date(EDTF(2020-05))",
          "[x] duplicate wire -  + other -  = none",
        ].map { $0.replacing("EDTF(2020-05)", with: "\(EDTFText.may)") })
  }

  @Test func `identity outlives ticks, values, marks and case, and the order of a pair`() {
    let read = Self.items(
      """
      - [ ] publisher [@wire]: One
      - [x] publisher [@wire]: Two
      - [ ] date [@wire p3] “In May—of that year”: 2020-05
      - [-] date [@wire p3] "in may, of that year": 2021
      - [ ] same [@a p1] “One two” [@b p2] “Two three”
      - [x] same [@b p2] “two three” [@a p1] “one  two”
      - [ ] name [@a p1] “Tarn”: new actor
      - [ ] name [@b p7] “tarn”: ignore
      """)
    #expect(read.findings == [])
    let identities = read.items.map(\.identity)
    #expect(identities.count == 8)
    for first in stride(from: 0, to: 8, by: 2) {
      #expect(identities[first] == identities[first + 1])
    }
    #expect(Set(identities).count == 4)
  }

  static let mistakes: [(line: String, finding: String)] = [
    ("- [y] publisher [@w]: X", "3: “[y]” is no tick | write [x], [-] or [ ]"),
    ("- [] publisher [@w]: X", "3: “[]” is no tick | write [x], [-] or [ ]"),
    ("-[x] publisher [@w]: X", "2: a tick box stands in a list | write `- [x] …`"),
    ("[x] publisher [@w]: X", "1: a tick box stands in a list | write `- [x] …`"),
    ("- publisher [@w]: X", "1: the line has no tick box | begin it with `- [ ]`"),
    ("- [x]", "3: nothing stands behind the tick box | remove the line"),
    (
      "- [x] publsher [@w]: X",
      "7: “publsher” is nothing that a review decides | did you mean “publisher” or “published”?"
    ),
    (
      "- [x] colour [@w]: X",
      "7: “colour” is nothing that a review decides | a line decides title, publisher, author, "
        + "published, name, meaning, speaker, same, date or duplicate"
    ),
    (
      "- [x] publisher: X",
      "1: the line does not say what it decides | write publisher [@source]: value"
    ),
    ("- [x] publisher [@w: X", "17: the citation is not closed | close it with ]"),
    (
      "- [x] publisher [@w x9]: X",
      "17: “x9” is not a place in a source | write p4 for a paragraph, p4-6 for several, fn4 for a "
        + "footnote"
    ),
    (
      "- [x] publisher [@w] X",
      "22: “X” does not belong here | write publisher [@source]: value"
    ),
    ("- [x] publisher [@w]:", "1: the line has no value | write the publisher, or remove the line"),
    (
      "- [x] published [@w]: 2020-13",
      "23: “2020-13” is no EDTF date: there is no month 13 | "
    ),
    (
      "- [x] speaker [@w p1] “One: [[a]]", "23: the quoted words are not closed | close them with ”"
    ),
    (
      "- [x] speaker “One”: [[a]]",
      "15: quoted words stand behind the citation that they are from | write speaker [@source p4] "
        + "“words”"
    ),
    (
      "- [x] speaker [@w] “One”: [[a]]",
      "1: the line does not say what it decides | write speaker [@source p4] “words”: [[page]]"
    ),
    (
      "- [x] speaker [@w p1] “One”: Lavrov",
      "30: “Lavrov” names no page | write the page as [[slug]], or refuse the line with [-]"
    ),
    (
      "- [x] same [@w p1] “One”",
      "1: the line does not say what it decides | write same [@source p4] “words” [@other p2] “words”"
    ),
    ("- [x] duplicate [@a] [@b]: yes", "28: the line takes no value | remove “yes”"),
    (
      "- [x] name [@w p1] “One”: new actr",
      "27: “actr” is no kind of page | did you mean “actor”?"
    ),
    (
      "- [x] name [@w p1] “One”: new actor persn",
      "27: “persn” is no kind of actor | did you mean “person”?"
    ),
    (
      "- [x] name [@w p1] “One”: perhaps",
      "27: “perhaps” is no answer to a name | write `new actor`, `alias of [[page]]` or `ignore`"
    ),
    (
      "- [x] name [@w p1] “One”: new actor → one",
      "37: behind the arrow stands the page that was made | write → [[page]], or remove the arrow"
    ),
  ]

  @Test("a mistake is one finding at its column", arguments: mistakes)
  func mistake(_ line: String, _ expected: String) throws {
    let read = Self.items(line)
    #expect(read.items.count == 0)
    #expect(read.findings.map(\.id) == ["bad-review-line"])
    let finding = try #require(read.findings.first)
    let shown = "\(finding.place?.column ?? 0): \(finding.summary) | \(finding.help ?? "")"
    #expect(
      expected.hasSuffix("| ") ? shown.hasPrefix(String(expected.dropLast(2))) : shown == expected)
  }

  @Test func `the file of refused names has names, and says what is none`() {
    let read = Self.items(
      "# Refused\n\nNotes\n- a note\n- [-] Tarn Council\n- [x] Tarn\n",
      at: ReviewDecisions.refusals)
    #expect(read.items.map(Self.shown) == ["[-] name  - Tarn Council = none"])
    #expect(read.findings.map(\.summary) == ["this file holds refused names alone"])
  }

  @Test func `bytes of any kind and order are read in one pass without a crash`() {
    var state: UInt64 = 20_201_015
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = [
      "- ", "[x] ", "[-] ", "[ ]", "name ", "speaker ", "same ", "[@", "a", " p1", "]", " “", "”",
      "\"", ": ", "[[", "]]", "→", "\n", "\r", "\u{FEFF}", "é", "\\", "|", "new actor", "-[x]", "[",
    ]
    for _ in 0..<3000 {
      let text = (0..<next(24)).map { _ in parts[next(parts.count)] }.joined()
      let read = Self.items(text)
      // Each line is one thing at most.
      let lines = text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.count
      #expect(read.items.count + read.findings.count <= lines)
    }
    // 2 MB of one line, and of many.
    for text in [
      "- [x] same " + String(repeating: "[@a p1] “b” ", count: 200_000),
      String(repeating: "- [x] name [@a p1] “", count: 100_000),
      String(repeating: "- [x] name [@a p1] “b”: new actor\n", count: 60_000),
    ] {
      let read = Self.items(text)
      #expect(read.items.count + read.findings.count > 0)
    }
  }
}

/// How a date is described in a failure.
private enum EDTFText {
  static var may: String { EDTF(reading: "2020-05").map { "\($0)" } ?? "" }
}

import Diagnostics
import DossierLoading
import DossierModel
import EDTF
import Testing

@Suite("What review files decide of a source is known, and what contradicts is reported")
struct ReviewDecisionTests {
  static let capture = """
    The talks in the harbour go on

    By Jan Moreno

    May 3, 2020

    The Lake Trade Council met on Monday in the harbour, and it has agreed to meet again.

    "We never agreed to it, and we never will," the council said after the long meeting.

    """

  private func load(
    _ lines: String, _ more: [String: String] = [:], sidecar: String? = nil
  ) throws -> Loaded {
    var texts = ["seeds/wire.txt": Self.capture, "Content/review/2020-05-04.md": lines]
    texts["seeds/wire.yml"] = sidecar
    return try Loaded(texts.merging(more) { $1 })
  }

  @Test func `accepted and corrected metadata are known by the line, refused ones are unknown`()
    throws
  {
    let loaded = try load(
      """
      # Review
      - [x] title [@wire]: Talks \\[sic\\]
      - [-] author [@wire]: Jan Moreno
      - [x] published [@wire]: 2020-05-04
      - [x] publisher [@wire]: unknown

      """)
    #expect(loaded.diagnostics.map(ConsoleFormatter().format) == [])
    let source = try #require(loaded.model.sources.first)
    let path = "Content/review/2020-05-04.md"
    #expect(source.title == Known("Talks [sic]", basis: .review(path, line: 2)))
    #expect(source.author == nil)
    #expect(source.published?.value.text == "2020-05-04")
    #expect(source.published?.basis == .review(path, line: 4))
    #expect(source.publisher == nil)
    #expect(source.reviewedUnknown == [.author: path + ":3", .publisher: path + ":5"])
    // Shown without a mark, also where machine readings are hidden.
    #expect(source.withholdingForTest.title.value == "Talks [sic]")
  }

  @Test func `an undecided line changes nothing, and the sidecar goes first`() throws {
    let open = try load("- [ ] author [@wire]: Somebody Else\n")
    #expect(open.diagnostics.isEmpty)
    #expect(open.model.sources.first?.author?.value == "Jan Moreno")
    let stated = try load("- [x] author [@wire]: Jan Moreno\n", sidecar: "author: Ann Other\n")
    #expect(stated.model.sources.first?.author == Known("Ann Other", basis: .sidecar))
    #expect(
      stated.diagnostics.map(ConsoleFormatter().format) == [
        """
        Content/review/2020-05-04.md:1:23: warning: the sidecar says otherwise: Ann Other [outdated-review]
          |
        1 | - [x] author [@wire]: Jan Moreno
          |                       ^^^^^^^^^^
          = help: the sidecar goes first: correct either, or remove the line

        """
      ])
  }

  @Test func `an accepted repetition gives its source the origin of the other`() throws {
    let loaded = try load(
      "- [x] duplicate [@copy] [@wire]\n", ["seeds/copy.txt": Self.capture])
    #expect(loaded.diagnostics.isEmpty)
    let copy = try #require(loaded.model.source(key: "copy"))
    #expect(loaded.model[copy].origin == "wire")
    #expect(loaded.model.origin(of: copy) == "wire")
  }

  static let faults: [(lines: String, other: String?, findings: [String])] = [
    (
      "- [x] author [@wire]: A\n- [x] author [@wire]: B\n", nil,
      ["2:1: error: two answers are accepted for one author [review-conflict]"]
    ),
    ("- [x] author [@wire]: A\n- [x] author [@wire]: A\n", nil, []),
    ("- [-] author [@wire]: A\n- [-] author [@wire]: B\n", nil, []),
    (
      "- [x] author [@wire]: A\n", "- [-] author [@wire]: A\n",
      ["1:1: error: one author is accepted and refused [review-conflict]"]
    ),
    (
      "- [x] meaning [@wire p1] “Council”: [[one]]\n- [x] meaning [@wire p1] “council”: [[two]]\n",
      nil,
      ["2:1: error: two answers are accepted for one meaning [review-conflict]"]
    ),
    (
      "- [x] meaning [@wire p1] “Council”: [[one]]\n- [-] meaning [@wire p1] “Council”: [[two]]\n",
      nil,
      []
    ),
    (
      "- [x] name [@wire p1] “Lake”: new place\n- [x] name [@wire p1] “Lake”: alias of [[one]]\n",
      nil,
      ["2:1: error: two answers are accepted for one name [review-conflict]"]
    ),
    (
      "- [x] author [@gone]: A\n", nil,
      ["1:14: warning: there is no source “gone” [outdated-review]"]
    ),
    (
      "- [x] speaker [@wire p9] “We never”: [[one]]\n", nil,
      ["1:15: warning: “wire” has no paragraph p9 [outdated-review]"]
    ),
    (
      "- [-] date [@wire p1] “on Tuesday”: 2020-05\n", nil,
      ["1:12: warning: the paragraph does not say these words [outdated-review]"]
    ),
    (
      "- [x] meaning [@wire p1] “Council”: [[on]]\n", nil,
      ["1:37: warning: there is no page “on” [outdated-review]"]
    ),
    (
      "- [x] name [@wire p1] “Lake”: new place → [[lake]]\n", nil,
      ["1:31: warning: the page “lake”, which this line made, is not there [outdated-review]"]
    ),
    ("- [ ] speaker [@gone p9] “We never”: [[nobody]]\n", nil, []),
  ]

  @Test("ticks that contradict and ticks about what is gone", arguments: faults)
  func reported(_ lines: String, _ other: String?, _ expected: [String]) throws {
    var more = Loaded.actors("one", "two")
    more["Content/review/2020-05-05.md"] = other
    let found = try load(lines, more).diagnostics.map { finding in
      "\(finding.place?.line ?? 0):\(finding.place?.column ?? 0): \(finding.severity.word): "
        + "\(finding.summary) [\(finding.id)]"
    }
    #expect(found == expected)
  }

  @Test func `a conflict shows both lines`() throws {
    let found = try load("- [x] author [@wire]: A\n\n- [-] author [@wire]: B\n").diagnostics
    #expect(
      found.map(ConsoleFormatter().format) == [
        """
        Content/review/2020-05-04.md:3:1: error: one author is accepted and refused [review-conflict]
          |
        3 | - [-] author [@wire]: B
          | ^^^^^^^^^^^^^^^^^^^^^^^
          = help: decide it once: leave the other line as [ ], or remove it
          = note: Content/review/2020-05-04.md:1:1: the other is here

        """
      ])
  }
}

extension Source {
  fileprivate var withholdingForTest: Source {
    let model = SiteModel(
      configuration: SiteConfiguration(title: "Test"), pages: [], sources: [self], home: nil,
      attachments: []
    ).configured { $0.unreviewed = .hide }
    return model.withholdingUnreviewed().sources[0]
  }
}

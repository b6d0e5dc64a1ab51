import SpeechAttribution
import Testing

@Suite("Speakers of quotes")
struct SpeechAttributorTests {
  @Test(
    "A cue of the quote's own sentence names the speaker",
    arguments: [
      ("“It opens in May,” she said.", ["she: It opens in May,"]),
      ("“It opens in May”, Kestrel asserted, adding that.", ["Kestrel: It opens in May"]),
      (
        "“It opens in May,” Adam Heron, a painter from Low Tide, told the paper.",
        ["Adam Heron: It opens in May,"]
      ),
      ("“It opens in May,” Rep. Gwen Heron (D-Wis.) said.", ["Gwen Heron: It opens in May,"]),
      ("“Does it open in May?” Mr. Heron asked.", ["Heron: Does it open in May?"]),
      (
        "“It opens in May,” according to an official statement from the Harbour Office.",
        ["an official statement (Harbour Office): It opens in May,"]
      ),
      (
        "In Low Tide on Monday, Ann Heron said the bridge “opens in May at last.”",
        ["Ann Heron: opens in May at last."]
      ),
      (
        "Deputy Director of the Press Department of the Harbour Ministry, A. Heron said: “It opens.”",
        ["A. Heron: It opens."]
      ),
      (
        "Minister of Defense Ann Heron [15], who came on May 3, recalled the vote and said: “It is open now.”",
        ["Ann Heron: It is open now."]
      ),
      (
        "WASHINGTON, Sept. 28 (UPI) — Ann Heron, opening the bridge, said it was “one for the ages.”",
        ["Ann Heron: one for the ages."]
      ),
      (
        "Ann Heron said on Friday that she thinks the bridge is “not safe at all.”",
        ["Ann Heron: not safe at all."]
      ),
      (
        "Ann Heron criticised Ben Kestrel for saying the bridge was “not safe at all.”",
        ["Ben Kestrel: not safe at all."]
      ),
      (
        "The town waits, with two engineers warning that it is “not safe at all.”",
        ["two engineers: not safe at all."]
      ),
      ("Footage of Ann Heron saying it is “not safe at all.”", ["Ann Heron: not safe at all."]),
      (
        "The Council condemned what it called “a danger to us all.”",
        ["Council: a danger to us all."]
      ),
      (
        "They heard Ben Kestrel and Ann Heron, who joked that it is “not safe at all.”",
        ["who (Ann Heron): not safe at all."]
      ),
      ("He was quoted as saying it is “not safe at all.”", ["He: not safe at all."]),
      (
        "As Ms. Heron put it in a letter to us, it is “not safe at all.”",
        ["Heron: not safe at all."]
      ),
      (
        "“The bridge opens in May,” per the town’s bylaws.",
        ["the town’s bylaws: The bridge opens in May,"]
      ),
      ("Heron: The bridge ‘opens in May at last’, again", ["Heron: opens in May at last"]),
      (
        "“It is safe” but the road would be up to Ben and Ann, he said.",
        ["he: It is safe"]
      ),
    ])
  func explicit(text: String, expected: [String]) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "Where no rule fires, nobody is named",
    arguments: [
      ("The bridge “opens in May at last” after years of work.", ["-: opens in May at last"]),
      ("It rained. “The bridge opens in May.”", ["-: The bridge opens in May."]),
      ("Comment: The bridge is “not safe at all.”", ["-: not safe at all."]),
      (
        "Ann Heron said it was safe. Ben Kestrel left.\n“The bridge will open in May.”",
        ["-: The bridge will open in May."]
      ),
      ("It was called “a danger to us all” for years.", ["-: a danger to us all"]),
      ("The claims about “a bridge to nowhere” multiplied.", ["-: a bridge to nowhere"]),
    ])
  func abstention(text: String, expected: [String]) {
    #expect(rendered(text) == expected)
  }

  @Test("A pronoun means the last person who was a subject and of that gender, as far as known")
  func pronouns() {
    let text = """
      Mrs. Ann Heron met Mr. Ben Kestrel in Low Tide. Mr. Ben Kestrel came late.
      “The bridge opens in May,” she said. “It is safe now,” he said.
      """
    #expect(
      rendered(text) == [
        "she (Ann Heron): The bridge opens in May,", "he (Ben Kestrel): It is safe now,",
      ])
  }

  @Test("The caller's names give their ids, through pronouns, titles and documents too")
  func identifiers() {
    let text = """
      Harbour Minister Ann Heron opened the bridge. Her Harbour Office released a letter.
      “It is open now,” the minister said.
      The Harbour Office sent a letter. “It is open now,” the letter read.
      """
    let all = paragraphs(text)
    var names: [NameMention] = []
    for (index, paragraph) in all.enumerated() {
      let line = String(decoding: paragraph.bytes, as: UTF8.self)
      for (name, id, kind) in [
        ("Ann Heron", Int32(7), NameMention.Kind.person), ("Harbour Office", 9, .organisation),
      ] {
        if let range = line.firstRange(of: name) {
          let lower = line.utf8.distance(from: line.startIndex, to: range.lowerBound)
          names.append(
            NameMention(
              paragraph: index, range: lower..<lower + name.utf8.count, id: id, kind: kind))
        }
      }
    }
    let found = SpeechAttributor().quotes(in: all, names: names.reversed())
    #expect(found.map { $0.speaker?.nameID } == [7, 9])
    #expect(found.map { $0.speaker?.resolution } == [.definiteRole, .issuer])
  }

  @Test("An owner and an organisation's last words are its long name of the same text")
  func shortOrganisations() {
    let text = "Russia’s Foreign Ministry said: “It is open now.”\nThe Russian Foreign Ministry."
    let names = [NameMention(paragraph: 1, range: 4..<28, id: 3, kind: .organisation)]
    #expect(quotes(in: text, names: names).map { $0.speaker?.nameID } == [3])
    let other = "Turkey’s Foreign Ministry said: “It is open now.”\nThe Russian Foreign Ministry."
    #expect(quotes(in: other, names: names).map { $0.speaker?.nameID } == [nil])
  }

  @Test("A name that is only part of a description is not the speaker")
  func descriptions() {
    let text = "“It is open now,” a spokesman for Ann Heron said."
    let names = [NameMention(paragraph: 0, range: 38..<47, id: 3, kind: .person)]
    let found = quotes(in: text, names: names)
    #expect(found.map { rendered($0, of: text) } == ["a spokesman: It is open now,"])
    #expect(found.map { $0.speaker?.nameID } == [nil])
  }

  @Test("Names that lie outside the text or across one another do no harm")
  func wrongNames() {
    let text = "“It is open now,” Ann Heron said."
    let names = [
      NameMention(paragraph: 0, range: 20..<29, id: 1, kind: .person),
      NameMention(paragraph: 0, range: 24..<29, id: 2, kind: .person),
      NameMention(paragraph: 0, range: 30..<900, id: 3, kind: .person),
      NameMention(paragraph: 5, range: 0..<3, id: 4, kind: .person),
    ]
    #expect(quotes(in: text, names: names).map { $0.speaker?.nameID } == [1])
  }

  @Test(
    "A quote is direct, worked into a sentence, or set at a distance",
    arguments: [
      ("“It is open now,” she said.", [SpeechQuote.Form.direct]),
      ("She said the bridge was “open.”", [.partial]),
      ("She said the bridge was “finally open to us all.”", [.partial]),
      ("She called the bridge a “disgrace” on Monday.", [.partial]),
      ("The “bridge” is a plank.", [.scare]),
      ("The so-called “bridge of all the people” is a plank.", [.scare]),
      ("She rejected the description of the plank as a “bridge” on Monday.", [.scare]),
    ])
  func forms(text: String, expected: [SpeechQuote.Form]) {
    #expect(quotes(in: text).map(\.form) == expected)
  }

  @Test("Quotes that share a cue or go on are one utterance, others are not")
  func utterances() {
    let text = """
      “It is open now,” Heron said, adding that the delay was “unacceptable.”
      “It is safe,” Heron said. “It is open now.”
      Heron called it “safe” and insisted that it was “open to us all.”
      """
    #expect(quotes(in: text).map(\.utterance) == [0, 0, 1, 1, 2, 3])
  }

  @Test("What a caption or a note says is not what the paragraphs around it go on from")
  func layers() {
    let attributor = SpeechAttributor()
    func speakers(_ layer: SpeechParagraph.Layer) -> [Bool] {
      attributor.quotes(in: [
        SpeechParagraph("Mayor Ann Heron denied that it was unsafe."),
        SpeechParagraph("Ben Kestrel said on Monday that it rains.", layer: layer),
        SpeechParagraph("“The bridge will open again in May.”"),
      ]).map { $0.speaker?.mention.paragraph == 0 }
    }
    #expect(speakers(.caption) == [true])
    #expect(speakers(.footnote) == [true])
    #expect(speakers(.body) == [false])
  }

  @Test("A text without marks, or without anything, has no quotes")
  func nothing() {
    #expect(quotes(in: "Ann Heron said that it was open.") == [])
    #expect(quotes(in: "") == [])
    #expect(SpeechAttributor().quotes(in: []) == [])
  }
}

import SpeechAttribution
import Testing

@Suite("Quotation marks")
struct QuoteMarkTests {
  /// The segments of a text.
  private func segments(_ text: String) -> [String] {
    let all = paragraphs(text)
    return quotes(in: text).flatMap(\.segments).map { words(all, $0.paragraph, $0.range) }
  }

  @Test(
    "Marks of all kinds pair, and inner marks belong to what is quoted",
    arguments: [
      ("She said “one two three four”.", ["one two three four"]),
      ("She said \"one two three four\".", ["one two three four"]),
      ("She said «one two three four».", ["one two three four"]),
      ("She said »one two three four«.", ["one two three four"]),
      ("She said „one two three four“.", ["one two three four"]),
      ("She said „one two three four”.", ["one two three four"]),
      ("She said ''one two three four''.", ["one two three four"]),
      ("She said ``one two three four''.", ["one two three four"]),
      ("She said ‘one two three four’.", ["one two three four"]),
      ("She said 'one two three four'.", ["one two three four"]),
      ("She said “one ‘two’ three “four” five”.", ["one ‘two’ three “four” five"]),
      ("She said «one «two» three».", ["one «two» three"]),
      ("She said ‘one “two” three four’.", ["one “two” three four"]),
      ("She said \"one 'two' three\" and \"four\".", ["one 'two' three", "four"]),
      // A closing mark typed for the opening one.
      ("She said ”one two three four”.", ["one two three four"]),
      ("“”", [""]),
    ])
  func pairs(text: String, expected: [String]) {
    #expect(segments(text) == expected)
  }

  @Test(
    "Apostrophes, inches and elisions are no quotation marks",
    arguments: [
      "The voters’ choice isn’t the mayor’s.", "It's the '90s, and rock 'n' roll is Jack's.",
      "A 6\" pipe and a 5' wall.", "Get ’em while they’re hot.", "The ‘90s were the boys’.",
    ])
  func apostrophes(text: String) {
    #expect(segments(text) == [])
  }

  @Test(
    "Apostrophes inside single marks do not close them",
    arguments: [
      ("‘I don’t know the voters’ choice,’ he said.", ["I don’t know the voters’ choice,"]),
      ("'It isn't the voters' choice,' he said.", ["It isn't the voters' choice,"]),
    ])
  func singles(text: String, expected: [String]) {
    #expect(segments(text) == expected)
  }

  @Test(
    "A mark that is never closed runs to a note mark, the next quote or the paragraph's end",
    arguments: [
      ("He said: “We follow the matter most closely[12].", ["We follow the matter most closely"]),
      ("He said: “We follow the matter", ["We follow the matter"]),
      ("He said: “We follow the matter \u{A0}", ["We follow the matter"]),
      ("“We follow this, he said. “And that.”", ["We follow this, he said.", "And that."]),
      ("He said: “", []),
    ])
  func unclosed(text: String, expected: [String]) {
    #expect(segments(text) == expected)
  }

  @Test("Paragraphs that reopen without closing are one quote of one speaker")
  func reopened() {
    let text = """
      “It is safe, and “all of us” know it.

      “It will open in May.

      “Nobody need fear,” Anna Kestrel said. “Nobody at all.”
      """
    #expect(
      rendered(text) == [
        "Anna Kestrel: It is safe, and “all of us” know it. / It will open in May. / "
          + "Nobody need fear,",
        "Anna Kestrel: Nobody at all.",
      ])
  }

  @Test("Ranges stay inside the paragraph, whatever its bytes are")
  func anyBytes() {
    var state: UInt64 = 42
    let alphabet: [[UInt8]] = [
      Array("“".utf8), Array("”".utf8), Array("\"".utf8), Array("'".utf8), Array("’".utf8), [0xE2],
      [0x80], [0xC2], [0xFF], Array(" said ".utf8), Array("Anna Kestrel".utf8), Array(", ".utf8),
      Array(". ".utf8), Array("[1]".utf8), Array("(".utf8), Array(" adding that ".utf8),
      Array(": ".utf8), Array("the statement".utf8), Array("\u{A0}".utf8),
      Array(" according to ".utf8),
    ]
    let attributor = SpeechAttributor()
    for _ in 0..<2000 {
      var all: [SpeechParagraph] = []
      for _ in 0..<3 {
        var bytes: [UInt8] = []
        for _ in 0..<12 {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bytes += alphabet[Int(state >> 33) % alphabet.count]
        }
        all.append(SpeechParagraph(bytes: bytes))
      }
      var last = (-1, -1)
      for quote in attributor.quotes(in: all) {
        for segment in quote.segments {
          #expect(segment.range.upperBound <= all[segment.paragraph].bytes.count)
        }
        let start = (quote.segments[0].paragraph, quote.segments[0].range.lowerBound)
        #expect(last < start)
        last = start
        if let mention = quote.speaker?.mention {
          #expect(mention.range.upperBound <= all[mention.paragraph].bytes.count)
        }
      }
    }
  }
}

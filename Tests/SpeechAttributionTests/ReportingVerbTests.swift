import SpeechAttribution
import Testing

@Suite("Verbs of saying")
struct ReportingVerbTests {
  @Test(
    "All forms of a verb report, doubled consonants and -y included",
    arguments: [
      "says", "said", "has said", "is saying", "admits", "admitted", "replied", "denies", "denied",
      "has written", "wrote", "agreed", "tweeted", "swore", "is stressing", "publicly urged",
      "criticised", "criticized", "claims",
    ])
  func forms(verb: String) {
    #expect(
      rendered("Ann Heron \(verb) that the bridge is “not safe at all.”") == [
        "Ann Heron: not safe at all."
      ])
  }

  @Test(
    "A form that is a noun as well reports only where a verb may stand",
    arguments: [
      "Many claims of “a danger to all” remain.",
      "The latest report, “Safe at Any Height”, is out.",
      "An answer to “who pays for it” is due.", "Its notes on “who pays for it” are lost.",
    ])
  func nouns(text: String) {
    #expect(quotes(in: text).allSatisfy { $0.speaker == nil })
  }
}

@Suite("Cost of reading quotes")
struct SpeechCostTests {
  @Test(
    "100 kB of marks and of cues take no quadratic time",
    arguments: [
      "\"", "“", "”", "“ ", " \"a", "'a ", "‘a", "’ ", "«", "„a", "''", "“a” ", "“a,” ", "a “",
      "said ",
      "“a” said ", "said that “a b c d” and ", ", said “a”", "(", "( “a” ", "“a” (", "and ",
      "very ",
      "“a,” very very ", "A. Heron, ", "“a” Heron, ", "adding “a” ", "[1", "“[1", "A and ", "“a”, ",
      "— “a” ", "of the “a” ", "according to ", "SMITH: ", "“AA: ", "\n“", "a\n", "“a\n",
      "to say “a” ",
      "‘a’s ", "s’ ‘a ",
    ])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let all = paragraphs(text)
    let clock = ContinuousClock()
    let attributor = SpeechAttributor()
    let time = clock.measure { _ = attributor.quotes(in: all) }
    // A second is 0.1 MB/s: a hundredth of the speed of prose in a debug build.
    #expect(time < .seconds(10), "\(time)")
  }
}

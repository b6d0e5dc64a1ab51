import Foundation
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
    "marks and cues, over and over, take no quadratic time",
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
    let isLong = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1"
    let length = isLong ? 100_000 : 30_000
    let attributor = SpeechAttributor()
    func time(_ length: Int) -> Duration {
      let all = paragraphs(String(repeating: piece, count: length / piece.utf8.count))
      return ContinuousClock().measure { _ = attributor.quotes(in: all) }
    }
    var long = time(length)
    // What takes so long is ten times slower than prose in a debug build, or on a busy machine: eight
    // times the text then may not take much more than eight times as long. Quadratic is sixty-four.
    guard long > .seconds(isLong ? 3 : 1) else { return }
    var short = time(length / 8)
    for _ in 0..<5 where long > short * 20 {
      long = min(long, time(length))
      short = min(short, time(length / 8))
    }
    #expect(long <= short * 20)
  }
}

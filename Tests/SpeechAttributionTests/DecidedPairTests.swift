import SpeechAttribution
import Testing

@Suite("What a person declared one statement or two goes before what words have in common")
struct DecidedPairTests {
  private static let texts = [
    "we have never agreed to it and we never will agree to it",
    "we have never agreed to it and we never will agree",
    "we have never agreed to it and we never will",
    "a wholly different sentence about the harbour",
  ]

  private func clusters(_ decided: [(Int, Int, Bool)]) -> [[Int]] {
    UtteranceMatcher().matches(
      among: Self.texts.map { Utterance(speaker: 1, day: 0, text: Array($0.utf8)) },
      decided: decided.map { DecidedPair(first: $0.0, second: $0.1, isSame: $0.2) }
    ).clusters
  }

  @Test(
    "by pairs",
    arguments: [
      ([], [[0, 1, 2]]),
      ([(0, 3, true)], [[0, 1, 2, 3]]),
      ([(0, 2, false)], [[0, 1]]),
      ([(2, 0, false), (1, 0, false)], [[1, 2]]),
      ([(0, 1, false), (0, 2, false), (1, 2, false)], []),
      // What is declared two stays two, though a third is declared the same as both.
      ([(0, 3, false), (0, 1, true), (1, 3, true)], [[0, 1, 2]]),
    ] as [([(Int, Int, Bool)], [[Int]])])
  func pairs(_ decided: [(Int, Int, Bool)], _ expected: [[Int]]) {
    #expect(clusters(decided) == expected)
  }
}

import SpeechAttribution
import Testing

@Suite("One utterance across documents")
struct StatementTests {
  private func utterance(_ text: String, _ speaker: Int32? = 1, day: Int32? = nil) -> Utterance {
    Utterance(speaker: speaker, day: day, text: Array(text.utf8))
  }

  private let long =
    "We have never considered the river as our own. It is a neighbour in many areas"

  @Test("Renderings of one utterance cluster, whatever was inserted, dropped or respelt")
  func clusters() {
    let found = UtteranceMatcher().matches(among: [
      utterance(long),
      utterance("Nobody asked for a bridge at this place before the flood came"),
      utterance("we have never considered the river as our own; it [the river] is a neighbour"),
      utterance("IT IS A NEIGHBOUR IN MANY AREAS."),
      utterance("Nobody had asked for a bridge at this place before the war"),
    ])
    #expect(found.clusters == [[0, 2, 3], [1, 4]])
    #expect(found.candidates == [])
  }

  @Test("Another speaker, another week or too few shared words keep utterances apart")
  func apart() {
    let matcher = UtteranceMatcher()
    func clusters(_ one: Utterance, _ other: Utterance) -> [[Int]] {
      matcher.matches(among: [one, other]).clusters
    }
    #expect(clusters(utterance(long, 1), utterance(long, 2)) == [])
    #expect(clusters(utterance(long, 1, day: 10), utterance(long, 1, day: 18)) == [])
    #expect(clusters(utterance(long, 1, day: 10), utterance(long, 1, day: 17)) == [[0, 1]])
    #expect(clusters(utterance(long, 1, day: 10), utterance(long, 1)) == [[0, 1]])
    #expect(clusters(utterance("in many areas"), utterance(long)) == [])
  }

  @Test("A little in common, or an unknown speaker, is for an editor to judge")
  func candidates() {
    let found = UtteranceMatcher().matches(among: [
      utterance(long, nil),
      utterance(long, 1),
      utterance("It is a neighbour in no sense that anybody here would ever call a good one", 2),
      utterance("I repeat that it is a neighbour in spirit and that we must go on to hope so", 2),
    ])
    #expect(found.clusters == [])
    #expect(
      found.candidates.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [0, 3], [2, 3]])
    #expect(found.candidates.map(\.shared) == [15, 4, 4, 4])
  }

  @Test("The order of the utterances changes nothing but their numbers")
  func order() {
    let texts = [long, "nothing of the kind was ever said by me", long + " indeed", "no"]
    let forward = UtteranceMatcher().matches(among: texts.map { utterance($0) })
    let backward = UtteranceMatcher().matches(among: texts.reversed().map { utterance($0) })
    #expect(forward.clusters == [[0, 2]])
    #expect(backward.clusters == [[1, 3]])
  }

  @Test("Thousands of copies and of strangers take no quadratic time")
  func many() {
    var all: [Utterance] = []
    for index in 0..<4000 {
      all.append(utterance(long, 1, day: Int32(index / 600)))
      all.append(utterance("the word \(index) stands for \(index * 7) and \(index * 3)", 2))
    }
    let start = ContinuousClock.now
    let found = UtteranceMatcher().matches(among: all)
    #expect(found.clusters.map { $0.count } == [4000])
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  /// A diff as `same -deleted- +inserted+`.
  private func diff(_ left: String, _ right: String, limit: Int = 1_000_000) -> String {
    let (one, other) = (Array(left.utf8), Array(right.utf8))
    return WordDiff(left: one, right: other, limit: limit).runs.map { run in
      switch run.change {
      case .same: String(decoding: other[run.right], as: UTF8.self)
      case .deleted: "-" + String(decoding: one[run.left], as: UTF8.self) + "-"
      case .inserted: "+" + String(decoding: other[run.right], as: UTF8.self) + "+"
      }
    }.joined(separator: " ")
  }

  @Test(
    "Renderings are compared word by word, without regard to case and punctuation",
    arguments: [
      ("We agree.", "we agree", "we agree"),
      ("We do agree", "We don’t agree", "We -do- +don’t+ agree"),
      ("", "We agree", "+We agree+"),
      ("We agree", "", "-We agree-"),
      ("", "", ""),
      (
        "expressed several times by [Azeri] President Heron",
        "expressed on several occasions by President Heron",
        "expressed +on+ several -times- +occasions+ by -Azeri- President Heron"
      ),
      ("a b c d", "b d e", "-a- b -c- d +e+"),
    ])
  func words(left: String, right: String, expected: String) {
    #expect(diff(left, right) == expected)
  }

  @Test("Beyond its limit a diff says only that words were replaced")
  func bounded() {
    #expect(diff("a b c d e", "a x c y e", limit: 8) == "a -b c d- +x c y+ e")
    let many = (0..<200_000).map { "w\($0)" }.joined(separator: " ")
    let other = (0..<200_000).map { "v\($0)" }.joined(separator: " ")
    #expect(WordDiff(left: Array(many.utf8), right: Array(other.utf8)).runs.count == 2)
  }
}

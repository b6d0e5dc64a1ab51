import Diagnostics
import Testing

@Suite("A suggestion is a name that is spelt almost alike")
struct NearMissTests {
  @Test(
    "the nearest come first, equals in alphabetical order, three at most",
    arguments: [
      ("tittle", ["title", "subtitle", "summary"], ["title"]),
      ("titel", ["title", "tiles", "table"], ["title"]),
      ("Title", ["title"], ["title"]),
      ("rusia", ["russia", "prussia", "asia"], ["russia"]),
      ("wier", ["wire", "were", "wiser"], ["wire", "wiser"]),
      ("aaaaaa", ["aaaaab", "aaaaac", "aaaaad", "aaaaae"], ["aaaaab", "aaaaac", "aaaaad"]),
      ("abcdef", ["abcdxx", "abcdex"], ["abcdex", "abcdxx"]),
      ("Çavuşoğlu", ["çavuşoglu", "cavusoglu"], ["çavuşoglu", "cavusoglu"]),
      ("title", ["title"], []), ("colour", ["title", "kind"], []), ("", ["abc"], []),
      ("kind", [], []), ("kind", ["kin", "kin"], ["kin"]),
    ])
  func matches(_ name: String, _ candidates: [String], _ expected: [String]) {
    #expect(NearMiss.matches(for: name, in: candidates) == expected)
    #expect(NearMiss.matches(for: name, in: candidates.reversed()) == expected)
  }

  @Test("a question names one, two or three")
  func question() {
    #expect(NearMiss.question(for: "tite", in: ["title"]) == "did you mean “title”?")
    #expect(NearMiss.question(for: "bat", in: ["cat", "hat"]) == "did you mean “cat” or “hat”?")
    #expect(
      NearMiss.question(for: "bat", in: ["cat", "hat", "rat", "sat"])
        == "did you mean “cat”, “hat” or “rat”?")
    #expect(NearMiss.question(for: "bat", in: ["title"]) == nil)
  }

  @Test("a name of any length is answered at once")
  func long() {
    let name = String(repeating: "a", count: 100_000)
    #expect(NearMiss.matches(for: name, in: [name + "b"]) == [])
  }
}

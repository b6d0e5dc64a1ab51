import PhraseMatching
import Testing

/// What is found in a text, as `name=what stands there`.
private func found(_ phrases: [Phrase], in text: String) -> [String] {
  let matcher = PhraseMatcher(phrases)
  let bytes = Array(text.utf8)
  var matches: [PhraseMatch] = []
  matcher.findMatches(in: bytes, range: 0..<bytes.count, into: &matches)
  return matches.map { match in
    let form = matcher.forms[Int(match.form)]
    let surface = String(decoding: bytes[match.lower..<match.upper], as: UTF8.self)
    return "\(form.identifiers.map(String.init).joined(separator: ","))=\(surface)"
  }
}

private func phrases(_ names: String...) -> [Phrase] {
  names.enumerated().map { Phrase($1, policy: .capitalised, identifier: Int32($0)) }
}

@Suite("Phrase matching")
struct PhraseMatcherTests {
  @Test(
    "The longest name that ends at a boundary wins, from the left",
    arguments: [
      ("Armenia and Armenian", ["0=Armenia", "1=Armenian"]),
      ("Tavush tensions", ["2=Tavush"]),
      ("Tavush tension, Tavush", ["3=Tavush tension", "2=Tavush"]),
      ("pro-Armenian, Armenia's, “Armenia”", ["1=Armenian", "0=Armenia", "0=Armenia"]),
      ("Armeniacs xArmenia Armenia2", []),
      ("", []),
      ("ARMENIA", ["0=ARMENIA"]),
      ("armenia", []),
    ])
  func longest(text: String, expected: [String]) {
    #expect(found(phrases("Armenia", "Armenian", "Tavush", "Tavush tension"), in: text) == expected)
  }

  @Test(
    "Accents, look-alike letters, line breaks and quotation marks fold",
    arguments: [
      ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
      ("Mevlut Cavusoglu", "Mevlüt\nÇavuşoğlu"),
      ("Ilham Aliyev", "İlham\u{A0}Aliyev"),
      ("Şəki", "Saki"),
      ("Guinea's coast", "Guinea’s coast"),
      ("Нагорный Карабах", "НАГОРНЫЙ КАРАБАХ"),
      ("Éire", "E\u{301}ire"),
      ("Հայաստան", "ՀԱՅԱՍՏԱՆ"),
    ])
  func folding(name: String, text: String) {
    #expect(found(phrases(name), in: text) == ["0=\(text)"])
    #expect(found(phrases(name), in: name) == ["0=\(name)"])
  }

  @Test("A mark behind a letter belongs to it and ends no word")
  func marks() {
    #expect(found(phrases("Eir"), in: "Eire\u{301}") == [])
    #expect(found(phrases("Eire"), in: "Eire\u{301}") == ["0=Eire\u{301}"])
  }

  @Test("An exact name matches to the letter only, and wins over a folded one")
  func exact() {
    let phrases = [
      Phrase("US", policy: .exact, identifier: 1), Phrase("us", policy: .folded, identifier: 2),
    ]
    #expect(found(phrases, in: "US us Us") == ["1=US", "2=us", "2=Us"])
  }

  @Test("Names that several pages claim come back with all of them")
  func ambiguity() {
    let phrases = [
      Phrase("Lavrov", policy: .capitalised, identifier: 7),
      Phrase("LAVROV", policy: .capitalised, identifier: 3),
    ]
    #expect(found(phrases, in: "Lavrov") == ["3,7=Lavrov"])
  }

  @Test("Any bytes are searched without a crash, and offsets stay within them")
  func hostile() {
    let matcher = PhraseMatcher(phrases("Armenia", "Çavuş", "中国"))
    var state: UInt64 = 42
    for _ in 0..<2_000 {
      var bytes = Array("Armenia Çavuş 中国 E\u{301} “x” ".utf8)
      for _ in 0..<4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
      }
      var matches: [PhraseMatch] = []
      matcher.findMatches(in: bytes, range: 3..<bytes.count, into: &matches)
      #expect(
        matches.allSatisfy { 3 <= $0.lower && $0.lower < $0.upper && $0.upper <= bytes.count })
    }
  }

  @Test(
    "A name in small letters is found in them although one with a capital has the same letters",
    arguments: [["Second war", "second war"], ["second war", "Second war"]])
  func smallLetters(_ names: [String]) {
    let phrases = names.map {
      Phrase($0, policy: .capitalised, identifier: $0 == "Second war" ? 1 : 2)
    }
    #expect(
      found(phrases, in: "Second war, second war") == ["1,2=Second war", "2=second war"])
  }

  @Test("It finds what a naive search finds, whatever the names")
  func agreesWithNaiveSearch() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      let names = (0..<6).map { _ in
        (0...random(3)).map { _ in ["Ab", "Abc", "B", "Bc"][random(4)] }.joined(separator: " ")
      }
      let text = (0..<20).map { _ in ["Ab", "Abc", "B", "Bc", "x", "-"][random(6)] }
        .joined(separator: " ")
      let all = names.enumerated().map { Phrase($1, policy: .exact, identifier: Int32($0)) }
      #expect(found(all, in: text).map { String($0.drop { $0 != "=" }) } == naive(names, text))
    }
  }

  private func naive(_ names: [String], _ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    var result: [String] = []
    var index = 0
    while index < words.count {
      let longest = names.map { $0.split(separator: " ").map(String.init) }
        .filter { Array(words[index...].prefix($0.count)) == $0 }.max { $0.count < $1.count }
      if let longest {
        result.append("=" + longest.joined(separator: " "))
        index += longest.count
      } else {
        index += 1
      }
    }
    return result
  }
}

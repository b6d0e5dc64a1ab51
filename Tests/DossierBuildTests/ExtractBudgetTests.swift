import DossierBuild
import DossierModel
import Testing

/// What a whole site publishes of a capture: no more than its account, wherever it stands.
struct ExtractBudgetTests {
  /// A capture of so many paragraphs of seventy words and more, no five words of which come twice.
  static func capture(_ paragraphs: Int, seed: Int) -> String {
    let nouns = [
      "harbour", "envoy", "fisherman", "storm", "buoy", "lantern", "pilot", "ferry", "kingdom",
      "admiral", "net", "captain", "gull", "island", "winter", "market", "sailor", "rope", "tide",
    ]
    let verbs = ["saw", "followed", "left", "met", "warned", "heard", "passed", "knew", "joined"]
    var state = UInt64(seed)
    func pick(_ words: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int((state >> 33) % UInt64(words.count))]
    }
    // No name of a thing comes twice, so that no five words agree by chance.
    var count = 0
    func thing() -> String {
      count += 1
      let letters = String(count).utf8.map { String(UnicodeScalar($0 - 0x30 + 0x61)) }.joined()
      return pick(nouns) + "-" + letters
    }
    var text = "The long report of the harbour\n\n"
    for _ in 0..<paragraphs {
      for sentence in 0..<5 {
        let who = sentence % 2 == 0 ? "Norland and \(thing())" : "the \(thing()) of Sudland"
        text += "The \(thing()) \(pick(verbs)) the \(thing()) and \(pick(verbs)) \(who) "
        text += "when a \(thing()) \(pick(verbs)) the \(thing()) near the \(thing()). "
      }
      text += "\n\n"
    }
    return text
  }

  static func files(_ paragraphs: Int, rights: String) -> [String: String] {
    var files = SampleFiles.with([
      "dossier.yml": "title: Harbour\nbase-url: https://example.org/\n",
      "seeds/long.txt": capture(paragraphs, seed: paragraphs),
      "seeds/long.yml": "publisher: Tide\npublished: 2020-10-15\nrights: \(rights)\n",
    ])
    for number in 1...10 {
      files["Content/pages/page-\(number).md"] = """
        ---
        title: Page \(number)
        reviewed: 2020-10-0\(number % 9 + 1)
        ---
        Words about Norland [@long p\(number)] [@long p\(min(number + 3, paragraphs))].

        """
    }
    return files
  }

  /// How many words of the capture's paragraphs stand in some artifact in runs of five and more.
  static func published(_ source: Source, in site: BuiltSite) -> (count: Int, total: Int) {
    var runs: Set<[Substring]> = []
    for artifact in site.artifacts where artifact.path.rawValue != "assets/style.css" {
      let words = artifact.words
      for start in words.indices where start + 5 <= words.count {
        runs.insert(Array(words[start..<(start + 5)]))
      }
    }
    var count = 0
    var total = 0
    for paragraph in source.article.paragraphs {
      let words = paragraph.text.split(whereSeparator: \.isWhitespace)
      var isPublished = [Bool](repeating: false, count: words.count)
      for start in words.indices where start + 5 <= words.count {
        if runs.contains(Array(words[start..<(start + 5)])) {
          for index in start..<(start + 5) { isPublished[index] = true }
        }
      }
      count += isPublished.count { $0 }
      total += words.count
    }
    return (count, total)
  }

  @Test(arguments: [10, 14, 40])
  func `at most 150 words or a tenth of a capture stand anywhere in the site`(paragraphs: Int)
    throws
  {
    let site = try BuiltSite.clean(Self.files(paragraphs, rights: "extracts"))
    let source = try #require(site.result.model?.sources.first { $0.key.rawValue == "long" })
    #expect(source.article.paragraphs.count == paragraphs)
    let (count, total) = Self.published(source, in: site)
    #expect(count <= max(150, total / 10), "\(count) of \(total)")
    #expect(count > 100, "there are extracts at all")
  }

  @Test func `with full rights the whole text stands there`() throws {
    let site = try BuiltSite.clean(Self.files(12, rights: "full"))
    let source = try #require(site.result.model?.sources.first { $0.key.rawValue == "long" })
    let (count, total) = Self.published(source, in: site)
    #expect(count == total)
  }

  @Test(arguments: ["extracts", "full"])
  func `a quotation of a speaker over 100 words is found, and cut unless rights are full`(
    rights: String
  ) throws {
    var files = Self.files(14, rights: rights)
    let paragraphs = Self.capture(14, seed: 14).split(separator: "\n").filter { $0.count > 500 }
    let quotation = String(paragraphs[0])
    try #require(quotation.split(separator: " ").count > 60)
    let long = [quotation, quotation].joined(separator: " ").split(separator: " ")
    let words: String = long.joined(separator: " ")
    files["Content/events/speech.md"] = """
      ---
      title: Speech
      kind: statement
      ---
      A speech.

      ## Facts
      - when: 2020-10-01

      ## Statements
      > "\(words)" [@long]
      > "\(long[..<100].joined(separator: " "))" [@long]
      > -- norland

      """
    let site = try BuiltSite.clean(files)
    let page = try site.text("events/speech.html")
    let shown: String = long[..<100].joined(separator: " ")
    guard rights == "extracts" else {
      #expect(site.report == "")
      #expect(page.contains(words))
      return
    }
    #expect(
      site.report.hasPrefix(
        "Content/events/speech.md:11:3: warning: the quotation has \(long.count) words; 100 of them are "
          + "shown [long-quotation]\n"), "\(site.report)")
    #expect(site.result.diagnostics.count == 1, "one of a hundred words is none too long")
    #expect(page.contains("“\(shown) […]”"))
    #expect(page.contains("“\(shown)”"))
    #expect(site.paths(holding: long[95..<102].joined(separator: " ")) == [])
  }

  @Test func `what is not published has its number and address all the same`() throws {
    let site = try BuiltSite.clean(Self.files(14, rights: "extracts"))
    let page = try site.text("sources/long.html")
    for number in 1...14 { #expect(page.contains("id=\"p\(number)\"")) }
    // A note whose extract does not fit leads to its paragraph.
    #expect(try site.text("pages/page-9.html").contains("../sources/long.html#p9"))
  }
}

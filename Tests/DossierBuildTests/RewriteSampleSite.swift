import Diagnostics
import DossierLoading
import DossierModel
import FileTree
import Testing

/// A small random site in which every fact, statement, paragraph of prose and reference carries a word of
/// its own, so that it is known again wherever it has gone.
struct RewriteSampleSite {
  /// What must stay true of each marked item.
  struct Expected {
    /// By the word of a fact or statement: the text of the paragraph that it cites.
    var paragraphs: [String: String] = [:]
    /// By the word of a reference: what the page is called that it names.
    var targets: [String: String] = [:]
    /// Words of prose.
    var prose: Set<String> = []
    var facts: Set<String> = []
    var statements: Set<String> = []
  }

  static let folders = ["actors", "conflicts", "events"]
  static let pageCount = 30
  static let sourceCount = 6

  private(set) var files: [String: [UInt8]] = [:]
  private(set) var expected = Expected()

  init(_ random: inout some RandomNumberGenerator) {
    files["dossier.yml"] = Array("title: Test\n".utf8)
    var cited: [(key: String, number: Int, text: String, word: String)] = []
    for source in 0..<Self.sourceCount {
      let texts = (1...5).map { Self.paragraph("s\(source)n\($0)", source * 5 + $0) }
      let path = "seeds/report\(source).txt"
      let capture = SourceFile(path: path, text: Self.capture(texts))
      files[path] = capture.bytes
      files["seeds/report\(source).yml"] = Array(
        "title: Report \(source)\npublished: 2020-01-0\(source + 1)\nreviewed: 2020-02-01 # checked\n"
          .utf8)
      files[ReadingReader.path(beside: path)] = ReadingDocument.freezing(capture).document.bytes
      for (index, text) in texts.enumerated() {
        cited.append(("report\(source)", index + 1, text, "s\(source)n\(index + 1)"))
      }
    }
    let pages = (0..<Self.pageCount).map { number in
      (slug: "page\(number)", folder: Self.folders[number % Self.folders.count])
    }
    for (number, page) in pages.enumerated() {
      files["Content/\(page.folder)/\(page.slug).md"] = Array(
        text(of: number, pages, cited, &random).utf8)
    }
    let target = Int.random(in: pages.indices, using: &random)
    expected.targets["zhome"] = Self.name(target)
    files["Content/index.md"] = Array("Words zhome [[\(pages[target].slug)]].\n".utf8)
    files["Content/review/2020-01-01.md"] = Array(
      "Of zreview [[\(pages[target].slug)]] [@report0 p1].\n".utf8)
    expected.targets["zreview"] = Self.name(target)
  }

  /// What page `number` is called, whatever its slug.
  static func name(_ number: Int) -> String { "Identity \(number)" }

  static func capture(_ texts: [String]) -> String {
    (["A quiet report from the town"] + texts).joined(separator: "\n\n") + "\n"
  }

  /// A paragraph that is unlike any other: rules take what is repeated for teasers.
  static func paragraph(_ word: String, _ number: Int) -> String {
    let places = [
      "bridge", "road", "school", "harbour", "mill", "market", "tower", "orchard", "station",
      "library", "quarry",
    ]
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    return """
      The council of the town met in room \(number) on \(days[number % 5]) and spoke at length about \
      the matter \(word) of the \(places[number % 11]), and \(number + 2) members of it left the \
      hall before the vote was taken.
      """
  }

  private mutating func text(
    of number: Int, _ pages: [(slug: String, folder: String)],
    _ cited: [(key: String, number: Int, text: String, word: String)],
    _ random: inout some RandomNumberGenerator
  ) -> String {
    let folder = pages[number].folder
    func any(_ folder: String) -> Int {
      let fitting = pages.indices.filter { pages[$0].folder == folder && $0 != number }
      return fitting.randomElement(using: &random) ?? 0
    }
    var text = "---\n# page \(number)\ntitle: \(Self.name(number))\n"
    if Int.random(in: 0..<3, using: &random) == 0 {
      text += "names: [{name: Name z\(number), used-by: [\(pages[any("actors")].slug)]}]\n"
    }
    if folder == "events", Bool.random(using: &random) {
      let (one, other) = (any("conflicts"), any("conflicts"))
      let slugs = one == other ? [pages[one].slug] : [pages[one].slug, pages[other].slug]
      text += "conflicts: [\(slugs.joined(separator: ", "))] # where\n"
    }
    text += "---\n"
    for line in 0..<Int.random(in: 0...2, using: &random) {
      let word = "zp\(number)x\(line)"
      let target = Self.folders.map { any($0) }.randomElement(using: &random) ?? 0
      let (slug, place) = (pages[target].slug, pages[target].folder)
      let link = [
        "[[\(slug)]]", "[[\(slug)|words]]", "[w](../\(place)/\(slug).md)",
        "[w](../\(place)/\(slug).html \"t\")",
      ].randomElement(using: &random)
      text += "Words \(word) \(link ?? "").\n\n"
      expected.prose.insert(word)
      expected.targets[word] = Self.name(target)
    }
    text += "## Facts\n\n"
    for line in 0..<Int.random(in: 1...3, using: &random) {
      let word = "zf\(number)x\(line)"
      let passage = cited.randomElement(using: &random) ?? cited[0]
      let target = any("actors")
      text +=
        "- note: fact \(word) | of: \(pages[target].slug) [@\(passage.key) p\(passage.number)]\n"
      expected.facts.insert(word)
      expected.paragraphs[word] = passage.text
      expected.targets[word] = Self.name(target)
    }
    if folder == "conflicts", Bool.random(using: &random) {
      let word = "zf\(number)s"
      let passage = cited.randomElement(using: &random) ?? cited[0]
      let target = any("actors")
      text += """
        - issue: matter \(word) | of: \(pages[target].slug)
            [@\(passage.key) p\(passage.number)]

        """
      expected.facts.insert(word)
      expected.paragraphs[word] = passage.text
    }
    guard number < cited.count, Bool.random(using: &random) else { return text }
    // Each paragraph is quoted once, so that its word marks the statement.
    let passage = cited[number]
    let speaker = any("actors")
    text += """

      ## Statements

      > "spoke at length about the matter \(passage.word)" [@\(passage.key) p\(passage.number)]
      > -- \(pages[speaker].slug)\(Bool.random(using: &random) ? " {#st\(number)}" : "")

      """
    expected.statements.insert(passage.word)
    expected.paragraphs[passage.word] = passage.text
    return text
  }
}

import Foundation

/// An invented site with every kind of page, sources, statements and cross-references.
struct RandomSite {
  let pages: Int
  let seed: UInt64

  var files: [String: String] {
    var random = Generator(state: seed)
    var files = [
      "dossier.yml": "title: Invented\nbase-url: https://example.org/wiki/\nstale-after: 100\n",
      "Content/index.md": "About [[conflict-0]] and Actor 1.\n",
    ]
    for number in 0..<max(2, pages / 20) {
      files["seeds/report-\(number).txt"] = capture(number, &random)
      files["seeds/report-\(number).yml"] = """
        publisher: Gazette \(number)
        published: 2020-10-\(10 + number % 18)
        captured: 2020-11-01
        reviewed: 2020-11-02

        """
    }
    for number in 0..<pages {
      let (path, text) = page(number, &random)
      files[path] = text
    }
    return files
  }

  private func capture(_ number: Int, _ random: inout Generator) -> String {
    var text = "Report \(number) of the day\n\n"
    for _ in 0..<5 { text += sentences(3, &random, cites: false) + "\n\n" }
    text += "“We shall defend every village of the valley,” said Actor \(number % 9), "
    text += "the commander.\n\nOn 12 October 2020 Actor 2 met Actor \(number % 7 + 3).\n"
    return text
  }

  /// Kinds take turns: two actors, an event, a conflict, a place.
  private func page(_ number: Int, _ random: inout Generator) -> (String, String) {
    let conflict = "conflict-\(random.below(max(1, pages / 5)))"
    let actor = "actor-\(random.below(max(1, pages / 5)))"
    let other = "actor-\(random.below(max(1, pages / 5)))"
    let index = number / 5
    let beginning = sentences(3, &random, cites: true)
    let history = sentences(4, &random, cites: true)
    let prose = """
      \(beginning)

      ## History

      \(history) See [[\(conflict)]] and [[\(actor)#History]].[^1]

      [^1]: A note on Actor \(random.below(9)) [@report-0 p1].

      """
    switch number % 5 {
    case 0, 1:
      let id = number % 5 == 0 ? index : pages / 5 + index
      let facts =
        random.below(2) == 0 && actor != "actor-\(id)"
        ? "## Facts\n- accuses: \(actor) [@report-0 p2]\n\n" : "## Facts\n- founded: 1991\n\n"
      let statement = """
        ## Statements

        > "We hold bridge \(id) of the valley" [@report-0]
        > -- actor-\(id)

        """
      let summary = random.below(2) == 0 ? "summary: Words on actor \(id).\n" : ""
      return (
        "Content/actors/actor-\(id).md",
        "---\ntitle: Actor \(id)\nkind: state\naliases: [Acronia \(id)]\n\(summary)---\n\(prose)\n\(facts)"
          + (id % 4 == 1 ? statement : "")
      )
    case 2:
      return (
        "Content/events/event-\(index).md",
        """
        ---
        title: Incident \(index)
        kind: battle
        conflicts: [\(conflict)]
        ---
        \(prose)
        ## Facts
        - when: 2020-10-\(10 + index % 19) [@report-0 p1]
        - where: place-0
        - participant: \(actor) | role: initiator
        - participant: \(other)

        """
      )
    case 3:
      return (
        "Content/conflicts/conflict-\(index).md",
        """
        ---
        title: Conflict \(index)
        kind: interstate
        ---
        \(prose)
        ## Facts
        - start: 2020-09-27 [@report-1 p1]
        - side North: \(actor)

        """
      )
    default:
      return (
        "Content/places/place-\(index).md",
        "---\ntitle: Village \(index)\nkind: settlement\nredirect-from: [places/old-\(index).html]\n---\n\(prose)"
      )
    }
  }

  private func sentences(_ count: Int, _ random: inout Generator, cites: Bool) -> String {
    (0..<count).map { _ in Self.sentence(&random, cites: cites) }.joined(separator: " ")
  }

  /// One sentence that names a page or two.
  static func sentence(_ random: inout Generator, cites: Bool) -> String {
    let verbs = ["met", "left", "attacked", "denied", "praised", "warned", "shelled"]
    let names = [
      "Actor \(random.below(9))", "Acronia \(random.below(9))", "Incident \(random.below(6))",
      "Village \(random.below(6))", "the convoy",
    ]
    let first = names[random.below(names.count)]
    let last = names[random.below(names.count)]
    let citation =
      cites && random.below(4) == 0 ? " [@report-\(random.below(2)) p\(1 + random.below(3))]" : ""
    return
      "In October \(first) \(verbs[random.below(verbs.count)]) \(last) near the river\(citation)."
  }
}

/// Numbers that are the same in every run (splitmix64).
struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}

/// Makes one random edit after another.
struct RandomEditor {
  let site: RandomSite
  private var random: Generator
  private var earlier: [[String: [UInt8]]] = []

  init(seed: UInt64, pages: Int) {
    site = RandomSite(pages: pages, seed: seed)
    random = Generator(state: seed &* 977 &+ 5)
  }

  /// The files after one more edit, and what it was.
  mutating func edit(_ files: [String: [UInt8]]) -> (String, [String: [UInt8]]) {
    earlier.append(files)
    var files = files
    let pages = files.keys.filter { $0.hasPrefix("Content/") && $0 != "Content/index.md" }.sorted()
    let path = pages[random.below(pages.count)]
    let other = pages[random.below(pages.count)]
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }
    func put(_ text: String, _ path: String) { files[path] = Array(text.utf8) }
    switch random.below(16) {
    case 0, 1, 2, 3:
      let sentence = RandomSite.sentence(&random, cites: random.below(4) == 0)
      put(
        text(path).replacingOccurrences(of: "## History", with: "\(sentence)\n\n## History"), path)
      return ("prose of \(path)", files)
    case 4:
      let parts = text(path).components(separatedBy: " near the river")
      put(
        parts.joined(separator: random.below(2) == 0 ? " by the sea" : " near the river bank"), path
      )
      return ("words of \(path)", files)
    case 5:
      for path in [path, other] {
        let sentence = RandomSite.sentence(&random, cites: false)
        put(
          text(path).replacingOccurrences(of: "## History", with: "## History\n\n\(sentence)"), path
        )
      }
      return ("prose of \(path) and \(other)", files)
    case 6:
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      files["\(folder)/renamed-\(random.below(1000)).md"] = files.removeValue(forKey: path)
      return ("\(path) renamed", files)
    case 7:
      files[path] = nil
      return ("\(path) deleted", files)
    case 8:
      let alias = "names:\n  - {name: Alias \(random.below(99)), used-by: [actor-0]}\n"
      put(text(path).replacingOccurrences(of: "kind: ", with: "\(alias)kind: "), path)
      return ("an alias of \(path)", files)
    case 9:
      put(text(path).replacingOccurrences(of: "title: ", with: "title: New "), path)
      return ("the title of \(path)", files)
    case 10:
      put(text(path) + "\nSee [[nowhere-\(random.below(9))]].\n", path)
      return ("\(path) broken", files)
    case 11:
      files["Templates/404.html"] =
        files["Templates/404.html"] == nil ? Array("<p>{{ page.title }}</p>".utf8) : nil
      return ("a template", files)
    case 12:
      put(text(path).replacingOccurrences(of: "## History", with: "## Past\n\n## History"), path)
      return ("a heading of \(path)", files)
    case 13:
      put(text(path).replacingOccurrences(of: "2020-10-1", with: "2020-11-1"), path)
      return ("a fact of \(path)", files)
    case 14:
      let capture = "seeds/report-0.txt"
      put(text(capture) + "\nActor \(random.below(9)) denied it.\n", capture)
      return ("a capture", files)
    default:
      let back = 1 + random.below(3)
      guard earlier.count > back else { return ("nothing", files) }
      return ("\(back) edits taken back", earlier[earlier.count - 1 - back])
    }
  }
}

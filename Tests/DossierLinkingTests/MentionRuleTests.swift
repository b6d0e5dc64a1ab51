import DossierLinking
import DossierModel
import EDTF
import Testing

/// Every rule with what it must catch and what it must leave alone.
@Suite("Each rule for names catches what it is for, and leaves alone what it is not")
struct MentionRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: MentionRule
    /// What the rule must read, as `words → entity`.
    let catches: (text: String, mentions: [String])
    /// What looks like it, with all that is read there, by whatever rule: `words → entity (rule)`.
    let leaves: (text: String, mentions: [String])
    var date: String?
    var testDescription: String { rule.id }
  }

  static let registry = """
    [
      {"id": "varland", "kind": "state", "name": "Varland", "note": {"any": ["thing", 1, null]},
       "aliases": {"name": ["Republic of Varland"], "demonym": ["Varlander", "Varlandish"],
                   "metonym": ["Port Ossa", "Ossa"]}},
      {"id": "ossa", "kind": "place", "name": "Ossa", "aliases": {}},
      {"id": "mirov", "kind": "state", "name": "Mirov",
       "aliases": {"demonym": ["Mirovian"], "metonym": ["Tarn"]}},
      {"id": "council", "kind": "organisation", "name": "Lake Trade Council",
       "aliases": {"author-error": ["Lake Trade Committee"]}},
      {"id": "pact", "kind": "organisation", "name": "Northern Pact", "aliases": {"acronym": ["NP"]}},
      {"id": "ana-petrova", "kind": "person", "name": "Ana Lena Petrova",
       "aliases": {"surname": ["Petrova"]}},
      {"id": "ivan-duro", "kind": "person", "name": "Ivan Duro", "aliases": {"surname": ["Duro"]}},
      {"id": "olga-duro", "kind": "person", "name": "Olga Duro", "aliases": {"surname": ["Duro"]}},
      {"id": "north-league", "kind": "organisation", "name": "Harbour League", "aliases": {}},
      {"id": "south-league", "kind": "organisation", "name": "Harbour League", "aliases": {}},
      {"id": "varland-mfa", "kind": "organisation", "aliases": {},
       "name": "Ministry of Foreign Affairs of the Republic of Varland"},
      {"id": "mirov-mod", "kind": "organisation", "name": "Mirovian Defence Ministry", "aliases": {}}
    ]
    """

  static let cases: [Case] = [
    Case(
      rule: .name,
      catches: (
        "The Republic of Varland and Varland.",
        ["Republic of Varland → varland", "Varland → varland"]
      ),
      leaves: ("The varland of Varlandia.", [])),
    Case(
      rule: .acronym, catches: ("The NP met.", ["NP → pact"]), leaves: ("The np, and the NPs.", [])),
    Case(
      rule: .demonym,
      catches: (
        "A pro-Varlandish and a Varlandish-Mirovian text.",
        ["Varlandish → varland", "Varlandish → varland", "Mirovian → mirov"]
      ), leaves: ("Varlandishness is no Supervarlandish word.", [])),
    Case(
      rule: .metonym,
      catches: (
        "Tarn denied it. In Tarn’s view, and in Tarn-brokered talks, systems from Tarn; trust in Tarn.",
        Array(repeating: "Tarn → mirov", count: 5)
      ),
      leaves: (
        "They met in Tarn, near Tarn, outside\u{A0}Tarn, visited Tarn and flew to Tarn. In central Tarn.",
        []
      )),
    Case(
      rule: .literalPlace,
      catches: (
        "They arrived in Ossa. A visit took them near Ossa.", ["Ossa → ossa", "Ossa → ossa"]
      ),
      leaves: (
        "Ossa agreed; the envoy to Ossa.",
        ["Ossa → varland (metonym)", "Ossa → varland (metonym)"]
      )),
    Case(
      rule: .literalPlace, catches: ("Ossa (Wire) — It was said.", ["Ossa → ossa"]),
      leaves: ("Ossa — as ever — agreed.", ["Ossa → varland (metonym)"])),
    Case(
      rule: .literalPlace, catches: ("The Ossa talks failed.", ["Ossa → ossa"]),
      leaves: ("The Ossa government talks.", ["Ossa → varland (metonym)"])),
    Case(
      rule: .literalPlace, catches: ("At the harbour of Ossa.", ["Ossa → ossa"]),
      leaves: ("The policy of Ossa.", ["Ossa → varland (metonym)"])),
    Case(
      rule: .authorError,
      catches: ("The Lake Trade Committee met.", ["Lake Trade Committee → council"]),
      leaves: ("The Lake Committee met.", [])),
    Case(
      rule: .introducedAcronym,
      catches: (
        "The Lake Trade Council (LTC) met. LTC staff left the LTC. The Lake Trade Council’s (LTC) end.",
        Array(repeating: "LTC → council", count: 4)
      ),
      leaves: (
        "LTC met before the Lake Trade Council (XYZ), and XYZ too, and the Council (Lake).",
        ["Lake Trade Council → council (name)"]
      )),
    Case(
      rule: .surnameAfterName,
      catches: ("Ana Lena Petrova came. But Petrova left.", ["Petrova → ana-petrova"]),
      leaves: ("Petrova came.", [])),
    Case(
      rule: .surnameWithTitle,
      catches: ("[Varlandish] Minister [then] Petrova left.", ["Petrova → ana-petrova"]),
      leaves: ("President Duro, and a Petrova.", [])),
    Case(
      rule: .surnameWithTitle, catches: ("So said Mrs. Petrova.", ["Petrova → ana-petrova"]),
      leaves: ("So she said. Petrova left.", [])),
    Case(
      rule: .surnameOfGovernment,
      catches: ("The Petrova government fell.", ["Petrova → ana-petrova"]),
      leaves: ("The Duro government and the Petrova house.", [])),
    Case(
      rule: .surnameWithInitials,
      catches: (
        "A. Petrova, A.L. Petrova and O. Duro.",
        ["A. Petrova → ana-petrova", "A.L. Petrova → ana-petrova", "O. Duro → olga-duro"]
      ), leaves: ("B. Petrova and K.Duro.", [])),
    Case(
      rule: .surnameWithGivenName,
      catches: ("It was Lena Petrova.", ["Lena Petrova → ana-petrova"]),
      leaves: (
        "Ana Lena Petrova came. Olena Petrova left.", ["Ana Lena Petrova → ana-petrova (name)"]
      )),
    Case(
      rule: .bracketedGivenName,
      catches: (
        "President [Ivan] Duro and [Olga] Duro.", ["Duro → ivan-duro", "Duro → olga-duro"]
      ),
      leaves: ("President [then] Duro.", [])),
    Case(
      rule: .stateName, catches: ("Kazakhstan joined.", ["Kazakhstan → kazakhstan"]),
      leaves: ("So said Michael Jordan of the Kazakhstans.", [])),
    Case(
      rule: .stateDemonym, catches: ("A pro-Kazakh text.", ["Kazakh → kazakhstan"]),
      leaves: ("Let us polish it.", [])),
    Case(
      rule: .stateMetonym, catches: ("Warsaw agreed.", ["Warsaw → poland"]),
      leaves: ("They met in Warsaw for the Warsaw Pact.", [])),
    Case(
      rule: .ministryOfState,
      catches: (
        "Varland’s Foreign Ministry; the Foreign Ministry of Varland; the Varlandish Ministry of "
          + "Foreign Affairs. Varland agreed, the Foreign Ministry said. It was the Foreign Ministry.",
        ["Foreign Ministry", "Foreign Ministry", "Ministry of Foreign Affairs"].map {
          "\($0) → varland-mfa"
        } + Array(repeating: "Foreign Ministry → varland-mfa", count: 2)
      ),
      leaves: (
        "Varland met Mirov, the Foreign Ministry said. Norland’s Foreign Ministry, the Nordic "
          + "Foreign Ministry, the Foreign Ministry of Olm, a foreign ministry. Mirov’s Foreign Ministry.",
        ["Varland → varland (name)", "Mirov → mirov (name)", "Mirov → mirov (name)"]
      )),
    Case(
      rule: .ministryOfState,
      catches: (
        "Tarn (Wire) — The Ministry of Defense denied it.", ["Ministry of Defense → mirov-mod"]
      ),
      leaves: (
        "Tarn (Wire) — Varland said so, the Foreign Ministry denied it.",
        ["Varland → varland (name)"]
      )),
  ]

  /// What is tested on its own: it needs a site, or more than one text.
  static let others: [MentionRule: String] = [
    .surnameInHeadline: "below, with running text that it leaves alone",
    .datedName: "DatedNameTests, with texts of another time and of none",
    .officeHolder: "DatedNameTests, with texts of another time and of none",
    .wikilink: "below, with one in code",
    .reviewed: "ReviewedLinkTests, with another capture",
  ]

  @Test("every rule has its cases")
  func everyRule() {
    let covered = Set(Self.cases.map(\.rule)).union(Self.others.keys)
    #expect(MentionRule.allCases.filter { !covered.contains($0) } == [])
    #expect(covered.count == Set(Self.cases.map(\.rule)).count + Self.others.count)
  }

  @Test("a wikilink is a mention, one in code is not")
  func wikilinks() throws {
    let site = try LinkedSite.text("The [[lavrov|minister]] met `[[csto]]`.")
    let mentions = site.index.pages[try site.id("text").index].mentions
    #expect(mentions.map(\.rule) == [.wikilink])
    #expect(try site.mentions() == ["minister → lavrov"])
  }

  /// All that is read in a text of one paragraph.
  private static func read(_ text: String, date: String?) throws -> [(
    rule: MentionRule, shown: String
  )] {
    let registry = try AliasRegistry(json: Array(Self.registry.utf8))
    let article = Article(paragraphs: [
      .init(number: 1, layer: .body, line: 1, bytes: 0..<text.utf8.count, text: text)
    ])
    let reading = MentionReader(registry: registry, gazetteer: true).read(
      article, date: date.flatMap { EDTF(reading: $0) })
    return reading.mentions.map { mention in
      let words = String(decoding: Array(text.utf8)[mention.range], as: UTF8.self)
      return (mention.rule, "\(words) → \(mention.entity.id)")
    }
  }

  @Test("a case that it catches", arguments: cases)
  func catches(_ example: Case) throws {
    let found = try Self.read(example.catches.text, date: example.date)
    #expect(found.filter { $0.rule == example.rule }.map(\.shown) == example.catches.mentions)
  }

  @Test("a case that it leaves alone", arguments: cases)
  func leaves(_ example: Case) throws {
    let found = try Self.read(example.leaves.text, date: example.date)
    #expect(
      found.map { "\($0.shown) (\($0.rule.id))" } == example.leaves.mentions)
  }

  @Test("a headline may give the surname of whom only the text names")
  func headlines() throws {
    func paragraph(_ layer: Article.Paragraph.Layer, _ text: String) -> Article.Paragraph {
      .init(number: 1, layer: layer, line: 1, bytes: 0..<0, text: text)
    }
    let reader = MentionReader(registry: try AliasRegistry(json: Array(Self.registry.utf8)))
    let article = Article(
      title: Inferred("Talks go on, says Petrova; Duro silent", rule: "first-line", line: 1),
      paragraphs: [
        paragraph(.standfirst, "Petrova is sure"), paragraph(.body, "Petrova spoke at noon."),
        paragraph(.body, "Ana Lena Petrova, the minister, left."),
        paragraph(.body, "Petrova flew."),
      ])
    let shown = reader.read(article, date: nil).mentions.map {
      "\($0.part) \($0.entity.id) \($0.rule.id)"
    }
    #expect(
      shown == [
        "title ana-petrova surname-in-headline",
        "paragraph(0) ana-petrova surname-in-headline",
        "paragraph(2) ana-petrova name",
        "paragraph(3) ana-petrova surname-after-name",
      ])
  }

  struct LeftAloneCase: Sendable, CustomTestStringConvertible {
    let reason: NameAbstention
    let text: String
    let words: String
    var testDescription: String { reason.id }
  }

  static let leftAlone: [LeftAloneCase] = [
    .init(reason: .literalCapital, text: "They met in Tarn.", words: "Tarn"),
    .init(reason: .unknownSurname, text: "Petrova spoke.", words: "Petrova"),
    .init(
      reason: .sharedSurname, text: "Ivan Duro met Olga Duro. Then Duro left.", words: "Duro"),
    .init(
      reason: .otherPerson, text: "Ana Lena Petrova met Vera Petrova.", words: "Petrova"),
    .init(reason: .otherPerson, text: "It was B. Petrova.", words: "Petrova"),
    .init(reason: .ambiguousName, text: "The Harbour League met.", words: "Harbour League"),
    .init(
      reason: .unsettledMinistry, text: "Varland met Mirov at the Foreign Ministry.",
      words: "Foreign Ministry"),
    .init(reason: .longerName, text: "It was in the Warsaw Herald.", words: "Warsaw"),
  ]

  @Test("what is left alone says why", arguments: leftAlone)
  func reasons(_ example: LeftAloneCase) throws {
    let reader = MentionReader(
      registry: try AliasRegistry(json: Array(Self.registry.utf8)), gazetteer: true)
    let article = Article(paragraphs: [
      .init(number: 1, layer: .body, line: 1, bytes: 0..<0, text: example.text)
    ])
    let shown = reader.read(article, date: nil).leftAlone.map { left in
      "\(left.reason.id): "
        + String(decoding: Array(example.text.utf8)[left.range], as: UTF8.self)
    }
    #expect(shown == ["\(example.reason.id): \(example.words)"])
  }

  @Test("every rule and reason has an id, a summary and an example of its own")
  func table() {
    let ids = MentionRule.allCases.map(\.id) + NameAbstention.allCases.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in MentionRule.allCases {
      #expect(rule.example.contains("«") && !rule.summary.isEmpty)
    }
    for reason in NameAbstention.allCases {
      #expect(reason.example.contains("«") && !reason.summary.isEmpty)
    }
  }
}

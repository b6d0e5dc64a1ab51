import DossierRendering
import Testing

/// What a page shows of its facts and statements.
struct FactViewTests {
  private static func page(_ path: String) throws -> JSON {
    try FerrySite.rendered.get().page(path)
  }

  /// An account as one line: the words without tags, then its qualifiers.
  private static func words(_ account: JSON) -> String {
    let qualifiers = account["qualifiers"].list.map {
      " | \($0["label"].text ?? "-"): \(plain($0["html"].text))"
    }
    let who = plain(account["who"].text)
    return (who.isEmpty ? "" : who + " > ") + plain(account["html"].text) + qualifiers.joined()
  }

  private static func plain(_ html: String?) -> String {
    (html ?? "-").replacing(/<[^>]*>/, with: "")
  }

  @Test func `the fact box has picks, rivals, what is unknown, and tolls as ranges`() throws {
    let facts = try Self.page("conflicts/ferry-war.html")["facts"]
    let lines = facts.list.map { fact in
      [fact["label"].text ?? "-"] + fact["accounts"].list.map(Self.words)
    }
    #expect(
      lines == [
        ["Start", "27 September 2020"], ["End", "9–10 November 2020"], ["Issue", "territory"],
        ["Territory", "Salt Isle"],
        [
          "Side Estmark", "Estmark | supported by: Tern Republic | denied by: Tern Republic",
        ], ["Side Westmark", "Westmark"],
        [
          "Fired first", "Westmark | claimed by: Estmark", "Estmark | claimed by: Westmark",
        ], ["Mediator", "Sound League"],
        ["Killed", "260 (240 to 310) | counted by: a league of sailors"],
        [
          "Killed", "212 | of: Estmark | counted by: Estmark",
          "unknown | claimed by: Westmark | note: more than 212, without saying by how much",
        ], ["Killed", "180 | of: Westmark | counted by: Westmark"],
        ["Wounded", "unknown | note: no capture gives a figure"],
        [
          "Displaced",
          "up to half of the people | of: Salt Isle | counted by: the council of the island",
        ],
      ])
    let open = try Self.page("conflicts/ferry-war.html")["not_known"]
    #expect(open.list.map(Self.words) == ["who paid for the fuel"])
    #expect(facts.list.map { $0["is_disputed"].bool }.firstIndex(of: true) == 6)
    #expect(facts[9]["accounts"].list.map { $0["is_pick"].bool } == [true, false])
    #expect(facts[9]["accounts"].list.map { $0["is_unknown"].bool } == [false, true])
    #expect(facts[6]["accounts"].list.map { $0["is_pick"].bool } == [false, false])
  }

  @Test func `a correction stands with its fact`() throws {
    let facts = try Self.page("conflicts/ferry-war.html")["facts"]
    #expect(facts.list.map { $0["corrections"].list.count }.prefix(3) == [0, 1, 0])
    let correction = facts[1]["corrections"][0]
    #expect(correction["date"]["text"].text == "20 November 2020")
    #expect(correction["was"].text == "11 November 2020")
    #expect(correction["why"].text == "counted from the day of the print")
    #expect(correction["notes"].text?.contains("#note.") == true)
    let relations = try Self.page("actors/estmark.html")["relations"]
    let accuses = relations.list.first { $0["label"].text == "Accuses" }
    #expect(accuses?["corrections"].texts("was") == ["that Westmark closed the sound"])
    #expect(accuses?["corrections"][0]["why"].isNull == true)
  }

  @Test func `what is disputed is shown account by account, with who says it`() throws {
    let war = try Self.page("conflicts/ferry-war.html")["disputes"]
    #expect(war.texts("label") == ["Fired first"])
    #expect(
      war[0]["accounts"].list.map(Self.words) == ["Estmark > Westmark", "Westmark > Estmark"])
    let talks = try Self.page("events/petrel-talks.html")["disputes"]
    #expect(talks.texts("label") == ["Initiated by"])
    #expect(
      talks[0]["accounts"].list.map(Self.words) == ["Estmark > Sound League", "Westmark > unknown"])
  }

  @Test func `origins are counted for each value and statement`() throws {
    func counts(_ list: JSON) -> [[Int?]] {
      list.list.map { [$0["sources"].int, $0["origins"].int] }
    }
    let talks = try Self.page("events/petrel-talks.html")
    // One passage is from the interview that the other source as a whole is from.
    #expect(talks["statements"].list.map { $0["origins"].int } == [1, 2])
    #expect(counts(talks["facts"][0]["accounts"]) == [[2, 2]])
    let estmark = try Self.page("actors/estmark.html")
    let denies = estmark["facts"].list.first { $0["label"].text == "Denies" }
    #expect(counts(try #require(denies)["accounts"]) == [[2, 1]])
    #expect(counts(estmark["relations"])[0] == [1, 1])
  }

  @Test func `a relation that there is not stands in the fact box, all others in the table`() throws
  {
    let page = try Self.page("actors/estmark.html")
    #expect(
      page["facts"].texts("label") == [
        "Leader", "Supports with arms", "Claims", "Denies",
      ])
    #expect(
      page["relations"].texts("label") == ["Member of", "Opposes", "Trades with", "Accuses"])
    #expect(page["relations"].list.map { $0["is_pick"].bool } == [true, true, true, true])
  }

  @Test func `what the site's own keys say is shown by type`() throws {
    let extra = try Self.page("actors/estmark.html")["extra"]
    #expect(
      extra.texts("label") == ["Threat level", "Islands", "Last visit", "Has navy", "Ports"])
    #expect(extra.texts("text") == ["high", "3", "October 2020", "yes", "Grebe, Knot"])
    #expect(extra.texts("type") == ["text", "number", "date", "flag", "list"])
    #expect(extra[2]["date"]["datetime"].text == "2020-10")
    #expect(extra[4]["items"].list.compactMap(\.text) == ["Grebe", "Knot"])
  }
}

/// The tables. Terms are the field's: UCDP's codebooks for conflicts, sides and tolls, the relation
/// types of PRODUCT for actors.
extension FactVocabulary {
  /// Qualifiers of every key.
  package static let everywhereNames = ["says", "claimed by", "denied by", "note"]

  static let common = [
    Key(
      "not-known", "Not known", .text, "What the sources leave open.", takes: ["in", "when", "of"]),
    Key("note", "Note", .text, "A remark that fits no other key.", takes: ["in", "when", "of"]),
  ]

  static let conflict = [
    Key("start", "Start", .date, "When the fighting began.", isSingle: true),
    Key("end", "End", .date, "When it ended.", isSingle: true),
    Key(
      "status", "Status", .text, "Where it stands, with the reason.", takes: ["when"],
      isSingle: true),
    Key(
      "issue", "Issue", .text,
      "What is at stake (UCDP's incompatibility): territory, government, or both.", takes: ["of"],
      isSingle: true),
    Key(
      "territory", "Territory", .pageOrText, "What is fought over, where it is land.",
      takes: ["of"]),
    Key(
      "side", "Side", .actors,
      "The primary parties of a side (UCDP's side A and side B). The name is how the side is called.",
      takes: ["supporters", "when"], takesName: true),
    Key(
      "fired-first", "Fired first", .actors, "Who is said to have begun.", takes: ["when", "of"],
      isSingle: true),
    Key(
      "mediator", "Mediator", .actors, "Who brought the sides together.", takes: ["in", "when"]),
    Key("outcome", "Outcome", .text, "How it ended.", takes: ["when"]),
  ]

  static let event = [
    Key("when", "When", .date, "The day or days on which it happened.", isSingle: true),
    Key("where", "Where", .pageOrText, "Where it happened.", takes: ["when"]),
    Key("participant", "Participant", .actors, "Who took part.", takes: ["role", "when", "of"]),
    Key(
      "channel", "Channel", .text, "How people met or spoke: by telephone, on the radio.",
      isSingle: true),
    Key(
      "initiated-by", "Initiated by", .actors, "Who asked for it, or struck first.",
      takes: ["when"], isSingle: true),
    Key(
      "fired-first", "Fired first", .actors, "Who is said to have begun.", takes: ["when", "of"],
      isSingle: true),
    Key("outcome", "Outcome", .text, "What came of it.", takes: ["when"]),
  ]

  /// Keys of conflicts and events.
  static let tolls = [
    toll("killed", "Killed", "Deaths."),
    toll("wounded", "Wounded", "People wounded."),
    toll("missing", "Missing", "People of whom nobody knows what became of them."),
    toll("captured", "Captured", "Prisoners and hostages."),
    toll("displaced", "Displaced", "People who had to leave."),
    toll("toll", "Casualties", "Killed and wounded together, where the sources do not part them."),
  ]

  private static func toll(_ name: String, _ label: String, _ meaning: String) -> Key {
    Key(name, label, .toll, meaning, takes: ["of", "counted by", "in", "when"])
  }

  static let actor = [
    Key(
      "office", "Office", .text, "A post the person holds or held.", takes: ["of", "in", "when"]),
    Key("founded", "Founded", .date, "When it came to be.", isSingle: true),
    Key("dissolved", "Dissolved", .date, "When it ceased to be.", isSingle: true),
    Key("leader", "Leader", .actors, "Who leads it.", takes: ["in", "when"]),
  ]

  /// Keys of actors that say how they stand to others.
  static let relations = [
    relation("member-of", "Member of", .actors, "An organisation or alliance it belongs to."),
    relation("ally-by-treaty", "Ally by treaty", .actors, "Bound to help by a treaty."),
    relation(
      "supports-with-troops", "Supports with troops", .actors,
      "Sends armed forces (UCDP's secondary warring party)."),
    relation(
      "supports-with-arms", "Supports with arms", .actors, "Gives or sells arms, trains."),
    relation(
      "supports-politically", "Supports politically", .actors, "Backs in words and votes."),
    relation("opposes", "Opposes", .actors, "Stands against."),
    relation("occupies", "Occupies", .pageOrText, "Holds territory that others claim."),
    relation("claims", "Claims", .pageOrText, "Claims territory."),
    relation("mediates", "Mediates", .pages, "The conflict, or the sides, that it brings to talk."),
    relation("trades-with", "Trades with", .actors, "Trades with."),
    relation("recognises", "Recognises", .actors, "Recognises as a state or government."),
    relation("does-not-recognise", "Does not recognise", .actors, "Does not recognise."),
    relation("accuses", "Accuses", .actors, "Has accused."),
    relation("denies", "Denies", .text, "Has denied."),
  ]

  private static func relation(
    _ name: String, _ label: String, _ type: FactValueType, _ meaning: String
  ) -> Key {
    Key(name, label, type, meaning, takes: ["in", "when", "of"])
  }

  static let place = [
    Key("located-in", "Located in", .pageOrText, "The larger place it lies in.", takes: ["when"]),
    Key(
      "coordinates", "Coordinates", .coordinates, "Where it lies, as a point.", isSingle: true),
    Key("controlled-by", "Controlled by", .actors, "Who governs there.", takes: ["in", "when"]),
    Key("claimed-by", "Claimed by", .actors, "Who says it is theirs.", takes: ["when"]),
    Key(
      "population", "Population", .toll, "How many people live there.",
      takes: ["of", "counted by", "when"]),
  ]

  /// The qualifiers that may stand behind a value, where its key takes them.
  package static let qualifiers = [
    QualifierKey(
      "role", "as", .role, "How somebody took part."),
    QualifierKey("supporters", "supported by", .actors, "Secondary parties on a side (UCDP)."),
    QualifierKey(
      "says", "says", .sameAsKey,
      "What the one who speaks says. The value before it names who speaks, an actor: "
        + "`armenia | says: azerbaijan` is the same as `azerbaijan | claimed by: armenia`."),
    QualifierKey(
      "of", "of", .pageOrText,
      "Of what or whom: an office of a state, a part of a place, civilians."),
    QualifierKey("in", "in", .dateOrPage, "During what: a span of time, a conflict."),
    QualifierKey("when", "when", .date, "At what time."),
    QualifierKey("counted by", "counted by", .pageOrText, "Who counts."),
    QualifierKey("claimed by", "claimed by", .actors, "Who says so."),
    QualifierKey("denied by", "denied by", .actors, "Who says it is not so."),
    QualifierKey("note", "note", .text, "A remark."),
  ]

  /// The roles that `role` may name.
  package static let roles = [
    "initiator", "target", "party", "mediator", "host", "speaker", "victim", "signatory", "guest",
    "observer",
  ]
}

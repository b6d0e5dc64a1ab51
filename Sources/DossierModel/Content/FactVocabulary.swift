/// What the values of a fact's key, or of a qualifier, are.
package enum FactValueType: String, Sendable {
  /// An EDTF date: `2020-09-27`, `2020-11-09/2020-11-10`.
  case date
  /// One actor or several, by slug, separated by commas.
  case actors
  /// One page or several of any kind, by slug, separated by commas.
  case pages
  /// A page's slug, or words where no page exists.
  case pageOrText = "page or text"
  /// An EDTF date, or a page's slug.
  case dateOrPage = "date or page"
  /// Words.
  case text
}

/// The keys that `## Facts` may use on a kind of page, each with its type and meaning. The field's
/// terms: UCDP's codebooks for conflicts and events, the relation types of PRODUCT for actors.
package struct FactVocabulary: Sendable {
  package struct Key: Sendable {
    package let name: String
    /// How a page shows it.
    package let label: String
    package let type: FactValueType
    /// Whether a name stands behind the key: `side Azerbaijan: …`.
    package let takesName: Bool
    /// What it means, for the documentation.
    package let meaning: String

    init(
      _ name: String, _ label: String, _ type: FactValueType, _ meaning: String,
      takesName: Bool = false
    ) {
      self.name = name
      self.label = label
      self.type = type
      self.takesName = takesName
      self.meaning = meaning
    }
  }

  package let keys: [Key]

  package func key(_ name: String) -> Key? { keys.first { $0.name == name } }

  /// The vocabulary of a kind of page.
  package static func of(_ kind: PageKind) -> FactVocabulary {
    switch kind {
    case .actor: FactVocabulary(keys: actor + common)
    case .conflict: FactVocabulary(keys: conflict + common)
    case .event: FactVocabulary(keys: event + common)
    case .place, .page: FactVocabulary(keys: common)
    }
  }

  /// The types of relations between actors that are shown as such.
  package static let relationKeys = Set(
    actor.filter { $0.type == .actors }.map(\.name))

  private static let common = [
    Key("not-known", "Not known", .text, "What the sources leave open."),
    Key("note", "Note", .text, "A remark that fits no other key."),
  ]

  private static let conflict = [
    Key("start", "Start", .date, "When the fighting began."),
    Key("end", "End", .date, "When it ended."),
    Key("status", "Status", .text, "Where it stands, with the reason."),
    Key("territory", "Territory", .pageOrText, "What is fought over, where it is land."),
    Key(
      "side", "Side", .actors, "The primary parties of a side (UCDP side A and B).", takesName: true
    ),
    Key("fired-first", "Fired first", .actors, "Who is said to have begun."),
    Key("mediator", "Mediator", .actors, "Who brought the sides together."),
    Key("killed", "Killed", .text, "Deaths, as a number or a range, with who counts."),
    Key("wounded", "Wounded", .text, "People wounded, with who counts."),
    Key("displaced", "Displaced", .text, "People who had to leave, with who counts."),
    Key("outcome", "Outcome", .text, "How it ended."),
  ]

  private static let event = [
    Key("when", "When", .date, "The day or days on which it happened."),
    Key("where", "Where", .pageOrText, "Where it happened."),
    Key("participant", "Participant", .actors, "Who took part; `role` says how."),
    Key("channel", "Channel", .text, "How people met or spoke: by telephone, on the radio."),
    Key("initiated-by", "Initiated by", .actors, "Who asked for it."),
    Key("killed", "Killed", .text, "Deaths, as a number or a range, with who counts."),
    Key("wounded", "Wounded", .text, "People wounded, with who counts."),
    Key("displaced", "Displaced", .text, "People who had to leave, with who counts."),
    Key("outcome", "Outcome", .text, "What came of it."),
  ]

  private static let actor = [
    Key(
      "office", "Office", .text, "A post the person holds or held; `of` and `in` say where, when."),
    Key("founded", "Founded", .date, "When it came to be."),
    Key("member-of", "Member of", .actors, "An organisation or alliance it belongs to."),
    Key("ally-by-treaty", "Ally by treaty", .actors, "Bound to help by a treaty."),
    Key(
      "supports-with-troops", "Supports with troops", .actors,
      "Sends armed forces (UCDP secondary party)."),
    Key("supports-with-arms", "Supports with arms", .actors, "Gives or sells arms, trains."),
    Key("supports-politically", "Supports politically", .actors, "Backs in words and votes."),
    Key("opposes", "Opposes", .actors, "Stands against."),
    Key("occupies", "Occupies", .pageOrText, "Holds territory that others claim."),
    Key("claims", "Claims", .pageOrText, "Claims territory."),
    Key("mediates", "Mediates", .pages, "The conflict, or the sides, that it brings to talk."),
    Key("trades-with", "Trades with", .actors, "Trades with."),
    Key("recognises", "Recognises", .actors, "Recognises as a state or government."),
    Key("does-not-recognise", "Does not recognise", .actors, "Does not recognise."),
    Key("accuses", "Accuses", .actors, "Has accused."),
    Key("denies", "Denies", .text, "Has denied."),
  ]

  /// The qualifiers that may stand behind a value, whatever its key.
  package static let qualifiers = [
    Key("role", "as", .text, "How somebody took part: initiator, target, party, mediator …"),
    Key("supporters", "supported by", .actors, "Secondary parties on a side (UCDP)."),
    Key("says", "names", .actors, "Whom the one who speaks names."),
    Key("of", "of", .pageOrText, "Of what: an office of a state, a part of a place."),
    Key("in", "in", .dateOrPage, "During what: a span of time, a conflict."),
    Key("when", "when", .date, "At what time."),
    Key("counted by", "counted by", .pageOrText, "Who counts."),
    Key("claimed by", "claimed by", .actors, "Who says so."),
    Key("denied by", "denied by", .actors, "Who says it is not so."),
    Key("note", "note", .text, "A remark."),
  ]

  /// The roles that `role` may name.
  package static let roles = [
    "initiator", "target", "party", "mediator", "host", "speaker", "victim", "signatory", "guest",
    "observer",
  ]

  package static func qualifier(_ name: String) -> Key? { qualifiers.first { $0.name == name } }
}

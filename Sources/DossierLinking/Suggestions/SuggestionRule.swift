/// The rule by which `dossier suggest` takes words for a name, two names for one, or sentences for an
/// event. `Documentation/Rules.md` lists them. Of rules that read one name differently, the first in
/// this order decides what it is.
package enum SuggestionRule: UInt8, Sendable, CaseIterable, Comparable {
  case state
  case formerState
  case personTitle
  case personApposition
  case personInitials
  case personTalk
  case conflict
  case event
  case outletCited
  case outletNoun
  case outletPublisher
  case bodyOf
  case body
  case introducedAcronym
  case placeNoun
  case personSpeaker
  case personGivenName
  case institution
  case literalCapital
  case placeLocative
  case acronym
  case aliasSpelling
  case aliasSameWords
  case aliasAcronym
  case aliasShortForm
  case aliasDispute
  case datedCluster

  /// What output calls the rule, in kebab case: `person-title`.
  package var id: String { details.id }
  /// What the rule does, in one sentence.
  package var summary: String { details.summary }
  /// A case that it catches; what it takes stands in `«»`.
  package var catches: String { details.catches }
  /// A case that looks alike and is left alone.
  package var leaves: String { details.leaves }

  package static func < (left: SuggestionRule, right: SuggestionRule) -> Bool {
    left.rawValue < right.rawValue
  }

  private typealias Details = (id: String, summary: String, catches: String, leaves: String)

  private var details: Details {
    switch self {
    case .state, .formerState, .literalCapital, .placeNoun, .placeLocative: ofPlaces
    case .personTitle, .personApposition, .personInitials, .personTalk, .personSpeaker,
      .personGivenName:
      ofPersons
    case .conflict, .event, .datedCluster: ofEvents
    case .bodyOf, .body, .introducedAcronym, .outletCited, .outletNoun, .outletPublisher,
      .institution, .acronym:
      ofBodies
    case .aliasSpelling, .aliasSameWords, .aliasAcronym, .aliasShortForm, .aliasDispute: ofAliases
    }
  }

  private var ofPersons: Details {
    switch self {
    case .personTitle:
      (
        "person-title",
        "A title, and behind it two capitalised words or more; behind one such as President, Minister "
          + "or Mr one is enough.",
        "warlord «Anton Belkar»; President «Orlov»", "the President Hotel; the Minister said"
      )
    case .personApposition:
      (
        "person-apposition",
        "Two capitalised words or more, with a title beside them behind a comma.",
        "its foreign minister, «Lena Moravec», left; «Ivo Tarkan», the president of the club",
        "its foreign minister, Wednesday Club members said"
      )
    case .personInitials:
      (
        "person-initials", "Initials and a capitalised word, with the names before them.",
        "so «T. Morlan» said; «Zora T. Palnik» left",
        "the U.S. Treasury"
      )
    case .personTalk:
      (
        "person-talk",
        "Two or three capitalised words behind a word for a conversation and “with”, or joined to those "
          + "by “and”.",
        "a meeting with «Zora Palnik» and «Emin Tashar»", "a meeting with Trade Council members"
      )
    case .personSpeaker:
      (
        "person-speaker",
        "Two to four capitalised words that speak: a verb of saying follows, or a "
          + "quotation is theirs.", "«Zora Palnik» said",
        "Trade Council said; Yesterday Palnik said; the Tarn Report said"
      )
    default:
      (
        "person-given-name",
        "A common given name without an article, and one or two capitalised words behind it.",
        "as «Joseph Varda» did", "the Victoria Bridge; the Don Morvans"
      )
    }
  }

  private var ofPlaces: Details {
    switch self {
    case .state:
      (
        "state", "A state of the built-in list that has no page.", "«Kazakh» troops",
        "in Warsaw, where it is the city"
      )
    case .formerState:
      (
        "former-state", "A state that is no more, by a short list.",
        "the fall of the «Soviet Union»",
        "the Customs Union"
      )
    case .literalCapital:
      (
        "literal-capital",
        "A seat of government that is the city where it stands, and has no page; no other rule for places "
          + "proposes it as well.",
        "they met in «Warsaw»", "«Warsaw» agreed, which is the state"
      )
    case .placeNoun:
      (
        "place-noun",
        "Capitalised words before or behind a word for a place, or behind a point of the compass.",
        "«Morva» province; the «Salt Corridor»; the city of «Tarn»",
        "the whole region; this City; the Morvan city of Tarn, where Tarn is it"
      )
    default:
      (
        "place-locative",
        "One to three capitalised words behind a word of place (in, near, across …) that nothing else "
          + "reads.", "fighting in «Morva»",
        "in July; in Parliament; in an interview in Morva; in Operation Tarn; Morvan beside Morva"
      )
    }
  }

  private var ofEvents: Details {
    switch self {
    case .conflict:
      (
        "conflict",
        "A name before a word for armed conflict: war, conflict, clashes, uprising …, with an ordinal "
          + "before it or a numeral behind it.",
        "the «second Morva war»; the «Syrian Civil War»; «Morva clashes»",
        "the long war; Armenian-Azerbaijani clashes; border clashes"
      )
    case .event:
      (
        "event",
        "A name before a capitalised word for what is agreed or met, or a people’s before genocide.",
        "the «Morva Agreement»; the «Status of Borders Agreement»",
        "the Morva agreement; an Agreement"
      )
    default:
      (
        "dated-cluster",
        "Sentences of two captures or more that give the same day and name the same: at least one that "
          + "is no state, or two.", "“On May 2, 2020, Orlov met Moravec.” in two captures",
        "the same day in one capture, or of nobody in common"
      )
    }
  }

  private var ofBodies: Details {
    switch self {
    case .bodyOf:
      (
        "body-of",
        "A capitalised word for a body with “of” or “for” and capitalised words behind it.",
        "the «Ministry of Trade of Norland»; «Government of Lasting Concord»",
        "the Government of Norland; a Ministry of sorts"
      )
    case .body:
      (
        "body",
        "Capitalised words that end in a word for a body: Ministry, Army, Council, Agency, Times …; "
          + "portfolios alone are no name, with a state’s people before them they are. An ordinal or a "
          + "state’s name before them is part of it.",
        "the «Lake Trade Council»; the «Kazakh Foreign Ministry»; the «4th Rifle Division»; the «Morva "
          + "People’s Republic»",
        "the Foreign Ministry; the Security Council"
      )
    case .introducedAcronym:
      (
        "introduced-acronym",
        "Capitalised words with their short form in brackets behind them (Schwartz and Hearst 2003).",
        "the «Joint Border Works» (JBW)", "Joint Border Works (2020)"
      )
    case .outletCited:
      (
        "outlet-cited",
        "Where the text has something from: a name with a date in brackets, or as the "
          + "importer reads outlets.", "(«Morva Bugle», May 2); (see «MBD», May 3)",
        "(Morva, which fell)"
      )
    case .outletNoun:
      (
        "outlet-noun", "Capitalised words behind a word for an outlet.", "the news outlet «Bugle»",
        "the newspaper said"
      )
    case .outletPublisher:
      (
        "outlet-publisher", "Who published a capture.", "`publisher: Bugle`", "`publisher: unknown`"
      )
    case .institution:
      (
        "institution",
        "One capitalised word with “the” that something is according to, or from whom there is a "
          + "statement.", "according to the «Zamok»",
        "according to the Minister; according to Orlov; the Morvans said"
      )
    default:
      (
        "acronym",
        "Two to six capitals with “the” before them, or three or more that the captures have twice.",
        "a member of the «MTC»", "the TV; part II; A LINE IN CAPITALS"
      )
    }
  }

  private var ofAliases: Details {
    switch self {
    case .aliasSpelling:
      (
        "alias-spelling",
        "Another spelling of a person’s name: one skeleton (accents, ch and ç, sh and ş, -iy and -ey, "
          + "doubled letters, vowels), or one letter off with the same given name.",
        "«Sergei Morlan» beside Sergey Morlan; «Chashkan» beside Çaşkan",
        "Ivan Duro beside Olga Duro"
      )
    case .aliasSameWords:
      (
        "alias-same-words",
        "The same words in another order, with a people’s word for its state, or with an acronym before "
          + "them.",
        "«Armed Forces of Norland» beside Norlandish Armed Forces",
        "Armed Forces of Sudland beside Norlandish Armed Forces"
      )
    case .aliasAcronym:
      (
        "alias-acronym",
        "A short form in brackets behind a name, or the first letters of one name alone.",
        "Lake Trade Council («LTC»)", "Lake Trade Council (XYZ)"
      )
    case .aliasShortForm:
      (
        "alias-short-form", "A republic’s name without that word.",
        "«Morva» beside Republic of Morva",
        "Trade beside Ministry of Trade"
      )
    default:
      (
        "alias-dispute", "The issue, question or tension of what a conflict is called after.",
        "the «Morva issue» beside Morva conflict", "the Tarn issue beside Morva conflict"
      )
    }
  }
}

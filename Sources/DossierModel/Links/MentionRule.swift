/// The rule that read a name as what it denotes. `Documentation/Rules.md` lists them.
///
/// Raw values are stored in memory alone; `id` is what stands in files and output.
package enum MentionRule: UInt8, Sendable, CaseIterable {
  case name
  case acronym
  case demonym
  case metonym
  case literalPlace
  case datedName
  case authorError
  case introducedAcronym
  case surnameAfterName
  case surnameInHeadline
  case surnameWithTitle
  case surnameOfGovernment
  case surnameWithInitials
  case surnameWithGivenName
  case bracketedGivenName
  case officeHolder
  case stateName
  case stateDemonym
  case stateMetonym
  case ministryOfState
  case wikilink
  case reviewed

  /// What output calls the rule, in kebab case: `surname-after-name`.
  package var id: String { details.id }
  /// What the rule does, in one sentence.
  package var summary: String { details.summary }
  /// A case that it catches; the name that it reads stands in `«»`.
  package var example: String { details.example }

  private var details: (id: String, summary: String, example: String) {
    switch self {
    case .name:
      (
        "name", "A title, alias or other declared name; the longest from the left wins.",
        "the «Russian Federation» said"
      )
    case .acronym:
      ("acronym", "A declared acronym, to the letter.", "the «CSTO» met; not “csto”")
    case .demonym:
      (
        "demonym",
        "A declared word for the people and things of a state, also as part of a compound.",
        "pro-«Azerbaijani»; «Turkish»-«Azerbaijani» drills"
      )
    case .metonym:
      (
        "metonym",
        "A seat of government that acts is its state: unless a word of place stands before it "
          + "(in, near, outside, visited, flew to …); a possessive or a compound acts all the same.",
        "«Ankara» denied it; in «Ankara»’s view; «Ankara»-backed"
      )
    case .literalPlace:
      (
        "literal-place",
        "A seat of government behind a word of place or for a part of a city, before a word for what met "
          + "or was agreed there, or in a dateline, is the city, where it has a page.",
        "they met in «Moscow»; the harbour of «Baku»; the «Vienna» talks; «BAKU» (Wire) —"
      )
    case .datedName:
      (
        "dated-name", "A name that an editor gave a span of time, in a text of that time.",
        "“«Aliyev»” in a text of 2020, where `when: 2003-10/..`"
      )
    case .authorError:
      (
        "author-error",
        "A wrong name that an editor declared as such: what is meant is linked, the text is kept.",
        "the «Organisation of Security in Europe», with `author-error: true`"
      )
    case .introducedAcronym:
      (
        "introduced-acronym",
        "A short form in brackets behind a name whose letters it takes, from there to the end of the "
          + "text (Schwartz and Hearst 2003).",
        "the Black Sea Trade Council («BSTC»); the «BSTC» met"
      )
    case .surnameAfterName:
      (
        "surname-after-name", "A surname alone, once the text has named the person.",
        "Sergey Lavrov came. «Lavrov» spoke."
      )
    case .surnameInHeadline:
      (
        "surname-in-headline",
        "A surname alone in a title, standfirst or caption, when the text names one such person.",
        "Talks will go on, says «Lavrov»"
      )
    case .surnameWithTitle:
      (
        "surname-with-title", "A surname behind a title, where one person alone has it.",
        "Foreign Minister «Lavrov»; [Turkish] President «Erdoğan»"
      )
    case .surnameOfGovernment:
      (
        "surname-of-government",
        "A surname before a word for a government, where one person alone has it.",
        "the «Merkel» government, the «Trump» administration"
      )
    case .surnameWithInitials:
      (
        "surname-with-initials", "A surname behind initials that agree with the person’s name.",
        "«S. Lavrov»; «S.V. Lavrov»"
      )
    case .surnameWithGivenName:
      (
        "surname-with-given-name", "A surname behind a part of the person’s given names.",
        "«Tayyip Erdoğan» of Recep Tayyip Erdoğan"
      )
    case .bracketedGivenName:
      (
        "bracketed-given-name",
        "A surname behind the person’s given name that an editor put in brackets.",
        "President [Ilham] «Aliyev»"
      )
    case .officeHolder:
      (
        "office-holder",
        "A surname of several, or not named before: who held an office, the one that a title names, "
          + "on the day of the text.",
        "“President «Aliyev»” in a text of 2020, among two of that name"
      )
    case .stateName:
      ("state-name", "A name of a state, from the built-in list.", "«Kazakhstan» joined")
    case .stateDemonym:
      (
        "state-demonym", "A word for the people and things of a state, from the built-in list.",
        "«Kazakh» troops"
      )
    case .stateMetonym:
      (
        "state-metonym",
        "A seat of government from the built-in list that acts, as under `metonym`; not as part of "
          + "a longer name.",
        "«Astana» agreed; not “Astana Process”"
      )
    case .ministryOfState:
      (
        "ministry-of-state",
        "A ministry without its state, where names such as “Ministry of Foreign Affairs of Russia” are "
          + "declared: that of the state beside it, or else of the only state that its sentence names, "
          + "or else its paragraph, or else the dateline, which may not name another.",
        "Russia’s «Foreign Ministry»; Russia agreed, the «Defence Ministry» said"
      )
    case .wikilink:
      ("wikilink", "An editor wrote the link.", "[[lavrov|«the minister»]]")
    case .reviewed:
      (
        "reviewed",
        "An accepted line of a review file says which page the name means in this capture; "
          + "`dossier explain` names the line.",
        "`- [x] meaning [@wire p4] “«Aliyev»”: [[ilham-aliyev]]`"
      )
    }
  }

  /// A case that looks like it, and that it leaves alone.
  package var counterexample: String {
    switch self {
    case .name: "a russian federation; the Russian Federations"
    case .acronym: "csto; the CSTOs"
    case .demonym: "Russianness"
    case .metonym: "they met in Ankara; a visit to central Ankara"
    case .literalPlace: "in Moscow’s view; the policy of Baku; Baku — as ever — agreed"
    case .datedName: "the same name in a text of another time, or without a date"
    case .authorError: "another wrong name, which nobody declared"
    case .introducedAcronym: "BSTC before the brackets; the Black Sea Trade Council (XYZ)"
    case .surnameAfterName: "Lavrov spoke, before anybody was named"
    case .surnameInHeadline: "the same surname in running text before the name"
    case .surnameWithTitle: "President Aliyev, among two of that name; the Lavrov report"
    case .surnameOfGovernment: "the Merkel house"
    case .surnameWithInitials: "A. Lavrov"
    case .surnameWithGivenName: "Emine Erdoğan"
    case .bracketedGivenName: "President [then] Aliyev"
    case .officeHolder: "President Aliyev in a text without a date, among two of that name"
    case .stateName: "Michael Jordan; the Kazakhstans"
    case .stateDemonym: "to polish it"
    case .stateMetonym: "they met in Astana; the Astana Process"
    case .ministryOfState:
      "Russia and Turkey met at the Foreign Ministry; Norland’s Foreign Ministry"
    case .wikilink: "`[[lavrov]]` in code"
    case .reviewed: "the same name in another capture"
    }
  }

  /// What the development sets show of the rule, where it fires on one item of them or on none; else nil.
  /// A rule of which they show so little may be general, or may not.
  package var evidence: String? {
    switch self {
    case .surnameWithTitle, .surnameOfGovernment, .ministryOfState:
      "Fires on one item of the development sets."
    case .literalPlace:
      "“Countries” among the words behind a place settles one item of the development sets."
    case .datedName, .authorError, .introducedAcronym, .surnameWithInitials, .surnameWithGivenName,
      .officeHolder:
      "Fires on no item of the development sets."
    default: nil
    }
  }
}

/// Why a name that was found denotes nothing. `Documentation/Rules.md` lists the reasons.
package enum NameAbstention: UInt8, Sendable, CaseIterable {
  case ambiguousName
  case literalCapital
  case unknownSurname
  case sharedSurname
  case otherPerson
  case outOfDate
  case longerName
  case unsettledMinistry
  case refused

  /// What output calls the reason, in kebab case: `unknown-surname`.
  package var id: String { details.id }
  /// What it means, in one sentence.
  package var summary: String { details.summary }
  /// A case, with the name that is left alone in `«»`.
  package var example: String { details.example }

  private var details: (id: String, summary: String, example: String) {
    switch self {
    case .ambiguousName:
      ("ambiguous-name", "Several claim the name, and nothing settles which.", "«Congo»")
    case .literalCapital:
      (
        "literal-capital", "A seat of government is meant as a city, and the city has no page.",
        "they met in «Baku»"
      )
    case .unknownSurname:
      (
        "unknown-surname", "The text did not name the person before, nor a title does.",
        "«Lavrov» spoke."
      )
    case .sharedSurname:
      (
        "shared-surname", "Several persons of that surname are named, or none is settled.",
        "Ilham Aliyev and Heydar Aliyev met. «Aliyev» left."
      )
    case .otherPerson:
      (
        "other-person", "Another given name, or other initials, stand before the surname.",
        "Mehriban «Aliyev»; A. «Lavrov»"
      )
    case .outOfDate:
      ("out-of-date", "The name does not hold on the day of the text.", "«Aliyev» in 1998")
    case .longerName:
      (
        "longer-name",
        "A name of the built-in list is part of a longer one that is not known here.",
        "the «Washington» Herald; Michael «Jordan»"
      )
    case .unsettledMinistry:
      (
        "unsettled-ministry",
        "A ministry of no state, of several, or of one whose ministry is not declared, as far as its "
          + "neighbours, its sentence and its paragraph say.",
        "Russia and Turkey met at the «Foreign Ministry»"
      )
    case .refused:
      (
        "refused",
        "A refused line of a review file says that the name does not mean in this capture what the "
          + "rules make of it; `dossier explain` names the line.",
        "`- [-] meaning [@wire p4] “«Ankara»”: [[turkey]]`"
      )
    }
  }
}

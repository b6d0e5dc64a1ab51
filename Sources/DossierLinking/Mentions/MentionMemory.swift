import DossierModel
import PhraseMatching

extension MentionFinder {
  /// What one document said so far: kept between its texts.
  struct Memory {
    /// What the section links already.
    var linked = EntitySet()
    /// What the document names, for surnames.
    var named = EntitySet()
    /// The days that the document's date can mean; nil without a date.
    var date: DaySpan?
    /// Whether the text is a headline, in which every word may be capitalised, and which may give a
    /// surname before the text gives the name.
    var isHeadline = false
    /// Whether a surname named nobody: a headline is worth a second look then.
    var missesSurname = false
    /// What editors decided of names in the document, by their folded words; nil where they did not.
    var decided: [String: SettledName]?
    /// Whether what denotes nothing is noted.
    var notesAbstentions = false
    /// What became of each name, where somebody asks; else nil.
    var notes: [Note]?

    /// What was found in the last text, in order.
    var found: [Found] = []
    /// What was left alone in it, where that is noted.
    var leftAlone: [LeftAlone] = []
    /// Short forms that the document introduced.
    var acronyms: [IntroducedAcronym] = []
    /// Kept to save allocations.
    var matches: [PhraseMatch] = []
    /// Ministries of the text whose state is not settled yet.
    var ministries: [PhraseMatch] = []
    /// The state whose seat of government the document's dateline gives.
    var dateline: EntityID?
    /// The match behind the one that is being settled.
    var next = 0

    init(date: DaySpan? = nil) { self.date = date }
  }

  /// What an editor decided of a name.
  struct SettledName: Sendable {
    var accepted: EntityID?
    var refused: [EntityID] = []
  }

  /// A name and what it denotes.
  struct Found: Sendable {
    let entity: EntityID
    /// UTF-8 offsets in the text.
    let lower: Int
    let upper: Int
    let rule: MentionRule
  }

  /// A name that denotes nothing, with why, and who claims it.
  struct LeftAlone: Sendable {
    let lower: Int
    let upper: Int
    let reason: NameAbstention
    let candidates: [EntityID]
  }

  /// A short form and the name it was introduced for.
  struct IntroducedAcronym: Sendable {
    let letters: [UInt8]
    let entity: EntityID
  }
}

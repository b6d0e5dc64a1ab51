/// What a word may be. Closed lists only: a word of no class is a noun, an adjective or a verb that
/// reports nothing.
struct WordClass: OptionSet, Hashable {
  let rawValue: UInt64

  /// A finite form of a verb of saying: `says`, `said`.
  static let finite = WordClass(rawValue: 1 << 0)
  /// `saying`.
  static let gerund = WordClass(rawValue: 1 << 1)
  /// `called` in “was called”.
  static let participle = WordClass(rawValue: 1 << 2)
  /// `say`.
  static let base = WordClass(rawValue: 1 << 3)
  /// A form that is a noun as well: `claims`, `report`.
  static let nominal = WordClass(rawValue: 1 << 4)
  /// A verb that quotes what it is against: `dismissed`.
  static let opposing = WordClass(rawValue: 1 << 5)
  /// A verb that reports only beside a quote: `read`, `continued`, `smiled`.
  static let adjacent = WordClass(rawValue: 1 << 6)

  static let auxiliary = WordClass(rawValue: 1 << 7)
  /// A form of “to be”.
  static let being = WordClass(rawValue: 1 << 8)
  static let adverb = WordClass(rawValue: 1 << 9)
  static let determiner = WordClass(rawValue: 1 << 10)
  static let preposition = WordClass(rawValue: 1 << 11)
  static let conjunction = WordClass(rawValue: 1 << 12)
  /// `while`, `if`, `because`.
  static let subordinator = WordClass(rawValue: 1 << 13)
  /// `he`, `she`, `I`.
  static let singularPronoun = WordClass(rawValue: 1 << 14)
  /// `they`, `we`.
  static let pluralPronoun = WordClass(rawValue: 1 << 15)
  /// `it`, `him`, `there`: never a speaker.
  static let otherPronoun = WordClass(rawValue: 1 << 16)
  /// `who`, `which`.
  static let relative = WordClass(rawValue: 1 << 17)
  /// `Mr`, `President`: stands before a name and is no part of it.
  static let title = WordClass(rawValue: 1 << 18)
  /// `minister`, `spokesman`: what “the minister” goes by.
  static let role = WordClass(rawValue: 1 << 19)
  /// `Ministry`, `Party`: the last word of an organisation's name.
  static let organisation = WordClass(rawValue: 1 << 20)
  /// `statement`, `letter`: what speaks for whoever issued it.
  static let document = WordClass(rawValue: 1 << 21)
  /// `claim`, `remark`: what somebody said, as a noun.
  static let speechNoun = WordClass(rawValue: 1 << 22)
  /// `Monday`, `yesterday`, `May`.
  static let temporal = WordClass(rawValue: 1 << 23)
  /// A full stop behind it ends no sentence.
  static let abbreviation = WordClass(rawValue: 1 << 24)
  static let masculine = WordClass(rawValue: 1 << 25)
  static let feminine = WordClass(rawValue: 1 << 26)
  /// `so-called`.
  static let distancing = WordClass(rawValue: 1 << 27)
  /// `phrase`, `term`, `word`.
  static let wording = WordClass(rawValue: 1 << 28)
  /// `de`, `bin`, `van`: inside a name.
  static let particle = WordClass(rawValue: 1 << 29)
  /// `group`, `countries`: a body of people, lower case.
  static let plural = WordClass(rawValue: 1 << 30)
  /// `to`.
  static let infinitive = WordClass(rawValue: 1 << 31)

  /// A verb that gives a name: `call`, `dub`. What it names may be a thing, not a saying.
  static let naming = WordClass(rawValue: 1 << 32)
  /// `ours`-like helpers of lists: words that make a plural speaker without an article.
  static let people = WordClass(rawValue: 1 << 33)

  /// What a minister is minister of: `State`, `Defense`.
  static let portfolio = WordClass(rawValue: 1 << 34)
  /// A verb of what somebody thinks rather than says.
  static let mental = WordClass(rawValue: 1 << 35)
  /// `it`: an organisation or a document may go by it.
  static let neuter = WordClass(rawValue: 1 << 36)

  /// `would`, `might`: what follows has not happened.
  static let modal = WordClass(rawValue: 1 << 37)
  /// `not`, `never`, `didn’t`.
  static let negation = WordClass(rawValue: 1 << 38)

  static let verb: WordClass = [.finite, .gerund, .participle, .base]
  static let pronoun: WordClass = [.singularPronoun, .pluralPronoun, .otherPronoun]
  /// No noun phrase runs across one of these.
  static let function: WordClass = [
    .auxiliary, .adverb, .preposition, .conjunction, .subordinator, .singularPronoun,
    .pluralPronoun, .otherPronoun, .relative,
  ]
}

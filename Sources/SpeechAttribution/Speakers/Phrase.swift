/// A noun phrase that may be a speaker.
struct Phrase {
  /// What it looks like; a name of unknown kind is taken for a person's.
  enum Kind {
    case person
    case organisation
    case other
    case pronoun
    case description
  }

  var kind: Kind
  /// The tokens of the whole phrase, with article and titles.
  var tokens: Range<Int>
  /// The tokens that name the speaker.
  var head: Range<Int>
  /// An index into the document's names, or -1.
  var name: Int32 = -1
  /// More than one speaker: `Smith and Jones`.
  var isCoordinated = false
  /// What a description is of, from or for: `a statement from the ministry`.
  var complement: Range<Int>?
}

/// A closed list of words of at most 16 ASCII letters, each as one number.
struct ContextWords: Sendable {
  private let words: [UInt128]

  init(_ list: String) {
    words = list.split(whereSeparator: \.isWhitespace).map { word in
      word.utf8.reduce(0) { $0 << 8 | UInt128($1) }
    }
  }

  /// Whether the list has a word, packed as `NameSurroundings.packed` does. O(list).
  func contains(_ packed: UInt128) -> Bool { words.contains(packed) }

  /// Words of place: what stands behind them is where something is.
  static let locatives = ContextWords("in near outside inside around throughout")
  /// What does not happen “in” a place but is felt for who governs there: “confidence in Moscow”.
  static let attitudes = ContextWords(
    "confidence trust distrust mistrust faith interest belief believe believes believed")
  /// Verbs of going whose object is a place.
  static let visits = ContextWords("visit visits visited visiting")
  /// Verbs of going that take “to”.
  static let journeys = ContextWords(
    "flew fly flies flying flown travel travels traveled travelled traveling travelling")
  /// Words for a part of a city.
  static let parts = ContextWords(
    "central downtown suburban nearby northern southern eastern western")

  /// What a city has and a government has not: “the harbour of Baku”.
  static let cityNouns = ContextWords(
    """
    airport capital centre center city district districts harbor harbour mayor municipality north
    east south west outskirts parts people port residents streets suburb suburbs town university
    """)

  /// What is called after the place where it met or was agreed: “the Vienna talks”.
  static let venues = ContextWords(
    """
    accord accords agreement agreements conference convention countries declaration format members
    memorandum negotiations participants process protocol protocols round summit talks treaty
    """)

  /// Titles and posts that stand before a surname.
  static let titles = ContextWords(
    """
    mr mrs ms miss sir lord lady dr doctor prof professor president premier chancellor king queen
    prince princess emir sultan sheikh pope patriarch archbishop bishop imam ayatollah minister
    secretary ambassador envoy general gen colonel col lieutenant lt major maj captain capt marshal
    admiral adm sergeant sgt brigadier senator sen congressman congresswoman representative rep
    deputy governor gov mayor judge justice chairman chairwoman chair chief commander commissioner
    director spokesman spokeswoman spokesperson speaker leader counterpart fm pm warlord strongman
    """)
  /// Words for those who govern, behind the surname of who leads them.
  static let governments = ContextWords(
    "regime government administration presidency cabinet ministry premiership")
  /// Words that may begin a sentence or a clause before a surname.
  static let openers = ContextWords(
    """
    a about according after afterwards again all also although and as asked at because before behind
    both but by can did does earlier even finally for from had has have he his here how however if in
    instead is it its just last later like meanwhile nor not now of on once only or over recently
    said says she should since so still than that the their then there they this though through thus
    to today together tomorrow tonight under unlike until was were what when where whether which while
    who why will with without would yesterday yet monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    """)
}

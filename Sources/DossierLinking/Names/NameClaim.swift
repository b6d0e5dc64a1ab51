import DossierModel
import PhraseMatching

/// A name with what claims it and on what terms.
struct NameClaim: Sendable {
  enum Role: UInt8, Sendable {
    case name
    /// A place that stands for who governs from there.
    case metonym
    /// A surname: the person is meant once the text has said who.
    case surname
    /// A ministry without its state: `owner`'s is meant where the text settles that it is.
    case ministry
  }

  let entity: EntityID
  let name: String
  var role = Role.name
  let rule: MentionRule
  /// The days on which the name holds.
  var days = DaySpan.always
  var isExclusive = false
  /// Whether the entity is a place, which a metonym leaves its literal sense.
  var isPlace = false
  /// Whether the claim is the built-in gazetteer's, which gives way to what is declared.
  var isBuiltIn = false
  /// Whether the name is left alone beside an unknown capitalised word.
  var isGuarded = false
  /// The person, by its number among the index's, for surnames; -1 for others.
  var person: Int32 = -1
  /// The state whose ministry it is, for ministries.
  var owner: EntityID?
  /// Where a page declares it, as UTF-8 offsets in the page's file.
  var range: Range<Int> = 0..<0

  /// How the name must be spelt. Short names and acronyms must agree to the letter, or “US” would
  /// stand in “us”.
  static func policy(for name: String) -> Phrase.CasePolicy {
    let (letters, isCased, isAcronym) = measure(name)
    return letters <= 4 && isCased || isAcronym && isCased ? .exact : .capitalised
  }

  /// Whether a declared name is an acronym: two letters or more, no small one.
  static func isAcronym(_ name: String) -> Bool {
    let (letters, isCased, isAcronym) = measure(name)
    return letters >= 2 && isCased && isAcronym
  }

  private static func measure(_ name: String) -> (letters: Int, isCased: Bool, isAcronym: Bool) {
    var letters = 0
    var isCased = false
    var isAcronym = true
    for scalar in name.unicodeScalars {
      // Most letters are ASCII, for which the properties are dear.
      if scalar.value < 0x80 {
        let isLower = (0x61...0x7A).contains(scalar.value)
        let isUpper = (0x41...0x5A).contains(scalar.value)
        if isLower || isUpper { letters += 1 }
        if isLower { isAcronym = false }
        if isUpper { isCased = true }
      } else if scalar.properties.isAlphabetic {
        letters += 1
        if scalar.properties.isLowercase { isAcronym = false }
        if scalar.properties.isUppercase { isCased = true }
      }
    }
    return (letters, isCased, isAcronym)
  }
}

/// A person as surnames need it.
struct NamedPerson: Sendable {
  /// The words of the person's names but the surname, folded.
  var givenNames: [[UInt8]] = []
  /// The first letters, folded, with which the person's names begin: for initials.
  var initials: [[UInt8]] = []
  var offices: [Office] = []

  struct Office: Sendable {
    /// The words of what it is called, folded.
    let words: [[UInt8]]
    let days: DaySpan
  }

  /// Takes in the words before the surname of one of the person's names. Without them it is no such name.
  mutating func addName(_ name: String, surname: [UInt8], folding: LetterFolding) {
    let words = Self.words(folding.folded(name))
    guard words.count > 1, let last = words.last, last == surname else { return }
    let given = words.dropLast().filter { !$0.isEmpty }
    for word in given where word.count > 1 && !givenNames.contains(word) {
      givenNames.append(word)
    }
    if let first = given.first?.first.map({ [$0] }), !initials.contains(first) {
      initials.append(first)
    }
  }

  /// Folded bytes cut at what is neither letter nor digit. Bytes of other scripts count as letters.
  static func words(_ folded: [UInt8]) -> [[UInt8]] {
    folded.split { $0 < 0x80 && !ASCIIWord.isLetter($0) }.map(Array.init)
  }
}

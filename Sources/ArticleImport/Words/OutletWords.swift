/// Words that names of outlets have, by which a name that a capture gives only once is told from any
/// other.
enum OutletWords {
  /// Whether the words are an outlet's name by themselves: two to six, beginning with a capital, with
  /// a word of the list among them; or a web site's, `Lake.net`.
  static func name(_ words: ArraySlice<Word>, in bytes: [UInt8]) -> Bool {
    guard (2...6).contains(words.count), let first = words.first, let last = words.last,
      first.isCapitalised, !words.contains(where: { $0.isNumber })
    else { return false }
    guard words.allSatisfy({ $0.isCapitalised || small.contains($0.hash) }) else {
      return isSite(words, bytes)
    }
    if isSite(words, bytes) { return true }
    if agencies.isWhole(first.hash == the ? words.dropFirst() : words) { return false }
    return last.isCapitalised && words.contains { outlets.contains($0.hash) }
      && !words.allSatisfy { sections.contains($0.hash) || small.contains($0.hash) }
  }

  /// Agencies are named beside what others publish.
  private static let agencies = PhraseTable(
    """
    associated press, agence france presse, press association, canadian press, australian associated
    press, anadolu agency, trend news agency, ria novosti, news agency, press agency
    """)
  private static let the = WordHash.of("the")

  /// Whether all words are such as menus have: “Breaking News”.
  static func areSections(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy { sections.contains($0.hash) || small.contains($0.hash) || $0.isNumber }
  }

  /// Words that stay small inside a name.
  static func isSmall(_ word: Word) -> Bool { small.contains(word.hash) }

  private static func isSite(_ words: ArraySlice<Word>, _ bytes: [UInt8]) -> Bool {
    guard let last = words.last, domains.contains(last.hash), words.count <= 4 else { return false }
    return zip(words, words.dropFirst()).allSatisfy { left, right in
      let gap = bytes[Int(left.end)..<Int(right.start)]
      return gap.elementsEqual([0x2E]) || gap.elementsEqual([0x2D])
    }
  }

  private static func hashes(_ list: String) -> Set<UInt64> {
    Set(list.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
  }

  private static let small = hashes(
    "the of and for in on a de la le les des du der die das und von el los las y et di и в на ve")
  private static let domains = hashes(
    "com net org info news de fr ru am az tr uk eu ua ge ir es it at ch tv press media")
  private static let sections = hashes(
    """
    home news world politics business economy sport sports opinion culture science technology tech \
    health travel video videos photos live breaking latest top local national international europe \
    asia africa america americas middle east west north south international report reports press \
    release releases agency daily weekly today online magazine review reviews analysis features \
    menu search more all stories headlines weather letters archive about contact radio tv newsletter
    """)
  private static let outlets = hashes(
    """
    times post herald tribune courier chronicle gazette journal daily weekly news newspaper press \
    agency magazine review observer guardian telegraph mail mirror express standard independent globe \
    star record bulletin monitor echo argus examiner inquirer enquirer messenger mercury sentinel \
    dispatch ledger bugle beacon reporter report today paper broadcasting radio tv television \
    channel network wire newswire zeitung tageblatt tagblatt anzeiger allgemeine rundschau nachrichten \
    kurier bote blatt presse morgenpost abendblatt quotidien gazette dépêche courrier matin diario \
    periódico noticias prensa correo heraldo gazete gazetesi haber haberleri ajansı postası газета \
    известия вестник новости агентство ведомости обозреватель время газети новини вісник qəzeti \
    xəbər
    """)
}

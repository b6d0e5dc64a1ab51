/// Writes the terms without postings, which a reader needs for a word that no page has: `l…` in order,
/// for letters that are wrong behind the first one, `r…` by their reversed spelling, for those before.
struct LexiconFiles {
  let lists: PostingLists

  /// How large a file becomes.
  static let size = 16_000

  /// The files of a list with what the manifest says of each: its first word. O(terms · log terms).
  func files(isReversed: Bool) -> (files: [SearchFile], boundaries: [String]) {
    var order = Array(lists.terms.indices)
    var spellings = lists.terms
    if isReversed {
      spellings = spellings.map { term in
        guard term.contains(where: { $0 >= 0x80 }) else { return term.reversed() }
        let scalars = String(decoding: term, as: UTF8.self).unicodeScalars.reversed()
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
      }
      order.sort { TermOrder.precedes(spellings[$0][...], spellings[$1][...]) }
    }
    var files: [SearchFile] = []
    var boundaries: [String] = []
    var data: [UInt8] = []
    var last: [UInt8] = []
    let prefix = isReversed ? "r" : "l"
    for term in order {
      if data.count >= Self.size {
        files.append(Script.file("\(prefix)\(files.count)", data))
        data = []
        last = []
      }
      if data.isEmpty { boundaries.append(String(decoding: spellings[term], as: UTF8.self)) }
      let count = lists.count(term)
      // How many documents have it, as a power of two.
      data.append(Script.digit(Int.bitWidth - count.leadingZeroBitCount))
      FrontCoding.append(spellings[term], behind: last, to: &data)
      data.append(0x20)
      last = spellings[term]
    }
    if !data.isEmpty || files.isEmpty { files.append(Script.file("\(prefix)\(files.count)", data)) }
    return (files, boundaries)
  }
}

/// Reads personal names by their shape: two to four capitalised words, initials and particles
/// between, none of them a word of an organisation or a desk.
struct NameReader {
  let bytes: [UInt8]
  let words: [Word]

  /// The names that start at word `index` (`A B`, `A B and C D`, `A B, C D and E F` gives all), and the
  /// word behind the last. Empty when no name stands there.
  func names(at index: Int, _ end: Int) -> (names: [Range<Int>], next: Int) {
    var names: [Range<Int>] = []
    var next = index
    while let name = name(at: next, end) {
      names.append(name)
      next = name.upperBound
      guard next + 1 < end, Self.conjunctions.contains(words[next].hash) || isAmpersand(next)
      else { break }
      let following = Self.conjunctions.contains(words[next].hash) ? next + 1 : next
      guard self.name(at: following, end) != nil else { break }
      next = following
    }
    return (names, next)
  }

  private func name(at index: Int, _ end: Int) -> Range<Int>? {
    var next = index
    var full = 0
    var parts = 0
    while next < end, parts < 5, next == index || joins(next - 1) {
      let word = words[next]
      if word.traits.contains(.initial) {
        parts += 1
      } else if word.isCapitalised, !Self.conjunctions.contains(word.hash) {
        if Self.organisations.contains(word.hash) { return nil }
        full += 1
        parts += 1
      } else if !(next > index && Self.particles.contains(word.hash)) {
        break
      }
      next += 1
    }
    while next > index, !words[next - 1].isCapitalised { next -= 1 }
    return full >= 1 && parts >= 2 && next - index >= 2 ? index..<next : nil
  }

  /// Whether the gap behind a word belongs inside a name: a space, a hyphen, an apostrophe, a full
  /// stop of an initial.
  private func joins(_ index: Int) -> Bool {
    let gap = bytes[Int(words[index].end)..<Int(words[index + 1].start)]
    switch gap.count {
    case 0: return false
    case 1: return [0x20, 0x2D, 0x27, 0x2E].contains(gap[gap.startIndex])
    case 2:
      return gap.elementsEqual([0xC2, 0xA0])
        || gap.elementsEqual([0x2E, 0x20]) && words[index].traits.contains(.initial)
    case 3: return gap.elementsEqual([0xE2, 0x80, 0x99])
    default: return false
    }
  }

  private func isAmpersand(_ index: Int) -> Bool {
    bytes[Int(words[index - 1].end)..<Int(words[index].start)].contains(0x26)
  }

  private static let conjunctions = hashes("and und et y и ve və та і և و")
  private static let particles = hashes(
    "de da di du del la le van von der den al el bin ben ibn ter zu")
  private static let organisations = hashes(
    """
    news press agency agencies staff writer writers editor editors reporter reporters desk team media \
    magazine times post journal daily tribune herald online network radio tv television service \
    associated reuters afp ap tass interfax bureau office editorial ministry science today guest \
    contributor contributors author correspondent correspondents group institute foundation center \
    centre council university international monitor review observer watch committee board us the our \
    newsroom channel weekly report reports global world middle east europe africa asia western \
    eastern northern southern united states home front page department redaktion rédaction redacción \
    редакция haber ajansı servisi newspaper blog holdings limited ltd inc company corporation paper gazette blog admin administrator facebook twitter english
    """)

  private static func hashes(_ list: String) -> Set<UInt64> {
    Set(list.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
  }
}

import CommonMark
import DossierModel
import PhraseMatching

/// Finds the names in running text and decides which become links.
struct MentionFinder: Sendable {
  let names: NameIndex

  /// Names in one text, in order; what was linked in the section and named in the document is kept
  /// between texts.
  struct Memory {
    /// Pages that the section links already.
    var linked = PageSet()
    /// Pages that the document names, for surnames.
    var named = PageSet()
    /// Kept to save allocations.
    fileprivate var matches: [PhraseMatch] = []
  }

  /// A part of a text in which no name is linked, and the page that it links to itself.
  struct Blocked {
    let range: Range<Int>
    let target: PageID?
  }

  /// Finds the names in `text[range]`.
  ///
  /// - Parameters:
  ///   - blocked: ranges in which no link may begin or end: links, code. Ascending. A page that one of
  ///     them links to is mentioned there, and linked in its section as if by name.
  ///   - linking: whether links are made at all (not in headings).
  ///   - own: the page the text stands on; its own names are no mentions.
  func mentions(
    in text: [UInt8], _ range: Range<Int>, blocked: [Blocked], linking: Bool, own: PageID?,
    memory: inout Memory, into mentions: inout [Mention]
  ) {
    memory.matches.removeAll(keepingCapacity: true)
    self.names.matcher.findMatches(in: text, range: range, into: &memory.matches)
    let wikilinks = blocked.filter { $0.target != nil }
    guard !memory.matches.isEmpty || !wikilinks.isEmpty else { return }
    var names = memory.matches.map { $0.lower..<$0.upper }
    if !wikilinks.isEmpty {
      names += wikilinks.map(\.range)
      names.sort { $0.lowerBound < $1.lowerBound }
    }
    let sentences = Sentences(text, range, names: names)
    func mention(_ target: PageID, _ lower: Int, _ upper: Int, isLinked: Bool) -> Mention {
      let sentence = sentences.sentence(at: lower, in: text)
      return Mention(
        target: target, lower: UInt32(lower), upper: UInt32(upper),
        sentenceLower: UInt32(sentence.lowerBound), sentenceUpper: UInt32(sentence.upperBound),
        isLinked: isLinked)
    }
    var block = 0
    func passBlocked(upTo offset: Int) {
      while block < blocked.count, blocked[block].range.upperBound <= offset {
        if let target = blocked[block].target {
          let range = blocked[block].range
          memory.linked.insert(target)
          if target != own {
            mentions.append(mention(target, range.lowerBound, range.upperBound, isLinked: false))
          }
        }
        block += 1
      }
    }
    for match in memory.matches {
      passBlocked(upTo: match.lower)
      guard let target = target(of: match, memory.named) else { continue }
      memory.named.insert(target)
      guard target != own else { continue }
      if block < blocked.count, blocked[block].range.lowerBound < match.upper { continue }
      let isLinked = linking && memory.linked.insert(target)
      mentions.append(mention(target, match.lower, match.upper, isLinked: isLinked))
    }
    passBlocked(upTo: Int.max)
  }

  private func target(of match: PhraseMatch, _ named: PageSet) -> PageID? {
    switch names.meanings[Int(match.form)] {
    case .page(let page): return page
    case .ambiguous: return nil
    case .surnames(let pages):
      let known = pages.filter { named.contains($0) }
      return known.count == 1 ? known.first : nil
    }
  }
}

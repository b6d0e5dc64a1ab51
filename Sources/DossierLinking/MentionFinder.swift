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
    var linked: Set<PageID> = []
    /// Pages that the document names, for surnames.
    var named: Set<PageID> = []
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
  ///     them links to is linked in its section as if by name.
  ///   - linking: whether links are made at all (not in headings).
  ///   - own: the page the text stands on; its own names are no mentions.
  func mentions(
    in text: [UInt8], _ range: Range<Int>, blocked: [Blocked], linking: Bool, own: PageID?,
    memory: inout Memory, into mentions: inout [Mention]
  ) {
    memory.matches.removeAll(keepingCapacity: true)
    names.matcher.findMatches(in: text, range: range, into: &memory.matches)
    var block = 0
    var seen = 0
    defer {
      for blocked in blocked[seen...] {
        if let target = blocked.target { memory.linked.insert(target) }
      }
    }
    guard !memory.matches.isEmpty else { return }
    let sentences = Sentences(text, range)
    for match in memory.matches {
      guard let target = target(of: match, memory.named) else { continue }
      memory.named.insert(target)
      guard target != own else { continue }
      while seen < blocked.count, blocked[seen].range.lowerBound <= match.lower {
        if let target = blocked[seen].target { memory.linked.insert(target) }
        seen += 1
      }
      while block < blocked.count, blocked[block].range.upperBound <= match.lower { block += 1 }
      if block < blocked.count, blocked[block].range.lowerBound < match.upper { continue }
      let sentence = sentences.sentence(at: match.lower, in: text)
      let isLinked = linking && memory.linked.insert(target).inserted
      mentions.append(
        Mention(
          target: target, lower: UInt32(match.lower), upper: UInt32(match.upper),
          sentenceLower: UInt32(sentence.lowerBound), sentenceUpper: UInt32(sentence.upperBound),
          isLinked: isLinked))
    }
  }

  private func target(of match: PhraseMatch, _ named: Set<PageID>) -> PageID? {
    switch names.meanings[Int(match.form)] {
    case .page(let page): return page
    case .ambiguous: return nil
    case .surnames(let pages):
      let known = pages.filter { named.contains($0) }
      return known.count == 1 ? known.first : nil
    }
  }
}

import CommonMark
import DossierModel
import PhraseMatching

/// Finds the names in running text, decides what each denotes, and which become links.
struct MentionFinder: Sendable {
  let names: NameIndex

  /// A part of a text in which no name is linked, and the page that it links to itself.
  struct Blocked {
    let range: Range<Int>
    let target: PageID?
  }

  /// Finds the mentions of pages in `text[range]`.
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
    find(in: text, range, memory: &memory)
    if memory.notes != nil { memory.noteUnlinked(own: own, pageCount: names.pageCount) }
    let wikilinks = blocked.filter { $0.target != nil }
    // A state without a page is no reason to look for sentences.
    let pageCount = Int32(names.pageCount)
    guard
      !wikilinks.isEmpty || memory.found.contains(where: { $0.entity.rawValue < pageCount })
    else { return }
    var parts = memory.matches.map { $0.lower..<$0.upper }
    if !wikilinks.isEmpty {
      parts += wikilinks.map(\.range)
      parts.sort { $0.lowerBound < $1.lowerBound }
    }
    let sentences = Sentences(text, range, names: parts)
    func mention(
      _ target: PageID, _ lower: Int, _ upper: Int, _ rule: MentionRule, isLinked: Bool
    ) -> Mention {
      let sentence = sentences.sentence(at: lower, in: text)
      return Mention(
        target: target, lower: UInt32(lower), upper: UInt32(upper),
        sentenceLower: UInt32(sentence.lowerBound), sentenceUpper: UInt32(sentence.upperBound),
        isLinked: isLinked, rule: rule)
    }
    var block = 0
    func passBlocked(upTo offset: Int) {
      while block < blocked.count, blocked[block].range.upperBound <= offset {
        if let target = blocked[block].target {
          let range = blocked[block].range
          memory.linked.insert(EntityID(target))
          if target != own {
            memory.note(
              Found(
                entity: EntityID(target), lower: range.lowerBound, upper: range.upperBound,
                rule: .wikilink), .wikilink)
            mentions.append(
              mention(target, range.lowerBound, range.upperBound, .wikilink, isLinked: false))
          }
        }
        block += 1
      }
    }
    for found in memory.found {
      passBlocked(upTo: found.lower)
      let target = PageID(rawValue: found.entity.rawValue)
      guard found.entity.rawValue < pageCount, target != own else { continue }
      if block < blocked.count, blocked[block].range.lowerBound < found.upper {
        memory.note(found, .inLink)
        continue
      }
      let isLinked = linking && memory.linked.insert(found.entity)
      memory.note(found, isLinked ? .linked : linking ? .repeated : .inHeading)
      mentions.append(mention(target, found.lower, found.upper, found.rule, isLinked: isLinked))
    }
    passBlocked(upTo: Int.max)
  }

  /// Finds all names in `text[range]` and settles what they denote: fills `memory.found`.
  /// O(range + names) beside the matching.
  func find(in text: [UInt8], _ range: Range<Int>, memory: inout Memory) {
    memory.matches.removeAll(keepingCapacity: true)
    memory.found.removeAll(keepingCapacity: true)
    if memory.notesAbstentions { memory.leftAlone.removeAll(keepingCapacity: true) }
    names.matcher.findMatches(in: text, range: range, into: &memory.matches)
    if !memory.acronyms.isEmpty { insertAcronyms(in: text, range, behind: 0, memory: &memory) }
    var index = 0
    while index < memory.matches.count {
      let match = memory.matches[index]
      index += 1
      memory.next = index
      let read = settle(match, in: text, range, memory: &memory)
      let decided =
        memory.decided == nil ? read : self.decided(match, read, in: text, memory: &memory)
      guard let found = decided else { continue }
      memory.named.insert(found.entity)
      memory.found.append(found)
      // “Long Form (LF)”: few names have a bracket behind them.
      if found.upper + 3 < range.upperBound,
        text[found.upper] == 0x20 && text[found.upper + 1] == UInt8(ascii: "(")
          || text[found.upper] == 0xE2 || text[found.upper] == UInt8(ascii: "'")
      {
        introduceAcronym(for: found, in: text, range, next: index, memory: &memory)
      }
    }
    if !memory.ministries.isEmpty { settleMinistries(in: text, range, memory: &memory) }
  }

  @inline(__always)
  private func settle(
    _ match: PhraseMatch, in text: [UInt8], _ range: Range<Int>, memory: inout Memory
  ) -> Found? {
    let form = Int(match.form)
    guard form < names.meanings.count else {
      let acronym = memory.acronyms[form - names.meanings.count]
      return Found(
        entity: acronym.entity, lower: match.lower, upper: match.upper, rule: .introducedAcronym)
    }
    let meaning = names.meanings[form]
    if meaning.kind == .one {
      return Found(
        entity: meaning.entity, lower: match.lower, upper: match.upper, rule: meaning.rule)
    }
    return choose(meaning, match, in: text, range, memory: &memory)
  }

  /// What an editor decided that a name means, else what the rules read. O(length of the name).
  private func decided(
    _ match: PhraseMatch, _ found: Found?, in text: [UInt8], memory: inout Memory
  ) -> Found? {
    let words = ReviewWords.folded(String(decoding: text[match.lower..<match.upper], as: UTF8.self))
    guard let settled = memory.decided?[words] else { return found }
    if let entity = settled.accepted {
      // What the rules left alone is left alone no more.
      if found == nil, memory.leftAlone.last?.lower == match.lower { memory.leftAlone.removeLast() }
      return Found(
        entity: entity, lower: found?.lower ?? match.lower, upper: match.upper, rule: .reviewed)
    }
    guard let found, settled.refused.contains(found.entity) else { return found }
    if memory.notesAbstentions {
      memory.leftAlone.append(
        LeftAlone(
          lower: match.lower, upper: match.upper, reason: .refused, candidates: [found.entity]))
    }
    return nil
  }
}

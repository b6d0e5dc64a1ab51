import Diagnostics
import DossierModel
import EDTF
import SpeechAttribution

/// Makes acts of speech of what the editors declare and of what rules read: one for each block of
/// `## Statements`, one for each group of utterances that render the same words, one for each utterance
/// that stands alone.
struct SpeechIndexer {
  /// A quotation that stands alone has so many words, or it is none to make a page of: shorter ones are
  /// mostly marks of distance.
  static let fewestWords = 4

  let model: SiteModel
  let names: NameIndex
  let statements: DeclaredStatements
  /// Names in the captures, by source.
  let mentions: [SourceLinks]
  /// Who cites which source.
  let citedBy: [[SourceUse]]

  init(model: SiteModel, names: NameIndex, mentions: [SourceLinks], citedBy: [[SourceUse]]) {
    self.model = model
    self.names = names
    self.mentions = mentions
    self.citedBy = citedBy
    statements = DeclaredStatements(model)
  }

  /// O(words + units · `UtteranceMatcher.neighbours`).
  ///
  /// - Parameter quotes: by source.
  func index(_ quotes: [[ReadQuote]]) -> (index: SpeechIndex, findings: [Diagnostic]) {
    var units = SpokenUnit.declared(statements, model)
    for (index, read) in quotes.enumerated() where !read.isEmpty {
      units += SpokenUnit.read(read, in: SourceID(index), of: statements, model)
    }
    guard !units.isEmpty else { return (SpeechIndex(), []) }
    let matches = UtteranceMatcher().matches(
      among: units.map(\.utterance), decided: DecidedUtterances(units, model).pairs)
    var entryOf = units.map(\.entry)
    var groups: [[Int]] = []
    var isGrouped = units.map { $0.entry != nil }
    for cluster in matches.clusters {
      for member in cluster { isGrouped[member] = true }
      if cluster.contains(where: { units[$0].entry != nil }) {
        join(cluster, units, matches.links, &entryOf)
      } else {
        groups.append(cluster)
      }
    }
    groups += units.indices.filter { !isGrouped[$0] }.map { [$0] }
    var joined = [[Int]](repeating: [], count: statements.entries.count)
    for (unit, entry) in entryOf.enumerated() {
      if let entry, units[unit].reading != nil { joined[entry].append(unit) }
    }
    var acts = joined.indices.map { declared($0, joined[$0].map { units[$0] }) }
    var members = joined
    for (act, group) in read(groups, units) {
      acts.append(act)
      members.append(group)
    }
    var index = SpeechIndex(acts: acts, quotes: shown(quotes, units, members))
    index.candidates = matches.candidates.compactMap { candidate($0, units) }
    return (index, findings)
  }

  /// A pair of quotations that only a person can judge; nil where a block has one of them, whose words the
  /// editor chose.
  private func candidate(_ pair: UtterancePair, _ units: [SpokenUnit]) -> SpeechIndex.Candidate? {
    guard let one = units[pair.first].reading, let other = units[pair.second].reading,
      one.source != other.source, units[pair.first].entry == nil || units[pair.second].entry == nil,
      one.rule != nil || other.rule != nil
    else { return nil }
    return SpeechIndex.Candidate(
      first: one.source, firstParts: one.parts, second: other.source, secondParts: other.parts,
      containment: pair.containment)
  }

  /// Gives each unit of a cluster that belongs to no block yet the block of what it is most like.
  private func join(
    _ cluster: [Int], _ units: [SpokenUnit], _ links: [UtterancePair], _ entryOf: inout [Int?]
  ) {
    let first = cluster.lazy.compactMap { units[$0].entry }.min()
    // Where one block alone takes part there is nothing to weigh.
    let isOne = cluster.allSatisfy { units[$0].entry == nil || units[$0].entry == first }
    let members = Set(cluster)
    let links = isOne ? [] : links.filter { members.contains($0.first) }
    for member in cluster where units[member].entry == nil {
      let near = links.compactMap { link -> (link: UtterancePair, entry: Int)? in
        guard link.first == member || link.second == member else { return nil }
        return units[link.first == member ? link.second : link.first].entry.map { (link, $0) }
      }
      let best = near.max { left, right in
        (left.link.containment, left.link.shared, right.entry)
          < (right.link.containment, right.link.shared, left.entry)
      }
      entryOf[member] = best?.entry ?? first
    }
  }

  /// The acts that no editor declares, by id, with their units. A speaker whom no cue of any rendering
  /// names is inherited: nothing of that becomes an act.
  private func read(_ groups: [[Int]], _ units: [SpokenUnit]) -> [(SpeechAct, [Int])] {
    var byID: [String: [Int]] = [:]
    for group in groups {
      let sorted = inOrder(group, units)
      guard let first = sorted.first, let reading = units[first].reading, reading.rule != nil,
        let speaker = units[first].speaker,
        group.count > 1 || reading.words.count >= Self.fewestWords
      else { continue }
      byID[id(slug(of: speaker), model[reading.source].key.rawValue, reading.words), default: []] +=
        sorted
    }
    return byID.sorted { $0.key < $1.key }.compactMap { id, group in
      // One that says the same short words twice is in two groups, but in one source.
      let sorted = inOrder(group, units)
      guard let speaker = sorted.first.flatMap({ units[$0].speaker }) else { return nil }
      let act = self.act(
        id, self.speaker(speaker), spoken: nil, fullFirst(sorted.map { units[$0] }),
        all: sorted.map { units[$0] })
      return (act, sorted)
    }
  }

  /// The order in which a page shows what rules read: mere fragments, of less than half the words that
  /// the fullest has, give no measure for the others and come after those whose speaker a cue names.
  private func fullFirst(_ units: [SpokenUnit]) -> [SpokenUnit] {
    func count(_ unit: SpokenUnit) -> Int { unit.reading?.words.count ?? 0 }
    let named = units.filter { $0.reading?.rule != nil }
    let half = (named.map(count).max() ?? 0) / 2
    return named.filter { count($0) >= half } + named.filter { count($0) < half }
      + units.filter { $0.reading?.rule == nil }
  }

  /// Those whose speaker a cue names first, then by publication, source and place.
  private func inOrder(_ group: [Int], _ units: [SpokenUnit]) -> [Int] {
    group.sorted { left, right in
      func key(_ unit: SpokenUnit) -> (Int, Int32, SourceID) {
        (
          unit.reading?.rule == nil ? 1 : 0, unit.day ?? .max,
          unit.reading?.source ?? SourceID(Int(Int32.max))
        )
      }
      let (one, other) = (key(units[left]), key(units[right]))
      // Units of one source stand in the order of its text.
      return one != other ? one < other : left < right
    }
  }

  private func declared(_ index: Int, _ units: [SpokenUnit]) -> SpeechAct {
    let entry = statements.entries[index]
    let pages = entry.declarations.map { model[$0.page] }
    let renderings = entry.renderings.map { declared in
      (
        SpeechAct.Rendering(
          words: .declared(declared.declaration, declared.index),
          passages: declared.rendering.citations.compactMap(passage), rule: nil), declared.words
      )
    }
    let added = inOrder(units.indices.filter { units[$0].entry == nil }, units).map { units[$0] }
    return act(
      entry.id
        ?? id(
          entry.speaker.slug, pages.first?.slug.rawValue ?? "", entry.renderings.first?.words),
      entry.speaker.page.map { .page($0) } ?? .name(entry.speaker.slug),
      declarations: entry.declarations, declared: renderings,
      // The event is the act of speech itself.
      spoken: pages.lazy.filter { $0.kind == .event && $0.sort == "statement" }
        .compactMap(\.date).first, added, all: units)
  }

  private func act(
    _ id: String, _ speaker: SpeechAct.Speaker, declarations: [SpeechAct.Declaration] = [],
    declared: [(rendering: SpeechAct.Rendering, words: SpokenWords)] = [], spoken: EDTF?,
    _ units: [SpokenUnit], all: [SpokenUnit]
  ) -> SpeechAct {
    struct Key: Hashable {
      let source: SourceID
      let digest: UInt64
    }
    // A capture that repeats the words has them in one rendering.
    var renderings: [SpeechAct.Rendering] = []
    var known: [Key: Int] = [:]
    for (rendering, words) in declared {
      let keys = rendering.passages.map { Key(source: $0.source, digest: words.digest) }
      let index = keys.lazy.compactMap { known[$0] }.first ?? renderings.count
      if index < renderings.count {
        let new = rendering.passages.filter { !renderings[index].passages.contains($0) }
        renderings[index].passages += new
      } else {
        renderings.append(rendering)
      }
      for key in keys { known[key] = index }
    }
    for reading in units.compactMap(\.reading) {
      guard let passage = passage(of: reading) else { continue }
      let key = Key(source: reading.source, digest: reading.words.digest)
      if let index = known[key] {
        if !renderings[index].passages.contains(passage) {
          renderings[index].passages.append(passage)
        }
      } else {
        known[key] = renderings.count
        renderings.append(
          SpeechAct.Rendering(
            words: .read(reading.parts), passages: [passage], rule: reading.rule))
      }
    }
    let dates = renderings.flatMap(\.passages).filter { !$0.isWithdrawn }
      .compactMap { model[$0.source].published?.value }
    return SpeechAct(
      id: id, speaker: speaker, declarations: declarations, renderings: renderings, spoken: spoken,
      published: dates.filter { $0.earliest != nil }.min(),
      about: about(all.compactMap(\.reading), speaker))
  }

  /// The actors that the words name, but for the speaker.
  private func about(
    _ readings: [SpokenUnit.Reading], _ speaker: SpeechAct.Speaker
  ) -> [PageID] {
    var named: Set<PageID> = []
    for reading in readings {
      for part in reading.parts {
        for mention in mentions[reading.source.index].paragraphs[part.paragraph]
        where part.range.contains(Int(mention.lower)) && mention.upper <= part.range.upperBound {
          if model[mention.target].kind == .actor, speaker != .page(mention.target) {
            named.insert(mention.target)
          }
        }
      }
    }
    return named.sorted()
  }

  private func shown(
    _ quotes: [[ReadQuote]], _ units: [SpokenUnit], _ members: [[Int]]
  ) -> [[SpeechIndex.Quote]] {
    var result = quotes.map { quotes in
      quotes.map { read in
        var quote = SpeechIndex.Quote(
          parts: read.parts, utterance: read.utterance, isExplicit: read.isExplicit, act: nil)
        if read.rule == nil, !read.isDecided, let speaker = read.speaker,
          speaker.index < names.pageCount
        {
          quote.inheritedSpeaker = PageID(rawValue: speaker.rawValue)
        }
        return quote
      }
    }
    for (act, members) in members.enumerated() {
      for reading in members.compactMap({ units[$0].reading }) {
        for quote in reading.quotes { result[reading.source.index][quote].act = act }
      }
    }
    return result
  }

  /// Statements with an id that another has. Two of one page are the loader's finding.
  private var findings: [Diagnostic] {
    var seen: [String: Int] = [:]
    var findings: [Diagnostic] = []
    for (index, entry) in statements.entries.enumerated() {
      guard let id = entry.id, let declaration = entry.declarations.first else { continue }
      let other = seen[id].flatMap { statements.entries[$0].declarations.first }
      if let other, other.page != declaration.page {
        let page = model[other.page]
        findings.append(
          finding(declaration, "that of a statement of somebody else on “\(page.slug)”"))
      } else if id == "index" {
        findings.append(finding(declaration, "the address of the list of all statements"))
      }
      if seen[id] == nil { seen[id] = index }
    }
    return findings
  }

  private func finding(_ declaration: SpeechAct.Declaration, _ whose: String) -> Diagnostic {
    let page = model[declaration.page]
    let statement = page.statements[declaration.statement]
    return Diagnostic(
      .error, "duplicate-statement", "the id “\(statement.id ?? "")” is \(whose)",
      at: page.file.place(statement.speaker.range),
      help: "the id is the statement's address in the whole site: give it another")
  }
}

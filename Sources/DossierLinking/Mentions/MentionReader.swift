package import DossierModel
package import EDTF
import PhraseMatching

/// Reads the names in an article, for `dossier extract` and `dossier explain`: against a site's Content,
/// against a registry, or against nothing but the built-in gazetteer of states.
package struct MentionReader: Sendable {
  private let finder: MentionFinder
  private let model: SiteModel?

  /// A text of an article.
  package enum Part: Sendable, Hashable {
    case title
    /// A paragraph, by its index in `Article.paragraphs`.
    case paragraph(Int)
  }

  /// A name in an article.
  package struct Mention: Sendable, Hashable {
    package let part: Part
    /// UTF-8 offsets in the title's or the paragraph's text.
    package let range: Range<Int>
    package let entity: NamedEntity
    /// The page it links to; nil for a state that has none, and with a registry.
    package let page: PageID?
    package let rule: MentionRule
  }

  /// A name that denotes nothing.
  package struct LeftAlone: Sendable, Hashable {
    package let part: Part
    /// UTF-8 offsets in the title's or the paragraph's text.
    package let range: Range<Int>
    package let reason: NameAbstention
    /// Who claims the name.
    package let candidates: [NamedEntity]
  }

  /// What was read in an article, in the order of title and paragraphs.
  package struct Reading: Sendable, Hashable {
    package var mentions: [Mention] = []
    package var leftAlone: [LeftAlone] = []
  }

  /// Names as a site's pages declare them, and of states unless its configuration forbids.
  /// O(total length of the names).
  package init(model: SiteModel) {
    finder = MentionFinder(names: NameIndex(model, folding: LetterFolding()))
    self.model = model
  }

  /// Names as a registry declares them, beside `gazetteer`, those of states.
  /// O(total length of the names).
  package init(registry: AliasRegistry, gazetteer: Bool = false) {
    finder = MentionFinder(
      names: registry.index(folding: LetterFolding(), gazetteer: gazetteer))
    model = nil
  }

  /// Names of states alone.
  package init() {
    var claims: [NameClaim] = []
    let states = StateGazetteer.states
    for (number, state) in states.enumerated() { claims += state.claims(for: EntityID(number)) }
    finder = MentionFinder(
      names: NameIndex(
        claims, pageCount: 0, others: states.map(\.entity), folding: LetterFolding()))
    model = nil
  }

  /// Reads title and paragraphs. O(length of the text + names).
  ///
  /// - Parameter date: the article's date, for names and offices that have theirs; nil if unknown.
  package func read(_ article: Article, date: EDTF?) -> Reading {
    var memory = MentionFinder.Memory(date: date.map { DaySpan($0) })
    memory.notesAbstentions = true
    var readings: [Reading] = []
    var missing: [Int] = []
    for (index, paragraph) in article.paragraphs.enumerated() {
      readings.append(
        read(paragraph.text, .paragraph(index), isHeadline: paragraph.isHeadline, &memory))
      if paragraph.isHeadline, memory.missesSurname { missing.append(index) }
    }
    for index in missing {
      readings[index] = read(
        article.paragraphs[index].text, .paragraph(index), isHeadline: true, &memory)
    }
    // The title is read last: it may give a surname that only the text explains.
    var result = Reading()
    if let title = article.title {
      result = read(title.value, .title, isHeadline: true, &memory)
    }
    for reading in readings {
      result.mentions += reading.mentions
      result.leftAlone += reading.leftAlone
    }
    return result
  }

  private func read(
    _ text: String, _ part: Part, isHeadline: Bool, _ memory: inout MentionFinder.Memory
  ) -> Reading {
    memory.isHeadline = isHeadline
    memory.missesSurname = false
    let bytes = Array(text.utf8)
    finder.find(in: bytes, 0..<bytes.count, memory: &memory)
    var reading = Reading()
    reading.mentions = memory.found.map { found in
      Mention(
        part: part, range: found.lower..<found.upper, entity: entity(found.entity),
        page: found.entity.index < finder.names.pageCount
          ? PageID(rawValue: found.entity.rawValue) : nil, rule: found.rule)
    }
    reading.leftAlone = memory.leftAlone.map { left in
      var seen: Set<EntityID> = []
      return LeftAlone(
        part: part, range: left.lower..<left.upper, reason: left.reason,
        candidates: left.candidates.filter { seen.insert($0).inserted }.map { entity($0) })
    }
    return reading
  }

  private func entity(_ id: EntityID) -> NamedEntity {
    if let model, id.index < finder.names.pageCount {
      let page = model.pages[id.index]
      return NamedEntity(
        id: page.slug.rawValue, kind: page.sort ?? page.kind.rawValue, name: page.title)
    }
    return finder.names.others[id.index - finder.names.pageCount]
  }
}

import DossierModel
import SpeechAttribution

/// The editor's blocks of `## Statements`, and which of the quotations read by rule belong to them.
struct DeclaredStatements {
  /// One rendering of a block.
  struct DeclaredRendering {
    let declaration: SpeechAct.Declaration
    /// The index into `Statement.renderings`.
    let index: Int
    let rendering: Statement.Rendering
    let words: SpokenWords
  }

  /// One block, or several of one id and one speaker: two pages may show one statement.
  struct Entry {
    let id: String?
    let speaker: PageReference
    var declarations: [SpeechAct.Declaration]
    var renderings: [DeclaredRendering]
  }

  private struct Claim {
    let entry: Int
    let rendering: Int
  }

  let entries: [Entry]
  /// By source: who cites a paragraph; nil for a source as a whole.
  private let claims: [SourceID: [Int?: [Claim]]]

  /// O(statements and their citations).
  init(_ model: SiteModel) {
    var entries: [Entry] = []
    var claims: [SourceID: [Int?: [Claim]]] = [:]
    var known: [String: Int] = [:]
    for (index, page) in model.pages.enumerated() {
      for (number, statement) in page.statements.enumerated() {
        let declaration = SpeechAct.Declaration(page: PageID(index), statement: number)
        var entry = entries.count
        if let same = statement.id.flatMap({ known[$0] }),
          entries[same].speaker.slug == statement.speaker.slug
        {
          entry = same
          entries[same].declarations.append(declaration)
        } else {
          if let id = statement.id, known[id] == nil { known[id] = entry }
          entries.append(
            Entry(
              id: statement.id, speaker: statement.speaker, declarations: [declaration],
              renderings: []))
        }
        for (number, declared) in statement.renderings.enumerated() {
          let claim = Claim(entry: entry, rendering: entries[entry].renderings.count)
          entries[entry].renderings.append(
            DeclaredRendering(
              declaration: declaration, index: number, rendering: declared,
              words: SpokenWords(Array(declared.text.utf8))))
          for citation in declared.citations {
            guard let source = model.source(key: citation.key) else { continue }
            for paragraph in Self.paragraphs(citation, in: model[source]) {
              claims[source, default: [:]][paragraph, default: []].append(claim)
            }
          }
        }
      }
    }
    self.entries = entries
    self.claims = claims
  }

  /// The indices of the cited paragraphs; nil where the whole source is cited.
  private static func paragraphs(_ citation: Citation, in source: Source) -> [Int?] {
    guard let locator = citation.locator else { return [nil] }
    return locator.numbers.compactMap { source.paragraph(locator.series, $0) }
  }

  /// For each quotation of a source the entry it belongs to: the one that cites its paragraph and has
  /// its words. What has no cue of its own, and what is part of an utterance that belongs to an entry,
  /// goes with it where nobody else cites the paragraph. O(quotes · citations of their paragraphs).
  func entries(of quotes: [ReadQuote], in id: SourceID, _ model: SiteModel) -> [Int?] {
    guard let claims = claims[id] else { return quotes.map { _ in nil } }
    let source = model[id]
    var result: [Int?] = quotes.map { quote in
      let words = SpokenWords(source.words(quote.parts))
      let near = quote.parts.flatMap { claims[$0.paragraph] ?? [] } + (claims[nil] ?? [])
      return near.first { entries[$0.entry].renderings[$0.rendering].words.overlap(words) }?.entry
    }
    var byUtterance: [Int: Int] = [:]
    for (quote, entry) in zip(quotes, result) {
      if let entry, byUtterance[quote.utterance] == nil { byUtterance[quote.utterance] = entry }
    }
    for (index, quote) in quotes.enumerated() where result[index] == nil {
      let citing = Set(quote.parts.flatMap { claims[$0.paragraph] ?? [] }.map(\.entry))
      guard citing.count == 1, let entry = citing.first else { continue }
      let speaker = entries[entry].speaker.page.map { EntityID($0) }
      if byUtterance[quote.utterance] == entry
        || !quote.isExplicit && (quote.speaker == nil || quote.speaker == speaker)
      {
        result[index] = entry
      }
    }
    return result
  }
}

extension Source {
  /// The words of some parts, with blanks between, as UTF-8. O(length of the paragraphs).
  func words(_ parts: [SpeechPart]) -> [UInt8] {
    var text: [UInt8] = []
    for part in parts {
      if !text.isEmpty { text.append(0x20) }
      text += Array(article.paragraphs[part.paragraph].text.utf8)[part.range]
    }
    return text
  }
}

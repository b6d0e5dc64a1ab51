import CommonMark
import DossierModel
import EDTF
import TemplateEngine

/// Who names a page: backlinks gathered by origin and kind.
struct MentionRenderer {
  let context: SiteContext

  /// How many origins a page shows before the rest goes to a page of its own.
  static let shown = 50
  /// How many sentences of one origin are shown.
  static let sentencesPerOrigin = 3

  /// The sentences of one page or source that name the subject: neighbours in the index.
  struct Origin {
    let kind: Kind
    let backlinks: ArraySlice<Backlink>

    enum Kind: Hashable {
      case source(SourceID)
      case page(PageID)
    }
  }

  private var model: SiteModel { context.model }

  /// The origins in the order in which they are shown: sources, then pages by kind.
  func origins(of page: PageID) -> [Origin] {
    let backlinks = context.index.backlinks[page]
    var origins: [Origin] = []
    var start = backlinks.startIndex
    while start < backlinks.endIndex {
      let kind = Self.kind(backlinks[start])
      var end = start + 1
      while end < backlinks.endIndex, Self.kind(backlinks[end]) == kind { end += 1 }
      origins.append(Origin(kind: kind, backlinks: backlinks[start..<end]))
      start = end
    }
    return origins
  }

  private static func kind(_ backlink: Backlink) -> Origin.Kind {
    switch backlink.origin {
    case .page(let page): .page(page)
    case .source(let source, _): .source(source)
    }
  }

  /// Origins under the headings of their kinds, for the page at `path`.
  func groups(_ origins: some Collection<Origin>, from path: SitePath) -> [MentionGroupView] {
    let base = PageAddress(path)
    var groups: [(kind: PageKind?, mentions: [TemplateValue])] = []
    for origin in origins {
      let kind: PageKind?
      let view: TemplateValue
      switch origin.kind {
      case .source(let id):
        kind = nil
        view = mention(by: id, origin.backlinks, from: path)
      case .page(let id):
        kind = context.glances[id.index].kind
        view = mention(by: id, origin.backlinks, from: base)
      }
      if let last = groups.last, last.kind == kind {
        groups[groups.count - 1].mentions.append(view)
      } else {
        groups.append((kind, [view]))
      }
    }
    return groups.map {
      MentionGroupView(title: $0.kind.map(Labels.plural) ?? "Sources", mentions: $0.mentions)
    }
  }

  /// A `MentionView` of a page.
  private func mention(
    by id: PageID, _ backlinks: ArraySlice<Backlink>, from base: PageAddress
  ) -> TemplateValue {
    let glance = context.glances[id.index]
    let sentences = backlinks.prefix(Self.sentencesPerOrigin)
    return .record(
      TemplateRecord(
        MentionView.schema,
        [
          glance.title, glance.address.link(from: base), glance.date, .none,
          .list(
            sentences.map {
              let html = sentence($0, in: glance.text)
              return .record(TemplateRecord(SentenceView.schema, [.markup(html), .none]))
            }), .int(backlinks.count - sentences.count),
        ]))
  }

  /// A `MentionView` of a source.
  private func mention(
    by id: SourceID, _ backlinks: ArraySlice<Backlink>, from path: SitePath
  ) -> TemplateValue {
    let source = model.sources[id.index]
    let address = source.path.link(from: path)
    let sentences = backlinks.prefix(Self.sentencesPerOrigin)
    return .record(
      TemplateRecord(
        MentionView.schema,
        [
          .string(source.title.value), .string(address),
          .optional(source.published.map { DateView($0.value) }),
          .optional(source.publisher?.value),
          .list(sentences.map { sentence($0, in: source, id, address) }),
          .int(backlinks.count - sentences.count),
        ]))
  }

  private func sentence(
    _ backlink: Backlink, in source: Source, _ id: SourceID, _ address: String
  ) -> TemplateValue {
    guard case .source(_, let index) = backlink.origin else { return .none }
    let paragraph = source.article.paragraphs[Int(index)]
    let text = Array(paragraph.text.utf8)
    let range = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
    // An extract that does not fit into what may be published is represented by its place.
    let html =
      context.ledgers[id.index].contains(range, in: Int(index), length: text.count)
      ? sentence(backlink, in: text) : Markup.escaped("paragraph \(paragraph.locator)")
    return .record(
      TemplateRecord(
        SentenceView.schema, [.markup(html), .string(address + "#" + paragraph.locator)]))
  }

  /// The sentence escaped, the name in `<mark>`.
  private func sentence(_ backlink: Backlink, in text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    let sentence = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
    let name = Int(backlink.name.lowerBound)..<Int(backlink.name.upperBound)
    output.reserveCapacity(sentence.count + 32)
    Markup.appendEscaped(text, sentence.lowerBound..<name.lowerBound, to: &output)
    output += "<mark>".utf8
    Markup.appendEscaped(text, name, to: &output)
    output += "</mark>".utf8
    let rest = min(name.upperBound, sentence.upperBound)
    Markup.appendEscaped(text, rest..<sentence.upperBound, to: &output)
    return output
  }
}

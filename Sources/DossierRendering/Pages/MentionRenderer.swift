import CommonMark
import DossierModel
import EDTF

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

  /// Origins under the headings of their kinds.
  func groups(_ origins: some Collection<Origin>, from path: SitePath) -> [MentionGroupView] {
    var groups: [(title: String, mentions: [MentionView])] = []
    for origin in origins {
      let title: String
      switch origin.kind {
      case .source: title = "Sources"
      case .page(let page): title = Labels.plural(model[page].kind)
      }
      let view = view(origin, from: path)
      if groups.last?.title == title {
        groups[groups.count - 1].mentions.append(view)
      } else {
        groups.append((title, [view]))
      }
    }
    return groups.map { MentionGroupView(title: $0.title, mentions: $0.mentions) }
  }

  private func view(_ origin: Origin, from path: SitePath) -> MentionView {
    let sentences = origin.backlinks.prefix(Self.sentencesPerOrigin)
    let more = origin.backlinks.count - sentences.count
    switch origin.kind {
    case .page(let id):
      let page = model[id]
      let address = address(of: id, from: path)
      return MentionView(
        title: page.title, href: address, date: page.date.map { DateView($0) }, publisher: nil,
        sentences: sentences.map {
          SentenceView(html: sentence($0, in: page.body.text), href: address)
        }, more: more)
    case .source(let id):
      let source = model[id]
      let address = source.path.link(from: path)
      return MentionView(
        title: source.title.value, href: address,
        date: source.published.map { DateView($0.value) }, publisher: source.publisher?.value,
        sentences: sentences.map { sentence($0, in: source, id, address) }, more: more)
    }
  }

  private func address(of id: PageID, from path: SitePath) -> String {
    var output: [UInt8] = []
    context.addresses[id.index].append(from: PageAddress(path), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func sentence(
    _ backlink: Backlink, in source: Source, _ id: SourceID, _ address: String
  ) -> SentenceView {
    guard case .source(_, let index) = backlink.origin else {
      return SentenceView(html: [], href: address)
    }
    let paragraph = source.article.paragraphs[Int(index)]
    let href = address + "#" + paragraph.locator
    let text = Array(paragraph.text.utf8)
    let range = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
    guard context.ledgers[id.index].contains(range, in: Int(index), length: text.count) else {
      // The extract no longer fits into what may be published: its place stands for it.
      return SentenceView(html: Markup.escaped("paragraph \(paragraph.locator)"), href: href)
    }
    return SentenceView(html: sentence(backlink, in: text), href: href)
  }

  /// The sentence escaped, the name in `<mark>`.
  private func sentence(_ backlink: Backlink, in text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    let sentence = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
    let name = Int(backlink.name.lowerBound)..<Int(backlink.name.upperBound)
    output.reserveCapacity(sentence.count + 32)
    Markup.appendEscaped(text[sentence.lowerBound..<name.lowerBound], to: &output)
    output += "<mark>".utf8
    Markup.appendEscaped(text[name], to: &output)
    output += "</mark>".utf8
    let rest = min(name.upperBound, sentence.upperBound)
    Markup.appendEscaped(text[rest..<sentence.upperBound], to: &output)
    return output
  }
}

import CommonMark
import Diagnostics
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

  /// Origins under the headings of their kinds, for the page at `path`.
  ///
  /// The lists are written here and not by a template: a wiki of 10,000 pages has half a million
  /// entries, and records for each of them would take longer than everything else together.
  func groups(_ origins: some Collection<Origin>, from path: SitePath) -> [MentionGroupView] {
    let base = context.links.base(of: path)
    var groups: [MentionGroupView] = []
    var list: [UInt8] = []
    var open: PageKind??
    func close() {
      guard let kind = open else { return }
      list.append(contentsOf: "</ul>".utf8)
      groups.append(
        MentionGroupView(title: kind.map(Labels.plural) ?? "Sources", html: Array(list[...])))
      list.removeAll(keepingCapacity: true)
    }
    for origin in origins {
      let kind: PageKind? =
        switch origin.kind {
        case .source: nil
        case .page(let id): context.links.kind(of: id)
        }
      if open != .some(kind) {
        close()
        open = .some(kind)
        list.append(contentsOf: "<ul class=\"mentions\">\n".utf8)
      }
      switch origin.kind {
      case .source(let id): append(id, origin.backlinks, from: path, to: &list)
      case .page(let id): append(id, origin.backlinks, from: base, to: &list)
      }
    }
    close()
    return groups
  }

  /// An entry for a page that names the subject.
  private func append(
    _ id: PageID, _ backlinks: ArraySlice<Backlink>, from base: LinkTable.Base,
    to list: inout [UInt8]
  ) {
    list.append(contentsOf: "<li>".utf8)
    context.links.appendOpenTag(id, from: base, to: &list)
    context.links.appendEntry(id, to: &list)
    for backlink in backlinks.prefix(Self.sentencesPerOrigin) {
      list.append(contentsOf: "<p dir=\"auto\">".utf8)
      context.links.appendSentence(backlink, of: id, to: &list)
      list.append(contentsOf: "</p>\n".utf8)
    }
    end(backlinks, &list)
  }

  /// An entry for a source that names the subject.
  private func append(
    _ id: SourceID, _ backlinks: ArraySlice<Backlink>, from path: SitePath,
    to list: inout [UInt8]
  ) {
    let source = model.sources[id.index]
    let address = source.path.link(from: path)
    let language = context.language(of: id).attributes
    list.append(contentsOf: "<li>".utf8)
    Markup.openLink(address, to: &list)
    Self.appendEntry(
      title: source.title.value, publisher: source.publisher?.value,
      date: source.published.map { DateView($0.value) }, to: &list)
    if model.visibility(in: source) == .marked {
      list.append(contentsOf: "<span class=\"label alert\">\(MachineReading.mark)</span>".utf8)
    }
    for backlink in backlinks.prefix(Self.sentencesPerOrigin) {
      guard case .source(_, let index) = backlink.origin else { continue }
      let paragraph = source.article.paragraphs[Int(index)]
      let text = Array(paragraph.text.utf8)
      let range = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
      list.append(contentsOf: "<p".utf8)
      // An extract that does not fit into what may be published is represented by its place.
      if context.ledgers[id.index].contains(range, in: Int(index), length: text.count) {
        list.append(contentsOf: language)
        list.append(UInt8(ascii: ">"))
        unsafe text.withUnsafeBufferPointer { unsafe Self.append(backlink, in: $0, to: &list) }
      } else {
        list.append(UInt8(ascii: ">"))
        Markup.appendEscaped("paragraph \(paragraph.locator)", to: &list)
      }
      list.append(contentsOf: " <a class=\"anchor\" href=\"".utf8)
      Markup.appendEscaped(address + "#" + paragraph.locator, to: &list)
      list.append(contentsOf: "\" aria-label=\"Read in place\">¶</a></p>\n".utf8)
    }
    end(backlinks, &list)
  }

  private func end(_ backlinks: ArraySlice<Backlink>, _ list: inout [UInt8]) {
    let more = backlinks.count - Self.sentencesPerOrigin
    if more > 0 { list.append(contentsOf: "<p class=\"meta\">and \(more) more there</p>\n".utf8) }
    list.append(contentsOf: "</li>\n".utf8)
  }

  /// Appends what stands in an entry between the link's opening tag and the sentences. Half a million
  /// entries are written in a large wiki: no tag stands here that style or direction do not need.
  static func appendEntry(
    title: String, publisher: String?, date: DateView?, to output: inout [UInt8]
  ) {
    appendIsolated(title, to: &output)
    output.append(contentsOf: "</a>".utf8)
    if let publisher {
      output.append(contentsOf: " <span class=\"meta\">".utf8)
      appendIsolated(publisher, to: &output)
      output.append(contentsOf: "</span>".utf8)
    }
    if let date {
      if let datetime = date.datetime {
        output.append(contentsOf: " <time datetime=\"".utf8)
        Markup.appendEscaped(datetime, to: &output)
        output.append(contentsOf: "\">".utf8)
      } else {
        output.append(contentsOf: " <span class=\"meta\">".utf8)
      }
      Markup.appendEscaped(date.text, to: &output)
      output.append(contentsOf: date.datetime == nil ? "</span>".utf8 : "</time>".utf8)
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Appends a name, in `<bdi>` where it may hold right-to-left letters or marks of direction: their
  /// UTF-8 begins with D6 or more (U+0590).
  private static func appendIsolated(_ name: String, to output: inout [UInt8]) {
    let mayTurn = name.utf8.contains { $0 >= 0xD6 }
    if mayTurn { output.append(contentsOf: "<bdi>".utf8) }
    Markup.appendEscaped(name, to: &output)
    if mayTurn { output.append(contentsOf: "</bdi>".utf8) }
  }

  /// Appends the sentence escaped, the name in `<mark>`.
  static func append(
    _ backlink: Backlink, in text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) {
    let sentence = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
    let name = Int(backlink.name.lowerBound)..<Int(backlink.name.upperBound)
    unsafe Markup.appendEscaped(text, sentence.lowerBound..<name.lowerBound, to: &output)
    output.append(contentsOf: "<mark>".utf8)
    unsafe Markup.appendEscaped(text, name, to: &output)
    output.append(contentsOf: "</mark>".utf8)
    let rest = min(name.upperBound, sentence.upperBound)
    unsafe Markup.appendEscaped(text, rest..<sentence.upperBound, to: &output)
  }
}

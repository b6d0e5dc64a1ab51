import CommonMark
import DossierModel
import TemplateEngine

/// Pages and sources as entries of lists on the page at `path`.
struct Cards {
  let context: SiteContext
  let path: SitePath

  private let base: PageAddress

  init(context: SiteContext, path: SitePath) {
    self.context = context
    self.path = path
    base = PageAddress(path)
  }

  /// A page as a `CardView`.
  func card(_ id: PageID, role: String? = nil) -> TemplateValue {
    context.glances[id.index].card(from: base, role: role)
  }

  /// A page as a `CardView` under another of its names.
  func card(_ id: PageID, named name: String, role: String?) -> TemplateValue {
    let glance = context.glances[id.index]
    return .record(
      TemplateRecord(
        CardView.schema,
        [
          .string(name), glance.address.link(from: base), glance.sort, .none, .none,
          .optional(role),
        ]))
  }

  /// A source as a `CardView`; its role is its publisher.
  func card(_ id: SourceID) -> TemplateValue {
    let source = context.model.sources[id.index]
    let isMarked = source.isDescribedByRule && context.model.visibility(in: source) == .marked
    return CardView(
      title: source.title.value, href: source.path.link(from: path),
      sort: source.isWithdrawn ? Withdrawal.mark : isMarked ? MachineReading.mark : nil,
      date: source.published.map { DateView($0.value) },
      summary: nil, role: source.publisher?.value
    ).value
  }

  /// A page as a `LinkView`.
  func link(_ id: PageID) -> TemplateValue { context.glances[id.index].link(from: base) }
}

/// One sentence that says what a page is about.
enum Summaries {
  /// Front matter's summary, else the beginning of the first paragraph up to its first full stop.
  static func summary(of page: Page) -> String? {
    if let summary = page.summary { return summary }
    guard let first = page.prose.first?.first else { return nil }
    var block: NodeID? = first
    while let current = block {
      let node = page.body[current]
      if node.kind == .paragraph { return firstSentence(Array(page.body.text[node.text])) }
      block = page.body.nextSibling(of: current)
    }
    return nil
  }

  /// Up to the first full stop that a space follows, or 300 bytes at a word's end.
  private static func firstSentence(_ text: [UInt8]) -> String? {
    var end = text.count
    for index in text.indices.dropLast()
    where text[index] == UInt8(ascii: ".") && text[index + 1] == UInt8(ascii: " ") && index > 40 {
      end = index + 1
      break
    }
    let sentence = String(decoding: text[..<end], as: UTF8.self)
    // Where citations stood, spaces are left before the full stop.
    let words = sentence.split(separator: " ")
    var result = ""
    for word in words {
      if !result.isEmpty, ![".", ",", ";", ":"].contains(word) { result += " " }
      result += word
    }
    return result.isEmpty ? nil : result
  }
}

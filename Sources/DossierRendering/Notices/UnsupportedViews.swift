import CommonMark
import DossierModel

/// What lost its support, as pages show it.
struct UnsupportedViews {
  let context: SiteContext
  /// The page that shows it.
  let path: SitePath

  /// How many words are shown of a sentence.
  static let wordLimit = 60

  private var model: SiteModel { context.model }

  /// What rested on `source`, or on several of which it is one. O(all that lost its support).
  func of(_ source: SourceID) -> [UnsupportedView] {
    context.index.unsupported.filter { $0.sources.contains(source) }.map(view)
  }

  func view(_ claim: UnsupportedClaim) -> UnsupportedView {
    let (kind, label, html, fragment) = parts(claim)
    let target = claim.page.map { model[$0].path } ?? SiteFiles.home
    return UnsupportedView(
      page: LinkView(
        title: title(of: claim), href: target.link(from: path) + (fragment.map { "#" + $0 } ?? "")),
      kind: kind, label: label, html: html,
      sources: claim.sources.map {
        LinkView(title: model[$0].title.value, href: model[$0].path.link(from: path))
      })
  }

  /// The title of the page that says it.
  func title(of claim: UnsupportedClaim) -> String {
    claim.page.map { model[$0].title } ?? model.home?.title ?? model.configuration.title
  }

  private func parts(
    _ claim: UnsupportedClaim
  ) -> (kind: String, label: String, html: [UInt8], fragment: String?) {
    switch claim.subject {
    case .fact(let fact, let value):
      guard let page = claim.page.map({ model[$0] }) else { return ("fact", "", [], nil) }
      let renderer = FactRenderer(context: context, page: page, path: path)
      let isRelation = page.kind == .actor && renderer.isRelation(page.facts[fact])
      return (
        "fact", FactRenderer.label(of: page.facts[fact], on: page.kind),
        renderer.markup(page.facts[fact].values[value]),
        isRelation && !page.facts[fact].namesNothing ? nil : "part.facts"
      )
    case .statement(let index):
      guard let page = claim.page.map({ model[$0] }) else { return ("statement", "", [], nil) }
      let statement = page.statements[index]
      let speaker = statement.speaker.page.map { model[$0].title } ?? statement.speaker.slug
      return ("statement", speaker, [], statement.id ?? "statement.\(index + 1)")
    case .sentence(let range):
      let text = claim.page.map { model[$0].body.text } ?? model.home?.body.text ?? []
      return ("sentence", "", Self.sentence(text, range), nil)
    }
  }

  /// The words of a sentence; where citations stood, spaces are left before its marks.
  private static func sentence(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let words = String(decoding: text[range], as: UTF8.self).split { $0 == " " || $0 == "\n" }
    var result = ""
    for word in words.prefix(wordLimit) {
      if !result.isEmpty, ![".", ",", ";", ":", "!", "?"].contains(word) { result += " " }
      result += word
    }
    if words.count > wordLimit { result += " …" }
    return Markup.escaped(result)
  }
}

import CommonMark
import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import FileTree
import Testing

/// A site, loaded and linked.
struct LinkedSite {
  let model: SiteModel
  let index: LinkIndex
  let diagnostics: [Diagnostic]

  init(_ texts: [String: String], width: Int = 1) throws {
    let files = MemoryFileSystem(texts: ["dossier.yml": "title: Test\n"].merging(texts) { $1 })
    let loaded = SiteLoader(files: files, options: .init(width: width)).load()
    let model = try #require(loaded.model)
    self.model = model
    let generated = ["index.html", "actors/index.html", "feed.xml"].compactMap { SitePath($0) }
    let (index, findings) = SiteLinker(model: model, width: width, generated: generated).link()
    self.index = index
    diagnostics = loaded.diagnostics + findings
  }

  /// A page `pages/text.md` with a body, beside actors as `name: front matter`.
  static func text(
    _ body: String, _ actors: [String: String] = Self.actors, beside others: [String: String] = [:]
  ) throws -> LinkedSite {
    var files = others
    for (slug, front) in actors { files["Content/actors/\(slug).md"] = "---\n\(front)\n---\n" }
    files["Content/pages/text.md"] = "---\ntitle: A text\n---\n\(body)\n"
    return try LinkedSite(files)
  }

  static let actors = [
    "russia": "title: Russia\naliases: [Russian Federation]\ndemonyms: [Russian, Russians]",
    "csto": "title: Collective Security Treaty Organization\naliases: [CSTO]",
    "lavrov": "title: Sergey Lavrov\nsurname: Lavrov",
    "cavusoglu": "title: Mevlüt Çavuşoğlu\nsurname: Çavuşoğlu",
    "us": "title: United States\naliases: [US]",
    "federation": "title: Federation",
  ]

  func id(_ slug: String) throws -> PageID { try #require(model.page(slug: slug)) }

  /// The mentions of a page as `words → slug`, those that become links with a `*`.
  func mentions(on slug: String = "text") throws -> [String] {
    let id = try id(slug)
    return shown(index.pages[id.index].mentions, in: model[id].body.text)
  }

  func shown(_ mentions: [Mention], in text: [UInt8]) -> [String] {
    mentions.map { mention in
      let words = String(decoding: text[Int(mention.lower)..<Int(mention.upper)], as: UTF8.self)
      return "\(words) → \(model[mention.target].slug)\(mention.isLinked ? "*" : "")"
    }
  }

  /// The sentences that name a page, with their origins and the name in brackets.
  func backlinks(to slug: String) throws -> [String] {
    index.backlinks[try id(slug)].map { backlink in
      let text: [UInt8]
      let origin: String
      switch backlink.origin {
      case .page(let page):
        text = model[page].body.text
        origin = model[page].slug.rawValue
      case .source(let source, let paragraph):
        let found = model[source].article.paragraphs[Int(paragraph)]
        text = Array(found.text.utf8)
        origin = "\(model[source].key) \(found.locator)"
      }
      func words(_ lower: UInt32, _ upper: UInt32) -> String {
        String(decoding: text[Int(lower)..<Int(upper)], as: UTF8.self)
      }
      return "\(origin): " + words(backlink.sentence.lowerBound, backlink.name.lowerBound) + "["
        + words(backlink.name.lowerBound, backlink.name.upperBound) + "]"
        + words(backlink.name.upperBound, backlink.sentence.upperBound)
    }
  }
}

import DossierModel
import EDTF
import TemplateEngine

/// The values of the fields that every template has, in the order of `PageSchema.layout`.
struct Layout {
  let context: SiteContext
  let path: SitePath
  /// The folder whose section of the navigation is current.
  var section: String?
  /// For the page that a server shows at any address: links start at the site's root.
  var isAbsolute = false

  func values(_ page: PageView, breadcrumbs: [LinkView]) -> [TemplateValue] {
    let configuration = context.model.configuration
    let site = SiteView(
      title: configuration.title, description: configuration.description,
      language: configuration.language, licence: configuration.licence,
      home: link(SitePath(folder: "", file: "index.html")),
      feed: context.hasFeed ? link(SiteFiles.feed) : nil, previewShards: context.previewShards,
      corrections: context.corrections.isEmpty ? nil : link(SiteFiles.corrections),
      changes: context.report == nil ? nil : link(SiteFiles.changes),
      search: configuration.hasSearch ? link(SiteFiles.search) : nil)
    return [
      site.value, page.value, .string(root), navigation, .list(breadcrumbs),
    ]
  }

  func page(_ title: String, kind: String, description: String? = nil) -> PageView {
    PageView(
      title: title, description: description, kind: kind,
      canonical: context.model.configuration.baseURL.map { $0 + path.percentEncoded },
      asOf: context.now?.words)
  }

  func link(_ target: SitePath) -> String {
    isAbsolute ? root + target.percentEncoded : target.link(from: path)
  }

  func home() -> LinkView {
    LinkView(title: "Home", href: link(SitePath(folder: "", file: "index.html")))
  }

  /// The section index that a page belongs to, as a breadcrumb.
  func crumb(_ title: String, folder: String) -> LinkView {
    LinkView(title: title, href: link(SitePath(folder: folder, file: "index.html")))
  }

  private var root: String {
    guard isAbsolute else {
      return String(repeating: "../", count: path.rawValue.utf8.filter { $0 == 0x2F }.count)
    }
    return context.model.configuration.baseURL.flatMap { BaseURL.path(of: $0) } ?? "/"
  }

  /// The navigation of this page. Pages of a section's own folder share theirs.
  private var navigation: TemplateValue {
    if !isAbsolute, let section, path.isDirectly(in: section),
      let shared = context.navigation[section]
    {
      return shared
    }
    return .list(Self.navigation(context.sections, section: section, link))
  }

  /// The links to all sections and to the A–Z.
  static func navigation(
    _ sections: [SiteFiles.Section], section: String?, _ link: (SitePath) -> String
  ) -> [LinkView] {
    sections.map {
      LinkView(
        title: $0.title, href: link(SitePath(folder: $0.name, file: "index.html")),
        isCurrent: $0.name == section)
    } + [LinkView(title: "A–Z", href: link(SiteFiles.aToZ), isCurrent: section == "a-z")]
  }
}

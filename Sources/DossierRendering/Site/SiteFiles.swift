package import DossierModel
import EDTF

/// The addresses of the pages that the renderer makes itself.
package enum SiteFiles {
  static let home = SitePath(folder: "", file: "index.html")
  static let aToZ = SitePath(folder: "", file: "a-z.html")
  static let feed = SitePath(folder: "", file: "feed.atom")
  static let corrections = SitePath(folder: "", file: "corrections.html")
  static let correctionsFeed = SitePath(folder: "", file: "corrections.xml")
  static let unsupported = SitePath(folder: "", file: "unsupported.html")
  static let changes = SitePath(folder: "", file: "changes.html")
  static let changesFeed = SitePath(folder: "", file: "changes.xml")
  static let search = SitePath(folder: "", file: "search.html")
  /// The theme's script that the search page loads.
  static let searchScript = SitePath(folder: "assets", file: "search.js")
  static let sitemap = SitePath(folder: "", file: "sitemap.xml")
  static let robots = SitePath(folder: "", file: "robots.txt")
  static let notFound = SitePath(folder: "", file: "404.html")
  static let noJekyll = SitePath(folder: "", file: ".nojekyll")

  /// A section of the site: a folder with an index.
  struct Section {
    let name: String
    let title: String
    let kind: PageKind?
  }

  /// The sections that have pages, in the order of the navigation.
  static func sections(of model: SiteModel, _ speech: SpeechIndex) -> [Section] {
    sections(of: model, hasStatements: !speech.acts.isEmpty)
  }

  private static func sections(of model: SiteModel, hasStatements: Bool) -> [Section] {
    var kinds: Set<PageKind> = []
    for page in model.pages { kinds.insert(page.kind) }
    var sections = [PageKind.conflict, .actor, .event, .place, .page].filter(kinds.contains).map {
      Section(name: $0.folder, title: Labels.plural($0), kind: $0)
    }
    if hasStatements {
      sections.append(
        Section(name: StatementPages.folder, title: StatementPages.title, kind: nil))
    }
    if !model.sources.isEmpty {
      sections.append(Section(name: "sources", title: "Sources", kind: nil))
    }
    return sections
  }

  /// Whether there is a feed: it needs the site's address, and a page with a date.
  static func hasFeed(_ model: SiteModel) -> Bool {
    model.configuration.baseURL != nil
      && model.pages.contains { ($0.reviewed ?? $0.date)?.latest != nil }
  }

  /// Whether there is a feed of corrections: it needs the site's address, and a correction with a day.
  static func hasCorrectionsFeed(_ model: SiteModel) -> Bool {
    model.configuration.baseURL != nil
      && (model.sources.contains { $0.withdrawn?.date.latest != nil }
        || model.pages.contains {
          $0.facts.contains { $0.corrections.contains { $0.date.latest != nil } }
        })
  }

  /// The pages and feeds of what the site took back.
  private static func notices(of model: SiteModel) -> [SitePath] {
    guard Correction.areThere(in: model) else { return [] }
    return [corrections] + (hasCorrectionsFeed(model) ? [correctionsFeed] : [])
      + (model.hasWithdrawals ? [unsupported] : [])
  }

  /// What hand-written pages may link to besides pages, sources and attachments.
  ///
  /// - Parameter hasChanges: whether there is a page of what changed since a revision.
  package static func generated(for model: SiteModel, hasChanges: Bool = false) -> [SitePath] {
    // What rules read in captures is known only after linking: those pages are no targets.
    let statements = model.pages.flatMap(\.statements)
    return [home, aToZ] + (hasFeed(model) ? [feed] : []) + notices(of: model)
      + (hasChanges ? [changes] : []) + (model.configuration.hasSearch ? [search] : [])
      + sections(of: model, hasStatements: !statements.isEmpty).map {
        SitePath(folder: $0.name, file: "index.html")
      }
      + (["index"] + Report.names).map { Report.path($0) }
      + statements.compactMap(\.id).map {
        SitePath(folder: StatementPages.folder, file: $0 + ".html")
      }
  }
}

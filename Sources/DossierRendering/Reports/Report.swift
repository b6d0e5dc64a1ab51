import DossierModel

/// What an editor wants to know of the site's own state: each is a page below `reports/`.
struct Report {
  /// The name of its file, its address for good.
  let name: String
  let title: String
  let intro: String
  let columns: [String]
  /// Cells as markup.
  let rows: [[[UInt8]]]

  static let folder = "reports"
  static let sectionTitle = "State of the dossier"

  /// The reports that every site has, in order, by the names of their files.
  static let names = [
    "coverage", "terminology", "contradictory", "single-origin", "uncited", "stale", "wanted",
    "orphans", "ambiguous-names", "licences",
  ]

  var path: SitePath { Self.path(name) }

  static func path(_ name: String) -> SitePath {
    SitePath(folder: folder, file: name + ".html")
  }
}

/// Cells of reports.
struct ReportCells {
  let context: SiteContext
  private let base: LinkTable.Base
  private let from = SitePath(folder: Report.folder, file: "index.html")

  init(context: SiteContext) {
    self.context = context
    base = context.links.base(of: from)
  }

  func text(_ text: String) -> [UInt8] { Markup.escaped(text) }

  func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  func page(_ id: PageID) -> [UInt8] {
    var output: [UInt8] = []
    append(id, to: &output)
    return output
  }

  /// Up to `limit` pages with commas, then how many more there are.
  func pages(_ ids: [PageID], limit: Int = 6) -> [UInt8] {
    var output: [UInt8] = []
    for (index, id) in ids.prefix(limit).enumerated() {
      if index > 0 { output += ", ".utf8 }
      append(id, to: &output)
    }
    if ids.count > limit { output += " and \(ids.count - limit) more".utf8 }
    return output
  }

  func source(_ id: SourceID) -> [UInt8] {
    var output: [UInt8] = []
    Markup.link(context.model[id].path.link(from: from), context.model[id].title.value, to: &output)
    return output
  }

  func link(_ path: SitePath, _ title: String) -> [UInt8] {
    var output: [UInt8] = []
    Markup.link(path.link(from: from), title, to: &output)
    return output
  }

  /// Lines below one another.
  func lines(_ lines: [[UInt8]]) -> [UInt8] { Array(lines.joined(separator: "<br>".utf8)) }

  private func append(_ id: PageID, to output: inout [UInt8]) {
    context.links.appendOpenTag(id, from: base, to: &output)
    Markup.appendEscaped(context.model[id].title, to: &output)
    output += "</a>".utf8
  }
}

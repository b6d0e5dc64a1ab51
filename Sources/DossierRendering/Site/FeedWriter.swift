import DossierModel
import EDTF

/// Writes the Atom feeds (RFC 4287), the sitemap (sitemaps.org 0.9) and robots.txt. All need the site's
/// address and are left out without it, but for robots.txt.
struct FeedWriter {
  let context: SiteContext

  /// Nil without a base-url, or when nothing in the input carries a date: an entry needs one.
  func feed() -> Artifact? {
    guard let base = context.model.configuration.baseURL else { return nil }
    return artifact(
      SiteFiles.feed, title: context.model.configuration.title, id: base, page: SiteFiles.home,
      latest(base), inputs: [.file("dossier.yml"), .query("pages:all")])
  }

  /// Corrections and withdrawals. Nil without a base-url, or when there are none with a day.
  func corrections() -> Artifact? {
    guard let base = context.model.configuration.baseURL else { return nil }
    let views = CorrectionViews(context: context, path: SiteFiles.corrections)
    let entries = context.corrections.lazy.compactMap { correction -> AtomFeed.Entry? in
      guard let day = correction.date.latest else { return nil }
      let (title, summary) = views.words(of: correction)
      let path = CorrectionPages.path(of: correction, in: context)
      return AtomFeed.Entry(
        title: title,
        // A list that is split in years does not make old entries new.
        id: base + SiteFiles.corrections.percentEncoded + "#" + correction.anchor,
        link: base + path.percentEncoded + "#" + correction.anchor, summary: summary, day: day)
    }.prefix(AtomFeed.limit)
    return artifact(
      SiteFiles.correctionsFeed,
      title: "\(context.model.configuration.title): \(CorrectionPages.title)",
      id: base + SiteFiles.correctionsFeed.percentEncoded, page: SiteFiles.corrections,
      Array(entries), inputs: [.file("dossier.yml"), .query("corrections:all")])
  }

  /// What changed since a revision, newest first. Nil without a base-url, or when nothing did.
  func changes() -> Artifact? {
    guard let base = context.model.configuration.baseURL, let report = context.report else {
      return nil
    }
    let model = context.model
    let dated = context.changes.indices.compactMap { index in
      context.changes[index].day.map { (change: context.changes[index], index: index, day: $0) }
    }.sorted { ($1.day, $0.index) < ($0.day, $1.index) }
    let entries = dated.prefix(AtomFeed.limit).map { entry -> AtomFeed.Entry in
      let change = entry.change
      let path = ChangePages.path(of: change, in: context)
      let about = [change.row.subject.rawValue, change.label(in: model)].filter { !$0.isEmpty }
      let was = change.words(of: change.row.was, in: model)
      let now = change.words(of: change.row.now, in: model)
      let parts = [
        was.isEmpty ? "" : "Was “\(was)”.", now.isEmpty ? "" : "Now “\(now)”.",
        change.row.detail.isEmpty ? "" : "(\(change.row.detail))",
      ].filter { !$0.isEmpty }
      return AtomFeed.Entry(
        title: "\(change.title(in: model)): \(about.joined(separator: " ")) \(change.row.kind)",
        id: base + SiteFiles.changes.percentEncoded + "#" + change.anchor,
        link: base + path.percentEncoded + "#" + change.anchor,
        summary: parts.isEmpty ? nil : parts.joined(separator: " "), day: entry.day)
    }
    return artifact(
      SiteFiles.changesFeed, title: "\(model.configuration.title): \(ChangePages.title)",
      id: base + SiteFiles.changesFeed.percentEncoded, page: SiteFiles.changes, entries,
      inputs: ChangePages.inputs(report) + [.file("dossier.yml")])
  }

  private func artifact(
    _ path: SitePath, title: String, id: String, page: SitePath, _ entries: [AtomFeed.Entry],
    inputs: [InputID]
  ) -> Artifact? {
    let configuration = context.model.configuration
    guard let base = configuration.baseURL else { return nil }
    let text = AtomFeed(
      title: title, subtitle: configuration.description, id: id,
      link: page == SiteFiles.home ? base : base + page.percentEncoded,
      address: base + path.percentEncoded, language: configuration.language,
      author: configuration.title, entries: entries
    ).text
    return text.map { Artifact(path: path, bytes: Array($0.utf8), inputs: inputs) }
  }

  /// The pages whose review or event is latest, newest first.
  private func latest(_ base: String) -> [AtomFeed.Entry] {
    var entries: [(page: Page, day: Int32)] = []
    for page in context.model.pages {
      guard let day = (page.reviewed ?? page.date)?.latest else { continue }
      entries.append((page, day))
    }
    entries.sort { left, right in
      left.day != right.day ? left.day > right.day : left.page.path < right.page.path
    }
    return entries.prefix(AtomFeed.limit).map { page, day in
      let address = base + page.path.percentEncoded
      return AtomFeed.Entry(
        title: page.title, id: address, link: address, summary: page.summary, day: day)
    }
  }

  /// Lists `paths`, expected sorted. Nil without a base-url.
  func sitemap(_ paths: [SitePath]) -> Artifact? {
    guard let base = context.model.configuration.baseURL else { return nil }
    var output = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    output += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for path in paths {
      output += "<url><loc>\(Self.xml(base + path.percentEncoded))</loc></url>\n"
    }
    output += "</urlset>\n"
    return Artifact(
      path: SiteFiles.sitemap, bytes: Array(output.utf8),
      inputs: [
        .file("dossier.yml"), .query("pages:all"), .query("sources:all"), .query("mentions:all"),
      ])
  }

  func robots() -> Artifact {
    var output = "User-agent: *\nAllow: /\n"
    if let base = context.model.configuration.baseURL {
      output += "Sitemap: \(base)\(SiteFiles.sitemap.percentEncoded)\n"
    }
    return Artifact(
      path: SiteFiles.robots, bytes: Array(output.utf8), inputs: [.file("dossier.yml")])
  }

  /// `text` as XML character data. Characters that XML 1.0 forbids become U+FFFD.
  static func xml(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
        && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
    if isPlain { return text }
    let allowed = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: scalar
      default: "\u{FFFD}"
      }
    }
    return String(
      decoding: Markup.escaped(String(String.UnicodeScalarView(allowed))), as: UTF8.self)
  }
}

import DossierModel
import EDTF

/// Writes the Atom feed (RFC 4287), the sitemap (sitemaps.org 0.9) and robots.txt. All need the site's
/// address and are left out without it, but for robots.txt.
struct FeedWriter {
  let context: SiteContext

  static let entries = 50

  private struct Entry {
    let title: String
    let path: SitePath
    let summary: String?
    let day: Int32

    /// The day as `2020-11-10`.
    var date: String { CivilDate(dayNumber: day)?.text ?? "1970-01-01" }
  }

  /// Nil without a base-url, or when nothing in the input carries a date: an entry needs one.
  func feed() -> Artifact? {
    guard let base = context.model.configuration.baseURL else { return nil }
    let entries = latest
    guard let newest = entries.first else { return nil }
    let configuration = context.model.configuration
    var output = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    output +=
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(xml(configuration.language))\">\n"
    output += "<title>\(xml(configuration.title))</title>\n"
    if let description = configuration.description {
      output += "<subtitle>\(xml(description))</subtitle>\n"
    }
    output += "<id>\(xml(base))</id>\n"
    output += "<link href=\"\(xml(base))\"/>\n"
    output += "<link rel=\"self\" href=\"\(xml(base + SiteFiles.feed.percentEncoded))\"/>\n"
    output += "<updated>\(newest.date)T00:00:00Z</updated>\n"
    output += "<author><name>\(xml(configuration.title))</name></author>\n"
    for entry in entries {
      let address = xml(base + entry.path.percentEncoded)
      output += "<entry>\n<title>\(xml(entry.title))</title>\n<id>\(address)</id>\n"
      output += "<link href=\"\(address)\"/>\n<updated>\(entry.date)T00:00:00Z</updated>\n"
      if let summary = entry.summary { output += "<summary>\(xml(summary))</summary>\n" }
      output += "</entry>\n"
    }
    output += "</feed>\n"
    return Artifact(
      path: SiteFiles.feed, bytes: Array(output.utf8),
      inputs: [.file("dossier.yml"), .query("pages:all")])
  }

  /// The pages whose review or event is latest, newest first.
  private var latest: [Entry] {
    var entries: [Entry] = []
    for page in context.model.pages {
      guard let day = (page.reviewed ?? page.date)?.latest else { continue }
      entries.append(
        Entry(title: page.title, path: page.path, summary: page.summary, day: day))
    }
    entries.sort { left, right in
      left.day != right.day ? left.day > right.day : left.path < right.path
    }
    return Array(entries.prefix(Self.entries))
  }

  /// Lists `paths`, expected sorted. Nil without a base-url.
  func sitemap(_ paths: [SitePath]) -> Artifact? {
    guard let base = context.model.configuration.baseURL else { return nil }
    var output = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    output += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for path in paths {
      output += "<url><loc>\(xml(base + path.percentEncoded))</loc></url>\n"
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
  private func xml(_ text: String) -> String {
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

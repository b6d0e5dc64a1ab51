import DossierModel
import EDTF

/// An Atom feed (RFC 4287) as text. Every feed of a site is written by it.
struct AtomFeed {
  /// How many entries a feed has at most.
  static let limit = 50

  struct Entry {
    let title: String
    /// Absolute, and the same for good.
    let id: String
    /// Absolute.
    let link: String
    let summary: String?
    /// As `EDTF.latest` counts days.
    let day: Int32

    /// The day as `2020-11-10`.
    fileprivate var date: String { CivilDate(dayNumber: day)?.text ?? "1970-01-01" }
  }

  let title: String
  let subtitle: String?
  /// Absolute, and the same for good.
  let id: String
  /// Absolute: the page that the feed is about.
  let link: String
  /// Absolute: the feed itself.
  let address: String
  /// BCP 47.
  let language: String
  let author: String
  /// Newest first.
  let entries: [Entry]

  /// The feed; nil without an entry, since it needs a time. O(length).
  var text: String? {
    guard let newest = entries.first else { return nil }
    let xml = FeedWriter.xml
    var output = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    output += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(xml(language))\">\n"
    output += "<title>\(xml(title))</title>\n"
    if let subtitle { output += "<subtitle>\(xml(subtitle))</subtitle>\n" }
    output += "<id>\(xml(id))</id>\n"
    output += "<link href=\"\(xml(link))\"/>\n"
    output += "<link rel=\"self\" href=\"\(xml(address))\"/>\n"
    output += "<updated>\(newest.date)T00:00:00Z</updated>\n"
    output += "<author><name>\(xml(author))</name></author>\n"
    for entry in entries {
      output += "<entry>\n<title>\(xml(entry.title))</title>\n<id>\(xml(entry.id))</id>\n"
      output += "<link href=\"\(xml(entry.link))\"/>\n"
      output += "<updated>\(entry.date)T00:00:00Z</updated>\n"
      if let summary = entry.summary { output += "<summary>\(xml(summary))</summary>\n" }
      output += "</entry>\n"
    }
    return output + "</feed>\n"
  }
}

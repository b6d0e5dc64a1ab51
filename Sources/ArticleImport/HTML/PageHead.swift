/// The `meta`, `title` and `link` elements of a page by name.
struct PageHead {
  private var values: [String: String] = [:]
  private(set) var title: String?
  private(set) var canonical: String?

  /// Names of `meta` elements that give a date of publication, most trusted first.
  static let dateNames = [
    "article:published_time", "article:published", "og:article:published_time", "datepublished",
    "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "published",
    "published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "displaydate", "date", "article.published", "article_date_original",
    "originalpublicationdate", "creation_date",
  ]

  private static let names = Set(
    dateNames + [
      "og:title", "twitter:title", "og:site_name", "application-name", "og:url", "og:locale",
      "author",
      "article:author",
      "dc.creator", "dc.publisher", "citation_publisher", "parsely-author", "sailthru.author",
    ])

  /// Whether a `meta` element of this name says something that is read.
  static func reads(_ name: ArraySlice<UInt8>) -> Bool {
    name.count <= 40 && names.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// O(nodes).
  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta:
        guard
          let name =
            (tree.string(.property, of: node) ?? tree.string(.name, of: node)
            ?? tree.string(.itemprop, of: node))?.lowercased(),
          Self.names.contains(name), values[name] == nil,
          let content = tree.value(.content, of: node)
        else { continue }
        let bytes = Array(content)
        let text = CleanText.string(bytes, 0, bytes.count)
        if !text.isEmpty { values[name] = text }
      case .title where title == nil:
        let text = tree.text(of: node)
        if !text.isEmpty { title = text }
      case .link where canonical == nil:
        if tree.string(.rel, of: node)?.lowercased() == "canonical" {
          canonical = tree.string(.href, of: node)
        }
      default: break
      }
    }
  }

  subscript(name: String) -> String? { values[name] }
}

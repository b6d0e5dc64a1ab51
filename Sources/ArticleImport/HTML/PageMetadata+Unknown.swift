internal import DossierModel

extension PageMetadata {
  /// Why each datum that the article lacks is not known: where it was looked for, and what was seen and
  /// not believed. O(1).
  func reasons(for article: Article) -> [Article.Datum: String] {
    var reasons: [Article.Datum: String] = [:]
    if article.title == nil {
      reasons[.title] = "the page has no h1, no title element and no data that give a title"
    }
    if article.publisher == nil {
      reasons[.publisher] =
        "neither the page's data (JSON-LD, og:site_name, meta) nor its title element name the outlet"
    }
    if article.author == nil { reasons[.author] = authorReason }
    if article.published == nil { reasons[.published] = publishedReason }
    if article.language == nil {
      reasons[.language] =
        "no lang attribute and no data of the page give it, and " + UnknownData.language
    }
    return reasons
  }

  private var authorReason: String {
    if linked.authors > 1 { return "the page's data name several authors" }
    let stated = [linked.author, head["author"], head["article:author"], head["dc.creator"]]
    return stated.contains { $0 != nil }
      ? "what the page's data give as its author is no personal name"
      : "no data and no element of the page name an author"
  }

  private var publishedReason: String {
    let stated = [linked.published] + PageHead.dateNames.map { head[$0] }
    return stated.contains { $0 != nil }
      ? "the date in the page's data cannot be read as one day"
      : "no data, address or time element of the page, and no stamp near its title, give a date"
  }
}

/// What a page says of itself in JSON-LD (schema.org), as far as an article needs it.
struct LinkedData: Sendable {
  var published: String?
  var headline: String?
  var publisher: String?
  var author: String?
  var language: String?
  /// How many authors are named.
  var authors = 0
  /// The text, folded to words by who uses it.
  var body: String?

  /// The types of schema.org that are articles, and pages that may carry an article's data.
  private static let articles: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report",
    "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "AdvertiserContentArticle", "Review",
    "WebPage", "ItemPage",
  ]

  /// Adds what one script says; what an earlier one said stays. O(n).
  mutating func add(_ script: ArraySlice<UInt8>) {
    guard let document = JSONTape(script) else { return }
    for object in document.objects {
      let types = document.strings(of: object, "@type")
      guard let type = types.first(where: Self.articles.contains) else { continue }
      // A page's own data is weaker than an article's.
      let isPage = type == "WebPage" || type == "ItemPage"
      published = published ?? document.string(of: object, "datePublished")
      if isPage { continue }
      headline = headline ?? document.string(of: object, "headline")
      language = language ?? document.string(of: object, "inLanguage")
      body = body ?? document.string(of: object, "articleBody")
      publisher = publisher ?? document.names(of: object, "publisher").first
      if author == nil {
        let names = document.names(of: object, "author")
        author = names.first
        authors = names.count
      }
    }
  }
}

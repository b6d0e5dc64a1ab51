import ArticleImport
import Diagnostics
import DossierModel

/// Pages of invented articles for the HTML reader.
enum TestPage {
  static let body = """
    <p>\(Prose.first)</p>
    <p>\(Prose.second.replacingFirst("Engineers", "<a href='https://example.org/a?b=1&amp;c=2'>Engineers</a>"))</p>
    <h2>What comes next</h2>
    <p>\(Prose.third)</p>
    <ul><li>Carts may cross from the spring.</li><li>Cars must wait.</li></ul>
    <blockquote><p>\(Prose.fourth)</p></blockquote>
    """

  /// A page around `article` as sites make them, furniture on every side.
  static func page(_ article: String = body, head: String = "", charset: String = "utf-8") -> String
  {
    """
    <!DOCTYPE html>
    <html lang="en-GB"><head><meta charset="\(charset)">
    <title>\(Prose.title) | Lake Paper</title>
    \(head)<script>var stolen = "script text that must not survive";</script>
    <style>.x { color: red }</style></head>
    <body onload="steal()"><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
    <div class="cookie-banner"><p>We use cookies on this website, and so do our partners, if you accept them.</p></div>
    <main><article class="story-body"><h1>\(Prose.title)</h1>
    <p class="byline">By <a rel="author" href="/ada">Ada Quill</a></p>
    <div class="share"><a href="#">Share</a> <a href="#">Print this page now</a></div>
    \(article)
    <p hidden>This hidden paragraph is long enough to be read as prose, but nobody sees it at all.</p>
    <div class="related"><h3>Read also</h3><p>A teaser for another article, which is long enough to be prose, stands here.</p></div>
    </article></main>
    <footer><p>All rights in this page belong to the paper, which has printed them here at its foot.</p></footer>
    </body></html>
    """
  }

  static func read(
    _ bytes: [UInt8], path: String = "seeds/page.html"
  ) -> (article: Article, diagnostics: [Diagnostic]) {
    ArticleImporter().read(SourceFile(path: path, bytes: bytes))
  }

  static func read(_ text: String) -> Article { read(Array(text.utf8)).article }
}

extension String {
  func replacingFirst(_ piece: String, _ other: String) -> String {
    let parts = split(separator: piece, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? parts[0] + other + parts[1] : self
  }
}

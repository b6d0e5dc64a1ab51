import Diagnostics

/// A page that is left out of the site since its front matter says `draft: true`; known so that what
/// leads to it can be told why it leads nowhere.
package struct Draft: Sendable {
  package let slug: Slug
  /// Its title and other names, by which a wikilink may call it.
  package let names: [String]
  /// The Markdown file.
  package let file: String
  /// Where it would be emitted.
  package let path: SitePath

  package init(_ page: PageContent) {
    slug = page.slug
    names = [page.title] + (page.aliases + page.names).map(\.name)
    file = page.file.path
    path = page.path
  }
}

package import Diagnostics
import Locking

/// A page as it was read, before the pages that it names are looked up.
///
/// Its content is handed on and not copied: a page is some twenty references, and of ten thousand pages
/// the copies alone would take longer than looking up what they name.
package final class UnresolvedPage: Sendable {
  package let kind: PageKind
  package let slug: Slug
  package let file: SourceFile
  package let redirects: [SitePath]
  /// Where the file says so, as UTF-8 offsets, parallel to `redirects`.
  package let redirectRanges: [Range<Int>]
  /// What is known of the page where it is a draft.
  package let draft: Draft?
  private let content: Mutex<PageContent?>

  package init(_ content: PageContent) {
    kind = content.kind
    slug = content.slug
    file = content.file
    redirects = content.redirects
    redirectRanges = content.redirectRanges
    draft = content.isDraft ? Draft(content) : nil
    self.content = Mutex(content)
  }

  /// Where it is emitted.
  package var path: SitePath { SitePath(folder: kind.folder, file: slug.rawValue + ".html") }

  /// The page with what it names looked up by slug; nil the second time.
  func resolved(_ find: (String) -> PageID?) -> Page? {
    guard
      var content = content.withLock({ content in
        defer { content = nil }
        return content
      })
    else { return nil }
    content.resolveReferences(find)
    return Page(content)
  }
}

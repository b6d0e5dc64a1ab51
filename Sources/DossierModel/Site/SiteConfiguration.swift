/// What dossier.yml says about the site as a whole.
package struct SiteConfiguration: Sendable, Hashable {
  package var title: String
  package var description: String?
  /// The address the site will have, ending in `/`; nil when not yet known. Absolute addresses
  /// (canonical links, feed, sitemap) are made from it and are left out without it.
  package var baseURL: String?
  /// BCP 47, of the site's own prose.
  package var language: String
  /// A sentence on every page that says under what terms the site may be used.
  package var licence: String?
  /// Days after which a page that was not reviewed again is stale; nil: never.
  package var staleAfter: Int?
  /// Whether names of states are known without a page that declares them.
  package var usesGazetteer = true
  /// Whether the site has a search page and an index for it.
  package var hasSearch = true
  /// What a public site shows of what a machine read in captures that nobody reviewed.
  package var unreviewed = MachineReading.Policy.marked
  /// Whether the site is a preview for those who write it, which shows everything with its marks.
  package var isPreview = false
  /// Since when a page tells what changed; nil: there is no such page.
  package var changesSince: ChangesSince?
  /// The keys of the site's own that front matter may have under `extra`, in the order declared.
  package var extraKeys: [ExtraKey] = []

  package init(
    title: String, description: String? = nil, baseURL: String? = nil, language: String = "en",
    licence: String? = nil, staleAfter: Int? = nil
  ) {
    self.title = title
    self.description = description
    self.baseURL = baseURL
    self.language = language
    self.licence = licence
    self.staleAfter = staleAfter
  }
}

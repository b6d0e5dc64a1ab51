import DossierModel

/// A page or a source that is called otherwise from now on, or that another one takes up.
struct NameChange: Sendable {
  enum Subject: Sendable {
    /// The page's files, before and after: `Content/actors/old.md`.
    case page(from: String, to: String)
    case source
  }

  let old: String
  let new: String
  let subject: Subject
  /// Where it is emitted until then, and from now on.
  let oldPath: SitePath
  /// What else stands at addresses of the site, so that a link is known to mean this page.
  let addresses: Set<SitePath>
  /// The slugs of all pages: a wikilink means a page before it means a source.
  let slugs: Set<String>

  var isPage: Bool { if case .page = subject { true } else { false } }

  /// Whether `[[name]]` means it by its slug or key.
  func isMeant(byWikilink name: String) -> Bool {
    name == old && (isPage || !slugs.contains(name))
  }

  /// Whether an ordinary link leads to it.
  func isMeant(by address: SiteAddress) -> Bool {
    switch address.target {
    case .samePage: return false
    case .file(let file):
      guard case .page(let from, _) = subject else { return false }
      return file == from
    case .paths(let candidates):
      return candidates.first { addresses.contains($0) } == oldPath
    }
  }
}

package import DossierLinking
package import DossierLoading
import FileTree
package import GitHistory

/// A site as it stood in a revision.
package enum RevisionSite {
  /// Loads what is compared: configuration, captures with sidecars and readings, pages. Attachments are
  /// left out. Nil where the revision holds no site. As costly as to load the site.
  package static func state(
    at commit: GitCommit, of repository: GitRepository, options: SiteLoader.Options
  ) throws(GitError) -> SiteComparison.State? {
    let files = try repository.files(at: commit) { path in
      path == "dossier.yml" || path.hasPrefix("seeds/")
        || path.hasPrefix("Content/") && path.lowercased().hasSuffix(".md")
    }
    return state(of: SiteLoader(files: files, options: options).load())
  }

  /// What was loaded, to be compared; nil without a site.
  package static func state(of loaded: SiteLoader.Result) -> SiteComparison.State? {
    loaded.model.map { SiteComparison.State(model: $0, diagnostics: loaded.diagnostics) }
  }
}

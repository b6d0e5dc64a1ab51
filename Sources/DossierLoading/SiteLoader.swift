package import Diagnostics
package import DossierModel
package import FileTree

/// Reads a site's folder into a model: dossier.yml, seeds/ and Content/.
package struct SiteLoader: Sendable {
  package struct Options: Sendable {
    /// How many threads read.
    package var width: Int
    /// Whether pages with `draft: true` are part of the site.
    package var includesDrafts: Bool

    package init(width: Int = 1, includesDrafts: Bool = false) {
      self.width = width
      self.includesDrafts = includesDrafts
    }
  }

  /// What was read. With errors among the findings the model is still whole enough to check further,
  /// so that one run reports everything.
  package struct Result: Sendable {
    /// Nil when there is no site to read.
    package let model: SiteModel?
    package let diagnostics: [Diagnostic]
    /// The input files that were read, sorted.
    package let inputs: [String]
    /// Pages left out as drafts.
    package let drafts: [Draft]
    /// What reading a file of Content/ alone found in it, by the file's path.
    let contentFindings: [String: [Diagnostic]]
    /// What pages name that is not there.
    let referenceFindings: [Diagnostic]
    /// All other findings.
    let otherFindings: [Diagnostic]
  }

  let files: any FileSystem
  let options: Options

  package init(files: any FileSystem, options: Options = Options()) {
    self.files = files
    self.options = options
  }

  package func load() -> Result {
    var diagnostics: [Diagnostic] = []
    let configuration = ConfigurationReader().read(from: files, reporting: &diagnostics)
    guard let configuration else {
      return Result(
        model: nil, diagnostics: diagnostics, inputs: [], drafts: [], contentFindings: [:],
        referenceFindings: [], otherFindings: diagnostics)
    }
    if (try? files.contents(of: FileTransaction.journal, limit: 64 << 20)) != nil {
      diagnostics.append(
        Diagnostic(
          .error, "unfinished-rewrite", "a change of several files was interrupted",
          at: SourcePlace(path: FileTransaction.journal),
          help: "`dossier ingest --refreeze` finishes it; until then some files are old, some new"))
    }
    let seeds = entries(under: SourceLoader.folder, reporting: &diagnostics)
    let content = entries(under: ContentLoader.folder, reporting: &diagnostics)
    if seeds.isEmpty, content.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, "empty-site", "neither seeds/ nor Content/ holds a file",
          at: SourcePlace(path: ConfigurationReader.path),
          help: "put captures into seeds/ and pages into Content/"))
    }
    let decisions = ReviewReader(files: files).read(content, reporting: &diagnostics)
    let (read, heldBack) = SourceLoader(files: files, width: options.width)
      .load(seeds, reporting: &diagnostics)
    let sources = decisions.isEmpty ? read : read.map { $0.decided(by: decisions) }
    let loaded = ContentLoader(
      files: files, width: options.width, includesDrafts: options.includesDrafts,
      extraKeys: configuration.extraKeys
    ).load(content, reporting: &diagnostics)
    let model = SiteModel(
      configuration: configuration, pages: loaded.pages, sources: sources, home: loaded.home,
      attachments: loaded.attachments, heldBack: heldBack, decisions: decisions,
      width: options.width)
    let inputs = [ConfigurationReader.path] + (seeds + content).map(\.path)
    return result(
      model, inputs: inputs.sorted(), drafts: loaded.drafts, contentFindings: loaded.findings,
      otherFindings: diagnostics)
  }

  /// - Parameter again: the pages of which alone it is asked what they name; nil: of all.
  func result(
    _ model: SiteModel, inputs: [String], drafts: [Draft],
    contentFindings: [String: [Diagnostic]], otherFindings: [Diagnostic], again: [PageID]? = nil
  ) -> Result {
    let slugs = Set(drafts.map(\.slug.rawValue))
    let references = ReferenceFindings(model: model, drafts: slugs)
    let found =
      again.map { $0.flatMap { references.findings(in: model[$0]) } }
      ?? references.all(width: options.width)
    let reviews = ReviewFindings(model: model, drafts: slugs)
    return Result(
      model: model,
      diagnostics: otherFindings
        + contentFindings.sorted { $0.key < $1.key }.flatMap(\.value) + found + reviews.all(),
      inputs: inputs, drafts: drafts, contentFindings: contentFindings, referenceFindings: found,
      otherFindings: otherFindings)
  }

  private func entries(
    under folder: String, reporting diagnostics: inout [Diagnostic]
  ) -> [FileEntry] {
    do {
      // Of two files for one address the first is reported as the owner: order must not be chance.
      return try files.entries(under: folder).sorted { PathOrder.precedes($0.path, $1.path) }
    } catch {
      diagnostics.append(FileFindings.unreadable(folder, error))
      return []
    }
  }
}

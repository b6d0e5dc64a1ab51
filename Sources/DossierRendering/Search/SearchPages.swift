import DossierModel
import SearchIndexing
import TemplateEngine

/// The search page and the files that it reads.
struct SearchPages {
  let context: SiteContext
  let templates: TemplateSet

  static let folder = "search"

  /// The page that shows results.
  func page() throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: SiteFiles.search)
    return try TemplatePage(
      templates: templates, name: "search.html", schema: PageSchema.search
    ).artifact(
      SiteFiles.search,
      layout.values(layout.page("Search", kind: "search"), breadcrumbs: [layout.home()]),
      inputs: [.query("sections"), .query("now")])
  }

  /// Makes the index and hands its files to `sink`, on several threads at once. O(all text).
  ///
  /// - Returns: the paths of the files.
  func index(into sink: some ArtifactSink, width: Int) -> [SitePath] {
    let corpus = SearchCorpus(context)
    let indexer = SearchIndexer(groups: corpus.groups, tags: corpus.tags, width: width)
    let inputs: [InputID] = [
      .file("dossier.yml"), .query("mentions:all"), .query("pages:all"), .query("prose:all"),
      .query("sources:all"),
      .query("statements:all"),
    ]
    let names = indexer.build(corpus.document) { file in
      sink.receive(Artifact(path: Self.path(file.name), bytes: file.bytes, inputs: inputs))
    }
    return names.map(Self.path)
  }

  private static func path(_ name: String) -> SitePath {
    SitePath(folder: folder, file: name + ".js")
  }
}

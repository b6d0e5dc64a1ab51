import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import DossierRendering
import FileTree
import Locking
import TemplateEngine
import Testing

/// A site rendered in memory with templates that a test gives.
struct RenderedSite {
  let model: SiteModel
  let index: LinkIndex
  let artifacts: [Artifact]

  /// Renders `files` with one template an entry of the page model, made by `template` from the schema
  /// of its root record. The data go up to the day on which `page`, a slug, was reviewed. Fails the test where the files have errors.
  init(
    _ files: [String: String], asOfReviewOf page: String? = nil, changes: ChangeReport? = nil,
    width: Int = 1,
    template: (RecordSchema) -> String = PageDump.template
  ) throws {
    let loaded = SiteLoader(files: MemoryFileSystem(texts: files)).load()
    let model = try #require(loaded.model)
    let (index, findings) = SiteLinker(model: model, generated: SiteFiles.generated(for: model))
      .link()
    let errors = (loaded.diagnostics + findings).filter { $0.severity == .error }
    try #require(errors == [], "\(errors.map { ConsoleFormatter().format($0) })")
    let sources = try PageSchema.entries.sorted { $0.key < $1.key }.map { name, record in
      let schema = try #require(PageSchema.schema[record])
      return TemplateSource(
        name: name,
        file: SourceFile(path: "Templates/\(name)", bytes: Array(template(schema).utf8)))
    }
    let (templates, problems) = TemplateSet.compile(
      sources, entries: PageSchema.entries, schema: PageSchema.schema)
    let set = try #require(templates, "\(problems.map { ConsoleFormatter().format($0) })")
    let sink = Collector()
    let now = page.flatMap { slug in model.pages.first { $0.slug.rawValue == slug }?.reviewed }
    _ = try SiteRenderer(
      model: model, index: index, templates: set, assets: [], now: now, changes: changes,
      width: width
    ).render(into: sink)
    self.model = model
    self.index = index
    artifacts = sink.artifacts
  }

  /// The page model of the page at `path`, from the dumping templates.
  func page(_ path: String) throws -> JSON {
    try PageDump.read(try text(path))
  }

  func artifact(_ path: String) throws -> Artifact {
    try #require(artifacts.first { $0.path.rawValue == path }, "there is no \(path)")
  }

  func text(_ path: String) throws -> String {
    String(decoding: try artifact(path).bytes, as: UTF8.self)
  }

  var paths: [String] { artifacts.map(\.path.rawValue) }

  final class Collector: ArtifactSink {
    private let received = Mutex<[Artifact]>([])
    func receive(_ artifact: Artifact) { received.withLock { $0.append(artifact) } }
    var artifacts: [Artifact] { received.withLock { $0 }.sorted { $0.path < $1.path } }
  }
}

package import DossierModel
package import EDTF
import FileTree
package import TemplateEngine

/// Renders a whole site: every page and every generated file, as values.
package struct SiteRenderer: Sendable {
  private let context: SiteContext
  private let templates: TemplateSet
  private let assets: [Artifact]
  private let width: Int

  /// - Parameters:
  ///   - templates: checked against `PageSchema`.
  ///   - assets: the theme's files that are copied as they are.
  ///   - now: the day the data go up to, nil when nothing says one.
  ///   - changes: what changed since the revision that dossier.yml names.
  ///   - width: how many threads render.
  ///   - last: that of the site before the prose of some pages changed, and nothing else.
  package init(
    model: SiteModel, index: LinkIndex, templates: TemplateSet, assets: [Artifact], now: EDTF?,
    changes: ChangeReport? = nil, width: Int, last: SiteRenderer? = nil
  ) {
    context = SiteContext(
      model: model, index: index, now: now, report: changes, width: width, last: last?.context)
    self.templates = templates
    self.assets = assets
    self.width = width
  }

  /// Renders everything into `sink`, which several threads call at once and in no order. Fails only
  /// where a template runs into its limits; then `sink` has got some of the artifacts.
  ///
  /// - Returns: the paths, sorted, with the file each comes from; a path stands twice when two files
  ///   claim it.
  /// - Parameter memory: keeps what is made for the next build, and lends what the last one made.
  package func render(
    into sink: some ArtifactSink, memory: RenderMemory? = nil
  ) throws(TemplateError) -> [(path: SitePath, file: String?)] {
    let jobs = jobs
    let count = jobs.count
    let results = concurrentMap(Array(jobs.enumerated()), width: width) { number, job in
      do throws(TemplateError) {
        let kept = job.asksOnlyWhatItSays ? memory?.kept(number, of: count) : nil
        let artifacts = if let kept { kept } else { try render(job) }
        memory?.keep(artifacts, number, of: count)
        for artifact in artifacts { sink.receive(artifact) }
        return Result<[(path: SitePath, file: String?)], TemplateError>.success(
          artifacts.map { ($0.path, job.isFiles ? Self.file(of: $0) : nil) })
      } catch {
        return .failure(error)
      }
    }
    var paths: [(path: SitePath, file: String?)] = []
    for result in results { paths += try result.get() }
    let made = paths.count
    if context.model.configuration.hasSearch {
      let search = SearchPages(context: context, templates: templates)
      let page = try search.page()
      sink.receive(page)
      paths.append((page.path, nil))
      paths += search.index(into: sink, width: width).map { ($0, nil) }
    }
    paths.sort { $0.path < $1.path }
    if let sitemap = sitemap(of: paths.map(\.path)) {
      sink.receive(sitemap)
      let index = paths.firstIndex { sitemap.path < $0.path } ?? paths.endIndex
      paths.insert((sitemap.path, nil), at: index)
    }
    // What hangs on a page by its slug is found under its old slugs too.
    let formers = FormerAddresses(context: context).redirects(besides: paths.map(\.path))
    if !formers.isEmpty {
      let home = HomePages(context: context, templates: templates)
      for former in formers {
        sink.receive(
          try home.redirect(
            former.old, to: former.path, title: former.title, section: nil,
            inputs: [.file(former.file)]))
        paths.append((former.old, nil))
      }
      paths.sort { $0.path < $1.path }
    }
    memory?.note(paths.map(\.path), ofJobs: made)
    return paths
  }

  /// All that is to be rendered, the longest first, so that none is left to one thread at the end.
  private var jobs: [Job] {
    var jobs: [Job] = [.indexes, .aToZ, .reports, .files, .home, .notices]
    jobs += context.model.sources.indices.map { .source(SourceID($0)) }
    jobs += context.model.pages.indices.map { .page(PageID($0)) }
    jobs += context.index.speech.acts.indices.map { .statement($0) }
    return jobs
  }

  /// Renders what is made of inputs that changed since `memory` was filled, and what may depend on
  /// anything: the artifacts in place of those that have their paths. Nil where other files than before
  /// would come of it, or where there are files that no job makes: then all must be put together again.
  ///
  /// O(what is rendered), beside a look at each job.
  package func renderChanged(
    _ changed: Set<InputID>, since memory: RenderMemory
  ) throws(TemplateError) -> [Artifact]? {
    let jobs = jobs
    guard memory.coversAll(besides: SiteFiles.sitemap),
      let stale = memory.jobs(of: jobs.count, dependingOn: changed)
    else { return nil }
    let again = stale.union(jobs.indices.filter { !jobs[$0].asksOnlyWhatItSays }).sorted()
    let results = concurrentMap(again, width: width) { number in
      do throws(TemplateError) {
        return Result<[Artifact], TemplateError>.success(try render(jobs[number]))
      } catch {
        return .failure(error)
      }
    }
    var made: [(job: Int, artifacts: [Artifact])] = []
    for (number, result) in zip(again, results) { made.append((number, try result.get())) }
    return memory.replace(made) ? made.flatMap(\.artifacts) : nil
  }

  /// Renders one page with the redirects to it and the pages of its mentions, as `render(into:)` does
  /// for all: what one page costs.
  package func render(_ page: PageID) throws(TemplateError) -> [Artifact] {
    try render(.page(page))
  }

  /// The template of a page and what it is rendered with: what remains of that cost is the template's.
  package func templateAndRecord(
    of page: PageID
  ) -> (template: String, record: TemplateRecord) {
    ArticleRenderer(context: context, templates: templates, id: page).templateAndRecord
  }

  /// All pages that somebody may come to read, of the sorted `paths`: no old addresses, nor the pages
  /// for missing ones and for search.
  private func sitemap(of paths: [SitePath]) -> Artifact? {
    let left = Set(
      context.model.pages.flatMap(\.redirects) + context.model.sources.flatMap(\.redirects)
        + [SiteFiles.notFound, SiteFiles.search])
    let attached = Set(context.model.attachments.map(\.path))
    return FeedWriter(context: context).sitemap(
      paths.filter {
        $0.rawValue.hasSuffix(".html") && !left.contains($0) && !attached.contains($0)
      })
  }

  /// What is no page: attachments, the theme's assets, feed and the like.
  private func files() -> [Artifact] {
    let feeds = FeedWriter(context: context)
    let generated = [feeds.feed(), feeds.corrections(), feeds.changes(), feeds.robots()]
    let hasSearch = context.model.configuration.hasSearch
    return context.model.attachments.map {
      Artifact(path: $0.path, bytes: $0.bytes, inputs: [.file($0.file)])
    } + assets.filter { hasSearch || $0.path != SiteFiles.searchScript }
      + generated.compactMap { $0 } + PreviewShards(context: context).artifacts() + [
        // Tells GitHub Pages to serve every file as it is.
        Artifact(path: SiteFiles.noJekyll, bytes: [], inputs: [])
      ]
  }

  private static func file(of artifact: Artifact) -> String? {
    for case .file(let path) in artifact.inputs { return path }
    return nil
  }

  private enum Job: Sendable {
    case page(PageID), source(SourceID), statement(Int), home, indexes, aToZ, reports, notices,
      files

    var isFiles: Bool { if case .files = self { true } else { false } }

    /// Whether all that its artifacts depend on stands among their inputs, so that they need not be made
    /// again while these are the same.
    var asksOnlyWhatItSays: Bool {
      switch self {
      case .page, .source, .statement, .indexes, .aToZ, .home: true
      default: false
      }
    }
  }

  private func render(_ job: Job) throws(TemplateError) -> [Artifact] {
    let home = HomePages(context: context, templates: templates)
    switch job {
    case .page(let id):
      return [try ArticleRenderer(context: context, templates: templates, id: id).render()]
        + (try MentionsPages(context: context, templates: templates).render(id))
        + (try TimelinePages(context: context, templates: templates).render(id))
        + (try home.redirects(context.model[id]))
    case .source(let id):
      return [try SourceRenderer(context: context, templates: templates, id: id).render()]
        + (try home.redirects(context.model[id]))
    case .statement(let act):
      return [try StatementRenderer(context: context, templates: templates, index: act).render()]
    case .home: return [try home.home(), try home.notFound()]
    case .indexes:
      return try IndexPages(context: context, templates: templates).render()
        + StatementPages(context: context, templates: templates).render()
    case .aToZ: return try AZPages(context: context, templates: templates).render()
    case .reports: return try ReportPages(context: context, templates: templates).render()
    case .files: return files()
    case .notices:
      return try CorrectionPages(context: context, templates: templates).render()
        + UnsupportedPages(context: context, templates: templates).render()
        + ChangePages(context: context, templates: templates).render()
    }
  }
}

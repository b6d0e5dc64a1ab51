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
  ///   - width: how many threads render.
  package init(
    model: SiteModel, index: LinkIndex, templates: TemplateSet, assets: [Artifact], now: EDTF?,
    width: Int
  ) {
    context = SiteContext(model: model, index: index, now: now, width: width)
    self.templates = templates
    self.assets = assets
    self.width = width
  }

  /// All artifacts, sorted by path. Fails only where a template runs into its limits.
  package func render() throws(TemplateError) -> [Artifact] {
    var jobs: [Job] = context.model.pages.indices.map { .page(PageID($0)) }
    jobs += context.model.sources.indices.map { .source(SourceID($0)) }
    jobs += [.home, .indexes, .aToZ]
    let results = concurrentMap(jobs, width: width) { job in
      do throws(TemplateError) {
        return Result<[Artifact], TemplateError>.success(try render(job))
      } catch {
        return .failure(error)
      }
    }
    var artifacts: [Artifact] = []
    artifacts.reserveCapacity(results.count * 2)
    for result in results { artifacts += try result.get() }
    artifacts += context.model.attachments.map {
      Artifact(path: $0.path, bytes: $0.bytes, inputs: [.file($0.file)])
    }
    artifacts += assets
    let feeds = FeedWriter(context: context)
    let listed = context.model.pages.map(\.path) + context.model.sources.map(\.path)
    artifacts += [feeds.feed(), feeds.sitemap([SiteFiles.home] + listed), feeds.robots()]
      .compactMap { $0 }
    // Tells GitHub Pages to serve every file as it is.
    artifacts.append(Artifact(path: SiteFiles.noJekyll, bytes: [], inputs: []))
    return artifacts.sorted { $0.path < $1.path }
  }

  private enum Job: Sendable {
    case page(PageID), source(SourceID), home, indexes, aToZ
  }

  private func render(_ job: Job) throws(TemplateError) -> [Artifact] {
    let home = HomePages(context: context, templates: templates)
    switch job {
    case .page(let id):
      return [try ArticleRenderer(context: context, templates: templates, id: id).render()]
        + (try MentionsPages(context: context, templates: templates).render(id))
        + (try home.redirects(context.model[id]))
    case .source(let id):
      return [try SourceRenderer(context: context, templates: templates, id: id).render()]
    case .home: return [try home.home(), try home.notFound()]
    case .indexes: return try IndexPages(context: context, templates: templates).render()
    case .aToZ: return try AZPages(context: context, templates: templates).render()
    }
  }
}

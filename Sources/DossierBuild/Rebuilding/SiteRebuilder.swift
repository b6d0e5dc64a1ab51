import Diagnostics
import DossierChecking
import DossierLinking
import DossierLoading
package import DossierModel
import DossierRendering
package import FileTree
import Locking

/// Builds a site again and again, each time only what changed since the last build without errors. What
/// it gives is byte for byte, and finding for finding, what `SiteBuilder` gives.
///
/// That holds since the short way is taken in one case alone, and everything else is built anew: the
/// same files are there, and those that hold something else are pages of which the prose is another and
/// what other pages may take from them is not (`Page.hasFace(of:)`).
package final class SiteRebuilder: Sendable {
  /// What a build came to, with the artifacts sorted by path; none when there are errors.
  package struct Built: Sendable {
    package let result: SiteBuilder.Result
    package let artifacts: [Artifact]
    /// Whether everything was built.
    package let isWhole: Bool
  }

  private struct Last: Sendable {
    let inputs: InputRecord
    let stages: SiteBuilder.Stages
    let memory: RenderMemory
    let pageByFile: [String: PageID]
    let built: Built
  }

  private let files: any FileSystem
  private let options: SiteBuilder.Options
  private let last = Mutex<Last?>(nil)

  package init(files: any FileSystem, options: SiteBuilder.Options) {
    self.files = files
    self.options = options
  }

  /// The site as the files are now. To be called by one thread at a time.
  package func build() -> Built {
    guard let last = last.withLock({ $0 }), !Self.asksMore(last) else { return buildWhole() }
    switch last.inputs.difference(in: files, trustsStamps: true, width: options.width) {
    case .none(let fresh):
      if let fresh {
        keep(
          Last(
            inputs: fresh, stages: last.stages, memory: last.memory, pageByFile: last.pageByFile,
            built: last.built))
      }
      return Built(result: last.built.result, artifacts: last.built.artifacts, isWhole: false)
    case .contents(let paths, let record):
      let pages = paths.compactMap { last.pageByFile[$0] }
      guard pages.count == paths.count, let built = rebuild(pages, record, last) else {
        return buildWhole()
      }
      return built
    case .other: return buildWhole()
    }
  }

  /// Whether pages show more than follows from the files: what changed in git's history, and what lost
  /// its support with a withdrawn source, which is found over all prose.
  private static func asksMore(_ last: Last) -> Bool {
    guard let model = last.stages.loaded.model else { return true }
    return model.configuration.changesSince != nil || model.sources.contains { $0.withdrawn != nil }
  }

  private func keep(_ next: Last) { last.withLock { $0 = next } }

  private func buildWhole() -> Built {
    let recording = RecordingFiles(files)
    let collector = ArtifactCollector()
    let memory = RenderMemory()
    let (result, stages) = SiteBuilder(files: recording, options: options)
      .stages(into: collector, memory: memory)
    let built = Built(
      result: result, artifacts: result.artifactCount == nil ? [] : collector.artifacts,
      isWhole: true)
    if let stages, let model = stages.loaded.model {
      let files = model.pages.enumerated().map { ($1.file.path, PageID($0)) }
      keep(
        Last(
          inputs: recording.record, stages: stages, memory: memory,
          pageByFile: Dictionary(files, uniquingKeysWith: { first, _ in first }), built: built))
    }
    return built
  }

  /// The site after the prose of `pages` changed; nil where more has changed than that.
  private func rebuild(_ pages: [PageID], _ record: InputRecord, _ last: Last) -> Built? {
    var watch = Stopwatch()
    let recording = RecordingFiles(files)
    let loader = SiteLoader(
      files: recording,
      options: .init(width: options.width, includesDrafts: options.includesDrafts))
    guard let before = last.stages.loaded.model,
      let loaded = loader.load(again: last.stages.loaded, pages),
      let read = loaded.model, pages.allSatisfy({ read[$0].hasFace(of: before[$0]) })
    else { return nil }
    watch.lap("load")
    let builder = SiteBuilder(files: recording, options: options)
    let model = builder.configured(read)
    let paths = Set(pages.map { model[$0].file.path })
    guard let change = last.stages.linked.relinked(model, pages, files: paths) else { return nil }
    watch.lap("link")
    let theme = last.stages.theme
    let checked = CheckRules.findings(in: model, change.site.index, width: options.width)
    var diagnostics = theme.diagnostics + loaded.diagnostics + change.site.diagnostics + checked
    if !options.includesNotes { diagnostics.removeAll { $0.severity == .note } }
    watch.lap("check")
    guard let templates = theme.templates,
      !diagnostics.contains(where: { $0.severity == .error })
    else {
      return Built(
        result: builder.result(nil, diagnostics, watch, model), artifacts: [], isWhole: false)
    }
    let renderer = SiteRenderer(
      model: model.withholdingUnreviewed(), index: change.site.index, templates: templates,
      assets: theme.assets, now: options.now ?? InputDate.newest(in: model), width: options.width,
      last: last.stages.renderer)
    watch.lap("gather")
    guard
      let rendered = rendered(
        renderer, Self.changed(pages, change, in: model), last, model)
    else { return nil }
    watch.lap("render")
    let built = Built(
      result: builder.result(rendered.paths.count, diagnostics, watch, model),
      artifacts: rendered.artifacts, isWhole: false)
    keep(
      Last(
        inputs: record.merging(recording.record),
        stages: SiteBuilder.Stages(
          theme: theme, loaded: loaded, linked: change.site, renderer: renderer,
          paths: rendered.paths),
        memory: rendered.memory, pageByFile: last.pageByFile, built: built))
    return built
  }

  private struct Rendered {
    let artifacts: [Artifact]
    let paths: [(path: SitePath, file: String?)]
    let memory: RenderMemory
  }

  /// The artifacts of the last build, with those in their places that are made of what changed.
  private func rendered(
    _ renderer: SiteRenderer, _ changed: Set<InputID>, _ last: Last, _ model: SiteModel
  ) -> Rendered? {
    if let again = try? renderer.renderChanged(changed, since: last.memory) {
      var artifacts = last.built.artifacts
      for artifact in again {
        guard let place = Self.place(of: artifact.path, in: artifacts) else { return nil }
        artifacts[place] = artifact
      }
      return Rendered(artifacts: artifacts, paths: last.stages.paths, memory: last.memory)
    }
    let memory = last.memory.next(changed: changed)
    let collector = ArtifactCollector()
    guard let paths = try? renderer.render(into: collector, memory: memory),
      PathCollisions.findings(in: paths, of: model).isEmpty
    else { return nil }
    return Rendered(artifacts: collector.artifacts, paths: paths, memory: memory)
  }

  /// Where the artifact at `path` stands in a list sorted by path. O(log n).
  private static func place(of path: SitePath, in artifacts: [Artifact]) -> Int? {
    var low = 0
    var high = artifacts.count
    while low < high {
      let middle = (low + high) / 2
      if artifacts[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < artifacts.count && artifacts[low].path == path ? low : nil
  }

  /// The inputs of artifacts that are not what they were. `pages:all` and its like ask for nothing but the
  /// faces of pages.
  private static func changed(
    _ pages: [PageID], _ change: LinkedSite.Change, in model: SiteModel
  ) -> Set<InputID> {
    var changed: Set<InputID> = []
    for id in pages { changed.insert(.file(model[id].file.path)) }
    for id in change.mentioned { changed.insert(.query("mentions-of:\(model[id].slug)")) }
    if change.hasOtherCounts { changed.insert(.query("mentions:all")) }
    return changed
  }
}

package import Diagnostics
import DossierChecking
import DossierLinking
import DossierLoading
package import DossierModel
package import DossierRendering
package import EDTF
package import FileTree
package import GitHistory
import TemplateEngine

/// Runs the stages: seeds + Content + Templates → artifacts. Reads, writes nothing.
package struct SiteBuilder: Sendable {
  package struct Options: Sendable {
    /// How many threads work.
    package var width = 1
    package var includesDrafts = false
    /// Instead of dossier.yml's `base-url`.
    package var baseURL: String?
    /// The day the data go up to; else the newest `reviewed` or `captured` date of the input.
    package var now: EDTF?
    /// Whether the site is a preview for those who write it, which shows unreviewed readings always.
    package var isPreview = false
    /// The history of the folder that `files` reads; nil: none is read.
    package var history: GitRepository?
    /// Whether notes are among the findings, which ask for nothing.
    package var includesNotes = false

    package init() {}

    /// Everything in the options that the site depends on, as text. By reflection, so that no option is
    /// forgotten; how many threads work never shows.
    package var identity: String {
      var same = self
      same.width = 0
      // What it was asked is recorded with its answers.
      same.history = nil
      return String(describing: same)
    }
  }

  /// What a build came to.
  package struct Result: Sendable {
    /// How many artifacts there are; nil when there are errors, and what the sink got is worth nothing.
    package let artifactCount: Int?
    /// In reading order.
    package let diagnostics: [Diagnostic]
    package let timings: [Timing]
    package let model: SiteModel?
    /// What was asked of the history; nil where nothing was.
    package internal(set) var history: HistoryRecord?
    /// What the pages were made with: to give back its memory takes a while, and is the caller's choice.
    package var kept: SiteRenderer?

    /// The gravest finding.
    package var severity: Severity? { diagnostics.map(\.severity).max() }
  }

  /// How long a stage took.
  package struct Timing: Sendable {
    package let stage: String
    package let duration: Duration
  }

  let files: any FileSystem
  let options: Options

  package init(files: any FileSystem, options: Options = Options()) {
    self.files = files
    self.options = options
  }

  /// Builds everything into `sink`, which gets nothing as long as there are errors in the input.
  package func build(into sink: some ArtifactSink) -> Result { stages(into: sink).result }

  /// What the stages of a build without errors came to, for the next build.
  struct Stages: Sendable {
    let theme: ThemeLoader.Theme
    let loaded: SiteLoader.Result
    let linked: LinkedSite
    let renderer: SiteRenderer
    /// What was rendered, sorted by path.
    let paths: [(path: SitePath, file: String?)]
  }

  /// Builds everything into `sink`, with what the stages made where nothing is wrong.
  func stages(
    into sink: some ArtifactSink, memory: RenderMemory? = nil
  ) -> (result: Result, stages: Stages?) {
    var watch = Stopwatch()
    var diagnostics: [Diagnostic] = []
    let theme = ThemeLoader(files: files).load()
    diagnostics += theme.diagnostics
    watch.lap("templates")
    let loaded = SiteLoader(
      files: files,
      options: .init(width: options.width, includesDrafts: options.includesDrafts)
    ).load()
    diagnostics += loaded.diagnostics
    watch.lap("load")
    guard let model = loaded.model.map(configured) else {
      return (result(nil, diagnostics, watch, nil), nil)
    }
    let now = options.now ?? InputDate.newest(in: model)
    let (changes, history) = changes(of: loaded, model, now: now, reporting: &diagnostics)
    let linked = SiteLinker(
      model: model, width: options.width,
      generated: SiteFiles.generated(for: model, hasChanges: changes != nil),
      drafts: loaded.drafts
    ).linkedSite()
    let index = linked.index
    diagnostics += linked.diagnostics
    watch.lap("link")
    diagnostics += CheckRules.findings(in: model, index, width: options.width)
    if !options.includesNotes { diagnostics.removeAll { $0.severity == .note } }
    watch.lap("check")
    guard let templates = theme.templates,
      !diagnostics.contains(where: { $0.severity == .error })
    else { return (result(nil, diagnostics, watch, model), nil) }
    let renderer = SiteRenderer(
      model: model.withholdingUnreviewed(), index: index, templates: templates,
      assets: theme.assets,
      now: now, changes: changes, width: options.width)
    do {
      let paths = try renderer.render(into: sink, memory: memory)
      watch.lap("render")
      let collisions = PathCollisions.findings(in: paths, of: model)
      var result = result(
        collisions.isEmpty ? paths.count : nil, diagnostics + collisions, watch, model)
      result.kept = renderer
      result.history = history
      guard collisions.isEmpty else { return (result, nil) }
      return (
        result,
        Stages(
          theme: theme, loaded: loaded, linked: linked, renderer: renderer, paths: paths)
      )
    } catch {
      diagnostics.append(error.diagnostic)
      return (result(nil, diagnostics, watch, model), nil)
    }
  }

  /// What changed since the revision that dossier.yml names: the older state is loaded only if it does.
  private func changes(
    of loaded: SiteLoader.Result, _ model: SiteModel, now: EDTF?,
    reporting diagnostics: inout [Diagnostic]
  ) -> (report: ChangeReport?, history: HistoryRecord?) {
    // With errors there will be no page to show it.
    guard let since = model.configuration.changesSince,
      !diagnostics.contains(where: { $0.severity == .error }),
      let state = RevisionSite.state(of: loaded)
    else { return (nil, nil) }
    let recent = RecentChanges(
      since: since, repository: options.history,
      options: .init(width: options.width, includesDrafts: options.includesDrafts), now: now)
    // Asked first: what changes meanwhile is seen by the next build.
    let history = recent.record
    return (recent.report(to: state, reporting: &diagnostics), history)
  }

  func configured(_ model: SiteModel) -> SiteModel {
    guard options.baseURL != nil || options.isPreview else { return model }
    return model.configured {
      $0.baseURL = options.baseURL ?? $0.baseURL
      $0.isPreview = options.isPreview
    }
  }

  func result(
    _ artifactCount: Int?, _ diagnostics: [Diagnostic], _ watch: Stopwatch, _ model: SiteModel?
  ) -> Result {
    Result(
      artifactCount: artifactCount, diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder),
      timings: watch.laps, model: model)
  }
}

/// Times stages, one after the other.
struct Stopwatch {
  private(set) var laps: [SiteBuilder.Timing] = []
  private var last = ContinuousClock.now

  mutating func lap(_ stage: String) {
    let now = ContinuousClock.now
    laps.append(SiteBuilder.Timing(stage: stage, duration: now - last))
    last = now
  }
}

/// The newest date that the input itself carries.
enum InputDate {
  /// The latest of all `reviewed` and `captured` days, as a day. Publication dates are not ours to
  /// stand for when somebody looked.
  static func newest(in model: SiteModel) -> EDTF? {
    let dates =
      model.pages.compactMap(\.reviewed) + model.sources.compactMap(\.reviewed)
      + model.sources.compactMap(\.captured?.value)
    return dates.filter { $0.latest != nil }.max { ($0.latest ?? 0) < ($1.latest ?? 0) }
  }
}

/// Artifacts that cannot stand beside each other: two for one address, or two whose addresses differ in
/// case alone, which are one file on the disks of many readers.
enum PathCollisions {
  /// Expects the paths sorted. O(paths).
  static func findings(
    in paths: [(path: SitePath, file: String?)], of model: SiteModel
  ) -> [Diagnostic] {
    var seen: [String: (path: SitePath, file: String?)] = [:]
    var findings: [Diagnostic] = []
    for entry in paths {
      let folded = entry.path.rawValue.lowercased()
      guard let other = seen[folded] else {
        seen[folded] = entry
        continue
      }
      let isSame = other.path == entry.path
      let redirect = redirect(entry.path, in: model) ?? redirect(other.path, in: model)
      findings.append(
        Diagnostic(
          .error, "duplicate-path",
          isSame
            ? redirect == nil
              ? "two files claim the address \(entry.path)"
              : "\(entry.path) is the address of another page"
            : "the addresses \(other.path) and \(entry.path) differ in case alone",
          at: redirect,
          help: redirect == nil
            ? "they come from \(source(other.file)) and \(source(entry.file))"
            : "remove it from `redirect-from`"))
    }
    return findings
  }

  /// Where front matter claims `path` as an old address. O(pages): asked only where addresses collide.
  private static func redirect(_ path: SitePath, in model: SiteModel) -> SourcePlace? {
    for page in model.pages {
      for (old, range) in zip(page.redirects, page.redirectRanges) where old == path {
        return page.file.place(range)
      }
    }
    for source in model.sources {
      for (old, range) in zip(source.redirects, source.redirectRanges) where old == path {
        return source.sidecar?.place(range)
      }
    }
    return nil
  }

  private static func source(_ file: String?) -> String { file ?? "the site's own pages" }
}

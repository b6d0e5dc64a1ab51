import ArgumentParser
import Diagnostics
import DossierBuild
import DossierEmission
import DossierModel
import FileTree

/// `dossier build`: seeds + Content + Templates → site/.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site into site/.",
    discussion: """
      Writes only what changed, and nothing at all when there are errors. What the last build read is \
      noted in .dossier/, so that one with nothing to do is done at once.
      """)

  @OptionGroup var site: SiteOptions

  @Option(name: .shortAndLong, help: "The folder to write; site/ in the site's folder.")
  var output: String?

  @Flag(help: "Print how long each stage took.")
  var timings = false

  @Flag(help: "Build anew beside what the cache gave, and compare every byte and every finding.")
  var verify = false

  func run() throws {
    let files = try site.files()
    let output = output ?? site.path("site")
    let inputs = ["seeds", "Content", "Templates"].map { site.path($0) }
    if let input = Emitter.overlap(output: output, inputs: inputs) {
      throw CommandFailure.environment("the output folder \(output) overlaps with \(input)")
    }
    let options = try site.buildOptions()
    let emitter = Emitter(output: output, width: options.width)
    let memory = BuildMemory(
      root: site.source, options: options, emitter: emitter, trustsStamps: !verify)
    let clock = ContinuousClock()
    let start = clock.now
    if memory.isDamaged, !site.quiet {
      Terminal.standardError.write(
        "dossier: note: the cache in \(site.path(BuildCache.folder)) is damaged or of another version: "
          + "everything is built anew\n")
    }
    if let (record, count) = memory.unchanged(in: files), site.isClean(record.findings) {
      FindingsPrinter(site.format).print(record.findings)
      if timings {
        Terminal.standardError.write("unchanged: \(Self.milliseconds(clock.now - start)) ms\n")
      }
      let report = EmissionReport(written: [], removed: [], unchanged: count)
      say(report, output, record.findings, heldBack: record.heldBack)
      if verify { try compare(files, options, emitter, record.findings) }
      return
    }
    try build(files, options, emitter, memory, output)
  }

  private func build(
    _ files: DiskFileSystem, _ options: SiteBuilder.Options, _ emitter: Emitter,
    _ memory: BuildMemory, _ output: String
  ) throws {
    let progress = Progress(isQuiet: site.quiet)
    progress.show("building …")
    let session: EmissionSession
    do {
      session = try emitter.begin()
    } catch {
      progress.clear()
      throw CommandFailure.environment("\(error)")
    }
    let recording = RecordingFiles(files)
    let result = SiteBuilder(files: recording, options: options).build(into: session)
    progress.clear()
    FindingsPrinter(site.format).print(result.diagnostics)
    guard result.artifactCount != nil, site.isClean(result.diagnostics) else {
      session.abandon()
      progress.say(
        "not built: " + (FindingsPrinter.summary(result.diagnostics) ?? "nothing to build"))
      throw CommandFailure.content
    }
    let clock = ContinuousClock()
    let start = clock.now
    let report: EmissionReport
    do {
      report = try session.commit()
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    let heldBack = result.model?.heldBack.map(\.path) ?? []
    memory.keep(
      recording.record, history: result.history, findings: result.diagnostics, heldBack: heldBack,
      manifest: report.manifest)
    if timings { print(result.timings, emission: clock.now - start) }
    say(report, output, result.diagnostics, heldBack: heldBack)
    if verify { try compare(files, options, emitter, result.diagnostics) }
    // The system takes the model's memory back at once; to free it piece by piece takes longer.
    withExtendedLifetime(result) { Self.exit(withError: nil) }
  }

  private func say(
    _ report: EmissionReport, _ output: String, _ findings: [Diagnostic], heldBack: [String]
  ) {
    let held = heldBack.isEmpty ? "" : "; held back: " + heldBack.joined(separator: ", ")
    let counted = FindingsPrinter.summary(findings).map { " (\($0))" } ?? ""
    let count = report.written.count + report.unchanged
    let summary =
      "\(count) files in \(output): \(report.written.count) written, "
      + "\(report.removed.count) removed, \(report.unchanged) unchanged\(counted)\(held)"
    // That a site lacks something is said where nobody watches, too.
    if heldBack.isEmpty || site.quiet {
      Progress(isQuiet: site.quiet).say(summary)
    } else {
      Terminal.standardError.write("dossier: \(summary)\n")
    }
  }

  /// Builds anew, from nothing but the files, and holds it against what stands in the folder.
  private func compare(
    _ files: DiskFileSystem, _ options: SiteBuilder.Options, _ emitter: Emitter,
    _ findings: [Diagnostic]
  ) throws {
    let collector = ArtifactCollector()
    let result = SiteBuilder(files: files, options: options).build(into: collector)
    var lines: [String]
    do {
      lines = try emitter.differences(from: collector.artifacts)
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    if result.diagnostics != findings { lines.append("the findings differ") }
    guard lines.isEmpty else {
      try? BuildCache(root: site.source).forget()
      throw CommandFailure.environment(
        "what stands there is not what a build from nothing makes (please report it; the cache is "
          + "dropped):\n  " + lines.prefix(50).joined(separator: "\n  "))
    }
    Progress(isQuiet: site.quiet).say(
      "verified: \(collector.artifacts.count) files are as a build from nothing makes them")
  }

  private func print(_ timings: [SiteBuilder.Timing], emission: Duration) {
    Terminal.standardError.write(
      Self.text(timings) + "commit: \(Self.milliseconds(emission)) ms\n")
  }

  /// A line for each stage.
  static func text(_ timings: [SiteBuilder.Timing]) -> String {
    timings.map { "\($0.stage): \(milliseconds($0.duration)) ms\n" }.joined()
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Progress for a person at a terminal; silence when piped.
struct Progress {
  private let isShown: Bool

  init(isQuiet: Bool) { isShown = !isQuiet && Terminal.standardError.isInteractive }

  /// A line that the next one replaces.
  func show(_ text: String) {
    if isShown { Terminal.standardError.write("\r\u{1B}[K" + text) }
  }

  func clear() {
    if isShown { Terminal.standardError.write("\r\u{1B}[K") }
  }

  /// A line that stays.
  func say(_ text: String) {
    if isShown { Terminal.standardError.write(text + "\n") }
  }
}

import ArgumentParser
import Diagnostics
import DossierBuild
import DossierEmission
import DossierModel

/// `dossier build`: seeds + Content + Templates → site/.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site into site/.",
    discussion: "Writes only what changed, and nothing at all when there are errors.")

  @OptionGroup var site: SiteOptions

  @Option(name: .shortAndLong, help: "The folder to write; site/ in the site's folder.")
  var output: String?

  @Flag(help: "Print how long each stage took.")
  var timings = false

  func run() throws {
    let files = try site.files()
    let output = output ?? site.path("site")
    let inputs = ["seeds", "Content", "Templates"].map { site.path($0) }
    if let input = Emitter.overlap(output: output, inputs: inputs) {
      throw CommandFailure.environment("the output folder \(output) overlaps with \(input)")
    }
    let options = try site.buildOptions()
    let progress = Progress(isQuiet: site.quiet)
    progress.show("building …")
    let session: EmissionSession
    do {
      session = try Emitter(output: output, width: options.width).begin()
    } catch {
      progress.clear()
      throw CommandFailure.environment("\(error)")
    }
    let result = SiteBuilder(files: files, options: options).build(into: session)
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
    if timings { print(result.timings, emission: clock.now - start) }
    let heldBack = result.model?.heldBack.map(\.path) ?? []
    let held = heldBack.isEmpty ? "" : "; held back: " + heldBack.joined(separator: ", ")
    let counted = FindingsPrinter.summary(result.diagnostics).map { " (\($0))" } ?? ""
    let count = report.written.count + report.unchanged
    let summary =
      "\(count) files in \(output): \(report.written.count) written, "
      + "\(report.removed.count) removed, \(report.unchanged) unchanged\(counted)\(held)"
    // That a site lacks something is said where nobody watches, too.
    if heldBack.isEmpty || site.quiet {
      progress.say(summary)
    } else {
      Terminal.standardError.write("dossier: \(summary)\n")
    }
    // The system takes the model's memory back at once; to free it piece by piece takes longer.
    withExtendedLifetime(result) { Self.exit(withError: nil) }
  }

  private func print(_ timings: [SiteBuilder.Timing], emission: Duration) {
    var text = ""
    for timing in timings { text += "\(timing.stage): \(Self.milliseconds(timing.duration)) ms\n" }
    text += "commit: \(Self.milliseconds(emission)) ms\n"
    Terminal.standardError.write(text)
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

import ArgumentParser
import DossierBuild

/// `dossier check`: builds everything, writes nothing, prints every finding.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Build everything, write nothing, print every finding.")

  @OptionGroup var site: SiteOptions

  func run() throws {
    var options = try site.buildOptions()
    options.includesNotes = true
    let result = SiteBuilder(files: try site.files(), options: options)
      .build(into: DiscardedArtifacts())
    FindingsPrinter(site.format).print(result.diagnostics)
    let progress = Progress(isQuiet: site.quiet)
    progress.say(FindingsPrinter.summary(result.diagnostics) ?? "nothing to report")
    guard result.artifactCount != nil, site.isClean(result.diagnostics) else {
      throw CommandFailure.content
    }
  }
}

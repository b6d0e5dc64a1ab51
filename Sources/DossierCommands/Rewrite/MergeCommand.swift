import ArgumentParser
import DossierLoading

/// `dossier merge FROM INTO`: two pages of one subject become one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make one page of two about the same subject.",
    discussion: """
      Names, facts, statements and prose of FROM are added to INTO, everything that names FROM names INTO, \
      and the old address leads on. All files change together or none. Where both pages say what only one \
      can say, nothing is written, and both places are printed.
      """)

  @Argument(help: "The slug of the page that is taken up.")
  var from: String

  @Argument(help: "The slug of the page that stays.")
  var into: String

  @OptionGroup var options: RewriteOptions

  func run() throws {
    try RewriteRun(options: options).run((from, into)) { files in
      Merging(files: files, width: Environment.processorCount).plan(from, into: into)
    }
  }
}

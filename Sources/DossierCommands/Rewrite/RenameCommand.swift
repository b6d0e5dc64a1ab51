import ArgumentParser
import DossierLoading

/// `dossier rename OLD NEW`: another slug for a page or a source, in every place that names it.
struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Call a page or a source otherwise, wherever it is named.",
    discussion: """
      The page's file moves within its folder, everything that names it is rewritten, and its old address \
      leads on. All files change together or none. A source keeps its files; its sidecar says what it is \
      called.
      """)

  @Argument(help: "The slug of a page, or what a source is cited as.")
  var old: String

  @Argument(help: "Its slug from now on.")
  var new: String

  @Option(help: "Its title from now on; the old title of a page becomes an alias.")
  var title: String?

  @OptionGroup var options: RewriteOptions

  func validate() throws {
    guard let title else { return }
    guard title.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw ValidationError("--title is empty")
    }
  }

  func run() throws {
    try RewriteRun(options: options).run((old, new)) { files in
      Renaming(files: files, width: Environment.processorCount).plan(old, to: new, title: title)
    }
  }
}

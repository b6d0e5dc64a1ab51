import ArgumentParser
import FileTree

/// `dossier init DIR`: a new site that builds, passes `check`, and carries a CI workflow.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start a new site.",
    discussion: "Writes into a new or empty folder; files that are there are never overwritten.")

  @Argument(help: "The folder of the new site.")
  var folder: String

  @Option(help: "The site's title.")
  var title = "A new dossier"

  func run() throws {
    for file in Scaffold.site(title: title) where FolderProbe.exists("\(folder)/\(file.path)") {
      throw CommandFailure.environment(
        "\(folder)/\(file.path) is there already; choose an empty folder")
    }
    for file in Scaffold.site(title: title) {
      try Scaffold.write(file.text, to: "\(folder)/\(file.path)")
    }
    Terminal.standardOutput.write(
      """
      A new site stands in \(folder). Next:
        dossier serve --source \(folder)      look at it while you write
        dossier new actor NAME --source \(folder)
        dossier build --source \(folder)      write \(folder)/site

      """)
  }
}

import ArgumentParser
import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import FileTree

/// `dossier suggest [--write]`: drafts for what the captures mention and Content lacks.
struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose pages for what the captures mention and Content lacks.",
    discussion: """
      Prints actors, conflicts, places and events with the rule that read each, other names of pages, and \
      seats of government that are cities as well. --write makes a draft of each proposed page; \
      `dossier build --drafts` or `dossier serve --drafts` shows them, and removing `draft: true` publishes \
      one. --refuse NAME notes in Content/review/refused.md what is not to be proposed again.
      """)

  /// How suggestions are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @Flag(help: "Write a draft of each proposed page. Nothing is overwritten.")
  var write = false

  @Option(
    name: .long, parsing: .singleValue, help: "A name never to propose again; may be repeated.")
  var refuse: [String] = []

  @Option(help: "How suggestions are printed: text or json.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "How many threads work; as many as there are processors.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256")
    }
    if !refuse.isEmpty, write {
      throw ValidationError("--refuse and --write are two commands: refuse, look, then write")
    }
    for name in refuse where !name.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("“\(name)” is no name")
    }
  }

  func run() throws {
    guard FolderProbe.isFolder(source) else {
      throw CommandFailure.environment("\(source): no such folder")
    }
    let files = DiskFileSystem(root: source)
    if !refuse.isEmpty {
      try RefusalFile(site: source, files: files).append(refuse)
      return
    }
    let width = jobs ?? Environment.processorCount
    let model = try LoadedSite.model(in: files, includesDrafts: true, format: .console)
      .withholdingWithdrawn()
    let readings = SuggestionReadings(width: width).of(model)
    let suggestions = SuggestionFinder(
      model: model, refused: RefusedNames(model.decisions), width: width
    ).suggestions(readings)
    switch format {
    case .text:
      Terminal.standardOutput.write(SuggestionText(suggestions, of: model).text)
    case .json:
      Terminal.standardOutput.write(SuggestionJSON(suggestions, of: model).bytes)
    }
    guard write else { return }
    let drafts = suggestions.pages.map { DraftPage($0, of: model) }
    let written = try DraftWriter(site: source, files: files).write(drafts)
    Terminal.standardError.write(
      written == 0
        ? "no drafts written: there is nothing to propose\n"
        : "\(written) drafts written; dossier build --drafts shows them\n")
  }
}

import ArgumentParser
import Diagnostics
import DossierModel
import FileTree

/// `dossier new KIND NAME`: one new Content file with the right front matter.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write one new page with the right front matter.",
    discussion: "dossier new actor \"Republic of Somewhere\" writes Content/actors/….md.")

  @Argument(help: "actor, conflict, event, place or page.")
  var kind: String

  @Argument(help: "The page's title.")
  var name: String

  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @Option(help: "The page's name in addresses, when the title gives no good one.")
  var slug: String?

  func run() throws {
    let kinds = PageKind.allCases.map(\.rawValue)
    guard let kind = PageKind(rawValue: kind) else {
      let help =
        NearMiss.question(for: kind, in: kinds) ?? "kinds are \(kinds.joined(separator: ", "))"
      throw ValidationError("“\(kind)” is no kind of page; \(help)")
    }
    let title = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let slug = slug.map({ Slug($0) }) ?? Slug.suggested(for: title), slug.rawValue != "index"
    else {
      throw ValidationError("“\(self.slug ?? name)” gives no address; choose one with --slug")
    }
    guard FolderProbe.exists(path("dossier.yml")) else {
      throw CommandFailure.environment(
        "there is no dossier.yml in \(source); name the site's folder with --source")
    }
    let file = "Content/\(kind.folder)/\(slug).md"
    guard !FolderProbe.exists(path(file)) else {
      throw CommandFailure.environment("\(file) is there already; it is left as it is")
    }
    try Scaffold.write(Scaffold.page(kind, title: title), to: path(file))
    Terminal.standardOutput.write(file + "\n")
  }

  private func path(_ relative: String) -> String {
    source == "." ? relative : source + "/" + relative
  }
}

import ArgumentParser
import DossierBuild
import DossierEmission
import FileTree

/// `dossier clean`: removes what builds made, and nothing else.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the emitted site and the cache.",
    discussion: """
      Removes the files that builds emitted and .dossier/. What else stands in the output folder stays.
      """)

  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @Option(name: .shortAndLong, help: "The folder that was written; site/ in the site's folder.")
  var output: String?

  @Flag(name: .shortAndLong, help: "Print nothing.")
  var quiet = false

  func run() throws {
    guard FolderProbe.isFolder(source) else {
      throw CommandFailure.environment("\(source): no such folder")
    }
    let output = output ?? (source == "." ? "site" : source + "/site")
    let removed: Int
    do {
      removed = try Emitter(output: output).clean().count
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    let hadCache: Bool
    do {
      hadCache = try BuildCache(root: source).remove()
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    Progress(isQuiet: quiet).say(
      "\(removed) files removed from \(output)" + (hadCache ? ", and the cache" : ""))
  }
}

import ArgumentParser
import Diagnostics
import DossierBuild
import FileTree

/// `dossier template FILE --data JSON`: one template, rendered with data from a file.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Render one template with data from a JSON file.",
    discussion: """
      For theme authors, and for comparing with other engines. The names of the JSON object are the \
      template's variables, and the only ones: a name that the data lack is an error at its place. \
      A name that only some objects of a list have, and null, must be guarded as a value that may be \
      none. All strings are text and escaped as the file's ending asks for.

      The template may extend and include templates of its own folder and of the built-in theme. \
      Prints the result on standard output, findings on standard error, and nothing of the result \
      when there is an error.

      Exit codes: 0 rendered; 1 errors in the template or in the data; 2 wrong usage, or a file that \
      cannot be read.
      """)

  @Argument(help: "The template; its ending (.html, .xml, .json, .txt …) says what is escaped.")
  var file: String

  @Option(help: "The JSON file with the data; - for standard input.")
  var data: String

  @Option(help: "How findings are printed: console, json or github.")
  var format = FindingsFormat.console

  func validate() throws {
    for path in [file, data] where path.isEmpty || path.hasSuffix("/") {
      throw ValidationError("“\(path)” is no file")
    }
  }

  func run() throws {
    let (folder, name) = Self.split(file)
    let template = SingleTemplate(
      files: DiskFileSystem(root: folder ?? "."), folder: folder ?? "", name: name)
    let json = try self.json()
    let result: (output: [UInt8]?, diagnostics: [Diagnostic])
    do {
      result = try template.render(data: json)
    } catch {
      throw Self.failure(error, in: folder)
    }
    FindingsPrinter(format).print(result.diagnostics)
    guard let output = result.output else { throw CommandFailure.content }
    Terminal.standardOutput.write(output)
  }

  /// The data's text with the name that findings call it.
  private func json() throws(CommandFailure) -> SourceFile {
    let limit = SingleTemplate.dataLimit
    if data == "-" {
      guard let bytes = Terminal.standardInput.read(limit: limit) else {
        throw .environment("standard input cannot be read, or has more than \(limit) bytes")
      }
      return SourceFile(path: "(standard input)", bytes: bytes)
    }
    let (folder, name) = Self.split(data)
    do {
      return SourceFile(
        path: data, bytes: try DiskFileSystem(root: folder ?? ".").contents(of: name, limit: limit))
    } catch {
      throw Self.failure(error, in: folder)
    }
  }

  /// The error names the path from its folder; people gave the whole.
  private static func failure(_ error: FileTreeError, in folder: String?) -> CommandFailure {
    .environment(
      folder.map { $0.hasSuffix("/") ? "\($0)\(error)" : "\($0)/\(error)" } ?? "\(error)")
  }

  /// A path as its folder, nil for the working folder, and the name in it.
  private static func split(_ path: String) -> (folder: String?, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (nil, path) }
    let name = String(path[path.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }
}

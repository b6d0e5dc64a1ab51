import Foundation
import PackagePlugin

/// Puts the files of Templates/ into the binary, so that an installed `dossier` needs nothing beside it.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    // The folder may be a symbolic link, which an enumerator does not follow.
    let folder = context.package.directoryURL.appending(path: "Templates")
      .resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTheme.swift")
    var files: [URL] = []
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    while let file = found?.nextObject() as? URL {
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files.append(file)
      }
    }
    guard !files.isEmpty else { throw EmbeddingError.noTemplates(folder.path) }
    files.sort { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Embedding the theme",
        executable: try context.tool(named: "ThemeEmbedder").url,
        arguments: [folder.path, output.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }
}

/// Why there is no theme to embed: a binary without one would fail at its first build.
enum EmbeddingError: Error, CustomStringConvertible {
  case noTemplates(String)

  var description: String {
    switch self {
    case .noTemplates(let folder): "there is no file in \(folder)"
    }
  }
}

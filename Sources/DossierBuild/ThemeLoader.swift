import Diagnostics
import DossierModel
import DossierRendering
import FileTree
import TemplateEngine

/// The theme of a site: the built-in one, with the files of the site's own Templates/ in their place.
struct ThemeLoader {
  static let folder = "Templates"
  /// The largest template or asset that is read, in bytes.
  static let limit = 16 << 20

  struct Theme {
    /// Nil when a template is wrong.
    let templates: TemplateSet?
    /// Files under `assets/`, copied as they are.
    let assets: [Artifact]
    let diagnostics: [Diagnostic]
  }

  let files: any FileSystem

  func load() -> Theme {
    var diagnostics: [Diagnostic] = []
    var sources: [String: [UInt8]] = [:]
    for file in BuiltInTheme.files { sources[file.path] = Array(file.text.utf8) }
    var owned: Set<String> = []
    for (path, bytes) in own(reporting: &diagnostics) {
      sources[path] = bytes
      owned.insert("\(Self.folder)/\(path)")
    }
    var templates: [TemplateSource] = []
    var assets: [Artifact] = []
    for (path, bytes) in sources.sorted(by: { $0.key < $1.key }) {
      let file = SourceFile(path: "\(Self.folder)/\(path)", bytes: bytes)
      if path.hasPrefix("assets/") {
        guard let target = SitePath(path) else { continue }
        assets.append(Artifact(path: target, bytes: bytes, inputs: [.file(file.path)]))
      } else if path.hasSuffix(".html") {
        templates.append(TemplateSource(name: path, file: file))
      } else {
        diagnostics.append(
          Diagnostic(
            .warning, "unused-file", "neither a template nor an asset", at: file.whole,
            help: "templates end in .html; files to be copied stand in Templates/assets/"))
      }
    }
    let (compiled, findings) = TemplateSet.compile(
      templates, entries: PageSchema.entries, schema: PageSchema.schema)
    // A site that overrides a template of ours may leave others of ours without use.
    let relevant = findings.filter {
      $0.id != "template-unused" || owned.contains($0.place?.path ?? "")
    }
    return Theme(templates: compiled, assets: assets, diagnostics: diagnostics + relevant)
  }

  private func own(reporting diagnostics: inout [Diagnostic]) -> [(String, [UInt8])] {
    do {
      var found: [(String, [UInt8])] = []
      for entry in try files.entries(under: Self.folder) {
        if let problem = entry.problem {
          diagnostics.append(
            Diagnostic(
              .error, "unreadable-file", "cannot be read: \(problem)",
              at: SourcePlace(path: entry.path)))
          continue
        }
        let bytes = try files.contents(of: entry.path, limit: Self.limit)
        found.append((String(entry.path.dropFirst(Self.folder.count + 1)), bytes))
      }
      return found
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "unreadable-file", "\(error)", at: SourcePlace(path: Self.folder)))
      return []
    }
  }
}

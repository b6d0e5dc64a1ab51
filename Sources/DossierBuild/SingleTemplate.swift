package import Diagnostics
package import FileTree
import TemplateEngine

/// One template rendered with data from JSON, outside of any site: for theme authors, and to compare the
/// engine with others. The template may use those of its folder and of the built-in theme; of two with
/// one name that of the folder counts.
package struct SingleTemplate: Sendable {
  /// The largest JSON text that is read, in bytes.
  package static let dataLimit = 16 << 20

  private let files: any FileSystem
  private let folder: String
  private let name: String

  /// - Parameters:
  ///   - files: the template's folder, as root; nothing outside it is read.
  ///   - folder: how the folder is called in findings, "" for none.
  ///   - name: the template's name in the folder. Its ending says what is escaped.
  package init(files: any FileSystem, folder: String, name: String) {
    self.files = files
    self.folder = folder
    self.name = name
  }

  /// Checks the template against the data's own names and types and renders it.
  ///
  /// - Returns: UTF-8, and the findings in reading order; nil when the data or a template has a mistake.
  /// - Throws: when there is no such template, or a template cannot be read.
  package func render(
    data json: SourceFile
  ) throws(FileTreeError) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    let sources = try self.sources()
    let (data, findings) = TemplateData.read(json)
    guard let data else { return (nil, findings) }
    let (set, mistakes) = TemplateSet.compile(
      sources, entries: [name: data.root.schema.name], schema: data.schema)
    guard let set else { return (nil, mistakes) }
    var output: [UInt8] = []
    do throws(TemplateError) {
      try set.render(name, data.root, into: &output)
    } catch {
      return (nil, mistakes + [error.diagnostic])
    }
    return (output, mistakes)
  }

  /// The template and all it extends and includes, and all these do. A name that leads to no file is
  /// left to the compiler, which knows where it stands.
  private func sources() throws(FileTreeError) -> [TemplateSource] {
    let own = try source(name, files.contents(of: name, limit: ThemeLoader.limit))
    var sources = [own]
    var seen: Set = [name]
    var open = own.references
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let found = try find(next) else { continue }
      sources.append(found)
      open += found.references
    }
    return sources
  }

  private func find(_ name: String) throws(FileTreeError) -> TemplateSource? {
    do {
      return source(name, try files.contents(of: name, limit: ThemeLoader.limit))
    } catch {
      switch error {
      case .notFound, .leavesRoot: break
      default: throw error
      }
    }
    guard let file = BuiltInTheme.files.first(where: { $0.path == name }), name.hasSuffix(".html")
    else { return nil }
    return TemplateSource(
      name: name, file: SourceFile(path: "built-in/\(name)", text: file.text))
  }

  private func source(_ name: String, _ bytes: [UInt8]) -> TemplateSource {
    TemplateSource(
      name: name,
      file: SourceFile(path: folder.isEmpty ? name : "\(folder)/\(name)", bytes: bytes))
  }
}

import Diagnostics
import DossierLoading
import DossierModel
import FileTree
import Testing

/// A site of a few files, loaded.
struct Loaded {
  let model: SiteModel
  let diagnostics: [Diagnostic]
  let inputs: [String]

  init(
    _ texts: [String: String] = [:], bytes: [String: [UInt8]] = [:], includesDrafts: Bool = false
  ) throws {
    var files = MemoryFileSystem(
      texts: ["dossier.yml": "title: Test\n"].merging(texts) { $1 })
    for (path, content) in bytes { files.files[path] = content }
    let result = SiteLoader(files: files, options: .init(includesDrafts: includesDrafts)).load()
    model = try #require(result.model)
    diagnostics = result.diagnostics
    inputs = result.inputs
  }

  /// The one page of a site with nothing to report.
  static func page(
    _ text: String, at path: String = "Content/conflicts/war.md",
    beside others: [String: String] = [:]
  ) throws -> Page {
    let loaded = try Loaded(others.merging([path: text]) { $1 })
    #expect(loaded.diagnostics.map(ConsoleFormatter().format) == [])
    return try #require(loaded.model.pages.first { $0.file.path == path })
  }

  /// Actors by slug, titled alike, so that references are known.
  static func actors(_ slugs: String...) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: slugs.map {
        ("Content/actors/\($0).md", "---\ntitle: The \($0)\n---\n")
      })
  }
}

extension Page {
  /// What stands in the file at a range.
  func source(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }
}

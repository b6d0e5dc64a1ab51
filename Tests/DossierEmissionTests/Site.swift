import DossierEmission
import DossierModel
import FileTree
import Synchronization
import Testing

/// Artifacts from paths and texts.
func artifacts(_ files: [String: String]) -> [Artifact] {
  files.compactMap { path, text in
    SitePath(path).map { Artifact(path: $0, bytes: Array(text.utf8), inputs: []) }
  }
}

extension TemporaryFolder {
  /// The text of every file that is not a record, by path; empty folders end in `/`.
  var tree: [String: String] {
    var tree: [String: String] = [:]
    for name in names where !name.contains(".dossier-") {
      if name.hasSuffix("/") {
        if !names.contains(where: { $0 != name && $0.hasPrefix(name) }) { tree[name] = "" }
      } else {
        tree[name] = text(name) ?? "(unreadable)"
      }
    }
    return tree
  }

  func text(_ name: String) -> String? {
    guard
      let bytes = try? Folder(path: path).folder(Self.folder(name)).contents(of: Self.last(name))
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func folder(_ path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}

extension EmissionReport {
  /// `+written`, `-removed` and `=unchanged` in one line.
  var summary: String {
    let marks = written.map { "+\($0)" } + removed.map { "-\($0)" }
    return (marks + ["=\(unchanged)"]).joined(separator: " ")
  }
}

/// Counts calls from any thread.
final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
  var count: Int { value.load(ordering: .relaxed) }
}

/// All that a session may not change: names, texts and times.
struct Snapshot: Equatable {
  let names: [String]
  let texts: [String?]
  let items: [Folder.Item?]

  init(_ folder: TemporaryFolder) throws {
    names = folder.names
    texts = names.map { folder.text($0) }
    let root = try Folder(path: folder.path)
    items = try names.filter { !$0.hasSuffix("/") }.map { try root.item($0) }
  }
}

/// What came of an emission: its report's summary, or its error, the folder as `SITE`.
func message(
  _ folder: TemporaryFolder, _ body: () throws(EmissionError) -> EmissionReport
) -> String {
  do throws(EmissionError) { return try body().summary } catch {
    return error.description.replacing(folder.path, with: "SITE")
  }
}

import Foundation

/// A folder for one test, removed with its last reference.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dossier-e2e-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func at(_ path: String) -> URL { url.appending(path: path) }

  func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      at: at(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: at(path))
  }

  /// Writes files in the order given.
  func write(_ files: [(path: String, text: String)]) throws {
    for file in files { try write(file.text, to: file.path) }
  }

  func write(_ files: [String: String]) throws {
    try write(files.sorted { $0.key < $1.key }.map { (path: $0.key, text: $0.value) })
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: at(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: at(path).path) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: at(path)) }

  /// An empty file open for writing.
  func handle(to path: String) throws -> FileHandle {
    try write("", to: path)
    return try FileHandle(forWritingTo: at(path))
  }

  /// Every file below `folder` with its bytes, hidden ones too; folders are not listed.
  func tree(_ folder: String = "") throws -> [String: Data] {
    let root = folder.isEmpty ? url.path : at(folder).path
    guard let found = FileManager.default.enumerator(atPath: root) else { return [:] }
    var tree: [String: Data] = [:]
    while let name = found.nextObject() as? String {
      guard found.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
      tree[name] = try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))
    }
    return tree
  }

  /// The same without what the emission keeps for itself: names that begin with a full stop.
  func site(_ folder: String = "site") throws -> [String: Data] {
    try tree(folder).filter { path, _ in !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }
}

/// The paths at which two trees differ, sorted: what a failed comparison should print.
func differences(_ left: [String: Data], _ right: [String: Data]) -> [String] {
  Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
}

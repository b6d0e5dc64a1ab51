import FileTree
import Glibc

/// A real folder for one test, removed with its last reference.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var name = "/tmp/dossier-test-"
    for _ in 0..<12 {
      name.unicodeScalars.append("abcdefghijklmnopqrstuvwxyz".unicodeScalars.randomElement() ?? "a")
    }
    path = name
    unsafe mkdir(name, 0o777)
  }

  deinit { Self.remove(path) }

  func at(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and the folders above it.
  func write(_ text: String, to name: String) throws {
    if let slash = name.lastIndex(of: "/") {
      try AtomicFile.createDirectories(at(String(name[..<slash])))
    }
    try AtomicFile.write(Array(text.utf8), to: at(name))
  }

  func makeFolder(_ name: String) { unsafe mkdir(at(name), 0o777) }

  /// Makes the symbolic link `name`, which leads to `target`.
  func link(_ name: String, to target: String) { unsafe symlink(target, at(name)) }

  func move(_ name: String, to other: String) { unsafe rename(at(name), at(other)) }

  func remove(_ name: String) { unsafe unlink(at(name)) }

  /// All names below the folder, hidden ones too, links not followed; folders end in `/`.
  var names: [String] { Self.names(path, "").sorted() }

  private static func names(_ root: String, _ prefix: String) -> [String] {
    guard let folder = try? Folder(path: "\(root)/\(prefix)"), let names = try? folder.names()
    else { return [] }
    var result: [String] = []
    for name in names {
      if (try? folder.item(name)) == .folder {
        result.append("\(prefix)\(name)/")
        result += Self.names(root, "\(prefix)\(name)/")
      } else {
        result.append(prefix + name)
      }
    }
    return result
  }

  static func remove(_ path: String) {
    _ = unsafe chmod(path, 0o777)
    if let folder = try? Folder(path: path), let names = try? folder.names() {
      for name in names {
        if (try? folder.item(name)) == .folder {
          remove("\(path)/\(name)")
        } else {
          _ = try? folder.remove(name)
        }
      }
    }
    unsafe rmdir(path)
  }
}

import FileTree
import Foundation
import Testing

/// The site `Fixtures/Sites/ferry`, whose pages use the whole syntax of facts and statements.
enum FerrySite {
  static let rendered = Result { try RenderedSite(try texts()) }

  private static func texts() throws -> [String: String] {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Sites/ferry")
    let files = DiskFileSystem(root: root.path)
    let paths =
      try ["dossier.yml"] + files.entries(under: "seeds").map(\.path)
      + files.entries(under: "Content").map(\.path)
    var texts: [String: String] = [:]
    for path in paths {
      texts[path] = String(decoding: try files.contents(of: path, limit: 1 << 20), as: UTF8.self)
    }
    return texts
  }
}

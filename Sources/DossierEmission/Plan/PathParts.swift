internal import FileTree

/// Questions about the bytes of a path, asked of every file in every emission.
enum PathParts {
  /// The folder (`""` at the top) and the name of a path.
  static func split(_ path: String) -> (folder: String, name: String) {
    var text = path
    let slash = text.withUTF8 { bytes in unsafe bytes.lastIndex(of: UInt8(ascii: "/")) }
    guard let slash else { return ("", path) }
    let index = path.utf8.index(path.utf8.startIndex, offsetBy: slash)
    return (String(path[..<index]), String(path[path.utf8.index(after: index)...]))
  }

  /// Whether a path has upper-case or non-ASCII letters, and whether a part starts with a dot.
  static func traits(of path: String) -> (needsFolding: Bool, hasHiddenPart: Bool) {
    var text = path
    return text.withUTF8 { bytes in
      var previous = UInt8(ascii: "/")
      var needsFolding = false
      var hasHiddenPart = false
      for index in bytes.indices {
        let byte = unsafe bytes[index]
        if byte >= 0x80 || byte &- UInt8(ascii: "A") < 26 { needsFolding = true }
        if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/") { hasHiddenPart = true }
        previous = byte
      }
      return (needsFolding, hasHiddenPart)
    }
  }

  /// The place of `path` in an ordered list. O(log n).
  static func index(of path: String, in paths: [String]) -> Int? {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      let order = PathOrder.compare(paths[middle], path)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

import FileTree

/// Reads what `git ls-tree -r -z` prints, and makes files of it.
enum GitTree {
  struct Entry {
    /// From the site's folder.
    let path: String
    let object: String
    let isLink: Bool
  }

  /// The files; submodules, and paths that are not UTF-8, are left out. O(bytes).
  static func entries(_ bytes: [UInt8]) -> [Entry] {
    bytes.split(separator: 0).compactMap { record in
      guard let tab = record.firstIndex(of: 0x09),
        let path = String(validating: record[(tab + 1)...], as: UTF8.self)
      else { return nil }
      let head = record[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard head.count == 3, head[1] == "blob" else { return nil }
      return Entry(path: path, object: head[2], isLink: head[0] == "120000")
    }
  }

  /// The files with their bytes; a link leads to another file of the tree, or is a problem.
  static func files(_ entries: [Entry], _ objects: [[UInt8]?]) -> MemoryFileSystem {
    var files = MemoryFileSystem()
    for (entry, bytes) in zip(entries, objects) where !entry.isLink {
      if let bytes { files.files[entry.path] = bytes }
    }
    for (entry, bytes) in zip(entries, objects) where entry.isLink {
      let target = bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
      if let path = resolve(target, from: entry.path), let found = files.files[path] {
        files.files[entry.path] = found
      } else {
        files.problems[entry.path] = .brokenLink
      }
    }
    return files
  }

  /// Where a link at `path` leads; nil above the site's folder.
  private static func resolve(_ target: String, from path: String) -> String? {
    guard !target.hasPrefix("/") else { return nil }
    var parts = path.split(separator: "/").dropLast()
    for part in target.split(separator: "/") where part != "." {
      if part == ".." {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Reads what `git cat-file --batch` prints.
enum GitObjects {
  /// The bytes of each object that was asked for, in order; nil for one that is missing. Throws when
  /// the output ends too soon. O(bytes).
  static func read(_ bytes: [UInt8], count: Int) throws(GitError) -> [[UInt8]?] {
    var objects: [[UInt8]?] = []
    objects.reserveCapacity(count)
    var index = 0
    while objects.count < count {
      guard let end = bytes[index...].firstIndex(of: 0x0A) else {
        throw .failed("it printed fewer objects than were asked for")
      }
      let head = bytes[index..<end].split(separator: 0x20)
      index = end + 1
      // `<id> blob <size>`, or `<id> missing`.
      guard head.count == 3, let size = Int(String(decoding: head[2], as: UTF8.self)), size >= 0
      else {
        objects.append(nil)
        continue
      }
      guard size < bytes.count - index else {
        throw .failed("it printed fewer objects than were asked for")
      }
      objects.append(Array(bytes[index..<index + size]))
      index += size + 1
    }
    return objects
  }
}

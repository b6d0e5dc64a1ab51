internal import DossierModel
internal import FileTree

/// What earlier emissions have left in the output folder: the manifest, the journal of one that did
/// not end, and with them the knowledge which files are ours.
struct OutputRecord: Sendable {
  static let manifestName = ".dossier-manifest"
  static let journalName = ".dossier-journal"
  static let journalHeader = "dossier-journal 1\n"
  /// What may stand in a folder that we are given, and stays as it is.
  static let kept: Set<String> = [".gitkeep", ".gitignore", "README.md", ".git", "CNAME"]

  let manifest: Manifest
  /// The manifest as it stands there; nil when there is none.
  let manifestText: [UInt8]?
  /// What was changed before this moment is as the manifest says. In nanoseconds since 1970.
  let verifiedBefore: Int64
  /// The paths that an emission meant to write that did not end, in byte order; nil when it ended.
  let journal: [String]?
  /// Temporary files, and folders of them, that killed emissions left at the top of the folder.
  let leftovers: [String]

  /// Whether the folder is ours; if not, it is free.
  let isOurs: Bool

  /// Reads the record. Throws when the folder is neither ours nor free.
  init(_ root: borrowing Folder) throws(EmissionError) {
    let names = try EmissionError.wrap { () throws(FileTreeError) in try root.names() }
    isOurs = names.contains(Self.manifestName) || names.contains(Self.journalName)
    leftovers = names.filter { $0.hasPrefix(AtomicFile.temporaryPrefix) }
    if !isOurs {
      let foreign = names.filter {
        !Self.kept.contains($0) && !$0.hasPrefix(AtomicFile.temporaryPrefix)
      }
      guard foreign.isEmpty else {
        throw .foreignFolder(
          output: root.path, entries: Array(foreign.prefix(5)), count: foreign.count)
      }
    }
    if let text = try Self.read(Self.manifestName, names, root) {
      guard let manifest = Manifest(text.bytes) else {
        throw .unreadableRecord(
          path: "\(root.path)/\(Self.manifestName)", reason: "not a manifest of this version")
      }
      self.manifest = manifest
      manifestText = text.bytes
      verifiedBefore = text.modified
    } else {
      manifest = Manifest()
      manifestText = nil
      verifiedBefore = .min
    }
    if let text = try Self.read(Self.journalName, names, root) {
      guard let journal = Self.parseJournal(text.bytes) else {
        throw .unreadableRecord(
          path: "\(root.path)/\(Self.journalName)", reason: "not a journal of this version")
      }
      self.journal = journal
    } else {
      journal = nil
    }
  }

  private static func read(
    _ name: String, _ names: [String], _ root: borrowing Folder
  ) throws(EmissionError) -> (bytes: [UInt8], modified: Int64)? {
    guard names.contains(name) else { return nil }
    do throws(FileTreeError) {
      guard case .file(let stamp)? = try root.item(name) else {
        throw .notReadable(path: root.path + "/" + name, reason: "not a regular file")
      }
      return (try root.contents(of: name), stamp.modified)
    } catch {
      throw .fileSystem(error)
    }
  }

  /// Whether an emission made or meant to make a file at `path`.
  func isOurs(_ path: String) -> Bool {
    manifest.entry(path) != nil || isInJournal(path)
  }

  /// Whether the file at `path` may be half of one emission and half of another. O(log n).
  func isInJournal(_ path: String) -> Bool {
    guard let journal else { return false }
    var low = 0
    var high = journal.count
    while low < high {
      let middle = (low + high) / 2
      if PathOrder.precedes(journal[middle], path) { low = middle + 1 } else { high = middle }
    }
    return low < journal.count && PathOrder.compare(journal[low], path) == 0
  }

  /// The paths of manifest and journal, each once, in byte order.
  var paths: [String] {
    guard let journal else { return manifest.entries.map(\.path) }
    return Self.union(manifest.entries.map(\.path), journal)
  }

  /// Two ordered lists as one, each path once.
  static func union(_ left: [String], _ right: [String]) -> [String] {
    let all = (left + right).sorted(by: PathOrder.precedes)
    var result: [String] = []
    for path in all where result.last.map({ PathOrder.compare($0, path) != 0 }) ?? true {
      result.append(path)
    }
    return result
  }

  static func journalText(_ paths: [String]) -> [UInt8] {
    var text = Array(journalHeader.utf8)
    for path in paths {
      text.append(contentsOf: path.utf8)
      text.append(0x0A)
    }
    return text
  }

  private static func parseJournal(_ text: [UInt8]) -> [String]? {
    guard text.starts(with: journalHeader.utf8), text.last == 0x0A else { return nil }
    var paths: [String] = []
    for line in text[journalHeader.utf8.count...].split(separator: 0x0A) {
      guard let path = path(line) else { return nil }
      paths.append(path)
    }
    return paths.sorted(by: PathOrder.precedes)
  }

  /// A path of a record, by the rules of `SitePath`; nil when it breaks them. (`SitePath` itself
  /// would cost more than the rest of a build in which nothing has changed.)
  static func path(_ bytes: ArraySlice<UInt8>) -> String? {
    var partStart = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\") { return nil }
      if byte == UInt8(ascii: "/") {
        if isBad(bytes[partStart..<index]) { return nil }
        partStart = index + 1
      }
    }
    if isBad(bytes[partStart...]) { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isBad(_ part: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    switch part.count {
    case 0: return true
    case 1: return part.first == dot
    case 2: return part.first == dot && part.last == dot
    default: return false
    }
  }
}

extension EmissionError {
  /// The result of `body`, its error as one of ours.
  static func wrap<Value>(
    _ body: () throws(FileTreeError) -> Value
  ) throws(EmissionError) -> Value {
    do throws(FileTreeError) { return try body() } catch { throw .fileSystem(error) }
  }
}

internal import DossierModel
internal import FileTree

/// The files in the order of their paths' bytes, known to fit into one folder together. Elsewhere a
/// file is its place in that order.
struct EmissionPlan: Sendable {
  /// Files of one folder that a thread takes at once.
  struct Unit: Sendable {
    let folder: String
    let files: [Int]
  }

  static let unitSize = 64

  let files: [StagedFile]
  let paths: [String]
  /// The last part of each path.
  let names: [String]
  /// All files, by folder, at most `unitSize` in each.
  let units: [Unit]
  /// The folders that will have a file, and those above them.
  let folders: Set<String>
  private let folderNames: [String]
  /// The folder of each file, as its place in `folderNames`.
  private let folderOf: [Int]
  /// The files by their folded paths; nil when every path is its own.
  private let folded: [String: Int]?

  var count: Int { paths.count }

  /// O(n log n), O(n) where the files come in order.
  init(_ files: [StagedFile]) throws(EmissionError) {
    let given = files.map(\.path.rawValue)
    let order = given.indices.sorted { PathOrder.precedes(given[$0], given[$1]) }
    let files = order.map { files[$0] }
    let paths = order.map { given[$0] }
    self.files = files
    self.paths = paths
    for index in paths.indices.dropFirst()
    where PathOrder.compare(paths[index - 1], paths[index]) == 0 {
      throw .duplicate(files[index].path)
    }
    folded = try Self.folded(files)
    (names, folderOf, folderNames) = Self.split(paths)
    units = Self.units(Array(paths.indices), folderOf: folderOf, folderNames: folderNames)
    var folders: Set<String> = []
    for folder in folderNames {
      var above = folder
      while !above.isEmpty, folders.insert(above).inserted {
        above = PathParts.split(above).folder
      }
    }
    self.folders = folders
    for folder in folders.sorted(by: PathOrder.precedes) {
      guard let file = file(likeFolded: folder) else { continue }
      let below = paths.first { $0.hasPrefix(folder + "/") } ?? folder
      throw .fileIsFolder(
        file: files[file].path, below: SitePath(folder: "", file: below))
    }
  }

  /// The file of the plan that has this path where case and Unicode form are ignored.
  func file(likeFolded path: String) -> Int? {
    let path = path.lowercased()
    if let folded { return folded[path] }
    return PathParts.index(of: path, in: paths)
  }

  /// The files `indices` (in order) by folder, in pieces that a thread takes at once.
  func units(of indices: [Int]) -> [Unit] {
    Self.units(indices, folderOf: folderOf, folderNames: folderNames)
  }

  private static func units(
    _ indices: [Int], folderOf: [Int], folderNames: [String]
  ) -> [Unit] {
    var files: [[Int]] = Array(repeating: [], count: folderNames.count)
    for index in indices { files[folderOf[index]].append(index) }
    // From each folder in turn: two threads in one folder wait for each other in the kernel.
    var units: [Unit] = []
    var start = 0
    var open = Array(files.indices)
    while !open.isEmpty {
      open.removeAll { files[$0].count <= start }
      for folder in open {
        let end = min(start + unitSize, files[folder].count)
        units.append(Unit(folder: folderNames[folder], files: Array(files[folder][start..<end])))
      }
      start += unitSize
    }
    return units
  }

  /// Names and folders of paths; neighbours mostly share a folder.
  private static func split(
    _ paths: [String]
  ) -> (names: [String], folderOf: [Int], folderNames: [String]) {
    var names: [String] = []
    var folderOf: [Int] = []
    var folderNames: [String] = []
    var known: [String: Int] = [:]
    names.reserveCapacity(paths.count)
    folderOf.reserveCapacity(paths.count)
    for path in paths {
      let (folder, name) = PathParts.split(path)
      names.append(name)
      if let last = folderOf.last, folderNames[last] == folder {
        folderOf.append(last)
      } else if let place = known[folder] {
        folderOf.append(place)
      } else {
        known[folder] = folderNames.count
        folderOf.append(folderNames.count)
        folderNames.append(folder)
      }
    }
    return (names, folderOf, folderNames)
  }

  /// Throws for reserved paths, and for two that are one where case and Unicode form are ignored.
  private static func folded(_ files: [StagedFile]) throws(EmissionError) -> [String: Int]? {
    var isFolded = true
    for file in files {
      let path = file.path.rawValue
      let traits = PathParts.traits(of: path)
      isFolded = isFolded && !traits.needsFolding
      if traits.hasHiddenPart, isReserved(path) { throw .reserved(file.path) }
    }
    if isFolded { return nil }
    var folded: [String: Int] = [:]
    folded.reserveCapacity(files.count)
    for (index, file) in files.enumerated() {
      if let other = folded.updateValue(index, forKey: file.path.rawValue.lowercased()) {
        throw .collision(files[other].path, file.path)
      }
    }
    return folded
  }

  private static func isReserved(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    let tops = [".git", OutputRecord.manifestName, OutputRecord.journalName]
    return tops.contains { parts.first?.elementsEqual($0) ?? false }
      || parts.contains { $0.hasPrefix(AtomicFile.temporaryPrefix) }
  }
}

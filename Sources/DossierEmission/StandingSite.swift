package import DossierModel
package import FileTree

/// A site that stands whole in its folder, as the last emission left it.
package struct StandingSite: Hashable, Sendable {
  /// Of the manifest's bytes: equal manifests are equal sites.
  package let manifest: Digest
  /// How many files the site has.
  package let count: Int
}

extension Emitter {
  /// The site that stands in the folder; nil when there is none, or when any of its files is not what the
  /// manifest says, or an emission did not end. Files that nobody has touched since are not read.
  /// Changes nothing but the moment that the manifest notes, where files were read.
  package func standing() throws(EmissionError) -> StandingSite? {
    guard let output = try OutputFolder.existing(for: self), let text = output.record.manifestText,
      output.record.journal == nil, output.record.leftovers.isEmpty
    else { return nil }
    let entries = output.record.manifest.entries
    let inspected = concurrentMap(Self.runs(of: entries), width: width) { run in
      Self.inspect(entries[run], in: output)
    }
    guard inspected.allSatisfy({ $0 != nil }) else { return nil }
    if inspected.contains(true) {
      try EmissionError.wrap { () throws(FileTreeError) in
        try output.root.setModified(output.began, of: OutputRecord.manifestName)
      }
    }
    return StandingSite(manifest: Digest.of(text), count: entries.count)
  }

  /// What of the site that stands in the folder is not what `artifacts` say, each file read to its last
  /// byte: a line each, in the order of the paths. O(bytes).
  package func differences(from artifacts: [Artifact]) throws(EmissionError) -> [String] {
    guard let output = try OutputFolder.existing(for: self) else {
      return ["\(self.output): there is no site"]
    }
    let isSame = concurrentMap(artifacts, width: width) { artifact in
      let (folder, name) = PathParts.split(artifact.path.rawValue)
      return (try? output.root.folder(folder).file(name, holds: artifact.bytes)) ?? false
    }
    var lines = zip(artifacts, isSame).filter { !$1 }.map { "\($0.0.path): differs or is missing" }
    let made = Set(artifacts.map(\.path.rawValue))
    for entry in output.record.manifest.entries where !made.contains(entry.path) {
      lines.append("\(entry.path): is not part of the site")
    }
    return lines.sorted(by: PathOrder.precedes)
  }

  /// Neighbours of one folder, in pieces that a thread takes at once.
  private static func runs(of entries: [Manifest.Entry]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    var folder = ""
    for index in entries.indices {
      let (own, _) = PathParts.split(entries[index].path)
      if index > start, own != folder || index - start == EmissionPlan.unitSize {
        runs.append(start..<index)
        start = index
      }
      folder = own
    }
    if start < entries.count { runs.append(start..<entries.count) }
    return runs
  }

  /// Whether files of one folder had to be read to know that they are as the manifest says; nil when one
  /// of them is not.
  private static func inspect(
    _ entries: ArraySlice<Manifest.Entry>, in output: OutputFolder
  ) -> Bool? {
    guard let first = entries.first,
      let folder = try? output.root.folder(PathParts.split(first.path).folder)
    else { return nil }
    var wasRead = false
    for entry in entries {
      let (_, name) = PathParts.split(entry.path)
      guard case .file(let stamp)? = try? folder.item(name), stamp.size == entry.size else {
        return nil
      }
      if max(stamp.modified, stamp.changed) < output.record.verifiedBefore { continue }
      guard let bytes = try? folder.contents(of: name, limit: entry.size),
        Digest.of(bytes) == entry.digest
      else { return nil }
      wasRead = true
    }
    return wasRead
  }
}

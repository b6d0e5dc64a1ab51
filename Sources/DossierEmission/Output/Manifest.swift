internal import DossierModel
internal import FileTree

/// The list of the files that an emission made, as it is kept in the output folder.
///
///     dossier-manifest 1
///     <SHA-256> <bytes> <path>
///
/// In the order of the paths' bytes, without times, so that equal sites have equal manifests.
struct Manifest: Sendable {
  struct Entry: Sendable {
    let path: String
    let size: Int
    let digest: Digest
  }

  static let header = "dossier-manifest 1\n"

  /// By path, in byte order.
  let entries: [Entry]

  /// Nil when the text is not one that `text(of:)` makes, or a path could leave the folder.
  init?(_ text: [UInt8]) {
    guard text.starts(with: Self.header.utf8) else { return nil }
    var entries: [Entry] = []
    var start = Self.header.utf8.count
    while start < text.count {
      guard let end = text[start...].firstIndex(of: 0x0A), end - start > 67,
        let digest = Digest(hexadecimal: text[start..<start + 64]), text[start + 64] == 0x20
      else { return nil }
      var size = 0
      var index = start + 65
      while index < end, case let digit = text[index] &- 0x30, digit < 10, size < 1 << 50 {
        size = size * 10 + Int(digit)
        index += 1
      }
      guard index > start + 65, text[index] == 0x20,
        let path = OutputRecord.path(text[(index + 1)..<end])
      else { return nil }
      if let last = entries.last, !PathOrder.precedes(last.path, path) { return nil }
      entries.append(Entry(path: path, size: size, digest: digest))
      start = end + 1
    }
    self.entries = entries
  }

  /// No files.
  init() { entries = [] }

  /// The entry for `path`. O(log n).
  func entry(_ path: String) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let order = PathOrder.compare(entries[middle].path, path)
      if order == 0 { return entries[middle] }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The text that lists the files of a plan.
  static func text(of plan: EmissionPlan) -> [UInt8] {
    var text = Array(header.utf8)
    text.reserveCapacity(plan.count * 112)
    for file in plan.files {
      file.digest.appendHex(to: &text)
      text.append(0x20)
      text.append(contentsOf: String(file.size).utf8)
      text.append(0x20)
      text.append(contentsOf: file.path.rawValue.utf8)
      text.append(0x0A)
    }
    return text
  }
}

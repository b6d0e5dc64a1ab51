/// The file names that no reader of a tree is told about: hidden ones and what editors leave behind.
package enum IgnoredNames {
  /// Whether `name` (one part of a path, not a path) is hidden (`.x`), a backup (`x~`), a Vim swap
  /// or probe file (`x.swp`, `4913`), an Emacs autosave (`#x#`), or a half-written download of ours.
  package static func contains(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == UInt8(ascii: ".") || last == UInt8(ascii: "~") { return true }
    if first == UInt8(ascii: "#"), last == UInt8(ascii: "#"), bytes.count > 1 { return true }
    if last == UInt8(ascii: "p") || last == UInt8(ascii: "o") || last == UInt8(ascii: "x") {
      return name.hasSuffix(".swp") || name.hasSuffix(".swo") || name.hasSuffix(".swx")
    }
    return name == "4913"
  }

  /// Whether any part of the path is such a name.
  package static func contains(anyPartOf path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .contains { contains(String(Substring($0))) }
  }
}

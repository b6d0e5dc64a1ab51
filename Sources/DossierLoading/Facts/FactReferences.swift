import Diagnostics
import DossierModel

/// The slugs in a value.
enum FactReferences {
  /// The slugs in a list `a, [[b]], c`. A comma inside a wikilink separates nothing. O(length).
  static func slugs(in range: Range<Int>, of bytes: [UInt8]) -> [PageReference] {
    var result: [PageReference] = []
    var start = range.lowerBound
    var index = start
    var mayBeWikilink = true
    func add(_ end: Int) {
      let reference = FactLine.reference(start..<end, in: bytes)
      if !reference.slug.isEmpty { result.append(reference) }
    }
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: ",") {
        add(index)
        start = index + 1
      } else if mayBeWikilink, bytes[index...].starts(with: "[[".utf8) {
        let close = FactLine.find("]]", in: bytes, from: index + 2, to: range.upperBound)
        // Without an end here there is none further on; to look again would be quadratic.
        mayBeWikilink = close != nil
        index = close.map { $0 + 1 } ?? index
      }
      index += 1
    }
    add(range.upperBound)
    return result
  }

  /// Slugs that stand in one list twice.
  static func repeated(_ pages: [PageReference], in file: SourceFile) -> [Diagnostic] {
    guard pages.count > 1 else { return [] }
    var seen: Set<String> = []
    return pages.filter { !seen.insert($0.slug).inserted }.map { reference in
      Diagnostic(
        .warning, "repeated-value", "“\(reference.slug)” stands there twice",
        at: file.place(reference.range), help: "remove one")
    }
  }
}

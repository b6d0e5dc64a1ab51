import CommonMark
import DossierModel

/// A place in a Content file that names a paragraph of a source by its number.
struct ContentReference {
  enum Form {
    /// `[@source p4 from origin]`.
    case citation
    /// `[[source#p4|words]]`, or a link to `…/sources/source.html#p4`.
    case anchor
  }

  let form: Form
  let key: String
  let locator: Citation.Locator
  /// UTF-8 offsets in the file: of the whole citation, wikilink or link.
  let range: Range<Int>

  /// All of a page, in the order of the file. O(nodes).
  static func all(
    in tree: MarkdownTree, facts: [Fact] = [], statements: [Statement] = []
  ) -> [ContentReference] {
    var found: [ContentReference] = []
    for mark in tree.citations {
      guard case .success(let details) = Citation.parseDetails(mark.rest),
        let locator = details.locator
      else { continue }
      found.append(
        ContentReference(
          form: .citation, key: mark.key, locator: locator, range: tree[mark.node].source))
    }
    // Facts are read line by line from the file, so that a citation may be wrapped in them.
    let claims =
      facts.flatMap(\.citations)
      + statements.flatMap(\.renderings).flatMap(\.citations)
    for citation in claims {
      guard let locator = citation.locator else { continue }
      found.append(
        ContentReference(
          form: .citation, key: citation.key, locator: locator, range: citation.range))
    }
    for wikilink in tree.wikilinks {
      guard let locator = wikilink.heading.flatMap(Self.locator) else { continue }
      found.append(
        ContentReference(
          form: .anchor, key: wikilink.page, locator: locator,
          range: tree[wikilink.node].source))
    }
    for link in tree.links {
      guard let (key, locator) = target(of: link.destination) else { continue }
      found.append(
        ContentReference(
          form: .anchor, key: key, locator: locator, range: tree[link.node].source))
    }
    var seen: Set<Int> = []
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .filter { seen.insert($0.range.lowerBound).inserted }
  }

  private static func locator(_ text: String) -> Citation.Locator? {
    guard case .success(let details) = Citation.parseDetails(text), details.origin == nil,
      let locator = details.locator, locator.text == text
    else { return nil }
    return locator
  }

  /// The source and paragraph that an address of the site names: `../sources/wire.html#p4`.
  private static func target(of address: String) -> (key: String, locator: Citation.Locator)? {
    guard let hash = address.lastIndex(of: "#"), !address.contains("://"),
      let locator = locator(String(address[address.index(after: hash)...]))
    else { return nil }
    let parts = address[..<hash].split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "sources", let name = parts.last,
      name.hasSuffix(".html")
    else { return nil }
    return (String(name.dropLast(5)), locator)
  }

  /// What is to be replaced in the file once the paragraphs are called `locators`, and by what; nil where
  /// the file does not say there what was read, as for a link whose address stands elsewhere.
  func edit(
    _ bytes: [UInt8], to locators: [Citation.Locator]
  ) -> (range: Range<Int>, bytes: [UInt8])? {
    guard range.upperBound <= bytes.count, let first = locators.first else { return nil }
    switch form {
    case .citation:
      let text = bytes[range]
      guard text.starts(with: "[@\(key)".utf8), text.last == UInt8(ascii: "]") else { return nil }
      let start = Self.skippingSpace(range.lowerBound + 2 + key.utf8.count, bytes)
      let end = start + locator.text.utf8.count
      guard end < range.upperBound, bytes[start..<end].elementsEqual(locator.text.utf8) else {
        return nil
      }
      guard locators.count > 1 else { return (start..<end, Array(first.text.utf8)) }
      // Several places that are no neighbours are several citations.
      var result: [UInt8] = []
      for locator in locators {
        if !result.isEmpty { result.append(0x20) }
        result += bytes[range.lowerBound..<start]
        result += locator.text.utf8
        result += bytes[end..<range.upperBound]
      }
      return (range, result)
    case .anchor:
      // One anchor leads to one paragraph: the first.
      let isWikilink = bytes[range].starts(with: "[[".utf8)
      let wanted = Array((isWikilink ? "#" : "\(key).html#").utf8) + Array(locator.text.utf8)
      guard
        let at = bytes[range].indices.first(where: {
          bytes[$0] == wanted[0] && bytes[$0..<range.upperBound].starts(with: wanted)
        })
      else { return nil }
      let end = at + wanted.count
      let name = first.series.rawValue + String(first.numbers.lowerBound)
      return ((end - locator.text.utf8.count)..<end, Array(name.utf8))
    }
  }

  /// Past spaces, line breaks and NBSP, as `Citation.parseDetails` splits.
  private static func skippingSpace(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var at = offset
    while at < bytes.count {
      if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
        at += 2
      } else if FactLine.isSpace(bytes[at]) {
        at += 1
      } else {
        break
      }
    }
    return at
  }
}

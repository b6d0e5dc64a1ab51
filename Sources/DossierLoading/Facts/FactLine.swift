import Diagnostics
import DossierModel

/// One item of a `## Facts` list, cut into its parts: `key: value | qualifier: value [@source p1]`.
///
/// All ranges are UTF-8 offsets in the file.
struct FactLine {
  /// The parts between `|`, without citations.
  var parts: [Range<Int>] = []
  var citations: [Citation] = []

  /// Cuts `range` of `file` at bars and citations. Bars and brackets inside wikilinks do not count.
  init(_ file: SourceFile, _ range: Range<Int>, reporting diagnostics: inout [Diagnostic]) {
    let bytes = file.bytes
    var start = range.lowerBound
    var index = start
    var end = start  // of the part, before a citation
    var sawCitation = false
    var mayBeWikilink = true
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "|") {
        parts.append(start..<(sawCitation ? end : index))
        start = index + 1
        sawCitation = false
        index += 1
      } else if mayBeWikilink, !sawCitation, bytes[index...].starts(with: "[[".utf8) {
        let close = Self.find("]]", in: bytes, from: index + 2, to: range.upperBound)
        // Without an end here there is none further on; to look again would be quadratic.
        mayBeWikilink = close != nil
        index = close.map { $0 + 2 } ?? index + 2
      } else if bytes[index...].starts(with: "[@".utf8) {
        if !sawCitation { end = index }
        sawCitation = true
        guard let close = Self.find("]", in: bytes, from: index + 2, to: range.upperBound) else {
          diagnostics.append(
            Diagnostic(
              .error, "bad-citation", "the citation that begins here has no “]”",
              at: file.place(index..<range.upperBound),
              help: "a citation is [@source p4 from origin]"))
          break
        }
        if let citation = Self.citation(file, index..<(close + 1), reporting: &diagnostics) {
          citations.append(citation)
        }
        index = close + 1
      } else {
        guard sawCitation, !Self.isSpace(bytes[index]) else {
          index += 1
          continue
        }
        let stray = index
        while index < range.upperBound, bytes[index] != UInt8(ascii: "|"),
          !bytes[index...].starts(with: "[@".utf8)
        {
          index += 1
        }
        diagnostics.append(
          Diagnostic(
            .error, "fact-syntax", "nothing but citations can follow a citation",
            at: file.place(Self.trimmed(stray..<index, in: bytes)),
            help: "put citations last, and “|” before a qualifier"))
      }
    }
    parts.append(start..<(sawCitation ? end : range.upperBound))
    parts = parts.map { Self.trimmed($0, in: bytes) }
  }

  /// Reads one citation, brackets and all.
  static func citation(
    _ file: SourceFile, _ range: Range<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> Citation? {
    // A citation may be wrapped: its line breaks are spaces.
    let inner = words((range.lowerBound + 2)..<(range.upperBound - 1), in: file.bytes)
    let key = inner.prefix { $0 != " " && $0 != "\u{A0}" }
    switch Citation.parseDetails(String(inner.dropFirst(key.count))) {
    case .success(let details):
      return Citation(
        key: String(key), locator: details.locator, origin: details.origin, range: range)
    case .failure(let error):
      diagnostics.append(
        Diagnostic(
          .error, "bad-citation", error.summary, at: file.place(range), help: error.help))
      return nil
    }
  }

  static func find(_ text: String, in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= end {
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  /// The slug that a reference names, and where: `turkey`, `[[turkey]]` and `[[turkey|Ankara]]` name
  /// one page.
  static func reference(_ range: Range<Int>, in bytes: [UInt8]) -> PageReference {
    var part = trimmed(range, in: bytes)
    if part.count > 4, bytes[part].starts(with: "[[".utf8),
      bytes[part].suffix(2).elementsEqual("]]".utf8)
    {
      part = (part.lowerBound + 2)..<(part.upperBound - 2)
      let end = bytes[part].firstIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "#") }
      part = trimmed(part.lowerBound..<(end ?? part.upperBound), in: bytes)
    }
    return PageReference(slug: words(part, in: bytes), range: part)
  }

  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The words of a range, with line breaks and runs of spaces as one space.
  static func words(_ range: Range<Int>, in bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for byte in bytes[range] {
      if isSpace(byte) {
        if result.last != 0x20 { result.append(0x20) }
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

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
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "|") {
        parts.append(start..<(sawCitation ? end : index))
        start = index + 1
        sawCitation = false
        index += 1
      } else if bytes[index...].starts(with: "[[".utf8),
        let close = Self.find("]]", in: bytes, from: index + 2, to: range.upperBound)
      {
        index = close + 2
      } else if bytes[index...].starts(with: "[@".utf8),
        let close = Self.find("]", in: bytes, from: index + 2, to: range.upperBound)
      {
        if !sawCitation { end = index }
        sawCitation = true
        if let citation = Self.citation(file, index..<(close + 1), reporting: &diagnostics) {
          citations.append(citation)
        }
        index = close + 1
      } else {
        if sawCitation, !Self.isSpace(bytes[index]) {
          diagnostics.append(
            Diagnostic(
              .error, "fact-syntax", "a value ends with its citations",
              at: file.place(index..<min(index + 1, range.upperBound)),
              help: "move the citation to the end of the value, or separate with “|”"))
          return
        }
        index += 1
      }
    }
    parts.append(start..<(sawCitation ? end : range.upperBound))
    parts = parts.map { Self.trimmed($0, in: bytes) }
  }

  /// Reads one citation, brackets and all.
  static func citation(
    _ file: SourceFile, _ range: Range<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> Citation? {
    let inner = String(
      decoding: file.bytes[(range.lowerBound + 2)..<(range.upperBound - 1)], as: UTF8.self)
    let key = inner.prefix { !$0.isWhitespace }
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

package import Diagnostics
package import DossierModel

/// Leads from the text of a paragraph back to the lines of its text capture: the offsets of
/// `dossier-extract/1` are Unicode code points within the raw line, while a paragraph's text has its
/// white space folded and drop caps joined.
package struct CapturePositions: Sendable {
  private let text: CaptureText

  /// Decodes the capture as the importer does; nil when that fails. O(bytes).
  package init?(_ file: SourceFile) {
    guard case .text(let text) = CaptureDecoder().decode(file) else { return nil }
    self.text = text
  }

  /// The lines without their ends, in order; line 1 is the first.
  package var lines: [String] {
    text.lines.map { String(decoding: text.bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  /// Where a part of a paragraph's text stands in the capture: the line it starts on (from 1), and its
  /// start and end in that line in code points (from 0, end exclusive). A part that goes on in the next
  /// line of a hard-wrapped paragraph ends with its first line.
  package struct Place: Sendable, Hashable {
    package let line: Int
    package let start: Int
    package let end: Int
  }

  /// The places of `ranges`, which are UTF-8 offsets in `paragraph.text`; nil for one that is empty or
  /// does not fit the capture. O(paragraph + ranges · (line + log lines)).
  package func places(of ranges: [Range<Int>], in paragraph: Article.Paragraph) -> [Place?] {
    let offsets = textOffsets(of: paragraph)
    return ranges.map { range in
      guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= offsets.count else {
        return nil
      }
      return place(offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1)
    }
  }

  /// For each byte of the paragraph's text its offset in the capture's text. The text was made from
  /// the capture by leaving white space out, so walking both finds it again.
  private func textOffsets(of paragraph: Article.Paragraph) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(paragraph.text.utf8.count)
    var at = start(of: paragraph)
    let bytes = text.bytes
    for byte in paragraph.text.utf8 {
      let start = at
      // A run of any white space stands as one space, and as none where a drop cap was joined.
      if byte == 0x20 || at < bytes.count && bytes[at] != byte {
        while at < bytes.count, isSpace(at) { at += UTF8Bytes.scalar(bytes, at).width }
      }
      if byte == 0x20 {
        offsets.append(start)
        continue
      }
      guard at < bytes.count, bytes[at] == byte else { break }
      offsets.append(at)
      at += 1
    }
    return offsets
  }

  private func isSpace(_ at: Int) -> Bool {
    let byte = text.bytes[at]
    if byte < 0x80 { return byte <= 0x20 }
    if byte & 0xC0 == 0x80 { return false }
    let scalar = UTF8Bytes.scalar(text.bytes, at).value
    return ScalarClass.isSpace(scalar) || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
  }

  /// Where the paragraph starts in the capture's text.
  private func start(of paragraph: Article.Paragraph) -> Int {
    guard text.encoding != .utf8 else { return paragraph.bytes.lowerBound }
    var offsets = CaptureText.RawOffsets(text.encoding)
    var at = 0
    while at < text.bytes.count, offsets.raw(of: at, in: text.bytes) < paragraph.bytes.lowerBound {
      at += UTF8Bytes.scalar(text.bytes, at).width
    }
    return at
  }

  private func place(_ range: Range<Int>) -> Place? {
    var low = 0
    var high = text.lines.count
    while low < high {
      let middle = (low + high) / 2
      if text.lines[middle].start <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let line = text.lines[low - 1]
    guard range.lowerBound < line.end else { return nil }
    let before = count(line.start, range.lowerBound)
    let length = count(range.lowerBound, min(range.upperBound, line.end))
    // A byte order mark is no part of the first line.
    return Place(line: low, start: before, end: before + length)
  }

  private func count(_ from: Int, _ to: Int) -> Int {
    text.bytes[from..<to].count { $0 & 0xC0 != 0x80 }
  }
}

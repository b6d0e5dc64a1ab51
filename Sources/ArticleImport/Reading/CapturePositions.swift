package import Diagnostics
package import DossierModel

/// Leads from the text of a paragraph to the lines and offsets of `dossier-extract/1`.
///
/// In a text or Markdown capture, of whatever encoding, these are Unicode code points within the raw line,
/// while a paragraph's text has its white space folded and drop caps joined. In an HTML capture, of
/// whatever encoding, they are code points within the paragraph's text, and the line is its number.
package struct CapturePositions: Sendable {
  /// nil for an HTML capture.
  private let text: CaptureText?
  /// How many scalars start before every `step`-th byte of the text, so that no count walks further.
  private let scalars: [Int]
  private static let step = 256

  /// Decodes the capture as the importer does; nil when that fails. `encoding`: what is said of it
  /// outside the capture, as for the importer. O(bytes).
  package init?(_ file: SourceFile, encoding stated: StatedEncoding? = nil) {
    guard CaptureKind(file) != .html else {
      text = nil
      scalars = []
      return
    }
    guard case .text(let text, _) = CaptureDecoder(stated: stated).decode(file) else { return nil }
    self.text = text
    var counts: [Int] = []
    counts.reserveCapacity(text.bytes.count / Self.step + 1)
    var count = 0
    for (index, byte) in text.bytes.enumerated() {
      if index % Self.step == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    scalars = counts
  }

  /// The lines of a text capture without their ends, in order; line 1 is the first. Empty for HTML.
  package var lines: [String] {
    guard let text else { return [] }
    return text.lines.map { String(decoding: text.bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  /// Where a part of a paragraph's text stands in the capture: the line it starts on (from 1), and its
  /// start and end in that line in code points (from 0, end exclusive). A part that goes on in the next
  /// line of a hard-wrapped paragraph ends with its first line.
  package struct Place: Sendable, Hashable {
    package let line: Int
    package let start: Int
    package let end: Int

    package init(line: Int, start: Int, end: Int) {
      self.line = line
      self.start = start
      self.end = end
    }
  }

  /// The line `number` (from 1) of a text capture as a paragraph of its own, for what stands in no
  /// paragraph, such as the title; nil for HTML and where there is no such line. O(line).
  package func paragraph(ofLine number: Int) -> Article.Paragraph? {
    guard let text, text.lines.indices.contains(number - 1) else { return nil }
    let line = text.lines[number - 1]
    // CleanText leaves out white space at the start, and so does the way back.
    var clean: [UInt8] = []
    CleanText.append(text.bytes, line.start, line.end, to: &clean)
    let bytes =
      text.map.raw(of: line.start, in: text.bytes)..<text.map.raw(of: line.end, in: text.bytes)
    return Article.Paragraph(
      number: 0, layer: .body, line: number, bytes: bytes,
      text: String(decoding: clean, as: UTF8.self))
  }

  /// The places of `ranges`, which are UTF-8 offsets in `paragraph.text`; nil for one that is empty or
  /// does not fit the capture. O(paragraph + ranges · log lines).
  package func places(of ranges: [Range<Int>], in paragraph: Article.Paragraph) -> [Place?] {
    guard let text else { return Self.places(of: ranges, inTextOf: paragraph) }
    let offsets = textOffsets(of: paragraph, text)
    return ranges.map { range in
      guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= offsets.count else {
        return nil
      }
      return place(offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1, text)
    }
  }

  private static func places(
    of ranges: [Range<Int>], inTextOf paragraph: Article.Paragraph
  ) -> [Place?] {
    // How many scalars start before each byte.
    var counts = [0]
    counts.reserveCapacity(paragraph.text.utf8.count + 1)
    for byte in paragraph.text.utf8 {
      counts.append(counts[counts.count - 1] + (byte & 0xC0 == 0x80 ? 0 : 1))
    }
    return ranges.map { range in
      guard !range.isEmpty, range.lowerBound >= 0, range.upperBound < counts.count else {
        return nil
      }
      return Place(
        line: paragraph.number, start: counts[range.lowerBound], end: counts[range.upperBound])
    }
  }

  /// For each byte of the paragraph's text its offset in the capture's text. The text was made from
  /// the capture by leaving white space out, so walking both finds it again.
  private func textOffsets(of paragraph: Article.Paragraph, _ text: CaptureText) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(paragraph.text.utf8.count)
    let bytes = text.bytes
    var at = text.map.text(of: paragraph.bytes.lowerBound, in: bytes)
    for byte in paragraph.text.utf8 {
      let start = at
      // A run of any white space stands as one space, and as none where a drop cap was joined.
      if byte == 0x20 || at < bytes.count && bytes[at] != byte {
        while at < bytes.count, Self.isSpace(bytes, at) { at += UTF8Bytes.scalar(bytes, at).width }
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

  private static func isSpace(_ bytes: [UInt8], _ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return byte <= 0x20 }
    if byte & 0xC0 == 0x80 { return false }
    let scalar = UTF8Bytes.scalar(bytes, at).value
    return ScalarClass.isSpace(scalar) || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
  }

  private func place(_ range: Range<Int>, _ text: CaptureText) -> Place? {
    var low = 0
    var high = text.lines.count
    while low < high {
      let middle = (low + high) / 2
      if text.lines[middle].start <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let line = text.lines[low - 1]
    guard range.lowerBound < line.end else { return nil }
    let start = count(before: line.start, text)
    return Place(
      line: low, start: count(before: range.lowerBound, text) - start,
      end: count(before: min(range.upperBound, line.end), text) - start)
  }

  /// How many scalars start before `offset`. O(step).
  private func count(before offset: Int, _ text: CaptureText) -> Int {
    let mark = min(offset / Self.step, scalars.count - 1)
    guard mark >= 0 else { return 0 }
    return text.bytes[mark * Self.step..<offset].reduce(scalars[mark]) {
      $0 + ($1 & 0xC0 == 0x80 ? 0 : 1)
    }
  }
}

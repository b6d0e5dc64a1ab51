internal import DossierModel

/// Classed units to numbered paragraphs.
struct ParagraphBuilder {
  let reading: CaptureReading

  /// Standfirst, body and captions in one series, in order of the capture; footnotes behind them by
  /// their marks' order in the capture. O(n).
  func paragraphs() -> [Article.Paragraph] {
    var result: [Article.Paragraph] = []
    var notes: [Article.Paragraph] = []
    var number = 0
    var unit = 0
    while unit < reading.units.count {
      defer { unit += 1 }
      let measured = reading.units[unit]
      guard let verdict = reading.verdicts[unit] else { continue }
      if let mark = reading.notes[unit] {
        var end = measured.end
        while unit + 1 < reading.units.count,
          reading.verdicts[unit + 1]?.rule == "footnote-continued"
        {
          unit += 1
          end = reading.units[unit].end
        }
        notes.append(
          paragraph(
            mark.number, .footnote, measured.firstLine, mark.textStart, end))
        continue
      }
      let layer: Article.Paragraph.Layer
      switch verdict.lineClass {
      case .body: layer = .body
      case .standfirst: layer = .standfirst
      case .caption: layer = .caption
      default: continue
      }
      number += 1
      result.append(
        paragraph(number, layer, measured.firstLine, measured.start, measured.end))
    }
    return result + notes
  }

  private func paragraph(
    _ number: Int, _ layer: Article.Paragraph.Layer, _ line: Int, _ start: Int, _ end: Int
  ) -> Article.Paragraph {
    let bytes = reading.text.bytes
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var from = start
    if layer == .body || layer == .standfirst, let drop = DropCap.gap(bytes, start, end) {
      text.append(contentsOf: bytes[start..<drop.lowerBound])
      from = drop.upperBound
    }
    CleanText.append(bytes, from, end, to: &text)
    let lower = reading.text.map.raw(of: start, in: bytes)
    let upper = reading.text.map.raw(of: end, in: bytes)
    return Article.Paragraph(
      number: number, layer: layer, line: line + 1, bytes: lower..<upper,
      text: String(decoding: text, as: UTF8.self))
  }
}

/// A large initial that the capture tore off its word: `I n July`.
enum DropCap {
  /// The gap to close; nil when the two pieces do not join to a function word. A piece that is a word
  /// by itself behind `A` or `I` (`A long war`) is left alone.
  static func gap(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    let (capital, width) = UTF8Bytes.scalar(bytes, start)
    let lower = ScalarClass.lower(capital)
    guard lower != capital, start + width < end else { return nil }
    var index = start + width
    while index < end, index < start + width + 8 {
      let (scalar, size) = UTF8Bytes.scalar(bytes, index)
      guard ScalarClass.isSpace(scalar) else { break }
      index += size
    }
    guard index > start + width, index < end else { return nil }
    let gap = start + width..<index
    var joined = WordHash.mix(WordHash.seed, lower)
    var rest = WordHash.seed
    while index < end {
      let (scalar, size) = UTF8Bytes.scalar(bytes, index)
      guard ScalarClass.isLetter(scalar) else { break }
      guard ScalarClass.lower(scalar) == scalar else { return nil }
      joined = WordHash.mix(joined, scalar)
      rest = WordHash.mix(rest, scalar)
      index += size
    }
    guard index > gap.upperBound, FunctionWords.languages(of: joined) != 0 else { return nil }
    // A letter that is no word of any language on the list cannot stand alone before one.
    if letters.contains(capital) { return gap }
    return wholeWords.contains(rest) ? nil : gap
  }

  private static let letters = Set("BCDFGHJKLMNPQRSTVWXZ".unicodeScalars.map(\.value))

  private static let wholeWords = Set(
    """
    long part way bout side head like cross new live go round far cut be do he it is in on to me us so \
    up no or an as at of if we am by my
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
}

internal import DossierModel

/// Notes with a bracketed or raised mark.
struct FootnoteBlock: CaptureRule {
  static let id = "footnote-mark"
  static let about = """
    A line that opens with `[n]`, `[^n]:` or a raised number is note n, if there are two such lines \
    or the mark also stands in another line. Lines directly below, without a blank line, go on with \
    the note. A number that comes twice names the first; the second is chrome.
    """

  func apply(to reading: inout CaptureReading) {
    let bytes = reading.text.bytes
    var marks: [(unit: Int, mark: FootnoteMark)] = []
    for (unit, measured) in reading.units.enumerated() {
      if let mark = FootnoteMark.read(bytes, measured.start, measured.end) {
        marks.append((unit, mark))
      }
    }
    guard let first = marks.first else { return }
    if marks.count == 1, !isCited(first.mark.number, besides: first.unit, reading) { return }
    var seen: Set<Int> = []
    for (unit, mark) in marks where reading.isFree(unit) {
      guard seen.insert(mark.number).inserted else {
        reading.mark(unit, .chrome, "footnote-number-repeated")
        continue
      }
      reading.notes[unit] = mark
      reading.mark(unit, .footnote, Self.id)
      var next = unit + 1
      while next < reading.units.count, reading.units[next].blanksAbove == 0,
        FootnoteMark.read(bytes, reading.units[next].start, reading.units[next].end) == nil
      {
        reading.mark(next, .footnote, "footnote-continued")
        next += 1
      }
    }
  }

  private func isCited(_ number: Int, besides unit: Int, _ reading: CaptureReading) -> Bool {
    let bytes = reading.text.bytes
    let digits = Array(String(number).utf8)
    for other in reading.units.indices where other != unit {
      for word in reading.slice(other) where word.isNumber {
        let start = Int(word.start)
        let end = Int(word.end)
        guard bytes[start..<end].elementsEqual(digits), end < bytes.count, start > 0 else {
          continue
        }
        if bytes[end] == 0x5D, bytes[start - 1] == 0x5B || bytes[start - 1] == 0x5E { return true }
      }
    }
    return false
  }
}

/// A list `1. …`, `2. …` below a heading that says they are notes.
struct NotesSection: CaptureRule {
  static let id = "notes-section"
  static let about = """
    Below a line that is just “Notes”, “References”, “Примечания” …, lines that count up from 1 are \
    notes. A numbered list without such a heading is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices.dropFirst() where reading.isFree(unit) {
      guard reading.units[unit].tokens <= 4,
        FurniturePhrases.notesHeadings.isWhole(reading.slice(unit))
      else { continue }
      guard unit + 1 < reading.units.count else { return }
      if reading.verdicts[unit + 1]?.lineClass == .footnote {
        reading.mark(unit, .chrome, "notes-heading")
        continue
      }
      let taken = Set(reading.notes.values.lazy.map(\.number))
      var expected = 1
      var next = unit + 1
      while next < reading.units.count, reading.isFree(next), !taken.contains(expected),
        let start = textStart(next, expected, reading)
      {
        reading.notes[next] = FootnoteMark(number: expected, textStart: start)
        reading.mark(next, .footnote, Self.id)
        expected += 1
        next += 1
      }
      if expected > 1 {
        reading.mark(unit, .chrome, "notes-heading")
        return
      }
    }
  }

  /// Where the text behind `7.` or `7)` starts, if the line opens with that number.
  private func textStart(_ unit: Int, _ number: Int, _ reading: CaptureReading) -> Int? {
    let slice = reading.slice(unit)
    guard slice.count >= 2, let first = slice.first, first.isNumber,
      Int(first.start) == reading.units[unit].start,
      reading.text.bytes[Int(first.start)..<Int(first.end)].elementsEqual(String(number).utf8)
    else { return nil }
    var index = Int(first.end)
    while index < reading.units[unit].end, [0x2E, 0x29, 0x20].contains(reading.text.bytes[index]) {
      index += 1
    }
    return index > Int(first.end) && index < reading.units[unit].end ? index : nil
  }
}

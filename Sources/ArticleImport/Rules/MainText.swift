internal import DossierModel

/// Where the article is: the densest run of prose.
struct MainText: CaptureRule {
  static let id = "main-text"
  static let about = """
    Every line counts for or against: running text by its words, a short line between paragraphs \
    minus a few, known furniture minus more. The run of lines with the greatest sum is the article; \
    it begins and ends with a line that counted for it.
    """

  func apply(to reading: inout CaptureReading) {
    var best = 0
    var bestRange = 0..<0
    var sum = 0
    var start = 0
    var run = 0
    for unit in ((reading.headUnit ?? -1) + 1)..<reading.units.count {
      if sum <= 0 {
        sum = 0
        start = unit
      }
      let weight = weight(unit, reading)
      run = weight < 0 ? run + 1 : 0
      // A run of short lines is a list of links: each further one counts for more.
      sum += weight < -1 ? weight * min(run, 2) : weight
      if sum > best {
        best = sum
        bestRange = start..<unit + 1
      }
    }
    if bestRange.isEmpty, let only = fallback(reading) { bestRange = only }
    reading.main = bestRange
    reachUp(&reading)
  }

  /// Prose between the title and the run that speaks of the same things belongs to the article too: an
  /// inserted box of links had cut it off.
  private func reachUp(_ reading: inout CaptureReading) {
    guard let head = reading.headUnit, head + 1 < reading.main.lowerBound else { return }
    let text = TitleCandidates.vocabulary(reading)
    for unit in head + 1..<reading.main.lowerBound
    where reading.isFree(unit) && reading.isProse(unit) && reading.units[unit].tokens >= 12 {
      guard TitleCandidates.shared(unit, with: text, reading) >= 30 else { continue }
      reading.main = unit..<reading.main.upperBound
      return
    }
  }

  private func weight(_ unit: Int, _ reading: CaptureReading) -> Int {
    let measured = reading.units[unit]
    if let verdict = reading.verdicts[unit] {
      switch verdict.lineClass {
      case .footnote: return 0
      case .chrome where measured.markup != .plain: return 0
      case .byline, .stamp: return -2
      default: return verdict.rule == "list-of-others" ? -20 : -4
      }
    }
    if reading.isProse(unit) { return measured.tokens }
    if measured.tokens >= 25 { return measured.tokens / 2 }
    if measured.endsSentence, measured.tokens >= 3 { return measured.tokens >= 6 ? 3 : 1 }
    if measured.endsColon { return -1 }
    if measured.markup != .plain { return -1 }
    return measured.tokens <= 3 ? -4 : -6
  }

  /// A capture without running text: its lines of five words or more.
  private func fallback(_ reading: CaptureReading) -> Range<Int>? {
    let lines = reading.units.indices.filter {
      reading.isFree($0) && reading.units[$0].tokens >= 5 && reading.units[$0].endsSentence
    }
    guard let first = lines.first, let last = lines.last else { return nil }
    return first..<last + 1
  }
}

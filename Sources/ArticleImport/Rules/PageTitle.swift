internal import DossierModel

/// The first line again, further down.
struct PageTitle: CaptureRule {
  static let id = "page-title-repeated"
  static let about = """
    When the capture's first line, or what stands in it before ` | `, ` - `, ` – ` or ` — `, comes \
    again as a line of its own, that is the title, and the article begins behind the occurrence whose \
    paragraphs, up to the next one, speak most of it. Behind the mark stands the publisher, if that is \
    at most four words. A first line of fewer than three words is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    guard let first = reading.units.indices.first(where: { reading.units[$0].markup == .plain }),
      reading.units[first].tokens <= 40, reading.units[first].words.count >= 3,
      reading.isFree(first)
    else { return }
    let units = reading.units
    let full = units[first].words.count
    let cuts = [full] + siteCuts(first, reading)
    var places: [(unit: Int, count: Int)] = []
    for unit in first + 1..<units.count {
      let count = units[unit].words.count
      if count >= 3, cuts.contains(count),
        reading.slice(unit).elementsEqual(
          reading.slice(first).prefix(count), by: { $0.hash == $1.hash })
      {
        places.append((unit, count))
      }
    }
    // The longest form that comes again is the title; shorter ones are parts of it.
    guard let count = places.map(\.count).max() else { return }
    let all = [first] + places.filter { $0.count == count }.map(\.unit)
    let head = mostSpokenOf(all, count, reading)
    reading.headUnit = head
    let title = count == full ? first : head == first ? all[1] : head
    reading.verdicts[title] = nil
    TitleCandidates.take(title, Self.id, &reading)
    guard count < full else { return }
    reading.mark(first, .titleDuplicate, "title-with-site")
    let site = units[first].words.dropFirst(count)
    if reading.publisher == nil, site.count <= 4, let start = site.first, let end = site.last {
      reading.publisher = Inferred(
        reading.string(Int(reading.words[start].start), Int(reading.words[end].end)),
        rule: "title-with-site", line: reading.line(first))
    }
  }

  /// The occurrence whose prose, up to the next occurrence, shares most with the title: words of each
  /// paragraph times the square of the title's content words in it.
  private func mostSpokenOf(_ places: [Int], _ count: Int, _ reading: CaptureReading) -> Int {
    let content = Set(
      reading.slice(places[0]).prefix(count).filter { !$0.isNumber && $0.languages == 0 }
        .map(\.hash))
    var best = places[0]
    var bestScore = -1
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1] : reading.units.count
      var score = 0
      for unit in place + 1..<max(end, place + 1) where reading.isProse(unit) {
        let shared = Set(reading.slice(unit).lazy.map(\.hash).filter { content.contains($0) }).count
        score += min(reading.units[unit].tokens, 200) * shared * shared
      }
      if score > bestScore { (best, bestScore) = (place, score) }
    }
    return best
  }

  /// After how many words of the line a mark stands that sets a site's name apart.
  private func siteCuts(_ unit: Int, _ reading: CaptureReading) -> [Int] {
    let words = Array(reading.slice(unit))
    return zip(words, words.dropFirst()).enumerated().compactMap { index, pair in
      let gap = reading.text.bytes[Int(pair.0.end)..<Int(pair.1.start)]
      let isMark =
        gap.contains(0x7C) || gap.elementsEqual([0x20, 0x2D, 0x20])
        || gap.suffix(4).elementsEqual([0xE2, 0x80, 0x93, 0x20])
        || gap.suffix(4).elementsEqual([0xE2, 0x80, 0x94, 0x20])
      return isMark && index + 1 >= 3 ? index + 1 : nil
    }
  }
}

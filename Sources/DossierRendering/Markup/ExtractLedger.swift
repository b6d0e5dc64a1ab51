import DossierModel

/// Which words of a capture the site publishes: one account for each source over all pages.
///
/// A passage is at most 50 words; all passages together are at most 150 words or a tenth of the
/// capture, whichever is more (PRODUCT, *The desk's rules*). Passages are granted in one order:
/// cited paragraphs first, then renderings of statements whose passage does not name the speaker, then
/// sentences that name pages. A passage that no longer fits is left out, and its locator stands in its
/// place. With `rights: full` everything is granted. Direct quotations of a named speaker, which pages of
/// statements show up to a hundred words each, are not counted. Of a withdrawn source nothing is granted.
struct ExtractLedger: Sendable {
  static let passageLimit = 50
  static let floor = 150
  static let share = 10

  /// By paragraph: the granted byte ranges of its text, ascending, without overlaps.
  private let granted: [[Range<Int>]]
  private let isFull: Bool

  /// - Parameters:
  ///   - uses: the citations of the source, by any page.
  ///   - quotations: what is not counted, since a statement shows it.
  ///   - renderings: what statements would show and is counted.
  init(
    _ source: Source, uses: [SourceUse], links: SourceLinks, quotations: [SpeechPart] = [],
    renderings: [SpeechPart] = []
  ) {
    isFull = source.rights == .full && !source.isWithdrawn
    let paragraphs = source.article.paragraphs
    guard !isFull, !source.isWithdrawn else {
      granted = paragraphs.map { _ in [] }
      return
    }
    let words = paragraphs.map { Words.ranges(in: $0.text) }
    let total = words.reduce(0) { $0 + $1.count }
    var budget = max(Self.floor, total / Self.share)
    var published = words.map { [Bool](repeating: false, count: $0.count) }
    var ranges = [[Range<Int>]](repeating: [], count: paragraphs.count)
    var isFree = published
    for part in quotations {
      for (index, word) in words[part.paragraph].enumerated() where part.range.overlaps(word) {
        isFree[part.paragraph][index] = true
      }
    }

    func grant(_ paragraph: Int, _ span: Range<Int>) {
      let inside = words[paragraph].indices.filter {
        words[paragraph][$0].lowerBound < span.upperBound
          && words[paragraph][$0].upperBound > span.lowerBound
      }.prefix(Self.passageLimit)
      guard let first = inside.first, let last = inside.last else { return }
      let new = inside.count { !published[paragraph][$0] && !isFree[paragraph][$0] }
      // A passage that touches others is one with them, and no longer than any other.
      let before = published[paragraph][..<first].reversed().prefix { $0 }.count
      let after = published[paragraph][(last + 1)...].prefix { $0 }.count
      guard new <= budget, before + inside.count + after <= Self.passageLimit else { return }
      budget -= new
      for word in inside { published[paragraph][word] = true }
      ranges[paragraph].append(
        words[paragraph][first].lowerBound..<words[paragraph][last].upperBound)
    }

    var cited: Set<Int> = []
    for use in uses {
      guard let locator = use.locator else { continue }
      for number in locator.numbers {
        if let index = source.paragraph(locator.series, number) { cited.insert(index) }
      }
    }
    for paragraph in cited.sorted() {
      grant(paragraph, 0..<paragraphs[paragraph].text.utf8.count)
    }
    for part in renderings { grant(part.paragraph, part.range) }
    for (paragraph, mentions) in links.paragraphs.enumerated() {
      var last: UInt32?
      for mention in mentions where mention.sentenceLower != last {
        last = mention.sentenceLower
        grant(paragraph, Int(mention.sentenceLower)..<Int(mention.sentenceUpper))
      }
    }
    granted = ranges.map(Self.merged)
  }

  /// The parts of a paragraph that may be shown.
  func grantedRanges(_ paragraph: Int, length: Int) -> [Range<Int>] {
    isFull ? (length > 0 ? [0..<length] : []) : granted[paragraph]
  }

  /// The beginning of a paragraph, for a note: at most a passage, nil when it is not granted.
  func opening(_ paragraph: Int, of text: String) -> String? {
    let words = Words.ranges(in: text).prefix(Self.passageLimit)
    guard let last = words.last else { return nil }
    let wanted = 0..<last.upperBound
    guard contains(wanted, in: paragraph, length: text.utf8.count) else { return nil }
    let isCut = last.upperBound < text.utf8.count
    return String(decoding: Array(text.utf8)[wanted], as: UTF8.self) + (isCut ? " …" : "")
  }

  /// Whether all of `range` is granted.
  func contains(_ range: Range<Int>, in paragraph: Int, length: Int) -> Bool {
    grantedRanges(paragraph, length: length).contains {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      // Passages with only a space between them are one.
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

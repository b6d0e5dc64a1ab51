import Diagnostics
import DossierModel
import Testing

@testable import DossierRendering

/// What of a capture may be published: passages of 50 words, 150 words or a tenth of it in all.
struct ExtractLedgerTests {
  /// A source whose paragraphs have so many words.
  static func source(_ lengths: [Int], word: String = "word", separator: String = " ") throws
    -> Source
  {
    let key = try #require(Slug("tide"))
    var article = Article()
    for (index, length) in lengths.enumerated() {
      let text = (0..<length).map { "\(word)\($0)" }.joined(separator: separator)
      article.paragraphs.append(
        Article.Paragraph(
          number: index + 1, layer: .body, line: index + 1, bytes: 0..<0, text: text))
    }
    return Source(
      key: key, capture: nil, sidecar: nil, digest: nil, byteCount: 0,
      title: Known("Tide", basis: .sidecar), article: article)
  }

  static func uses(_ paragraphs: [Int]) -> [SourceUse] {
    paragraphs.map {
      SourceUse(
        source: SourceID(0), locator: Citation.Locator(series: .paragraph, numbers: $0...$0),
        origin: nil, page: nil)
    }
  }

  /// Mentions whose sentences are ten words each, one after the other, in every paragraph.
  static func mentions(in source: Source) -> SourceLinks {
    SourceLinks(
      paragraphs: source.article.paragraphs.map { paragraph in
        let starts =
          [0]
          + paragraph.text.utf8.enumerated().filter { $0.element == 0x20 }
          .map { $0.offset + 1 }
        return stride(from: 0, to: starts.count, by: 10).map { first in
          let end = first + 10 < starts.count ? starts[first + 10] - 1 : paragraph.text.utf8.count
          return Mention(
            target: PageID(0), lower: UInt32(starts[first]), upper: UInt32(starts[first] + 4),
            sentenceLower: UInt32(starts[first]), sentenceUpper: UInt32(end), isLinked: true)
        }
      })
  }

  static func noMentions(in source: Source) -> SourceLinks {
    SourceLinks(paragraphs: source.article.paragraphs.map { _ in [] })
  }

  /// The granted passages as numbers of words, by paragraph.
  static func passages(_ ledger: ExtractLedger, _ source: Source) -> [[Int]] {
    source.article.paragraphs.enumerated().map { index, paragraph in
      let text = Array(paragraph.text.utf8)
      return ledger.grantedRanges(index, length: text.count).map {
        String(decoding: text[$0], as: UTF8.self).split(separator: " ").count
      }
    }
  }

  @Test(
    "cited paragraphs are granted in order, 50 words each, as long as they fit",
    arguments: [
      ([20, 60, 40, 45, 50], [1, 2, 3, 4, 5], [[20], [50], [40], [], []]),
      ([10, 10], [2], [[], [10]]),
      ([10, 10], [2, 2, 2], [[], [10]]),
      ([100, 100, 100, 100], [4, 3, 2, 1], [[50], [50], [50], []]),
      // A tenth of 2,000 words is more than 150.
      ([400, 400, 400, 400, 400], [1, 2, 3, 4, 5], [[50], [50], [50], [50], []]),
      ([10], [7], [[]]),
      ([0, 5], [1, 2], [[], [5]]),
    ])
  func citations(lengths: [Int], cited: [Int], expected: [[Int]]) throws {
    let source = try Self.source(lengths)
    let ledger = ExtractLedger(
      source, uses: Self.uses(cited), links: Self.noMentions(in: source))
    #expect(Self.passages(ledger, source) == expected)
  }

  @Test func `citations come before mentions`() throws {
    let source = try Self.source([60, 60, 60, 60])
    let ledger = ExtractLedger(
      source, uses: Self.uses([2, 3, 4]), links: Self.mentions(in: source))
    #expect(Self.passages(ledger, source)[0] == [])
    #expect(Self.passages(ledger, source)[1...] == [[50], [50], [50]])
  }

  @Test func `quotations of a named speaker are not counted, other renderings are`() throws {
    let source = try Self.source([60, 60, 60, 60])
    let parts = source.article.paragraphs.enumerated().map { index, paragraph in
      SpeechPart(paragraph: index, range: 0..<paragraph.text.utf8.count)
    }
    let free = ExtractLedger(
      source, uses: Self.uses([1, 2, 3, 4]), links: Self.noMentions(in: source),
      quotations: [parts[0], parts[1]])
    #expect(Self.passages(free, source) == [[50], [50], [50], [50]])
    let counted = ExtractLedger(
      source, uses: Self.uses([1, 2]), links: Self.mentions(in: source),
      renderings: [parts[2], parts[3]])
    #expect(Self.passages(counted, source) == [[50], [50], [50], []])
  }

  @Test func `all passages together stay within the account`() throws {
    for lengths in [[30, 30], [500], [200, 200, 200], Array(repeating: 90, count: 40)] {
      let source = try Self.source(lengths)
      let total = lengths.reduce(0, +)
      let ledger = ExtractLedger(
        source, uses: Self.uses(Array(1...lengths.count)), links: Self.mentions(in: source))
      let granted = Self.passages(ledger, source).joined().reduce(0, +)
      #expect(granted <= max(150, total / 10), "\(lengths)")
      #expect(granted > 0)
    }
  }

  @Test func `no passage is longer than 50 words, whatever it is made of`() throws {
    let source = try Self.source([140])
    // Fourteen sentences that stand side by side and all name a page.
    let ledger = ExtractLedger(source, uses: [], links: Self.mentions(in: source))
    for length in Self.passages(ledger, source).joined() { #expect(length <= 50) }
  }

  @Test func `a script that writes no spaces has words, too`() throws {
    let source = try Self.source([3000], word: "港", separator: "")
    let ledger = ExtractLedger(
      source, uses: Self.uses([1]), links: Self.noMentions(in: source))
    let length = source.article.paragraphs[0].text.utf8.count
    #expect(ledger.grantedRanges(0, length: length) != [0..<length])
  }

  @Test func `with full rights everything is granted`() throws {
    var source = try Self.source([400, 0, 400])
    source.rights = .full
    let ledger = ExtractLedger(source, uses: [], links: Self.noMentions(in: source))
    #expect(Self.passages(ledger, source) == [[400], [], [400]])
  }

  @Test func `a note opens with a passage, and says that it is cut`() throws {
    let source = try Self.source([60, 5])
    let ledger = ExtractLedger(
      source, uses: Self.uses([1, 2]), links: Self.noMentions(in: source))
    let opening = try #require(ledger.opening(0, of: source.article.paragraphs[0].text))
    #expect(opening.split(separator: " ").count == 51)
    #expect(opening.hasSuffix("word49 …"))
    #expect(
      ledger.opening(1, of: source.article.paragraphs[1].text) == "word0 word1 word2 word3 word4")
    let none = ExtractLedger(source, uses: [], links: Self.noMentions(in: source))
    #expect(none.opening(0, of: source.article.paragraphs[0].text) == nil)
  }
}

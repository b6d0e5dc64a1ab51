import ArticleImport
import Diagnostics
import DossierModel
import Testing

@Suite("The text of a paragraph leads back to code points in the capture's lines")
struct CapturePositionTests {
  /// What stands in the capture's line at the place of `words`, with line and offsets.
  private static func found(_ words: String, in file: SourceFile, keepingAll: Bool = false) throws
    -> String
  {
    let article = ArticleImporter(keepsEverything: keepingAll).read(file).article
    let positions = try #require(CapturePositions(file))
    for paragraph in article.paragraphs {
      guard let start = Self.offset(of: words, in: paragraph.text) else { continue }
      let range = start..<start + words.utf8.count
      let place = try #require(positions.places(of: [range], in: paragraph)[0])
      let line = Array(positions.lines[place.line - 1].unicodeScalars)
      let text = String(String.UnicodeScalarView(line[place.start..<place.end]))
      return "\(place.line):\(place.start)-\(place.end) \(text)"
    }
    return "not found"
  }

  private static func offset(of words: String, in text: String) -> Int? {
    let text = Array(text.utf8)
    let words = Array(words.utf8)
    return text.indices.first { text[$0...].starts(with: words) }
  }

  static let capture = """
    \(Prose.title)

    \u{A0}\(Prose.first)

    I n  the “second” day\u{A0}was longer than the first one, because of Çelik and of the water in the mill.

    \(Prose.third)
    """

  @Test(
    arguments: [
      ("The two towns", "3:1-14 The two towns"),
      ("In the “second” day", "5:0-21 I n  the “second” day"),
      ("day was", "5:18-25 day\u{A0}was"), ("Çelik", "5:64-69 Çelik"), ("mill.", "5:94-99 mill."),
    ])
  func `in UTF-8`(_ words: String, _ expected: String) throws {
    #expect(try Self.found(words, in: SourceFile(path: "a.txt", text: Self.capture)) == expected)
  }

  @Test func `in UTF-16 with a byte order mark`() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Self.capture.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let file = SourceFile(path: "a.txt", bytes: bytes)
    #expect(try Self.found("Çelik", in: file) == "5:64-69 Çelik")
  }

  @Test(arguments: [true, false])
  func `in UTF-16 of either order, beyond the first thousand bytes`(_ isBig: Bool) throws {
    let capture = String(repeating: "\(Prose.second) 𝔛\n\n", count: 40) + Self.capture
    var bytes: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in capture.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += isBig ? pair : pair.reversed()
    }
    let file = SourceFile(path: "a.txt", bytes: bytes)
    #expect(try Self.found("Çelik", in: file, keepingAll: true) == "85:64-69 Çelik")
  }

  @Test func `a title has its place though it stands in no paragraph`() throws {
    let file = SourceFile(path: "a.txt", text: "\u{FEFF}\n \u{A0}The  title\u{A0}of it\n")
    let positions = try #require(CapturePositions(file))
    let line = try #require(positions.paragraph(ofLine: 2))
    #expect(line.text == "The title of it")
    #expect(positions.places(of: [4..<9], in: line) == [.init(line: 2, start: 7, end: 12)])
    #expect(positions.paragraph(ofLine: 0) == nil && positions.paragraph(ofLine: 4) == nil)
  }

  @Test func `many ranges of a long line take linear time`() throws {
    let words = String(repeating: "é day ", count: 100_000)
    let file = SourceFile(path: "a.txt", text: words)
    let paragraph = try #require(
      ArticleImporter(keepsEverything: true).read(file).article.paragraphs.first)
    let positions = try #require(CapturePositions(file))
    let ranges = (0..<100_000).map { $0 * 7 + 3..<$0 * 7 + 6 }
    var places: [CapturePositions.Place?] = []
    let time = ContinuousClock().measure { places = positions.places(of: ranges, in: paragraph) }
    #expect(places.last == .init(line: 1, start: 599_996, end: 599_999))
    #expect(time < .seconds(10))
  }

  @Test func `a range that does not fit has no place`() throws {
    let file = SourceFile(path: "a.txt", text: Self.capture)
    let paragraph = try #require(ArticleImporter().read(file).article.paragraphs.first)
    let positions = try #require(CapturePositions(file))
    let end = paragraph.text.utf8.count
    #expect(
      positions.places(of: [0..<0, end..<end + 4, -2..<3], in: paragraph) == [nil, nil, nil])
  }
}

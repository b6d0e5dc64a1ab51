import ArticleImport
import Diagnostics
import DossierModel
import Testing

@Suite("Bytes become lines, and paragraphs point back into the bytes")
struct DecodingTests {
  static let text = Prose.title + "\n\n" + Prose.first + "\n\n«" + Prose.second + "» 😀 said."

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += bigEndian ? [high, low] : [low, high]
    }
    return bytes
  }

  @Test("UTF-8, with and without a byte order mark, and UTF-16 say the same")
  func encodings() {
    let plain = read(Self.text)
    #expect(plain.paragraphs.count == 2)
    for bytes in [
      [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), Self.utf16(Self.text, bigEndian: true),
      Self.utf16(Self.text, bigEndian: false),
    ] {
      let (article, findings) = ArticleImporter().read(SourceFile(path: "a.txt", bytes: bytes))
      #expect(findings.isEmpty)
      #expect(article.lines == plain.lines)
      #expect(article.title?.value == Prose.title)
      #expect(article.paragraphs.map(\.text) == plain.paragraphs.map(\.text))
    }
  }

  @Test("a paragraph's bytes are its text")
  func ranges() {
    let bytes = Array(Self.text.utf8)
    for paragraph in read(Self.text).paragraphs {
      #expect(String(decoding: bytes[paragraph.bytes], as: UTF8.self) == paragraph.text)
    }
    for bigEndian in [true, false] {
      let bytes = Self.utf16(Self.text, bigEndian: bigEndian)
      let article = ArticleImporter().read(SourceFile(path: "a.txt", bytes: bytes)).article
      for paragraph in article.paragraphs {
        let units = stride(from: paragraph.bytes.lowerBound, to: paragraph.bytes.upperBound, by: 2)
          .map {
            UInt16(bytes[bigEndian ? $0 : $0 + 1]) << 8 | UInt16(bytes[bigEndian ? $0 + 1 : $0])
          }
        #expect(String(decoding: units, as: UTF16.self) == paragraph.text)
      }
    }
  }

  @Test("every line end counts once", arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
  func lineEnds(_ end: String) {
    let lines = [Prose.title, "", Prose.first, "", Prose.second]
    for tail in ["", end] {
      let article = read(lines.joined(separator: end) + tail)
      #expect(article.lines.map(\.number) == [1, 2, 3, 4, 5])
      #expect(article.paragraphs.map(\.line) == [3, 5])
    }
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let message: String
  }

  @Test(
    "what cannot be read is one error",
    arguments: [
      Broken(
        testDescription: "Greek in ISO 8859-7",
        bytes: Array(
          repeating: [
            0xEF, 0xE9, 0x20, 0xF0, 0xFC, 0xEB, 0xE5, 0xE9, 0xF2, 0x20, 0xF4, 0xE7, 0xF2, 0x20,
            0xEB, 0xDF, 0xEC, 0xED, 0xE7, 0xF2, 0x2E, 0x20,
          ] as [UInt8], count: 9
        ).flatMap { $0 }, message: "capture-encoding: no rule tells the encoding of the capture"),
      Broken(
        testDescription: "a program", bytes: Array("\u{1}\u{2}ab\u{3}".utf8) + [0xE9, 0x20, 0x61],
        message: "capture-encoding: no rule tells the encoding of the capture"),
      Broken(
        testDescription: "half a surrogate", bytes: [0xFF, 0xFE, 0x41, 0, 0, 0xD8, 0x41, 0],
        message: "capture-encoding: the capture is not valid UTF-16 at byte 4"),
      Broken(
        testDescription: "half a unit", bytes: [0xFF, 0xFE, 0x41, 0, 0x42],
        message: "capture-encoding: the capture is not valid UTF-16 at byte 4"),
      Broken(
        testDescription: "NUL", bytes: Array("a\0b".utf8),
        message: "capture-nul: the capture holds a NUL byte, so it is no text"),
      Broken(testDescription: "nothing", bytes: [], message: "capture-empty: the capture is empty"),
      Broken(
        testDescription: "blank", bytes: Array(" \n\u{A0}\n".utf8),
        message: "capture-empty: the capture is empty"),
      Broken(
        testDescription: "a menu only", bytes: Array("Home\nNews\nSport\nWeather\nLetters".utf8),
        message: "capture-no-paragraph: no paragraph of an article was found in the capture"),
      Broken(
        testDescription: "a very long line", bytes: [UInt8](repeating: 0x61, count: 1 << 20 + 1),
        message: "capture-line-too-long: line 1 of the capture is longer than 1048576 bytes"),
      Broken(
        testDescription: "very many lines", bytes: [UInt8](repeating: 0x0A, count: 300_000),
        message: "capture-too-many-lines: the capture has more than 250000 lines"),
    ])
  func errors(_ example: Broken) {
    let (article, findings) = ArticleImporter().read(
      SourceFile(path: "seeds/a.txt", bytes: example.bytes))
    #expect(findings.map { "\($0.id): \($0.summary)" } == [example.message])
    #expect(findings.allSatisfy { $0.severity == .error && $0.place?.path == "seeds/a.txt" })
    #expect(article.paragraphs.isEmpty)
  }

}

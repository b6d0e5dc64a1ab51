import ArticleImport
import Diagnostics
import DossierModel
import Testing

@Suite("Text and Markdown captures are read by their stated, declared or detected encoding")
struct TextEncodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let stated: StatedEncoding?
    /// Encoding and rule.
    let expected: String
    let warns: Bool
    let encode: @Sendable (String) -> [UInt8]

    init(
      _ name: String, _ text: String, _ stated: StatedEncoding?, _ expected: String,
      warns: Bool = false, encode: @escaping @Sendable (String) -> [UInt8]
    ) {
      testDescription = name
      self.text = text
      self.stated = stated
      self.expected = expected
      self.warns = warns
      self.encode = encode
    }
  }

  private static let russian = HTMLEncodingTests.russian
  private static let turkish = HTMLEncodingTests.turkish
  private static func editor(_ label: String) -> StatedEncoding { .init(label, by: .editor) }
  private static func server(_ label: String) -> StatedEncoding { .init(label, by: .server) }

  static let cases: [Case] = [
    Case("UTF-8", russian, nil, "utf-8 encoding-valid-utf-8") { Array($0.utf8) },
    Case(
      "windows-1251 by its letters", russian, nil, "windows-1251 encoding-by-letters", warns: true,
      encode: HTMLEncodingTests.windows1251),
    Case(
      "windows-1251 by the sidecar", russian, editor("CP1251"), "windows-1251 encoding-stated",
      encode: HTMLEncodingTests.windows1251),
    Case(
      "windows-1251 by the server", russian, server("windows-1251"),
      "windows-1251 encoding-declared", encode: HTMLEncodingTests.windows1251),
    Case(
      "KOI8-R that the server calls windows-1251", russian + russian, server("windows-1251"),
      "koi8-r encoding-by-letters", warns: true, encode: HTMLEncodingTests.koi8r),
    Case(
      "UTF-8 that the server calls Latin 1", turkish, server("iso-8859-1"),
      "utf-8 encoding-valid-utf-8", warns: true
    ) { Array($0.utf8) },
    Case(
      "windows-1254 by its letters", turkish, nil, "windows-1254 encoding-by-letters", warns: true,
      encode: HTMLEncodingTests.windows1254),
    Case(
      "ISO 8859-9 by the sidecar", turkish, editor("iso-8859-9"), "windows-1254 encoding-stated",
      encode: HTMLEncodingTests.windows1254),
    Case("UTF-16LE with a mark", russian, nil, "utf-16le encoding-byte-order-mark") {
      HTMLEncodingTests.utf16($0, bigEndian: false, mark: true)
    },
    Case(
      "UTF-16BE with a mark against the sidecar", turkish, editor("utf-8"),
      "utf-16be encoding-byte-order-mark", warns: true
    ) { HTMLEncodingTests.utf16($0, bigEndian: true, mark: true) },
    Case("UTF-16LE without", turkish, nil, "utf-16le encoding-by-letters", warns: true) {
      HTMLEncodingTests.utf16($0, bigEndian: false, mark: false)
    },
    Case(
      "Cyrillic UTF-16BE without", russian, nil, "utf-16be encoding-by-letters", warns: true
    ) { HTMLEncodingTests.utf16($0, bigEndian: true, mark: false) },
    Case(
      "UTF-16BE without, by the sidecar", russian, editor("utf-16be"), "utf-16be encoding-stated"
    ) { HTMLEncodingTests.utf16($0, bigEndian: true, mark: false) },
    Case(
      "a text that says charset=koi8-r", "charset=koi8-r stands in each of the pages. " + turkish,
      nil, "utf-8 encoding-valid-utf-8"
    ) { Array($0.utf8) },
  ]

  @Test("the text is read, and each paragraph's bytes are the capture's own", arguments: cases)
  func reads(_ given: Case) throws {
    for ending in ["txt", "md"] {
      let bytes = given.encode(given.text + "\n\n" + given.text + "\n")
      let file = SourceFile(path: "seeds/a.\(ending)", bytes: bytes)
      let (article, findings) = ArticleImporter(keepsEverything: true).read(
        file, encoding: given.stated)
      #expect(article.paragraphs.map(\.text) == [given.text, given.text])
      #expect(article.encoding.map { "\($0.value) \($0.rule)" } == given.expected)
      #expect(findings.map(\.id) == (given.warns ? ["capture-charset"] : []))
      // The mark at the start belongs to the file, not to a piece of it.
      let mark = given.expected.hasSuffix("mark") ? 2 : 0
      let encoded = Array(given.encode(given.text)[mark...])
      #expect(article.paragraphs.map { Array(bytes[$0.bytes]) } == [encoded, encoded])
      let positions = try #require(CapturePositions(file, encoding: given.stated))
      let last = try #require(article.paragraphs.last)
      let place = positions.places(of: [0..<given.text.utf8.count], in: last).first ?? nil
      #expect(
        place == CapturePositions.Place(line: 3, start: 0, end: given.text.unicodeScalars.count))
    }
  }

  @Test("a byte that has no meaning is U+FFFD and a warning at its place")
  func damage() throws {
    var bytes = Array((Self.russian + "\n\n" + Self.russian).utf8)
    bytes[1] = 0xFF
    let (article, findings) = ArticleImporter(keepsEverything: true).read(
      SourceFile(path: "a.txt", bytes: bytes))
    #expect(article.paragraphs.last?.text == Self.russian)
    #expect(article.paragraphs.last.map { Array(bytes[$0.bytes]) } == Array(Self.russian.utf8))
    #expect(findings.map(\.summary) == ["2 bytes of the capture have no meaning in utf-8"])
    #expect(findings.first?.place?.line == 1)
  }

  @Test(
    "the charset of a content type",
    arguments: [
      ("text/plain; charset=windows-1251", "windows-1251"),
      ("text/plain;boundary=x; Charset=\"UTF-8\"", "UTF-8"),
      ("text/html; charset = koi8-r", "koi8-r"),
      ("text/plain", nil), ("text/plain; charset=", nil), ("charset=utf-8", nil),
    ] as [(String, String?)])
  func contentType(_ field: String, _ expected: String?) {
    #expect(StatedEncoding(contentType: field)?.label == expected)
    #expect(StatedEncoding(contentType: field)?.speaker ?? .server == .server)
  }

  @Test("every name that an editor is offered can be read")
  func names() {
    #expect(StatedEncoding.names.allSatisfy(StatedEncoding.isKnown))
    #expect(!StatedEncoding.isKnown("euc-kr") && !StatedEncoding.isKnown(""))
  }
}

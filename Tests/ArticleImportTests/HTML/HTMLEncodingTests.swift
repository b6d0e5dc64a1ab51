import Diagnostics
import DossierModel
import Testing

@Suite("HTML captures are read by their declared or detected encoding")
struct HTMLEncodingTests {
  static let russian = """
    Два города на озере договорились вместе починить старый мост, который был закрыт после паводка \
    прошлой зимой, и это решение, по словам инженеров, далось им нелегко.
    """
  static let turkish = """
    Göl kıyısındaki iki şehir, geçen kışın selinden sonra kapatılan eski köprüyü birlikte onarmaya \
    karar verdi; mühendisler çalışmanın ağustosta başlayacağını söyledi.
    """

  static func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
      case 0x451: 0xB8
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  static func koi8r(_ text: String) -> [UInt8] {
    let small = Array("юабцдефгхийклмнопярстужвьызшэщчъ".unicodeScalars)
    return text.unicodeScalars.map { scalar in
      if let index = small.firstIndex(of: scalar) { return UInt8(0xC0 + index) }
      if let lower = Unicode.Scalar(scalar.value + 0x20), scalar.value >= 0x410,
        let index = small.firstIndex(of: lower)
      {
        return UInt8(0xE0 + index)
      }
      return UInt8(truncatingIfNeeded: scalar.value)
    }
  }

  static func windows1254(_ text: String) -> [UInt8] {
    let own: [UInt32: UInt8] = [
      0x11E: 0xD0, 0x130: 0xDD, 0x15E: 0xDE, 0x11F: 0xF0, 0x131: 0xFD, 0x15F: 0xFE,
    ]
    return text.unicodeScalars.map { own[$0.value] ?? UInt8(truncatingIfNeeded: $0.value) }
  }

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
      bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let declared: String
    let encode: @Sendable (String) -> [UInt8]
    var isMislabelled = false
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "windows-1251", text: russian, declared: "windows-1251", encode: windows1251),
    Case(name: "KOI8-R", text: russian, declared: "koi8-r", encode: koi8r),
    Case(name: "ISO 8859-9", text: turkish, declared: "iso-8859-9", encode: windows1254),
    Case(name: "windows-1254", text: turkish, declared: "windows-1254", encode: windows1254),
    Case(name: "UTF-16LE with a mark", text: russian, declared: "utf-16") {
      utf16($0, bigEndian: false, mark: true)
    },
    Case(name: "UTF-16BE with a mark", text: turkish, declared: "utf-16") {
      utf16($0, bigEndian: true, mark: true)
    },
    Case(name: "UTF-16LE without", text: turkish, declared: "utf-8") {
      utf16($0, bigEndian: false, mark: false)
    },
    Case(name: "UTF-8", text: russian, declared: "utf-8") { Array($0.utf8) },
    Case(name: "UTF-8 undeclared", text: turkish, declared: "") { Array($0.utf8) },
    Case(name: "UTF-8 with a mark", text: turkish, declared: "koi8-r") {
      [0xEF, 0xBB, 0xBF] + Array($0.utf8)
    },
    Case(
      name: "windows-1251 as UTF-8", text: russian, declared: "utf-8", encode: windows1251,
      isMislabelled: true),
    Case(
      name: "windows-1251 as Latin 1", text: russian, declared: "iso-8859-1", encode: windows1251,
      isMislabelled: true),
    Case(name: "windows-1251 undeclared", text: russian, declared: "", encode: windows1251),
    Case(
      name: "KOI8-R as windows-1251", text: russian, declared: "windows-1251", encode: koi8r,
      isMislabelled: true),
    Case(
      name: "windows-1254 as UTF-8", text: turkish, declared: "utf-8", encode: windows1254,
      isMislabelled: true),
    Case(
      name: "UTF-8 as windows-1251", text: russian, declared: "windows-1251",
      encode: { Array($0.utf8) }, isMislabelled: true),
    Case(
      name: "windows-1251 as an encoding outside the list", text: russian, declared: "euc-kr",
      encode: windows1251, isMislabelled: true),
  ]

  @Test("the text is read, and each paragraph's bytes are those of the capture", arguments: cases)
  func reads(_ given: Case) throws {
    let page = TestPage.page(
      "<p>\(given.text)</p><p>\(given.text) \(given.text)</p>", charset: given.declared)
    let bytes = given.encode(page)
    let (article, findings) = TestPage.read(bytes)
    #expect(article.paragraphs.map(\.text) == [given.text, given.text + " " + given.text])
    let first = try #require(article.paragraphs.first)
    let encoded = given.encode(given.text)
    // The mark at the start belongs to the file, not to a piece of it.
    let start =
      given.name.hasSuffix("with a mark")
      ? encoded.count - (encoded.count - (given.name.hasPrefix("UTF-8") ? 3 : 2)) : 0
    #expect(Array(bytes[first.bytes]) == Array(encoded[start...]))
    #expect(findings.map(\.id) == (given.isMislabelled ? ["capture-charset"] : []))
  }

  @Test("a damaged byte in UTF-8 is damage, not another encoding")
  func damage() throws {
    var bytes = Array(TestPage.page("<p>\(Self.russian)</p><p>\(Self.russian)</p>").utf8)
    let text = Array(Self.russian.utf8)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    bytes[at + 2] = 0xFF
    let (article, findings) = TestPage.read(bytes)
    #expect(article.paragraphs.last?.text == Self.russian)
    #expect(article.paragraphs.last.map { Array(bytes[$0.bytes]) } == text)
    #expect(findings.map(\.id) == ["capture-charset"])
    #expect(
      findings.map(\.summary) == ["2 bytes of the capture have no meaning in utf-8"])
  }
}

import ArticleImport
import Diagnostics
import DossierModel
import Testing

@Suite("Hostile captures are read or refused, in linear time")
struct HostileInputTests {
  /// SplitMix64: the same mutations in every run.
  struct Random {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ value >> 31) % UInt64(max(bound, 1)))
    }
  }

  static let seeds: [[UInt8]] =
    AnnotatedCapture.all.map { Array($0.text.utf8) } + [
      Array(ParagraphTests.wrapped.utf8),
      DecodingTests.utf16(DecodingTests.text, bigEndian: true),
      Array("---\na: b\n---\n# T\n> - x\n```\n[^1]: y\n| a |\n![x](y)\n".utf8),
    ]
  static let splices: [[UInt8]] =
    [
      "\n", "\r", "\u{85}", "\u{2028}", "[", "]", "[1] ", "¹", "I n ", "By A B ", "© 2020 A B\n",
      "|", " » ",
      "\u{A0}", "2020-10-15", "99/99/9999", "Source: ", "Follow A B on Twitter\n", "READ: ",
      "---\n", "Comments\n",
      "12 May 2020 10:00\n", "a\u{301}", "😀", "\u{FEFF}", "۲۰۲۰", "....", "like\n0\n",
      "Notes\n1. x\n",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC2], [0xE2, 0x80], [0xF0, 0x9F], [0], [0xED, 0xA0, 0x80],
    ]

  @Test("two thousand mutated captures crash nothing and give ranges inside the file")
  func mutations() {
    var random = Random(state: 20_201_015)
    let importer = ArticleImporter()
    for round in 0..<2000 {
      var bytes = Self.seeds[random.next(below: Self.seeds.count)]
      for _ in 0...random.next(below: 6) {
        let at = random.next(below: bytes.count + 1)
        switch random.next(below: 5) {
        case 0: bytes.removeSubrange(at...)
        case 1: bytes.removeSubrange(..<at)
        case 2 where at < bytes.count: bytes[at] ^= 1 << UInt8(random.next(below: 8))
        case 3:
          let end = min(at + random.next(below: 200), bytes.count)
          bytes.insert(contentsOf: bytes[at..<end], at: at)
        default:
          let splice = Self.splices[random.next(below: Self.splices.count)]
          for _ in 0...random.next(below: 4) { bytes.insert(contentsOf: splice, at: at) }
        }
      }
      let path = round % 4 == 0 ? "a.md" : "a.txt"
      let (article, findings) = importer.read(SourceFile(path: path, bytes: bytes))
      let isRead = !findings.contains { $0.severity == .error }
      #expect(isRead == article.paragraphs.contains { $0.layer == .body })
      #expect(article.lines.map(\.number) == Array(1..<article.lines.count + 1))
      #expect(
        article.paragraphs.allSatisfy {
          $0.bytes.lowerBound < $0.bytes.upperBound && $0.bytes.upperBound <= bytes.count
            && $0.line <= article.lines.count && !$0.text.isEmpty
        })
      #expect(Set(article.paragraphs.map(\.locator)).count == article.paragraphs.count)
    }
  }

  /// Lines that each rule would have to look at again and again if it were quadratic.
  @Test(
    "twenty times the input takes at most sixty times as long",
    arguments: [
      "By Ada Quill 2020-10-15\n", "© 2020 Ada Quill Paper\n", "Ada Quill\n", "3 May 2020 10:00\n",
      "[1] x\n",
      "like\n0\n", "a b c d e f g h i j.\n", "Source: Lake Paper\n",
      "Follow Ada Quill on Twitter\n", "Comments\n",
      "Lake towns agree to share the bridge\n", "READ: ", "| ", "I n ", "(", "12/11/", "“", "¹",
    ])
  func linear(_ piece: String) {
    func time(_ count: Int) -> Duration {
      let text = Prose.below([]) + "\n" + String(repeating: piece, count: count)
      let file = SourceFile(path: "a.txt", text: text)
      return ContinuousClock().measure { _ = ArticleImporter().read(file).article.lines.count }
    }
    // What looks slow is measured again: a busy machine can make anything look slow once.
    var (short, long) = (time(500), time(10_000))
    for _ in 0..<4 where long >= short * 60 + .milliseconds(60) {
      short = min(short, time(500))
      long = min(long, time(10_000))
    }
    #expect(long < short * 60 + .milliseconds(60))
  }
}

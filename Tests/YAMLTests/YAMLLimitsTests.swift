import Diagnostics
import Testing
import YAML

struct YAMLLimitsTests {
  private func findings(_ bytes: [UInt8]) -> [Diagnostic] {
    let file = SourceFile(path: "a.yml", bytes: bytes)
    let (root, diagnostics) = YAMLDocument.parse(file, in: 0..<bytes.count)
    #expect(root == nil)
    return diagnostics
  }

  private func ids(_ text: String) -> [DiagnosticID] { findings(Array(text.utf8)).map(\.id) }

  @Test("A billion laughs end at the limit of values")
  func billionLaughs() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      let item = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: item, count: 10).joined(separator: ", "))]\n"
    }
    #expect(
      rendered(findings(Array(text.utf8))) == """
        a.yml:4:45: error: the YAML has more than 10000 values once its aliases are replaced \
        [yaml-alias-limit]
          |
        4 | a3: &a3 [*a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2]
          |                                             ^^^

        """)
  }

  @Test("Long texts may not multiply by aliases")
  func textBomb() {
    let text =
      "a: &a \(String(repeating: "x", count: 60_000))\nb: [\(Array(repeating: "*a", count: 30).joined(separator: ", "))]\n"
    #expect(ids(text) == ["yaml-alias-limit"])
  }

  @Test("Aliases may not deepen without end, nor stand in themselves")
  func deepAliases() {
    let chain = "a0: &a0 [x]\n" + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(ids(chain) == ["yaml-depth"])
    #expect(ids("a: &a [*a]") == ["yaml-alias"])
    #expect(ids("a: &a {b: *a}") == ["yaml-alias"])
    #expect(ids("a: *b") == ["yaml-alias"])
  }

  @Test(
    "Nesting ends at 32 levels, at once, however deep the input is",
    arguments: ["[", "[\n", "{a: ", "- ", "? ", "[{a: ", "- ? "])
  func nesting(opening: String) {
    #expect(ids(String(repeating: opening, count: 100_000)) == ["yaml-depth"])
  }

  @Test("Thirty-two levels are allowed")
  func allowedDepth() {
    let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    let file = SourceFile(path: "a.yml", text: text)
    #expect(YAMLDocument.parse(file, in: 0..<64).diagnostics.isEmpty)
    #expect(ids("[" + text + "]") == ["yaml-depth"])
  }

  @Test("Sizes are limited")
  func sizes() {
    #expect(ids("a: " + String(repeating: "x", count: 65_537)) == ["yaml-size"])
    #expect(ids("a: |\n" + String(repeating: " xxxxxxx\n", count: 9_000)) == ["yaml-size"])
    #expect(ids(String(repeating: "# comment\n", count: 110_000)) == ["yaml-size"])
    #expect(ids("[" + String(repeating: "a,", count: 400_000) + "]") == ["yaml-alias-limit"])
    #expect(ids(String(repeating: "- a\n", count: 200_000)) == ["yaml-alias-limit"])
    #expect(ids((0..<90_000).map { "k\($0): \n" }.joined()) == ["yaml-alias-limit"])
  }

  @Test(
    "Bytes that are no text are reported at their place",
    arguments: [
      ([0x61, 0x3A, 0x20, 0x00], "1:4", "the NUL character U+0000 is not allowed in YAML"),
      (
        [0xC3, 0xA7, 0x0A, 0x61, 0x1B], "2:2", "the control character U+001B is not allowed in YAML"
      ),
      ([0xC3, 0xA7, 0xC2, 0x81], "1:2", "the control character U+0081 is not allowed in YAML"),
      ([0xC3, 0xA7, 0xFF, 0x61], "1:2", "the byte 0xFF is not UTF-8"),
      ([0x61, 0x0D, 0x0A, 0x62, 0xC3], "2:2", "the byte 0xC3 is not UTF-8"),
      ([0xC0, 0x80], "1:1", "the byte 0xC0 is not UTF-8"),
      ([0xE0, 0x80, 0x80], "1:1", "the byte 0xE0 is not UTF-8"),
      ([0xED, 0xA0, 0x80], "1:1", "the byte 0xED is not UTF-8"),
      ([0xF4, 0x90, 0x80, 0x80], "1:1", "the byte 0xF4 is not UTF-8"),
      ([0x61, 0xF0, 0x9F, 0x98], "1:2", "the byte 0xF0 is not UTF-8"),
      (
        [0x61, 0x3A, 0x20, 0xEF, 0xBB, 0xBF], "1:4",
        "a byte order mark may stand at the start of a file only"
      ),
    ] as [([UInt8], String, String)])
  func hostileBytes(bytes: [UInt8], place: String, summary: String) {
    let found = findings(bytes)
    #expect(found.map(\.id) == ["yaml-encoding"])
    #expect(found.map(\.summary) == [summary])
    #expect(found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0)" } == [place])
  }

  @Test("A range that reaches out of the file is clamped")
  func clamping() {
    let file = SourceFile(path: "a.yml", text: "a: 1")
    #expect(YAMLDocument.parse(file, in: -5..<500).root != nil)
    #expect(YAMLDocument.parse(file, in: 100..<200).root == nil)
    #expect(YAMLDocument.parse(file, in: 3..<4).root?.text == "1")
  }

  @Test("Mutated documents neither crash nor hang, and every place lies in the file")
  func fuzz() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let seeds = [
      "title: Second war\nkind: interstate\naliases: [44-day war, 'ö']\n",
      "names: [{name: Artsakh war, used-by: [armenia]}]\nwhen: {dates: 2003-10/..}\n",
      "a: &x\n  - b: |\n      text\n  - *x\nc: >-\n  folded\n  çığ\n? d\n: \"\\u00e9\"\n",
      "%YAML 1.1\n---\n!t a: !!str b # c\n<<: *d\n...\n---\ne\n",
    ].map { Array($0.utf8) }
    let pieces =
      [
        "[", "]", "{", "}", ": ", "- ", "? ", "&a ", "*a", "!", "'", "\"", "\\", "|\n", ">\n", "#",
        "\n", "\r\n", "\t", " ", ",", "%", "@", "---\n", "\u{FEFF}", "\u{85}", "\u{2028}", "ğ", "😀",
      ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE2, 0x80]]
    var readable = 0
    for _ in 0..<4_000 {
      var bytes = seeds[random(seeds.count)]
      for _ in 0...random(6) {
        let at = random(bytes.count + 1)
        switch random(3) {
        case 0: bytes.insert(contentsOf: pieces[random(pieces.count)], at: at)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + random(8)))
        default: bytes.append(contentsOf: bytes[at..<min(bytes.count, at + random(40))])
        }
      }
      let start = random(4)
      let file = SourceFile(path: "a.yml", bytes: Array("\n#ğ\n".utf8) + bytes)
      let range = (start == 0 ? 0 : 5)..<file.bytes.count
      let (root, diagnostics) = YAMLDocument.parse(file, in: range)
      readable += root == nil ? 0 : 1
      for diagnostic in diagnostics { #expect((diagnostic.place?.line ?? 0) >= 1) }
      var open = root.map { [$0] } ?? []
      while let node = open.popLast() {
        #expect(node.range.lowerBound >= range.lowerBound)
        #expect(node.range.upperBound <= range.upperBound)
        switch node.content {
        case .scalar: break
        case .list(let items): open += items
        case .mapping(let entries): open += entries.flatMap { [$0.key, $0.value] }
        }
      }
    }
    #expect(readable > 200)
  }
}

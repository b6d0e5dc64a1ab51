import Diagnostics
import Testing
import YAML

struct YAMLDocumentTests {
  @Test(
    "A document becomes its nodes in order",
    arguments: [
      ("", "nothing"),
      ("# only a comment\n", "nothing"),
      ("---\n", "plain()"),
      ("a: 1\nb: no\n", "{a: plain(1), b: plain(no)}"),
      ("a: '1'\nb: \"x\\ty\"\n", "{a: quoted(1), b: quoted(x\ty)}"),
      ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a: block(x\ny\n), b: block(x y)}"),
      ("a:\nb: ~\n", "{a: plain(), b: plain(~)}"),
      ("- a\n- - b\n  - c\n", "[plain(a), [plain(b), plain(c)]]"),
      ("a: [x, {y: z}, []]\n", "{a: [plain(x), {y: plain(z)}, []]}"),
      ("a: one\n  two\n", "{a: plain(one two)}"),
      ("a: 10:30\nurl: https://a.b/c#d\n", "{a: plain(10:30), url: plain(https://a.b/c#d)}"),
      ("a: x # comment\n", "{a: plain(x)}"),
      ("a: &n [x, y]\nb: *n\n", "{a: [plain(x), plain(y)], b: [plain(x), plain(y)]}"),
      ("\u{FEFF}a: 1", "{a: plain(1)}"),
      ("a: 1\r\nb: 2\r\n", "{a: plain(1), b: plain(2)}"),
      ("%YAML 1.1\n---\na: 1\n...\n", "{a: plain(1)}"),
      ("\"no\": x\nno: y\n", "{no: plain(x)}"),
    ])
  func nodes(text: String, expected: String) {
    let file = SourceFile(path: "a.yml", text: text)
    let (root, _) = YAMLDocument.parse(file, in: 0..<file.bytes.count)
    #expect(root.map(Self.outline) ?? "nothing" == expected)
  }

  private static func outline(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let style): "\(style)(\(text))"
    case .list(let items): "[\(items.map(outline).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.text ?? "?"): \(outline($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test("Ranges are bytes of the file and cover the value alone")
  func ranges() throws {
    let text =
      "é: ü\nlist:\n- ğ\n- &a 'ş'\n- *a\nblock: |\n  ö\n\n\nflow: [ı, {k: v}]\nempty:\nz: 1\n"
    let file = SourceFile(path: "a.yml", text: "xx\n" + text + "--")
    let (root, diagnostics) = YAMLDocument.parse(file, in: 3..<3 + text.utf8.count)
    #expect(diagnostics.isEmpty)
    var found: [String] = []
    var open = [try #require(root)]
    while let node = open.popLast() {
      found.append(String(decoding: file.bytes[node.range], as: UTF8.self))
      switch node.content {
      case .scalar: break
      case .list(let items): open += items.reversed()
      case .mapping(let entries): open += entries.flatMap { [$0.key, $0.value] }.reversed()
      }
    }
    #expect(
      found == [
        String(text.dropLast(1)), "é", "ü", "list", "- ğ\n- &a 'ş'\n- *a", "ğ", "'ş'", "*a",
        "block", "|\n  ö", "flow", "[ı, {k: v}]", "ı", "{k: v}", "k", "v", "empty", "", "z", "1",
      ])
  }

  @Test(
    "What libyaml cannot read is said in plain English, at its place", arguments: SyntaxFault.all)
  func syntax(fault: SyntaxFault) {
    let file = SourceFile(path: "a.yml", text: fault.text)
    let (root, diagnostics) = YAMLDocument.parse(file, in: 0..<file.bytes.count)
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["yaml-syntax"])
    let place = diagnostics.first?.place
    #expect("\(place?.line ?? 0):\(place?.column ?? 0)" == fault.place)
    #expect(diagnostics.first?.summary == fault.summary)
  }

  @Test("A fault is shown with its line and what to do")
  func rendering() {
    let file = SourceFile(path: "dossier.yml", text: "başlık: é\ntitle: Karabakh: the war\n")
    #expect(
      rendered(YAMLDocument.parse(file, in: 0..<file.bytes.count).diagnostics) == """
        dossier.yml:2:16: error: a second “: ” cannot stand in this line [yaml-syntax]
          |
        2 | title: Karabakh: the war
          |                ^
          = help: put a value that contains “: ” in quotes

        """)
  }

  @Test("What YAML has and we do not is reported, and the rest is read")
  func unsupported() {
    let file = SourceFile(
      path: "a.yml",
      text: """
        a: !!str 1
        b: !person {x: y}
        <<: {c: d}
        [e]: f
        '': g
        a: 2
        h: &h 1
        i: *h
        ---
        j: k
        """)
    let (root, diagnostics) = YAMLDocument.parse(file, in: 0..<file.bytes.count)
    #expect(
      root.map(Self.outline) == "{a: plain(1), b: {x: plain(y)}, h: plain(1), i: plain(1)}")
    #expect(
      rendered(diagnostics) == """
        a.yml:1:4: error: YAML tags are not supported [yaml-tag]
          |
        1 | a: !!str 1
          |    ^^^^^
          = help: leave it out; to make a value text, put it in quotes
        a.yml:2:4: error: YAML tags are not supported [yaml-tag]
          |
        2 | b: !person {x: y}
          |    ^^^^^^^
          = help: leave it out; to make a value text, put it in quotes
        a.yml:3:1: error: the merge key “<<” is not supported [yaml-merge-key]
          |
        3 | <<: {c: d}
          | ^^
          = help: write the entries out
        a.yml:4:1: error: a key must be text, not a list [yaml-key]
          |
        4 | [e]: f
          | ^^^
        a.yml:5:1: error: a key is missing here [yaml-key]
          |
        5 | '': g
          | ^^
        a.yml:6:1: error: the key “a” stands here a second time [duplicate-key]
          |
        6 | a: 2
          | ^
          = note: a.yml:1:1: it stands here first
        a.yml:9:1: error: a second YAML document starts here, which nothing reads [yaml-documents]
          |
        9 | ---
          | ^^^
          = help: keep one document in a file

        """)
  }

  @Test("A key that occurs twice is found in long mappings too")
  func longMapping() {
    let text = (0..<500).map { "k\($0): \($0)\n" }.joined() + "k7: again\n"
    let file = SourceFile(path: "a.yml", text: text)
    let (mapping, diagnostics) = YAMLDocument.parseMapping(file)
    #expect(mapping?.entries.count == 500)
    #expect(mapping?.value(for: "k7")?.node.text == "7")
    #expect(diagnostics.map(\.place?.line) == [501])
  }

  @Test("A document that is no mapping is refused where one is expected")
  func rootKinds() {
    let list = SourceFile(path: "a.yml", text: "- a\n")
    let (none, diagnostics) = YAMLDocument.parseMapping(list)
    #expect(none == nil)
    #expect(
      rendered(diagnostics) == """
        a.yml:1:1: error: the document must be “key: value” entries, not a list [wrong-type]
          |
        1 | - a
          | ^^^

        """)
    let empty = YAMLDocument.parseMapping(SourceFile(path: "a.yml", text: "# nothing\n"))
    #expect(empty.mapping?.entries.count == 0)
    #expect(empty.diagnostics.isEmpty)
    let broken = YAMLDocument.parseMapping(SourceFile(path: "a.yml", text: "a: [\n"))
    #expect(broken.mapping == nil)
    #expect(broken.diagnostics.count == 1)
  }
}

/// A text that libyaml refuses, and what we say about it.
struct SyntaxFault: Sendable, CustomTestStringConvertible {
  let text: String
  let place: String
  let summary: String

  init(_ text: String, _ place: String, _ summary: String) {
    self.text = text
    self.place = place
    self.summary = summary
  }

  var testDescription: String { text.debugDescription }

  static let all: [SyntaxFault] = [
    SyntaxFault("title: *bold*", "1:8", "a name must follow “*” or “&” here"),
    SyntaxFault("title: a: b", "1:9", "a second “: ” cannot stand in this line"),
    SyntaxFault("a: b\n c: d", "2:3", "this key continues the text of the line before it"),
    SyntaxFault("text\nmore: x", "2:5", "this key continues the text of the line before it"),
    SyntaxFault("a: b\ntext", "2:1", "this line is not “key: value”"),
    SyntaxFault("é: @x", "1:4", "a value cannot begin with “@”"),
    SyntaxFault("a: `x`", "1:4", "a value cannot begin with “`”"),
    SyntaxFault("a: %x", "1:4", "a value cannot begin with “%”"),
    SyntaxFault("a:\n\tb: c", "2:1", "a tab cannot indent YAML"),
    SyntaxFault("a: |\n\tb", "2:1", "a tab cannot indent YAML"),
    SyntaxFault(
      "a: [1, 2", "1:4", "the list that begins here has no “]”, or lacks a comma"),
    SyntaxFault(
      "ç: x\na: {b: c\n", "2:4", "the mapping that begins here has no “}”, or lacks a comma"),
    SyntaxFault("a: b\r\nb: [\r\n\r\n", "2:5", "a value is expected here, or a “]” or “}”"),
    SyntaxFault("a: ]", "1:4", "a value is expected here"),
    SyntaxFault("a: \"open\nb: c\n", "1:4", "the quoted text that begins here is not closed"),
    SyntaxFault("a: 'it's'", "1:8", "this stands behind the closing “'” of a text"),
    SyntaxFault("a: \"x\" y", "1:8", "this stands behind the closing “\"” of a text"),
    SyntaxFault("a: [x] y", "1:8", "this stands behind the closing “]”"),
    SyntaxFault("a: b\n- c", "2:1", "a list item cannot stand among keys"),
    SyntaxFault("a: b\n: c", "2:1", "a key is missing before this colon"),
    SyntaxFault("- a\nb: c", "2:1", "a list item “- ” is expected here"),
    SyntaxFault("a: - b", "1:4", "a list item cannot begin here"),
    SyntaxFault("a: \"\\q\"", "1:5", "there is no escape “\\q”"),
    SyntaxFault("a: \"\\xZZ\"", "1:7", "this is no escape of a Unicode character"),
    SyntaxFault("a: |x\n  b", "1:5", "nothing may follow “|” or “>” on its line"),
    SyntaxFault("a: |0\n b", "1:5", "the number behind “|” or “>” is between 1 and 9"),
    SyntaxFault("a: !<", "1:4", "YAML tags are not supported"),
    SyntaxFault("%FOO\n---\n", "1:1", "YAML directives are not supported"),
    SyntaxFault("  a: x\n b: y", "2:2", "this cannot follow the value before it"),
  ]
}

import Diagnostics
import DossierLoading
import Testing
import YAML

/// Front matter and sidecars are edited to the byte: comments, quotes, order and line ends stay.
struct FrontMatterEditTests {
  enum Edit: Sendable {
    case add(String, String)
    case addNamed(String, users: [String])
    case set(String, String)
    case remove(String, String)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let edit: Edit
    let after: String
  }

  static func apply(_ edit: Edit, _ front: inout FrontMatterEdit) throws -> Bool {
    func text(_ text: String) -> YAMLNode {
      YAMLNode(.scalar(text, style: .quoted), range: 0..<0)
    }
    switch edit {
    case .add(let text, let key): return try front.add(text, to: key)
    case .addNamed(let name, let users):
      let item = YAMLNode(
        .mapping([
          (text("name"), text(name)),
          (text("used-by"), YAMLNode(.list(users.map(text)), range: 0..<0)),
        ]), range: 0..<0)
      return try front.add(item, to: "names")
    case .set(let key, let text): return try front.set(key, to: text)
    case .remove(let text, let key): return try front.remove(text, from: key)
    }
  }

  static let cases: [Case] = [
    Case(
      testDescription: "to a flow list",
      before: "title: A # the title\naliases: [b, 'c d' ]  # names\nkind: state",
      edit: .add("e, f", "aliases"),
      after: "title: A # the title\naliases: [b, 'c d', \"e, f\" ]  # names\nkind: state"),
    Case(
      testDescription: "to a flow list over lines with a comma at its end",
      before: "title: A\naliases: [\n  b, # first\n  c,\n]", edit: .add("d", "aliases"),
      after: "title: A\naliases: [\n  b, # first\n  c, d,\n]"),
    Case(
      testDescription: "to an empty list", before: "title: A\naliases: []",
      edit: .add("b", "aliases"), after: "title: A\naliases: [b]"),
    Case(
      testDescription: "to a block list",
      before: "aliases:\n  - b # first\n  # between\n  - \"c\" # last\n# on\ntitle: A",
      edit: .add("d: e", "aliases"),
      after:
        "aliases:\n  - b # first\n  # between\n  - \"c\" # last\n  - \"d: e\"\n# on\ntitle: A"),
    Case(
      testDescription: "to a block list without indentation, behind a mapping",
      before: "aliases:\n- name: b\n  exclusive: true\ntitle: A", edit: .add("c", "aliases"),
      after: "aliases:\n- name: b\n  exclusive: true\n- c\ntitle: A"),
    Case(
      testDescription: "to a single text", before: "title: A\naliases: 'b' # one",
      edit: .add("c", "aliases"), after: "title: A\naliases: ['b', c] # one"),
    Case(
      testDescription: "to a single text that a list would cut", before: "title: A\naliases: b, c",
      edit: .add("d", "aliases"), after: "title: A\naliases: [\"b, c\", d]"),
    Case(
      testDescription: "to a single mapping",
      before: "title: A\naliases: {name: b, exclusive: true}", edit: .add("c", "aliases"),
      after: "title: A\naliases: [{name: b, exclusive: true}, c]"),
    Case(
      testDescription: "to a key without a value", before: "title: A\naliases: # none yet\nkind: x",
      edit: .add("b", "aliases"), after: "title: A\naliases: [b] # none yet\nkind: x"),
    Case(
      testDescription: "a new key stands behind those that go before it",
      before: "title: A\nkind: state # sort\nreviewed: 2020-01-01", edit: .add("b", "aliases"),
      after: "title: A\nkind: state # sort\naliases: [b]\nreviewed: 2020-01-01"),
    Case(
      testDescription: "a new key behind a block", before: "title: A\nsummary: |\n  One.\n  Two.",
      edit: .add("b", "aliases"), after: "title: A\nsummary: |\n  One.\n  Two.\naliases: [b]"),
    Case(
      testDescription: "a new key in front matter between braces", before: "{title: A}",
      edit: .add("b", "aliases"), after: "{title: A, aliases: [b]}"),
    Case(
      testDescription: "Windows' line ends", before: "title: A\r\naliases:\r\n  - b",
      edit: .add("c", "aliases"), after: "title: A\r\naliases:\r\n  - b\r\n  - c"),
    Case(
      testDescription: "an entry with users", before: "title: A\nnames:\n- {name: b, used-by: [x]}",
      edit: .addNamed("c “d”", users: ["x", "null"]),
      after:
        "title: A\nnames:\n- {name: b, used-by: [x]}\n- {name: c “d”, used-by: [x, \"null\"]}"),
    Case(
      testDescription: "words that mean something to YAML", before: "title: A\naliases: [b]",
      edit: .add("No", "aliases"), after: "title: A\naliases: [b, \"No\"]"),
    Case(
      testDescription: "quotes, signs and line breaks", before: "title: A",
      edit: .add("a \"b\" \\ c\nd", "aliases"),
      after: "title: A\naliases: [\"a \\\"b\\\" \\\\ c\\nd\"]"),
    Case(
      testDescription: "a text in its kind of quotes", before: "kind: x\ntitle: 'A'  # old",
      edit: .set("title", "B’s 'c'"), after: "kind: x\ntitle: 'B’s ''c'''  # old"),
    Case(
      testDescription: "a plain text stays plain", before: "title: A\nkind: x",
      edit: .set("title", "War, and: peace"), after: "title: \"War, and: peace\"\nkind: x"),
    Case(
      testDescription: "a comma outside of lists needs no quotes", before: "title: A\nkind: x",
      edit: .set("title", "War, peace"), after: "title: War, peace\nkind: x"),
    Case(
      testDescription: "a new text", before: "title: A\nreviewed: 2020-01-01",
      edit: .set("part-of", "war"), after: "title: A\npart-of: war\nreviewed: 2020-01-01"),
    Case(
      testDescription: "from the middle of a flow list", before: "title: A\naliases: [b, c , d]",
      edit: .remove("c", "aliases"), after: "title: A\naliases: [b, d]"),
    Case(
      testDescription: "from the end of a flow list", before: "title: A\naliases: [b, c ]",
      edit: .remove("c", "aliases"), after: "title: A\naliases: [b ]"),
    Case(
      testDescription: "from a block list, with its comment",
      before: "aliases:\n  - b\n  - name: c # x\n    exclusive: true # y\n  - d\ntitle: A",
      edit: .remove("c", "aliases"), after: "aliases:\n  - b\n  - d\ntitle: A"),
    Case(
      testDescription: "the last item goes with its key",
      before: "title: A\naliases:\n  - b\nkind: x", edit: .remove("b", "aliases"),
      after: "title: A\nkind: x"),
  ]

  @Test(arguments: cases)
  func `nothing but the edited value changes by a byte`(_ given: Case) throws {
    let newline = given.before.contains("\r\n") ? "\r\n" : "\n"
    func page(_ yaml: String) -> String {
      "---\(newline)\(yaml)\(newline)---\(newline)Words.\(newline)"
    }
    var edit = try FrontMatterEdit(page: SourceFile(path: "p.md", text: page(given.before)))
    #expect(try Self.apply(given.edit, &edit))
    #expect(String(decoding: edit.file.bytes, as: UTF8.self) == page(given.after))
    if case .addNamed = given.edit { return }
    #expect(try !Self.apply(given.edit, &edit), "a second time there is nothing to do")
    guard !given.before.hasPrefix("{") else { return }
    // The same as a whole file, without a line end at its end.
    var document = try FrontMatterEdit(document: SourceFile(path: "s.yml", text: given.before))
    #expect(try Self.apply(given.edit, &document))
  }

  @Test func `a document without entries gets its first`() throws {
    for (before, after) in [
      ("", "note: x\n"), ("# c\n", "# c\nnote: x\n"), ("# c", "# c\nnote: x"),
    ] {
      var edit = try FrontMatterEdit(document: SourceFile(path: "s.yml", text: before))
      #expect(try edit.set("note", to: "x"))
      #expect(String(decoding: edit.file.bytes, as: UTF8.self) == after)
    }
  }

  @Test func `a name that is there in an entry is not added as a text`() throws {
    let text = "---\ntitle: A\naliases: [{name: b, exclusive: true}]\n---\n"
    var edit = try FrontMatterEdit(page: SourceFile(path: "p.md", text: text))
    #expect(try !edit.add("b", to: "aliases"))
    #expect(try edit.add("null", to: "demonyms") && !edit.add("null", to: "demonyms"))
    #expect(try edit.remove("null", from: "demonyms"))
    #expect(try !edit.remove("c", from: "aliases"))
    #expect(String(decoding: edit.file.bytes, as: UTF8.self) == text)
  }

  struct Obstacle: Sendable, CustomTestStringConvertible {
    let yaml: String
    let finding: String
    var testDescription: String { yaml }
  }

  static let obstacles: [Obstacle] = [
    Obstacle(
      yaml: "title: A\nnames: &n [b]\naliases: *n",
      finding: """
        p.md:4:10: error: “aliases” cannot be edited where it stands [front-matter-edit]
          |
        4 | aliases: *n
          |          ^^
          = help: write it plainly, `key: value` or `key: [value, value]`, without anchors

        """),
    Obstacle(
      yaml: "title: A\naliases: &n [b]\ndemonyms: *n",
      finding: """
        p.md:3:10: error: “aliases” cannot be edited where it stands [front-matter-edit]
          |
        3 | aliases: &n [b]
          |          ^^^^^^
          = help: write it plainly, `key: value` or `key: [value, value]`, without anchors

        """),
    Obstacle(
      yaml: "title: A\naliases:\n  -\n    b",
      finding: """
        p.md:4:3: error: “aliases” cannot be edited where it stands [front-matter-edit]
          |
        4 |   -
          |   ^
          = help: write it plainly, `key: value` or `key: [value, value]`, without anchors

        """),
    Obstacle(
      yaml: "title: A\naliases:\n  # why\n  name: b\n  exclusive: true # c",
      finding: ""),
  ]

  @Test(arguments: obstacles)
  func `what cannot be edited safely is refused, and stays as it was`(_ given: Obstacle) throws {
    let text = "---\n\(given.yaml)\n---\n"
    var edit = try FrontMatterEdit(page: SourceFile(path: "p.md", text: text))
    do {
      _ = try edit.add("z", to: "aliases")
      #expect(given.finding.isEmpty, "\(String(decoding: edit.file.bytes, as: UTF8.self))")
    } catch {
      #expect(ConsoleFormatter().format(error.finding) == given.finding)
      #expect(String(decoding: edit.file.bytes, as: UTF8.self) == text)
    }
  }
}

import Diagnostics
import Testing
import YAML

struct YAMLMappingTests {
  private func mapping(_ text: String) throws -> YAMLMapping {
    let (mapping, diagnostics) = YAMLDocument.parseMapping(SourceFile(path: "p.md", text: text))
    #expect(diagnostics.isEmpty)
    return try #require(mapping)
  }

  @Test(
    "Every plain scalar is a text as written",
    arguments: ["1991", "no", "NO", "yes", "true", "0x1F", "1e3", "2020-07-12", "12:30:45", ".5"])
  func texts(written: String) throws {
    var found: [Diagnostic] = []
    #expect(try mapping("title: \(written)").string("title", reporting: &found) == written)
    #expect(found.isEmpty)
  }

  @Test("Values are read by their types, absent keys are nil without a word")
  func values() throws {
    let page = try mapping(
      """
      draft: true
      public: false
      limit: -20
      aliases: [a, 1991, 'c d']
      alias: single
      names: [{name: x}, y]
      when: {from: 2003}
      empty:
      tilde: ~
      """)
    var found: [Diagnostic] = []
    #expect(page.bool("draft", reporting: &found) == true)
    #expect(page.bool("public", reporting: &found) == false)
    #expect(page.int("limit", reporting: &found) == -20)
    #expect(page.strings("aliases", reporting: &found) == ["a", "1991", "c d"])
    #expect(page.strings("alias", reporting: &found) == ["single"])
    #expect(page.values("names", reporting: &found)?.count == 2)
    #expect(page.values("alias", reporting: &found)?.first?.node.text == "single")
    let when = page.mapping("when", reporting: &found)
    #expect(when?.string("from", reporting: &found) == "2003")
    #expect(page.string("absent", reporting: &found) == nil)
    #expect(page.strings("absent", reporting: &found) == nil)
    #expect(page.string("empty", reporting: &found, allowsEmpty: true) == nil)
    #expect(page.bool("tilde", reporting: &found, allowsEmpty: true) == nil)
    #expect(page.strings("empty", reporting: &found, allowsEmpty: true) == [])
    #expect(page.mapping("empty", reporting: &found, allowsEmpty: true) == nil)
    #expect(page.keys.prefix(3) == ["draft", "public", "limit"])
    #expect(page.keyPlace(of: "when")?.line == 7)
    #expect(found.isEmpty)
  }

  @Test("A value of the wrong type is an error at its place")
  func wrongTypes() throws {
    let page = try mapping(
      """
      title: [a]
      draft: yes
      ğ: "true"
      limit: 1,000
      aliases: [{a: b}, c, ~]
      when: 2003
      names: {a: b}
      """)
    var found: [Diagnostic] = []
    #expect(page.string("title", reporting: &found) == nil)
    #expect(page.bool("draft", reporting: &found) == nil)
    #expect(page.bool("ğ", reporting: &found) == nil)
    #expect(page.int("limit", reporting: &found) == nil)
    #expect(page.strings("aliases", reporting: &found) == ["c"])
    #expect(page.mapping("when", reporting: &found) == nil)
    #expect(page.strings("names", reporting: &found) == nil)
    #expect(
      rendered(found) == """
        p.md:1:8: error: “title” must be text, not a list [wrong-type]
          |
        1 | title: [a]
          |        ^^^
        p.md:2:8: error: “draft” must be true or false, not “yes” [wrong-type]
          |
        2 | draft: yes
          |        ^^^
          = help: write true
        p.md:3:4: error: “ğ” must be true or false, not a text in quotes [wrong-type]
          |
        3 | ğ: "true"
          |    ^^^^^^
          = help: write true without quotes
        p.md:4:8: error: “limit” must be a whole number, not “1,000” [wrong-type]
          |
        4 | limit: 1,000
          |        ^^^^^
          = help: write 1000
        p.md:5:11: error: an item of “aliases” must be text, not a mapping [wrong-type]
          |
        5 | aliases: [{a: b}, c, ~]
          |           ^^^^^^
        p.md:5:22: error: an item of “aliases” is empty [empty-value]
          |
        5 | aliases: [{a: b}, c, ~]
          |                      ^
          = help: give it a value, or leave it out
        p.md:6:7: error: “when” must be “key: value” entries, not “2003” [wrong-type]
          |
        6 | when: 2003
          |       ^^^^
        p.md:7:8: error: “names” must be text or a list of texts, not a mapping [wrong-type]
          |
        7 | names: {a: b}
          |        ^^^^^^

        """)
  }

  @Test("A value that says nothing is an error")
  func emptyValues() throws {
    let page = try mapping("a:\nb: ''\nc: null\nd: ~\ne: []\n")
    var found: [Diagnostic] = []
    #expect(page.string("a", reporting: &found) == nil)
    #expect(page.string("b", reporting: &found) == nil)
    #expect(page.string("c", reporting: &found) == nil)
    #expect(page.int("d", reporting: &found) == nil)
    #expect(page.strings("e", reporting: &found) == [])
    #expect(
      rendered(found) == """
        p.md:1:3: error: “a” is empty [empty-value]
          |
        1 | a:
          |   ^
          = help: give it a value, or leave it out
        p.md:2:4: error: “b” is empty [empty-value]
          |
        2 | b: ''
          |    ^^
          = help: give it a value, or leave it out
        p.md:3:4: error: “c” is empty [empty-value]
          |
        3 | c: null
          |    ^^^^
          = help: to mean the word, put it in quotes

        """
          + """
          p.md:4:4: error: “d” is empty [empty-value]
            |
          4 | d: ~
            |    ^
            = help: give it a value, or leave it out

          """)
  }

  @Test(
    "Whole numbers are decimal digits and fit",
    arguments: ["x", "1.5", "0x1F", "+1", "--1", "1-", "99999999999999999999", "'5'", "[1]"])
  func noInts(written: String) throws {
    var found: [Diagnostic] = []
    #expect(try mapping("n: \(written)").int("n", reporting: &found) == nil)
    #expect(found.map(\.id) == ["wrong-type"])
  }

  @Test("Unknown keys are errors with the nearest known key, or all of them")
  func unknownKeys() throws {
    let page = try mapping("tittle: a\nkind: b\nzebra: c\n")
    var found: [Diagnostic] = []
    page.reportUnknownKeys(known: ["title", "kind", "aliases"], reporting: &found)
    #expect(
      rendered(found) == """
        p.md:1:1: error: unknown key “tittle” [unknown-key]
          |
        1 | tittle: a
          | ^^^^^^
          = help: did you mean “title”?
        p.md:3:1: error: unknown key “zebra” [unknown-key]
          |
        3 | zebra: c
          | ^^^^^
          = help: known keys are “title”, “kind”, “aliases”

        """)
  }

  @Test("A wrong value behind an alias is reported where the alias stands")
  func aliases() throws {
    var found: [Diagnostic] = []
    let page = try mapping("a: &x many\nn: *x\n")
    #expect(page.int("n", reporting: &found) == nil)
    #expect(found.map(\.place?.line) == [2])
    #expect(found.map(\.place?.column) == [4])
  }
}

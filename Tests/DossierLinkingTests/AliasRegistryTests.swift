import Diagnostics
import DossierLinking
import DossierModel
import Testing

@Suite("A registry of aliases is read from JSON")
struct AliasRegistryTests {
  @Test("escapes, unknown keys and empty lists are read")
  func reads() throws {
    let json = #"""
      [{"id": "\u0041\n", "kind": "place", "extra": {"a": [1, -2.5e3, true, "]"]}, "name": "Ça va\u00e7",
        "aliases": {"name": [], "surname": ["\ud83d\ude00x"]}}, {"id": "b", "aliases": {}}]
      """#
    let registry = try AliasRegistry(json: Array(json.utf8))
    let article = Article(paragraphs: [
      .init(number: 1, layer: .body, line: 1, bytes: 0..<0, text: "Cavac")
    ])
    #expect(MentionReader(registry: registry).read(article, date: nil).mentions == [])
    let named = Article(paragraphs: [
      .init(number: 1, layer: .body, line: 1, bytes: 0..<0, text: "It is Ca Vac.")
    ])
    #expect(
      MentionReader(registry: registry).read(named, date: nil).mentions.map(\.entity)
        == [NamedEntity(id: "A\n", kind: "place", name: "Ça vaç")])
  }

  @Test(
    "what is no registry is told where it is none",
    arguments: [
      ("", "a “[”", 0), ("{}", "a “[”", 0), ("[{\"id\": 1}]", "a string", 8),
      ("[{\"id\": \"x}]", "a “\"” at the end of the string", 12), ("[{\"x\": ]}]", "a value", 7),
      ("[{\"x\": [", "a value", 8), ("[{\"id\": \"\\u12\"}]", "four hexadecimal digits", 11),
      ("[{} {}]", "a “,” or “]”", 4),
    ])
  func mistakes(_ json: String, _ expected: String, _ offset: Int) {
    #expect(throws: AliasRegistry.ReadingError.self) {
      _ = try AliasRegistry(json: Array(json.utf8))
    }
    do {
      _ = try AliasRegistry(json: Array(json.utf8))
    } catch {
      #expect(error.expected == expected)
      #expect(error.offset == offset)
    }
  }

  @Test("nesting costs no stack")
  func nesting() throws {
    let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
    _ = try AliasRegistry(json: Array("[{\"x\": \(deep)}]".utf8))
  }
}

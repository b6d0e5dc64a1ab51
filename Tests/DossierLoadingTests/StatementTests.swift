import DossierModel
import Testing

@Suite("A statement is a block quote of renderings with its speaker in the last line")
struct StatementTests {
  private func statements(_ text: String) throws -> Page {
    try Loaded.page(
      "---\ntitle: War\n---\n\n## Statements\n\(text)\n", beside: Loaded.actors("lavrov", "aliyev"))
  }

  @Test("renderings, their citations, the speaker and the id")
  func whole() throws {
    let page = try statements(
      """
      > "expressed several times" [@martel p9] [@memo p3 from birgun]
      > “expressed on several occasions” [@duvar p4]
      > -- lavrov {#aliyev-position}
      """)
    let statement = try #require(page.statements.first)
    #expect(page.statements.count == 1)
    #expect(statement.id == "aliyev-position")
    #expect(statement.speaker.slug == "lavrov")
    #expect(statement.speaker.page != nil)
    #expect(page.source(statement.speaker.range) == "lavrov")
    #expect(
      statement.renderings.map(\.text) == [
        "expressed several times", "expressed on several occasions",
      ])
    #expect(
      statement.renderings.map { $0.citations.map(\.key) } == [["martel", "memo"], ["duvar"]])
    #expect(statement.renderings[0].citations[1].origin == "birgun")
    #expect(page.source(statement.renderings[0].range) == "\"expressed several times\"")
  }

  @Test("several statements, without ids, by wikilink")
  func several() throws {
    let page = try statements(
      "> \"One\" [@a]\n> -- lavrov\n\n> \"Two\" [@a]\n>\n> -- [[aliyev|The president]] {#two}\n")
    #expect(page.statements.map(\.id) == [nil, "two"])
    #expect(page.statements.map(\.speaker.slug) == ["lavrov", "aliyev"])
  }

  @Test(
    "quotation marks around the words are not the words",
    arguments: [
      ("\"a b\"", "a b"), ("“a b”", "a b"), ("«a b»", "a b"), ("„a b“", "a b"), ("'a b'", "a b"),
      ("a b", "a b"), ("\"a\" b", "\"a\" b"), ("“a b\"", "“a b\""), ("\"a b", "\"a b"),
      ("“[…] b”", "[…] b"),
    ])
  func quotationMarks(_ written: String, _ text: String) throws {
    let page = try statements("> \(written) [@a]\n> -- lavrov\n")
    #expect(page.statements.first?.renderings.map(\.text) == [text])
  }
}

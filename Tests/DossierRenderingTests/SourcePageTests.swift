import DossierModel
import Testing

/// Links and lists of an HTML capture on its source page.
struct SourcePageTests {
  private static let article = """
    <html><head><title>Quay opens</title></head><body><article><h1>Quay opens</h1>
    <p>The <a href="https://example.org/a?b=1&amp;c='2&quot;3">people of Norland</a> have opened a quay \
    in the harbour, which had been closed to all boats since the storm of last winter.</p>
    <figure><figcaption>The quay of <a href="javascript:trap()">Norland</a> at dawn</figcaption></figure>
    <p>The council named three rules for it, which everybody who lands there will have to keep to:</p>
    <ol><li>Norland lands first.</li><li><p>No nets on the stones.</p><p>None at all.</p></li></ol>
    <ul><li>Boats under sail have the right of way before all others.</li></ul>
    <p>Nobody at the harbour said when the old quay beside it would be taken down or mended.</p>
    </article></body></html>
    """

  private static func page(_ rights: String) throws -> JSON {
    var files = SampleFiles.site
    files["seeds/quay.html"] = article
    files["seeds/quay.yml"] =
      "rights: \(rights)\npublished: 2020-11-01\npublisher: P\nauthor: A B\n"
    return try RenderedSite(files).page("sources/quay.html")
  }

  @Test func `with full rights links lead out, and no name is linked inside one`() throws {
    let paragraphs = try Self.page("full")["paragraphs"]
    let first = try #require(paragraphs[0]["html"].text)
    #expect(
      first.hasPrefix(
        "The <a href=\"https://example.org/a?b=1&amp;c=&#39;2&#34;3\" rel=\"nofollow noopener\">"
          + "people of Norland</a> have opened"))
    #expect(paragraphs[1]["layer"].text == "caption")
    // What was no web address is no link, so that the name in it is one.
    #expect(
      paragraphs[1]["html"].text
        == "The quay of <a href=\"../actors/norland.html\">Norland</a> at dawn")
  }

  @Test func `with full rights lists open and close around their items`() throws {
    let paragraphs = try Self.page("full")["paragraphs"]
    #expect(paragraphs.texts("opens_list") == ["", "", "", "ol", "", "", "ul", ""])
    #expect(paragraphs.texts("closes_list") == ["", "", "", "", "", "ol", "ul", ""])
    #expect(
      paragraphs.list.map { $0["opens_item"].bool }
        == [false, false, false, true, true, false, true, false])
    #expect(
      paragraphs.list.map { $0["closes_item"].bool }
        == [false, false, false, true, false, true, true, false])
    #expect(paragraphs.list.map { $0["item_number"].int } == [0, 0, 0, 1, 2, 2, 0, 0])
  }

  @Test func `without full rights neither is shown`() throws {
    let page = try Self.page("extracts")
    for paragraph in page["paragraphs"].list {
      #expect(paragraph["html"].text?.contains("nofollow") != true)
      #expect(paragraph["opens_list"].text == "")
      #expect(paragraph["opens_item"].bool == false)
    }
  }

  @Test
  func `a datum that no rule found has the reason, and an encoding other than UTF-8 is shown`()
    throws
  {
    var files = SampleFiles.site
    files["seeds/quay.html"] = Self.article
    let data = try RenderedSite(files).page("sources/quay.html")["data"]
    #expect(data.texts("label").prefix(4) == ["Title", "Publisher", "Author", "Published"])
    #expect(
      data.texts("basis")[1...3] == [
        "neither the page's data (JSON-LD, og:site_name, meta) nor its title element name the outlet",
        "no data and no element of the page name an author",
        "no data, address or time element of the page, and no stamp near its title, give a date",
      ])
    #expect(!data.texts("label").contains("Encoding"))
    files["seeds/quay.yml"] = "encoding: windows-1252\n"
    let stated = try RenderedSite(files).page("sources/quay.html")["data"]
    let encoding = try #require(stated.list.first { $0["label"].text == "Encoding" })
    #expect(encoding["text"].text == "windows-1252")
    #expect(encoding["basis"].text == "stated by the editor")
  }
}

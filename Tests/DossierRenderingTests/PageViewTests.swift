import Diagnostics
import DossierModel
import DossierRendering
import Testing

/// The page model of single pages, without a theme.
struct PageViewTests {
  static let site = Result { try RenderedSite(SampleFiles.site, asOfReviewOf: "sudland") }

  @Test func `notes are numbered in the order of the text and link both ways`() throws {
    let page = try Self.site.get().page("actors/norland.html")
    let notes = page["notes"]
    #expect(notes.list.map { $0["number"].int } == Array(1...notes.list.count))
    #expect(notes.texts("anchor") == (1...notes.list.count).map { "note.\($0)" })
    // The fact box comes first, then the prose.
    #expect(notes[0]["href"].text == "../sources/book.html")
    #expect(notes[0]["locator"].isNull)
    #expect(notes[1]["href"].text == "../sources/tide.html#p1")
    #expect(notes[2]["origin"].text == "harbour-office")
    let body = try #require(page["body"].text)
    #expect(
      body.contains(##"harbour<sup class="cite"><a href="#note.2" id="ref.2.1">2</a></sup>."##))
    for note in notes.list {
      for reference in note["references"].list {
        let href = try #require(reference["href"].text)
        #expect(href.hasPrefix("#ref.\(note["number"].int ?? 0)."))
      }
    }
    // One passage cited twice is one note with two ways back.
    let cited = notes.list.first { $0["href"].text == "../sources/tide.html#p2" }
    #expect(cited?["references"].list.count == 2)
  }

  @Test func `a fact has its pick first, its rivals behind it, and no pick where it is disputed`()
    throws
  {
    let facts = try Self.site.get().page("conflicts/dispute.html")["facts"]
    #expect(
      facts.texts("label") == [
        "Start", "Side North", "Side South", "Killed", "Wounded",
      ])
    #expect(facts.list.map { $0["is_disputed"].bool } == [false, false, false, true, false])
    #expect(facts[3]["accounts"].texts("html") == ["none", "two"])
    #expect(facts[3]["accounts"].list.map { $0["is_pick"].bool } == [false, false])
    #expect(facts[4]["accounts"].list.map { $0["is_pick"].bool } == [true, false])
    #expect(
      facts[1]["accounts"][0]["html"].text == #"<a href="../actors/norland.html">Norland</a>"#)
    #expect(
      facts[3]["accounts"][0]["qualifiers"][0]["html"].text
        == #"<a href="../actors/norland.html">Norland</a>"#)
  }

  @Test func `a relation shows on both pages, once as incoming`() throws {
    let own = try Self.site.get().page("actors/norland.html")["relations"]
    #expect(own.list.count == 1)
    #expect(own[0]["label"].text == "Accuses")
    #expect(own[0]["actor"]["href"].text == "sudland.html")
    #expect(own[0]["is_incoming"].bool == false)
    #expect(own[0]["notes"].text != "")
    #expect(own[0]["qualifiers"].texts("label") == ["in", "denied by"])
    let other = try Self.site.get().page("actors/sudland.html")["relations"]
    #expect(other.list.count == 1)
    #expect(other[0]["actor"]["href"].text == "norland.html")
    #expect(other[0]["is_incoming"].bool == true)
    #expect(other[0]["notes"].text == "")
  }

  @Test func `an event knows what came before and after it in its conflict`() throws {
    let page = try Self.site.get().page("events/meeting.html")
    #expect(page["earlier"]["title"].text == "Calm")
    #expect(page["later"]["title"].text == "Storm")
    #expect(page["conflicts"].texts("href") == ["../conflicts/dispute.html"])
    #expect(try Self.site.get().page("events/calm.html")["earlier"].isNull)
    #expect(try Self.site.get().page("events/storm.html")["later"].isNull)
    let conflict = try Self.site.get().page("conflicts/dispute.html")
    #expect(conflict["events"].texts("title") == ["Calm", "Meeting", "Storm"])
    #expect(conflict["part_of"]["title"].text == "Older dispute")
    #expect(
      try Self.site.get().page("conflicts/old-dispute.html")["parts"].texts("title")
        == ["Harbour dispute of 2020"])
    #expect(
      try Self.site.get().page("places/grey-port.html")["events"].texts("title")
        == ["Calm", "Meeting", "Storm"])
    let actor = try Self.site.get().page("actors/norland.html")
    #expect(actor["events"].texts("role") == ["-", "host", "-"])
    #expect(actor["conflicts"].texts("role") == ["side North"])
  }

  @Test func `a page past the limit is stale, a younger one and one without review are not`() throws
  {
    let site = try Self.site.get()
    #expect(try site.page("actors/norland.html")["page"]["is_stale"].bool == true)
    #expect(try site.page("actors/sudland.html")["page"]["is_stale"].bool == false)
    #expect(try site.page("pages/about.html")["page"]["is_stale"].bool == false)
    #expect(try site.page("actors/norland.html")["page"]["as_of"].text == "20 November 2020")
    let undated = try RenderedSite(SampleFiles.site)
    #expect(try undated.page("actors/norland.html")["page"]["is_stale"].bool == false)
    #expect(try undated.page("actors/norland.html")["page"]["as_of"].isNull)
  }

  @Test func `the home page counts what the site rests on, origins once`() throws {
    let home = try Self.site.get().page("index.html")
    #expect(home["page"]["title"].text == "The harbour")
    let coverage = home["coverage"]
    #expect(coverage["sources"].int == 3)
    #expect(coverage["origins"].int == 3)
    #expect(coverage["actors"].int == 2)
    #expect(coverage["conflicts"].int == 2)
    #expect(coverage["events"].int == 3)
    #expect(coverage["period"].text == "15 October 2020")
    #expect(home["events"].texts("title") == ["Storm", "Meeting", "Calm"])
    #expect(home["actors"].texts("title") == ["Norland", "Sudland"])
    var files = SampleFiles.site
    files["seeds/gull.yml"] = "origin: harbour-office\n"
    let one = try RenderedSite(files).page("index.html")["coverage"]
    #expect(one["sources"].int == 3)
    #expect(one["origins"].int == 2)
  }

  @Test func `a source says what is known and how`() throws {
    let page = try Self.site.get().page("sources/tide.html")
    #expect(
      page["data"].texts("label") == [
        "Title", "Publisher", "Author", "Published", "Language", "Address", "Origin", "Reliability",
        "Captured", "SHA-256",
      ])
    #expect(page["is_inbox"].bool == true)
    #expect(page["is_full"].bool == false)
    #expect(page["paragraphs"].texts("anchor") == ["p1", "p2", "p3"])
    #expect(page["footnotes"].texts("anchor") == ["fn1"])
    #expect(page["cited_by"].texts("title").contains("Norland"))
    #expect(page["names"].texts("title").prefix(2) == ["Norland", "Sudland"])
    let loose = try Self.site.get().page("sources/gull.html")["data"]
    #expect(loose[1]["text"].text == "unknown")
    #expect(loose[1]["is_known"].bool == false)
    #expect(
      loose[1]["basis"].text
        == "no line names the outlet as one of its own: at the top, behind the title, as source, or "
        + "with the rights")
    let book = try Self.site.get().page("sources/book.html")
    #expect(book["note"].text == "Out of print.")
    #expect(book["paragraphs"].list.count == 0)
  }

  @Test func `a redirect names the new address`() throws {
    let page = try Self.site.get().page("actors/nordia.html")
    #expect(page["target"].text == "norland.html")
    #expect(page["page"]["canonical"].text == "https://example.org/harbour/actors/norland.html")
  }

  @Test func `every page's inputs name its own file, its templates and the settings`() throws {
    let site = try Self.site.get()
    for artifact in site.artifacts where artifact.path.rawValue.hasSuffix(".html") {
      #expect(artifact.inputs.contains(.file("dossier.yml")), "\(artifact.path)")
      #expect(
        artifact.inputs.contains { input in
          if case .file(let path) = input { path.hasPrefix("Templates/") } else { false }
        }, "\(artifact.path)")
      #expect(artifact.inputs == artifact.inputs.sorted(), "\(artifact.path)")
      #expect(Set(artifact.inputs).count == artifact.inputs.count, "\(artifact.path)")
    }
    for page in site.model.pages {
      let inputs = try site.artifact(page.path.rawValue).inputs
      #expect(inputs.contains(.file(page.file.path)), "\(page.path)")
    }
    let inputs = try site.artifact("actors/norland.html").inputs
    for file in ["Templates/actor.html", "seeds/tide.txt", "seeds/tide.yml", "seeds/book.yml"] {
      #expect(inputs.contains(.file(file)), "\(file)")
    }
    let source = try site.artifact("sources/tide.html").inputs
    #expect(source.contains(.file("seeds/tide.txt")))
    #expect(source.contains(.file("seeds/tide.yml")))
    #expect(try site.artifact("index.html").inputs.contains(.file("Content/index.md")))
    #expect(
      try site.artifact("actors/nordia.html").inputs.contains(.file("Content/actors/norland.md")))
  }
}

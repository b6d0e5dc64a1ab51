import Diagnostics
import DossierModel
import EDTF
import FileTree
import Testing

@Suite("A source is a capture, its sidecar, or both")
struct SourceTests {
  static let capture = """
    A quiet report from the town

    The council of the town met on Monday and spoke at length about the bridge, the road and the \
    school, and nobody left the hall before midnight.

    """

  @Test("the editor's word counts before the machine's, and each says whose it is")
  func sidecar() throws {
    let loaded = try Loaded([
      "seeds/town.txt": Self.capture,
      "seeds/town.yml": """
      cite-as: council
      title: "The council's report"
      publisher: The Town Paper
      author: unknown
      published: 2020-10
      captured: 2020-10-16
      language: en
      url: https://example.org/a
      rights: full
      reliability: B
      origin: radio-one
      reviewed: 2020-12-01
      note: A note.
      """,
    ])
    #expect(loaded.diagnostics.isEmpty)
    let source = try #require(loaded.model.sources.first)
    #expect(source.key.rawValue == "council")
    #expect(source.title == Known("The council's report", basis: .sidecar))
    #expect(source.publisher == Known("The Town Paper", basis: .sidecar))
    #expect(source.author == nil && source.statedUnknown == ["author"])
    #expect(source.published?.value == EDTF(reading: "2020-10"))
    #expect(source.captured == EDTF(reading: "2020-10-16"))
    #expect(source.language == Known("en", basis: .sidecar))
    #expect(source.url == "https://example.org/a")
    #expect(source.rights == .full)
    #expect(source.reliability == "B")
    #expect(source.origin == "radio-one")
    #expect(!source.isInbox)
    #expect(source.note == "A note.")
    #expect(source.digest == Digest.of(Array(Self.capture.utf8)))
    #expect(source.byteCount == Self.capture.utf8.count)
    #expect(source.path.rawValue == "sources/council.html")
    #expect(loaded.model.source(key: "council") == SourceID(0))
    #expect(loaded.model.source(key: "town") == nil)
  }

  @Test("a capture alone is an inbox capture, cited by its file's name")
  func captureAlone() throws {
    let loaded = try Loaded(["seeds/The Town.txt": Self.capture])
    let source = try #require(loaded.model.sources.first)
    #expect(source.key.rawValue == "the-town")
    #expect(source.isInbox)
    #expect(source.rights == .extracts)
    #expect(source.publisher == nil)
    guard case .rule = source.title.basis else {
      Issue.record("a title that no editor gave is a rule's")
      return
    }
  }

  @Test("a sidecar alone is a work without a text")
  func sidecarAlone() throws {
    let loaded = try Loaded(["seeds/book.yml": "title: A book\n", "seeds/book.read.json": "{}"])
    let source = try #require(loaded.model.sources.first)
    #expect(loaded.diagnostics.isEmpty)
    #expect(source.capture == nil && source.digest == nil && source.byteCount == 0)
    #expect(source.article.paragraphs.isEmpty)
    #expect(source.file?.path == "seeds/book.yml")
  }

  @Test("a sidecar belongs to the capture beside it, not to its namesake in another folder")
  func folders() throws {
    let loaded = try Loaded([
      "seeds/a/town.txt": Self.capture, "seeds/a/town.yml": "cite-as: first\n",
      "seeds/b/town.txt": Self.capture, "seeds/b/town.yml": "cite-as: second\n",
    ])
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.model.sources.map(\.key.rawValue) == ["first", "second"])
    #expect(
      loaded.model.sources.map { $0.sidecar?.path } == ["seeds/a/town.yml", "seeds/b/town.yml"])
  }
}

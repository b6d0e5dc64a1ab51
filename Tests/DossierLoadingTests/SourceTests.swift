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
    #expect(source.captured?.value == EDTF(reading: "2020-10-16"))
    #expect(source.language == Known("en", basis: .sidecar))
    #expect(source.url == Known("https://example.org/a", basis: .sidecar))
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

  @Test("who passed the report on is a list of ids")
  func via() throws {
    for (text, expected) in [
      ("via: wire\n", ["wire"]), ("via: [wire, the-paper, wire]\n", ["wire", "the-paper"]),
      ("", []),
    ] {
      let loaded = try Loaded(["seeds/a.yml": "title: A\norigin: radio\n" + text])
      #expect(loaded.diagnostics.isEmpty)
      #expect(loaded.model.sources.first?.via == expected)
    }
  }

  @Test(
    "an unreadable capture is hashed and not read", arguments: ["scan.pdf", "scan.txt", "scan.htm"])
  func unreadable(_ name: String) throws {
    let loaded = try Loaded([
      "seeds/\(name)": "\u{0}%PDF-1.4", "seeds/scan.yml": "title: A scan\nstatus: unreadable\n",
    ])
    #expect(loaded.diagnostics.isEmpty)
    let source = try #require(loaded.model.sources.first)
    #expect(source.isUnreadable)
    #expect(source.capture?.path == "seeds/\(name)")
    #expect(source.digest == Digest.of("\u{0}%PDF-1.4"))
    #expect(source.article.lines.isEmpty && source.article.paragraphs.isEmpty)
  }

  @Test("a reading says where its capture comes from, the editor's word before it")
  func reading() throws {
    let reading = """
      {
        "schema": "dossier-reading/1",
        "capture": "town.txt",
        "sha256": "\(Digest.of(Self.capture).hex)",
        "captured-at": "2020-10-16T08:15:30Z",
        "url": "https://example.org/a",
        "content-type": "text/plain",
        "redirects": [],
        "recognised": {"title": null},
        "paragraphs": []
      }
      """
    var files = ["seeds/town.txt": Self.capture, "seeds/town.read.json": reading]
    let source = try #require(try Loaded(files).model.sources.first)
    #expect(source.url == Known("https://example.org/a", basis: .ingest))
    #expect(
      source.captured
        == EDTF(reading: "2020-10-16T08:15:30Z").map { Known($0, basis: .ingest) })
    #expect(source.contentType == "text/plain")
    files["seeds/town.yml"] = "captured: 2020-10-15\nurl: https://example.org/b\n"
    let edited = try #require(try Loaded(files).model.sources.first)
    #expect(edited.url == Known("https://example.org/b", basis: .sidecar))
    #expect(edited.captured == EDTF(reading: "2020-10-15").map { Known($0, basis: .sidecar) })
  }

  @Test("the editor says how the bytes are written, else the server that sent them")
  func encoding() throws {
    // “в городе” and more, in windows-1251, where every letter of a KOI8-R text is a letter too.
    let text = "Мост закрыт, и в городе говорят об этом весь день, потому что иной дороги нет."
    let bytes: [UInt8] = text.unicodeScalars.map {
      $0.value >= 0x410 ? UInt8($0.value - 0x410 + 0xC0) : UInt8(truncatingIfNeeded: $0.value)
    }
    func source(_ sidecar: String, type: String? = nil) throws -> Source {
      var files: [String: [UInt8]] = [
        "seeds/town.txt": bytes, "seeds/town.yml": Array(sidecar.utf8),
      ]
      if let type { files["seeds/town.read.json"] = Array("{\"content-type\": \"\(type)\"}".utf8) }
      return try #require(try Loaded(bytes: files).model.sources.first)
    }
    let stated = try source("encoding: Windows-1251\n")
    #expect(stated.encoding == Known("windows-1251", basis: .sidecar))
    #expect(stated.article.paragraphs.map(\.text) == [text])
    #expect(stated.article.paragraphs.map(\.bytes) == [0..<bytes.count])
    let declared = try source("note: x\n", type: "text/plain; Charset=windows-1251")
    #expect(
      declared.encoding
        == Known("windows-1251", basis: .rule("encoding-declared", line: nil)))
    let wrong = try source("encoding: koi8-r\n", type: "text/plain; charset=windows-1251")
    #expect(wrong.encoding == Known("koi8-r", basis: .sidecar))
  }

  @Test("a capture that is not what was ingested is an error")
  func changed() throws {
    let loaded = try Loaded([
      "seeds/town.txt": Self.capture, "seeds/town.yml": "reviewed: 2020-12-01\n",
      "seeds/town.read.json": "{\"sha256\": \"\(Digest.of("other").hex)\"}",
    ])
    #expect(
      loaded.diagnostics.map(ConsoleFormatter().format) == [
        """
        seeds/town.txt: error: the capture is not what was ingested [capture-changed]
          = help: captures are evidence: restore the file, or ingest the new one under its own name
          = note: seeds/town.read.json: its hash was written down here

        """
      ])
  }

  @Test("a reading that is none is a warning", arguments: ["{", "[1]", "\u{0}"])
  func badReading(_ text: String) throws {
    let loaded = try Loaded(["seeds/town.txt": Self.capture, "seeds/town.read.json": text])
    #expect(loaded.diagnostics.map(\.id) == ["bad-reading"])
    #expect(loaded.model.sources.count == 1)
  }
}

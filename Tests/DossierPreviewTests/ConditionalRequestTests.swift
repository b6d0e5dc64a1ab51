import Testing

@testable import DossierPreview

@Suite("A conditional or partial request")
struct ConditionalRequestTests {
  @Test("that names the current tag gets 304 and no body")
  func notModified() throws {
    for target in ["/", "/assets/site.css", "/__dossier/live.js"] {
      let tag = try #require(answer(target)?["ETag"])
      for field in [tag, "W/\(tag)", "\"x\", \(tag) ", "*"] {
        let response = try #require(answer(target) { $0.ifNoneMatch = field })
        #expect(response.status == 304)
        #expect(response["ETag"] == tag)
        #expect(response.body == .absent(length: nil))
      }
      #expect(answer(target) { $0.ifNoneMatch = "\"x\"" }?.status == 200)
    }
  }

  @Test("gets a new tag when the file changes")
  func tags() {
    let tags = ["", "\0", "\0\0", "a", "b", "abcdefgh", "abcdefgi", "abcdefgh\0", "xbcdefgh"].map {
      EntityTag.of(Array($0.utf8))
    }
    #expect(Set(tags).count == tags.count)
    #expect(tags.allSatisfy { $0.utf8.count == 18 && $0.first == "\"" && $0.last == "\"" })
  }

  @Test(
    "for a range gets that part",
    arguments: [
      ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=7-", "789", "bytes 7-9/10"),
      ("bytes=-2", "89", "bytes 8-9/10"), ("bytes=9-99", "9", "bytes 9-9/10"),
      ("bytes=-99", "0123456789", "bytes 0-9/10"),
    ])
  func part(_ field: String, _ text: String, _ contentRange: String) throws {
    let response = try #require(answer("/data/tolls.csv") { $0.range = field })
    #expect(response.status == 206)
    #expect(response.text == text)
    #expect(response["Content-Range"] == contentRange)
  }

  @Test(
    "for a range that is none gets the whole file",
    arguments: [
      "bytes=", "bytes=-", "bytes=3-1", "bytes=0-1,3-4", "bytes=a-b", "lines=0-1", "bytes=+1-2",
      "bytes=1-99999999999999999999", "bytes=0--1",
    ])
  func whole(_ field: String) throws {
    let response = try #require(answer("/data/tolls.csv") { $0.range = field })
    #expect(response.status == 200)
    #expect(response.text == "0123456789")
  }

  @Test("for bytes beyond the end gets 416", arguments: ["bytes=10-", "bytes=10-11", "bytes=-0"])
  func unsatisfiable(_ field: String) throws {
    let response = try #require(answer("/data/tolls.csv") { $0.range = field })
    #expect(response.status == 416)
    #expect(response["Content-Range"] == "bytes */10")
  }

  @Test("for a range of another version gets the whole file")
  func ifRange() throws {
    let tag = try #require(answer("/data/tolls.csv")?["ETag"])
    let statuses = [tag, "\"old\"", "W/\(tag)"].map { field in
      answer("/data/tolls.csv") {
        $0.range = "bytes=0-1"
        $0.ifRange = field
      }?.status
    }
    #expect(statuses == [206, 200, 200])
  }
}

import DossierModel
import Testing

/// Notes are numbered as a reader meets them, and every mark and note lead to each other.
struct NoteOrderTests {
  /// The numbers in the first half of `ref.N.M`, in the order of the page.
  static func marks(_ html: String) -> [Int] {
    html.matches(of: /id="ref\.([0-9]+)\.[0-9]+"/).compactMap { Int($0.1) }
  }

  static func isInOrder(_ marks: [Int]) -> Bool {
    var highest = 0
    for mark in marks {
      if mark > highest + 1 { return false }
      highest = max(highest, mark)
    }
    return true
  }

  @Test(arguments: ["index.html", "conflicts/dispute.html", "events/meeting.html"])
  func `numbers rise down the page`(path: String) throws {
    let marks = Self.marks(try BuiltSite.clean(SampleFiles.site).text(path))
    #expect(!marks.isEmpty)
    #expect(Self.isInOrder(marks), "\(marks)")
  }

  @Test func `numbers rise down an actor's page with relations and statements`() throws {
    let marks = Self.marks(try BuiltSite.clean(SampleFiles.site).text("actors/norland.html"))
    #expect(Set(marks) == [1, 2, 3, 4])
    #expect(Self.isInOrder(marks), "\(marks)")
  }

  @Test func `marks and notes lead to each other`() throws {
    for page in try BuiltSite.clean(SampleFiles.site).pages {
      let html = String(decoding: page.bytes, as: UTF8.self)
      let ids = Set(html.matches(of: /id="([^"]+)"/).map { String($0.1) })
      for link in html.matches(of: /href="#((?:note|ref)\.[0-9.]+)"/) {
        #expect(ids.contains(String(link.1)), "\(link.1) on \(page.path)")
      }
      for id in ids where id.hasPrefix("note.") || id.hasPrefix("ref.") {
        #expect(html.contains("href=\"#\(id)\""), "\(id) on \(page.path)")
      }
    }
  }
}

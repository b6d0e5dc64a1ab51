import DossierModel
import Testing

@Suite("Backlinks are grouped by what they name")
struct BacklinksTests {
  private func link(_ page: Int, _ sentence: Range<UInt32>) -> Backlink {
    Backlink(origin: .page(PageID(page)), sentence: sentence, name: sentence)
  }

  @Test("each page has its own, in the order of their origins")
  func grouping() {
    let links = [
      (PageID(2), link(0, 0..<5)), (PageID(0), link(0, 0..<5)), (PageID(2), link(0, 6..<9)),
      (PageID(2), link(1, 0..<3)), (PageID(3), link(1, 0..<3)),
    ]
    let backlinks = Backlinks(targetCount: 4) { add in for (page, link) in links { add(page, link) }
    }
    #expect(Array(backlinks[PageID(0)]) == [link(0, 0..<5)])
    #expect(Array(backlinks[PageID(1)]) == [])
    #expect(Array(backlinks[PageID(2)]) == [link(0, 0..<5), link(0, 6..<9), link(1, 0..<3)])
    #expect(Array(backlinks[PageID(3)]) == [link(1, 0..<3)])
  }

  @Test("a site in which nothing is named has none")
  func empty() {
    let backlinks = Backlinks(targetCount: 2) { _ in }
    #expect(backlinks[PageID(0)].isEmpty && backlinks[PageID(1)].isEmpty)
  }
}

import DossierModel
import Testing

@testable import DossierPreview

@Suite("The state of the preview")
struct PreviewStateTests {
  private let first = artifacts(["index.html": "a", "a.css": "1", "b.css": "1"])

  @Test("gets a new revision when a byte of the site changes, and only then")
  func revisions() {
    let same = artifacts(["b.css": "1", "a.css": "1", "index.html": "a"])
    let other = artifacts(["index.html": "b", "a.css": "1", "b.css": "1"])
    #expect(state().revision == "s-0")
    #expect(state(.built(first)).revision == "s-1")
    #expect(state(.built(first), .built(same)).revision == "s-1")
    #expect(state(.built(first), .built(other)).revision == "s-2")
    #expect(state(.built(first), .failed(report: "x"), .built(same)).revision == "s-1")
  }

  @Test("counts what changed, and names the style sheets when nothing else did")
  func changes() {
    func change(_ files: KeyValuePairs<String, String>) -> SiteChange? {
      state(.built(first), .built(artifacts(files))).change
    }
    #expect(
      change(["index.html": "a", "a.css": "2", "b.css": "2"])
        == SiteChange(count: 2, styles: ["a.css", "b.css"].compactMap { SitePath($0) }))
    #expect(
      change(["index.html": "b", "a.css": "2", "b.css": "1"]) == SiteChange(count: 2, styles: nil))
    #expect(change(["index.html": "a", "b.css": "1"]) == SiteChange(count: 1, styles: nil))
    #expect(
      change(["index.html": "a", "a.css": "1", "b.css": "1", "c.css": "1"])
        == SiteChange(count: 1, styles: nil))
  }

  @Test("keeps the site through failures and drops the report when mended")
  func failures() {
    let broken = state(.built(first), .failed(report: "one"), .failed(report: "two"))
    #expect(broken.failure == "two")
    #expect(broken.attempt == 3)
    #expect(broken.revision == "s-1")
    let mended = broken.after(.built(first))
    #expect(mended.failure == nil)
    #expect(mended.revision == "s-1")
  }

  @Test("reaches every listener, the present one first, a slow one only with the last")
  func listeners() async {
    let store = PreviewStore(session: "s")
    var early = store.states().makeAsyncIterator()
    #expect(await early.next()?.attempt == 0)
    var slow = store.states().makeAsyncIterator()
    _ = store.publish(.built(first))
    #expect(await early.next()?.attempt == 1)
    _ = store.publish(.failed(report: "x"))
    #expect(await early.next()?.attempt == 2)
    #expect(await slow.next()?.attempt == 2)
    #expect(store.listenerCount == 2)
  }

  @Test("forgets a listener that has gone")
  func forgetting() async {
    let store = PreviewStore(session: "s")
    let listening = Task { for await _ in store.states() {} }
    while store.listenerCount == 0 { await Task.yield() }
    listening.cancel()
    await listening.value
    #expect(store.listenerCount == 0)
  }
}

import DossierModel
import Testing

@Suite("Captions, lists and sign-up boxes of an HTML capture")
struct HTMLLayerTests {
  private static func outline(_ article: String) -> [String] {
    TestPage.read(TestPage.page(article)).paragraphs.map { "\($0.locator) \($0.layer) \($0.text)" }
  }

  @Test(
    "a caption is a layer of its own, where it stands",
    arguments: [
      "<figure><img src=x><figcaption>The old bridge</figcaption></figure>",
      "<figure><figcaption><p>The old bridge</p><p hidden>x</p></figcaption></figure>",
      "<table><caption>The old bridge</caption><tr><td></td></tr></table>",
    ])
  func captions(_ figure: String) {
    #expect(
      Self.outline("<p>\(Prose.first)</p>\(figure)<p>\(Prose.second)</p>") == [
        "p1 body \(Prose.first)", "p2 caption The old bridge", "p3 body \(Prose.second)",
      ])
  }

  @Test("a caption by its class has four words; twice the same is once; a credit is none")
  func classCaptions() {
    let figures = """
      <div class="wp-caption-text">Old bridge</div><figure><figcaption>Photo: Ada Quill</figcaption>
      </figure><figure><figcaption><p>(Ada Quill / Lake Pictures)</p></figcaption></figure><div class=caption>The old bridge at dawn</div>
      <div class=caption>The old bridge at dawn</div>
      <figure><figcaption>The old <a href="https://example.org/q">quay</a>\
      <span class=share>Share this</span></figcaption></figure>
      """
    #expect(
      Self.outline("<p>\(Prose.first)</p>\(figures)<p>\(Prose.second)</p>") == [
        "p1 body \(Prose.first)", "p2 caption The old bridge at dawn", "p3 caption The old quay",
        "p4 body \(Prose.second)",
      ])
  }

  @Test("captions of other articles stay out")
  func others() {
    let page = TestPage.page(
      "<p>\(Prose.first)</p><p>\(Prose.second)</p></article><section>"
        + "<figure><figcaption>The mill that nobody wanted</figcaption></figure></section><article>"
    )
    #expect(TestPage.read(page).paragraphs.map(\.layer) == [.body, .body])
  }

  @Test("items know their list, its order and depth, and their place in it")
  func lists() {
    let article = """
      <p>\(Prose.first)</p><ol><li>Carts may cross from the spring.</li><li><p>Cars must wait.</p>
      <p>They may wait long.</p><ul><li>Boats need no leave.</li></ul></li></ol><p>\(Prose.second)</p>
      <ul><li>Eels may pass freely.</li></ul><p>\(Prose.third)</p>
      """
    let items = TestPage.read(TestPage.page(article)).paragraphs.compactMap { paragraph in
      if case .listItem(let place) = paragraph.kind { place } else { nil }
    }
    #expect(items.map(\.isOrdered) == [true, true, true, false, false])
    #expect(items.map(\.number) == [1, 2, 2, 1, 1])
    #expect(items.map(\.depth) == [1, 1, 1, 2, 1])
    #expect(Set(items.map(\.list)).count == 3)
    #expect(items[0].list == items[2].list && items[2].list != items[3].list)
  }

  @Test(
    "what invites to a newsletter is dropped from the middle of a text",
    arguments: [
      "<div><h3>Enjoying this?</h3><p>Get one letter a month, no more.</p><form><input></form></div>",
      "<p>Get our newsletter, with the stories that matter, every Friday.</p>",
      "<div><p>The week at the lake, delivered to your inbox.</p></div>",
    ])
  func invitations(_ box: String) {
    #expect(
      Self.outline("<p>\(Prose.first)</p>\(box)<p>\(Prose.second)</p><p>\(Prose.third)</p>") == [
        "p1 body \(Prose.first)", "p2 body \(Prose.second)", "p3 body \(Prose.third)",
      ])
  }

  @Test(
    "who speaks of a newsletter invites nobody",
    arguments: [
      "You will be seen in everything: a published post, an email inbox, a live video, a printed book.",
      "“Get our newsletter every Friday,” the mayor told the people in the boat house.",
      "The mayor has sent a newsletter to all who live by the lake and read it every day.",
    ])
  func speech(_ text: String) {
    #expect(
      Self.outline("<p>\(Prose.first)</p><p>\(text)</p><p>\(Prose.second)</p>").count == 3)
  }

  @Test(
    "an outlet that is named once behind the title is the publisher, and else it has its reason",
    arguments: [
      ("Lake towns agree to share the old bridge – Lake Paper", "Lake Paper"),
      ("Lake towns agree to share the old bridge", nil),
      ("Lake towns - and hills - agree", nil),
    ] as [(String, String?)])
  func publisher(_ title: String, _ expected: String?) {
    let page = TestPage.page().replacingFirst("\(Prose.title) | Lake Paper", title)
    let article = TestPage.read(page)
    #expect(article.publisher?.value == expected)
    #expect(article.reasons[.publisher] == nil || expected == nil)
    #expect(article.reasons[.published]?.hasPrefix("no data, address or time element") == true)
  }
}

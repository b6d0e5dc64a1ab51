import ArticleImport
import Diagnostics
import DossierModel
import Testing

@Suite("Kept lines become numbered paragraphs")
struct ParagraphTests {
  @Test("standfirst, body and captions share one series, notes have their marks")
  func numbers() {
    let text =
      Prose.under([
        "A closed crossing will open again after the harvest.", "By Ada Quill", "",
        "The bridge from the north [Lake Office/Arch Photos]",
      ]) + "\n\n[7] A letter.\n[12] A map."
    #expect(
      read(text).paragraphs.map { "\($0.locator) \($0.layer.rawValue) \($0.line)" } == [
        "p1 standfirst 2", "p2 caption 5", "p3 body 7", "p4 body 9", "p5 body 11", "p6 body 13",
        "fn7 footnote 15", "fn12 footnote 16",
      ])
    #expect(read(text).paragraphs.last?.text == "A map.")
  }

  @Test(
    "white space is one space, and a torn initial is joined",
    arguments: [
      ("I n the spring the\u{A0}\u{A0} two towns agreed.", "In the spring the two towns agreed."),
      ("O n the lake there was fog for days.", "On the lake there was fog for days."),
      ("A long war is over for the towns.", "A long war is over for the towns."),
      ("I think that this is the end of it.", "I think that this is the end of it."),
      ("A bout of fog closed the lake to boats.", "A bout of fog closed the lake to boats."),
    ])
  func dropCaps(_ line: String, _ expected: String) {
    #expect(read(line).paragraphs.map(\.text) == [expected])
  }

  static let wrapped = """
    Lake towns agree to share the old bridge
    By Ada Quill

    The two towns on the lake have agreed to share the old bridge, which
    has been closed to carts and cars since the flood of last winter, and
    they will mend it together.
    The mayors signed the paper in the boat house.

    Engineers said that the middle arch of the bridge had moved by the
    width of a hand, and that it would have to be taken down before
    anybody could cross it again.
    """

  @Test("hard-wrapped lines are joined where the next word would not have fitted")
  func hardWrapped() {
    let article = read(Self.wrapped)
    #expect(article.title?.value == Prose.title)
    #expect(article.author?.value == "Ada Quill")
    #expect(article.paragraphs.map(\.line) == [4, 7, 9])
    #expect(
      article.paragraphs.map(\.text).first
        == """
        The two towns on the lake have agreed to share the old bridge, which has been closed to carts \
        and cars since the flood of last winter, and they will mend it together.
        """)
    #expect(article.lines[4].lineClass == .body)
  }

  @Test("one paragraph a line stays so")
  func notWrapped() {
    let text = [Prose.first, Prose.second, Prose.third, Prose.fourth].joined(separator: "\n")
    #expect(read(text).paragraphs.count == 4)
  }

  @Test(
    "Markdown: front matter is skipped, a heading is the title, quotes and lists are paragraphs")
  func markdown() {
    let text = """
      ---
      title: Not read
      ---

      # Lake towns agree

      The two towns on the lake have agreed to share the old bridge,
      which has been closed since the flood.

      ## The arch

      > It has moved by the width of a hand.

      - one toll for all
      - no carts at night

      ***

      Work is to begin after the harvest, when the water is low again.[^1]

      [^1]: A letter of the mayor.
      """
    let article = read(text, path: "seeds/a.md")
    #expect(article.title == Inferred("Lake towns agree", rule: "title-heading", line: 5))
    #expect(
      article.paragraphs.map { "\($0.locator) \($0.line) \($0.text)" } == [
        """
        p1 7 The two towns on the lake have agreed to share the old bridge, which has been closed since \
        the flood.
        """,
        "p2 10 The arch", "p3 12 It has moved by the width of a hand.", "p4 14 one toll for all",
        "p5 15 no carts at night",
        "p6 19 Work is to begin after the harvest, when the water is low again.[^1]",
        "fn1 21 A letter of the mayor.",
      ])
    #expect(article.lines[1].rule == "front-matter")
    #expect(article.lines[16].rule == "markdown-mark")
  }

  @Test("without furniture rules every line is body")
  func everything() {
    let file = SourceFile(path: "a.txt", text: "Home\n\nNews\nTwo towns agreed.")
    let (article, findings) = ArticleImporter(keepsEverything: true).read(file)
    #expect(findings.isEmpty)
    #expect(article.paragraphs.map(\.text) == ["Home", "News", "Two towns agreed."])
    #expect(article.title == nil)
  }
}

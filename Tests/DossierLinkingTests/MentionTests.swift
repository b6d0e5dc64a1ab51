import CommonMark
import Diagnostics
import DossierModel
import Testing

@Suite("A name in running text links to its page, once a section")
struct MentionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String
    let mentions: [String]

    init(_ name: String, _ body: String, _ mentions: [String]) {
      (testDescription, self.body, self.mentions) = (name, body, mentions)
    }
  }

  static let cases: [Case] = [
    Case("a title", "It was Russia that called.", ["Russia → russia*"]),
    Case(
      "the longest name from the left wins", "The Russian Federation and a Federation.",
      ["Russian Federation → russia*", "Federation → federation*"]),
    Case("part of a word is no name", "Prussia, Russiana and Federations.", []),
    Case(
      "the first mention links, later ones are only counted", "Russia. Russia again. The Russians.",
      ["Russia → russia*", "Russia → russia", "Russians → russia"]),
    Case(
      "each section links anew", "Russia.\n\n## Then\n\nRussia.\n\n### And then\n\nRussia. Russia.",
      ["Russia → russia*", "Russia → russia*", "Russia → russia*", "Russia → russia"]),
    Case(
      "a name over a line break", "It was the Russian\nFederation, and Russia.",
      ["Russian Federation → russia*", "Russia → russia"]),
    Case(
      "a name in a heading is no link", "## On Russia\n\nRussia.",
      ["Russia → russia", "Russia → russia*"]),
    Case(
      "not in links, code and images",
      "[Russia](https://example.org/) `Russia` ![Russia](https://example.org/a.png) <b>Russia</b>",
      ["Russia → russia*"]),
    Case("not in code blocks", "    Russia\n\n```\nRussia\n```\n", []),
    Case(
      "not over the border of a link", "The Russian [Federation](https://example.org/) spoke.",
      []),
    Case(
      "a wikilink names its page, so that a later name is no second link",
      "[[russia|Moscow]] and Russia.", ["Moscow → russia", "Russia → russia"]),
    Case(
      "a name before a wikilink links all the same", "Russia and [[russia|Moscow]].",
      ["Russia → russia*", "Moscow → russia"]),
    Case("not in a wikilink's label", "[[us|the Russian side]] of it.", ["the Russian side → us"]),
    Case(
      "a possessive stays outside", "Russia's and Russia’s and Russians' troops.",
      ["Russia → russia*", "Russia → russia", "Russians → russia"]),
    Case("a demonym", "A Russian envoy.", ["Russian → russia*"]),
    Case("a surname alone names nobody", "Lavrov spoke.", []),
    Case(
      "a surname after the full name",
      "Sergey Lavrov came. Lavrov spoke.\n\n## Then\n\nLavrov left.",
      ["Sergey Lavrov → lavrov*", "Lavrov → lavrov", "Lavrov → lavrov*"]),
    Case(
      "accents are folded", "Mevlut Cavusoglu, then Cavusoglu, then ÇAVUŞOĞLU.",
      ["Mevlut Cavusoglu → cavusoglu*", "Cavusoglu → cavusoglu", "ÇAVUŞOĞLU → cavusoglu"]),
    Case(
      "acronyms are read to the letter", "The US and the CSTO, not us, nor csto.",
      ["US → us*", "CSTO → csto*"]),
    Case("a small initial is no name", "the russian winter, russia", []),
    Case(
      "emphasis does not hide a name", "**Russia** and the *Russian* Federation.",
      ["Russia → russia*", "Russian Federation → russia"]),
    Case(
      "table cells, lists, quotes, callouts and footnotes are text",
      """
      | A | B |
      |---|---|
      | Russia | CSTO |

      - the US

      > Federation

      > [!note]
      > Sergey Lavrov

      A word.[^1]

      [^1]: Russia, in a note.
      """,
      [
        "Russia → russia*", "CSTO → csto*", "US → us*", "Federation → federation*",
        "Sergey Lavrov → lavrov*", "Russia → russia*",
      ]),
    Case("a footnote that nothing refers to is not there", "A word.\n\n[^1]: Russia.", []),
    Case("an entity is the letter it means", "Rus&#115;ia", ["Russia → russia*"]),
  ]

  @Test("mentions", arguments: cases)
  func mentions(_ example: Case) throws {
    #expect(try LinkedSite.text(example.body).mentions() == example.mentions)
  }

  @Test("a page does not name itself, and its own surname is known without the full name")
  func own() throws {
    let site = try LinkedSite([
      "Content/actors/russia.md": "---\ntitle: Russia\n---\nRussia and Ivan Petrov.\n",
      "Content/actors/petrov.md": """
      ---
      title: Ivan Petrov
      surname: Petrov
      ---
      Petrov, Ivan Petrov, Russia, Petrov.
      """,
    ])
    #expect(try site.mentions(on: "petrov") == ["Russia → russia*"])
    #expect(try site.mentions(on: "russia") == ["Ivan Petrov → petrov*"])
  }

  @Test("a surname that two named persons share names neither")
  func sharedSurname() throws {
    let actors = [
      "ilham": "title: Ilham Aliyev\nsurname: Aliyev",
      "heydar": "title: Heydar Aliyev\nsurname: Aliyev",
    ]
    #expect(
      try LinkedSite.text("Ilham Aliyev. Aliyev. Heydar Aliyev. Aliyev.", actors).mentions() == [
        "Ilham Aliyev → ilham*", "Aliyev → ilham", "Heydar Aliyev → heydar*",
      ])
  }

  @Test("a name that two pages claim links to neither, unless one has it for itself")
  func ambiguity() throws {
    let shared = [
      "a": "title: Aland\naliases: [The Bear]", "b": "title: Beeland\naliases: [The Bear]",
    ]
    let site = try LinkedSite.text("The Bear spoke.", shared)
    #expect(try site.mentions() == [])
    #expect(site.diagnostics.map(\.id.rawValue) == ["ambiguous-name"])
    let claimed = shared.merging([
      "b": "title: Beeland\naliases: [{name: The Bear, exclusive: true}]"
    ]) { $1 }
    #expect(try LinkedSite.text("The Bear spoke.", claimed).mentions() == ["The Bear → b*"])
  }

  @Test("facts and statements are not prose")
  func sections() throws {
    let site = try LinkedSite([
      "Content/actors/russia.md": "---\ntitle: Russia\n---\n",
      "Content/actors/turkey.md": """
      ---
      title: Turkey
      ---
      One.

      ## Facts
      - note: Russia

      ## Statements
      > "Russia" [@book]
      > -- russia

      ## Then
      Russia.
      """, "seeds/book.yml": "title: A book\n",
    ])
    #expect(try site.mentions(on: "turkey") == ["Russia → russia*"])
  }

  @Test("the home page's words link as any")
  func home() throws {
    let site = try LinkedSite([
      "Content/index.md": "Russia and [[russia]].\n",
      "Content/actors/russia.md": "---\ntitle: Russia\n---\n",
    ])
    let text = try #require(site.model.home).body.text
    #expect(
      site.shown(site.index.home.mentions, in: text) == ["Russia → russia*", "russia → russia"])
    #expect(try site.backlinks(to: "russia") == [])
  }

  @Test("a capture links each name once a paragraph")
  func captures() throws {
    let site = try LinkedSite([
      "Content/actors/russia.md": "---\ntitle: Russia\n---\n",
      "Content/actors/lavrov.md": "---\ntitle: Sergey Lavrov\nsurname: Lavrov\n---\n",
      "seeds/wire.txt": """
      A long report from the wire

      Officials of Russia said on Monday that Sergey Lavrov would travel to the meeting, and that \
      Russia had asked for it in the summer.

      On Tuesday Lavrov travelled to the meeting, and the other side said that Russia had not asked \
      for anything before the autumn.

      """,
    ])
    let source = try #require(site.model.sources.first)
    let shown = zip(site.index.sources[0].paragraphs, source.article.paragraphs).map {
      site.shown($0, in: Array($1.text.utf8))
    }
    #expect(
      shown == [
        ["Russia → russia*", "Sergey Lavrov → lavrov*", "Russia → russia"],
        ["Lavrov → lavrov*", "Russia → russia*"],
      ])
    #expect(
      try site.backlinks(to: "lavrov") == [
        "wire p1: Officials of Russia said on Monday that [Sergey Lavrov] would travel to the meeting, "
          + "and that Russia had asked for it in the summer.",
        "wire p2: On Tuesday [Lavrov] travelled to the meeting, and the other side said that Russia had "
          + "not asked for anything before the autumn.",
      ])
  }

  @Test("what stands at a mention's offsets in the file is the name as written")
  func sourceOffsets() throws {
    let body = "Çok: **Russia**, [a](b.html) the CSTO\nand\t*Mevlüt* Çavuşoğlu &amp; US."
    let site = try LinkedSite.text(body, beside: ["Content/pages/b.md": "---\ntitle: B\n---\n"])
    let page = site.model[try site.id("text")]
    let written = site.index.pages[try site.id("text").index].mentions.map { mention in
      let lower = page.body.sourceOffset(ofText: Int(mention.lower))
      let upper = page.body.sourceOffset(ofText: Int(mention.upper) - 1) + 1
      return String(decoding: page.file.bytes[lower..<upper], as: UTF8.self)
    }
    #expect(written == ["Russia", "CSTO", "Mevlüt* Çavuşoğlu", "US"])
  }

  @Test("threads do not change what is found", arguments: [2, 4])
  func threads(_ width: Int) throws {
    var files = ["Content/actors/russia.md": "---\ntitle: Russia\n---\n"]
    for number in 0..<40 {
      files["Content/pages/p\(number).md"] =
        "---\ntitle: P \(number)\n---\nRussia \(number). [[nowhere\(number)]] [[p\(number / 2)]]\n"
    }
    let one = try LinkedSite(files)
    let many = try LinkedSite(files, width: width)
    #expect(try one.backlinks(to: "russia") == many.backlinks(to: "russia"))
    #expect(one.diagnostics == many.diagnostics)
    #expect(try one.backlinks(to: "russia").count == 40)
  }
}

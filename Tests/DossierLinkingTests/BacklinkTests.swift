import Testing

@Suite("A backlink carries the sentence that names the page")
struct BacklinkTests {
  @Test(
    "sentences end where people end them",
    arguments: [
      ("First. Then Russia came! Last.", ["Then [Russia] came!"]),
      (
        "Mr. Putin of Russia met Dr. A. Merkel on Oct. 5. They ate.",
        ["Mr. Putin of [Russia] met Dr. A. Merkel on Oct. 5."]
      ),
      ("It was J.K. Smith of Russia. He left.", ["It was J.K. Smith of [Russia]."]),
      ("Ç. Kaya saw Russia. И. Б. Петров, too.", ["Ç. Kaya saw [Russia]."]),
      (
        "The U.S. Department spoke. (Gen. Bo of Russia did not.) End.",
        ["(Gen. Bo of [Russia] did not.)"]
      ),
      ("He said: “Russia left.” Then silence.", ["He said: “[Russia] left.”"]),
      (
        "“Mr. X of Russia left?” she asked. Then silence.", ["“Mr. X of [Russia] left?” she asked."]
      ),
      ("It waited... and Russia waited. End.", ["It waited... and [Russia] waited."]),
      ("It waited... Russia waited. End.", ["[Russia] waited."]),
      ("It cost 3.5 million, said Russia. End.", ["It cost 3.5 million, said [Russia]."]),
      ("See p. 4 of it, Russia. End.", ["See p. 4 of it, [Russia]."]),
      ("One line\nof Russia\nand more. End.", ["One line of [Russia] and more."]),
      (
        "Russia, Russia, and Russia. Then Russia.",
        ["[Russia], Russia, and Russia.", "Then [Russia]."]
      ),
      ("Russia without an end", ["[Russia] without an end"]),
      (
        "Yes! To Peace! of Russia won. It lost.", ["Yes! To Peace! of [Russia] won."]
      ),
      ("It said Yes! To Peace! Then Russia won.", ["Then [Russia] won."]),
      ("To Col. Corp. Ltd. of Russia. End.", ["To Col. Corp. Ltd. of [Russia]."]),
      ("All. Mar. Corp. went. Russia did.", ["[Russia] did."]),
      ("See [[russia|Ho! Ru]] there. End.", ["See [Ho! Ru] there."]),
      ("## On Russia and others\n\nRussia.", ["On [Russia] and others", "[Russia]."]),
      ("- one Russia. Two.\n- three", ["one [Russia]."]),
      ("See [[russia]]. Or [[russia|them]] then. End.", ["See [russia].", "Or [them] then."]),
    ])
  func sentences(_ body: String, _ expected: [String]) throws {
    #expect(
      try LinkedSite.text(
        body,
        LinkedSite.actors.merging([
          "party": "title: Yes! To Peace",
          "corp": "title: Col. Corp. Ltd\naliases: [All. Mar. Corp]",
        ]) { $1 }
      ).backlinks(to: "russia") == expected.map { "text: " + $0 })
  }

  @Test("captures come first, then pages in their order, each in the order of its text")
  func order() throws {
    let site = try LinkedSite([
      "Content/actors/russia.md": "---\ntitle: Russia\n---\n",
      "Content/pages/b.md": "---\ntitle: B\n---\nRussia once. Russia twice.\n",
      "Content/actors/a.md": "---\ntitle: Aland\n---\nRussia there.\n",
      "seeds/wire.txt": """
      A long report from the wire

      Officials of many countries said on Monday that Russia would come to the meeting in the \
      summer, and that nobody had asked for it.

      """,
    ])
    #expect(
      try site.backlinks(to: "russia") == [
        "wire p1: Officials of many countries said on Monday that [Russia] would come to the meeting in "
          + "the summer, and that nobody had asked for it.",
        "a: [Russia] there.", "b: [Russia] once.", "b: [Russia] twice.",
      ])
  }
}

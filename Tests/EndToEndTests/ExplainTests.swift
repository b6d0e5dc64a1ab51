import Testing

@Suite("dossier explain says why a name is a link or is none")
struct ExplainTests {
  @Test(
    arguments: [
      ("sudland", "Content/actors/sudland.md:5:32: “Norland” → norland, linked [name]"),
      ("Content/actors/sudland.md:5", "norland declares it at Content/actors/norland.md:2:8"),
      ("tide", "(p1): “Norland” → norland, linked [name]"),
      ("seeds/tide.txt:3", "(p1): “Norland” → norland, linked [name]"),
      (
        "seeds/tide.txt:3",
        """
        (p1): “Wednesday” = 2020-10-14, counted from the date that the sidecar gives [time-weekday]
        """
      ),
      (
        "tide", "(p2): quotation “a talk about fish”, said by “The official” [subject-verb-quote]"
      ),
      ("Content/pages/about.md:4", "nothing is read there"),
    ])
  func `a page, a source, a file, a line`(_ subject: String, _ expected: String) throws {
    let run = try Dossier.run(["explain", subject], in: try .holding(SampleSite.small))
    #expect(run.code == 0 && run.error == "")
    #expect(run.output.contains(expected), "\(run)")
  }

  @Test func `what nobody is called is asked about`() throws {
    let run = try Dossier.run(["explain", "norlnd"], in: try .holding(SampleSite.small))
    #expect(
      run.code == 2
        && run.error
          == "dossier: error: no page or source is called “norlnd”; did you mean “norland”?\n",
      "\(run)")
  }
}

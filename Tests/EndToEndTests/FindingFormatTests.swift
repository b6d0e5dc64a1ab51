import Foundation
import Testing

/// How findings come out of a pipe.
struct FindingFormatTests {
  func folder() throws -> TemporaryFolder {
    try .holding(
      SampleSite.small(with: [
        "seeds/loose.txt": SampleSite.capture,
        "Content/actors/norland.md": """
        ---
        tittle: Norland
        ---
        See [[no\u{1B}[31mwhere\u{1B}[0m]] [[nowhere]].

        """,
      ]))
  }

  @Test(arguments: ["console", "json", "github"])
  func `nothing is coloured when piped`(format: String) throws {
    let run = try Dossier.run(["check", "--format", format], in: try folder())
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(!run.error.isEmpty)
    #expect(!run.error.unicodeScalars.contains("\u{1B}"), "\(run)")
  }

  @Test func `for people, each finding has a place, a frame and a rule`() throws {
    let run = try Dossier.run(["check"], in: try folder())
    #expect(run.error.contains("Content/actors/norland.md:2:1: error: "), "\(run)")
    #expect(run.error.contains("[unknown-key]\n"), "\(run)")
    #expect(run.error.contains("^^^^^^"), "\(run)")
    #expect(run.error.contains("did you mean “title”?"), "\(run)")
  }

  @Test func `as JSON, each line is an object with the documented keys`() throws {
    let run = try Dossier.run(["check", "--format", "json"], in: try folder())
    let lines = run.error.split(separator: "\n")
    #expect(lines.count >= 4, "\(run)")
    var severities: Set<String> = []
    for line in lines {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let finding = try #require(value as? [String: Any], "\(line)")
      #expect(
        Set(finding.keys) == [
          "id", "severity", "summary", "path", "line", "column", "length", "help", "notes",
        ], "\(line)")
      severities.insert(try #require(finding["severity"] as? String))
    }
    #expect(severities == ["error", "warning", "note"])
  }

  @Test func `for GitHub, each line is a workflow command`() throws {
    let run = try Dossier.run(["check", "--format", "github"], in: try folder())
    let lines = run.error.split(separator: "\n")
    #expect(lines.count >= 4)
    for line in lines {
      #expect(["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) }, "\(line)")
      #expect(line.contains("title="), "\(line)")
    }
    #expect(run.error.contains("file=Content/actors/norland.md,line=2,col=1"), "\(run)")
  }

  @Test func `quiet still prints findings and nothing else`() throws {
    let folder = try folder()
    let loud = try Dossier.run(["check"], in: folder)
    let quiet = try Dossier.run(["check", "--quiet"], in: folder)
    #expect(loud == quiet)
    #expect(quiet.code == 1)
  }

  @Test func `build and check find the same, in the same order, with any number of threads`() throws
  {
    let folder = try folder()
    // Notes are for `check` alone.
    try Dossier.freeze(folder)
    let reports = try [["build"], ["check"], ["check", "--jobs", "1"], ["check", "--jobs", "7"]]
      .map { try Dossier.run($0, in: folder) }
    for report in reports { #expect(report == reports[0]) }
  }
}

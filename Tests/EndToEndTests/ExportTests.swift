import Foundation
import Testing

/// `dossier export` from outside.
struct ExportTests {
  @Test(arguments: ["csv", "json", "geojson", "sqlite"])
  func `two exports are the same whatever the threads, and nothing else is left in the folder`(
    _ format: String
  ) throws {
    let folder = try TemporaryFolder.holding(SampleSite.small)
    for (output, jobs) in [("one", "1"), ("two", "4")] {
      let run = try Dossier.run(
        ["export", format, "--output", folder.at(output).path, "--jobs", jobs], in: folder)
      #expect(run.code == 0, "\(run)")
    }
    let files = try folder.tree("one")
    #expect(differences(files, try folder.tree("two")) == [])
    #expect(files.count == (format == "csv" ? 13 : 1))
  }

  @Test func `a site with errors is not exported`() throws {
    var files = SampleSite.small
    files["Content/actors/norland.md", default: ""] += "\n[[nowhere-at-all]]\n"
    let folder = try TemporaryFolder.holding(files)
    let run = try Dossier.run(["export", "json"], in: folder)
    #expect(run.code == 1)
    #expect(run.error.contains("nowhere-at-all"))
    #expect(try folder.tree("export").isEmpty)
  }
}

import Diagnostics
import DossierChecking
import DossierLoading
import DossierModel
import FileTree
import Testing

@Suite("A capture that repeats another is reported")
struct DuplicateCaptureTests {
  /// Sentences of which no two have five words in common.
  private static func sentences(_ numbers: Range<Int>, salt: String = "") -> String {
    numbers.map {
      "On day \($0)\(salt) the boat \($0 * 7)\(salt) went to pier \($0 * 13)\(salt) and the crew of "
        + "\($0 + 4)\(salt) slept in house \($0 * 3)\(salt) at the lake."
    }.joined(separator: "\n\n")
  }

  private static func capture(_ title: String, _ body: String) -> String {
    "\(title)\n\n\(body)\n"
  }

  private static let sidecar = "publisher: A\npublished: 2020\n"

  private static func report(_ files: [String: String]) -> [String] {
    var all = ["dossier.yml": "title: Test\n"]
    for (path, text) in files {
      all[path] = text
      if path.hasSuffix(".txt") {
        let sidecar = String(path.dropLast(3)) + "yml"
        all[sidecar] = files[sidecar] ?? Self.sidecar
      }
    }
    return BrokenSite.findings(on: MemoryFileSystem(texts: BrokenSite.frozen(all)))
      .map { ConsoleFormatter().format($0) }
  }

  @Test func `the same text under other furniture is the same text`() {
    let body = Self.sentences(1..<20)
    #expect(
      Self.report([
        "seeds/a.txt": Self.capture("A quiet report from the lake", body),
        "seeds/b.txt": "Home\nNews\nSport\nWeather\nContact\n"
          + Self.capture("A quiet report from the lake", body.replacing("boat", with: "BOAT")),
      ]) == [
        """
        seeds/b.txt: warning: “b” has the same text as “a” [duplicate-capture]
          = help: give both one `origin`, or write `via: a` in seeds/b.yml
          = note: seeds/a.txt: the other is here

        """
      ])
  }

  @Test func `nine paragraphs in ten in common are a near-duplicate`() {
    let findings = Self.report([
      "seeds/a.txt": Self.capture("A quiet report from the lake", Self.sentences(1..<31)),
      "seeds/b.txt": Self.capture("Another report from the shore", Self.sentences(4..<31)),
    ])
    #expect(findings.count == 1)
    #expect(findings.first?.contains("“b” shares 8") == true, "\(findings)")
  }

  @Test func `a quarter in common is none`() {
    #expect(
      Self.report([
        "seeds/a.txt": Self.capture(
          "A quiet report from the lake", Self.sentences(1..<31)),
        "seeds/b.txt": Self.capture(
          "Another report from the shore",
          Self.sentences(1..<11) + "\n\n" + Self.sentences(40..<70, salt: "x")),
      ]) == [])
  }

  @Test(
    arguments: [
      ["seeds/a.yml": "origin: radio", "seeds/b.yml": "origin: radio"], ["seeds/b.yml": "via: a"],
      ["seeds/b.yml": "via: [wire, a]"], ["seeds/b.yml": "origin: a"], ["seeds/a.yml": "via: b"],
    ])
  func `what an editor has settled is no finding`(_ said: [String: String]) {
    var files = said.mapValues { $0 + "\n" + Self.sidecar }
    for name in ["a", "b"] {
      files["seeds/\(name).txt"] = Self.capture("A report from the lake", Self.sentences(1..<20))
    }
    #expect(Self.report(files) == [])
  }

  @Test func `two hundred copies are each reported once, against the first`() {
    var files: [String: String] = [:]
    for number in 1000..<1200 {
      files["seeds/c\(number).txt"] = Self.capture("A report from the lake", Self.sentences(1..<9))
    }
    let findings = Self.report(files)
    #expect(findings.count == 199)
    #expect(findings.allSatisfy { $0.contains("has the same text as “c1000”") })
  }
}

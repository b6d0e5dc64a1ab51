import Testing

@testable import TemplateEngine

@Suite("The language that we share with Jinja2")
struct CommonLanguageTests {
  @Test("gives what Jinja2 gave when it was recorded", arguments: Case.common)
  func recorded(_ sample: Case) {
    #expect(Fixture.render(sample.templates) == sample.expected)
  }

  @Test("gives what Jinja2 gives now, for written and generated templates")
  func differential() throws {
    var generator = TemplateGenerator(seed: 20_201_109)
    let generated = (0..<400).map { _ in ["main.html": generator.template()] }
    let all = Case.common.map(\.templates) + generated
    guard let theirs = try JinjaOracle.results(for: all) else {
      print("skipped: python3 cannot import jinja2")
      return
    }
    var compared = 0
    for (templates, expected) in zip(all, theirs) {
      let (set, _) = Fixture.compile(templates)
      // What the checker refuses has no output to compare.
      guard let set else { continue }
      var output: [UInt8] = []
      do throws(TemplateError) {
        try set.render("main.html", Fixture.root, into: &output)
      } catch {
        #expect(expected.hasPrefix("ERROR"), "\(templates) fails: \(error)")
        continue
      }
      compared += 1
      #expect(String(decoding: output, as: UTF8.self) == expected, "\(templates)")
    }
    #expect(compared > 300)
  }
}

import Testing

@testable import CommonMark

@Suite("CommonMark 0.30")
struct CommonMarkConformanceTests {
  @Test("every example of the specification renders byte for byte, with the extensions off")
  func everyExample() throws {
    guard let examples = SpecExamples.load("commonmark-0.30-spec.txt") else { return }
    #expect(examples.count == 652)
    var failures: [String] = []
    for example in examples {
      let tree = MarkdownTree.parse(Array(example.markdown.utf8), from: 0, extensions: .none)
      let html = MarkdownHTMLRenderer.unsafeHTML(tree)
      if html != example.html {
        failures.append("\(example.number):\n\(example.markdown)\n--\n\(example.html)--\n\(html)")
      }
    }
    #expect(failures == [])
  }
}

import Foundation
import Glibc
import Testing

@testable import CommonMark

@Suite struct BenchmarkProbe {
  @Test func probe() throws {
    guard let path = ProcessInfo.processInfo.environment["CMBENCH"], let data = FileManager.default.contents(atPath: path) else { return }
    let source = [UInt8](data)
    for _ in 0..<3 {
      let clock = ContinuousClock()
      var prep: Preparation?
      let p = clock.measure { prep = Preparation(source, from: 0, extensions: .all) }
      let c = clock.measure { _ = ParsedDocument(prep!.text.bytes, validating: false) }
      var tree: MarkdownTree?
      let t = clock.measure { tree = MarkdownTree.parse(source, from: 0, extensions: .all) }
      var out: [UInt8] = []
      let r = clock.measure {
        var w = PlainLinkWriter()
        MarkdownHTMLRenderer.render(tree!, from: tree!.blocks.first, writer: &w, into: &out)
      }
      print("BENCH", source.count, "prepare", p, "cmark", c, "parse", t, "render", r, out.count, tree!.nodes.count)
    }
  }
}

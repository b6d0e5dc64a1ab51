import DossierModel
import Testing

@testable import DossierRendering

/// What links show of the pages they lead to.
struct PreviewTests {
  @Test(arguments: [
    ("plain", #""plain""#), (#"a "word" \"#, #""a \"word\" \\""#),
    ("</script>", #""\u003c/script>""#), ("a\nb\u{7F}", #""a\u000ab\u007f""#),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("Çavuşoğlu €", #""Çavuşoğlu €""#),
  ])
  func `text is a literal that nothing ends`(text: String, expected: String) {
    var output: [UInt8] = []
    ScriptText.append(text, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  /// The values are those of the reference implementation of FNV-1a, which the theme's script follows.
  @Test(arguments: [("", 0x811C_9DC5), ("a", 0xE40C_292C), ("foobar", 0xBF9C_F968)])
  func `the file of a page is found by FNV-1a of its address`(address: String, hash: Int) {
    #expect(PreviewShards.shard(of: address, count: 4_294_967_291) == hash % (4_294_967_291))
    #expect(PreviewShards.shard(of: address, count: 7) == hash % 7)
  }

  @Test func `every page but plain ones is described once, with the editor's picks`() throws {
    let site = try RenderedSite(SampleFiles.site)
    let file = try site.text("previews/0.js")
    #expect(!site.paths.contains("previews/1.js"))
    #expect(file.hasPrefix("dossierPreviews({\n") && file.hasSuffix("});\n"))
    let pages = site.model.pages.filter { $0.kind != .page }
    #expect(file.split(separator: "\n").count == pages.count + 1)
    #expect(
      file.contains(
        #""actors/norland.html":["Norland","state","A kingdom.",[["Office","admiralty of Sudland"]]]"#
      ))
    #expect(file.contains(#"["Start","27 September 2020"],["Side North","Norland"]"#))
  }
}

import DossierModel
import Testing

@testable import ArticleImport

@Suite("Linked data is read from JSON that may be hostile")
struct JSONTapeTests {
  @Test(
    "a string under a key is found with its escapes resolved",
    arguments: [
      (#"{"a":"b"}"#, "b"), (#" { "x":{"a":"no"}, "a" : "yes" } "#, "yes"),
      (#"{"a":["first","second"]}"#, "first"), (#"{"a":"\u0041\ud83d\ude00\n\"q\""}"#, "A😀 \"q\""),
      (#"{"a":"R&amp;D"}"#, "R&D"), (#"{"a":"\ud83d"}"#, "\u{FFFD}"), ("{\"a\":\"x\ny\"}", "x y"),
      (#"{"a":1}"#, nil), (#"{"a":"#, nil), (#"{"a"}"#, nil), (#"{"a":"b"#, nil), ("]", nil),
      ("", nil),
      (#"{"b":"a"}"#, nil),
    ] as [(String, String?)])
  func strings(_ text: String, _ expected: String?) {
    let tape = JSONTape(Array(text.utf8)[...])
    #expect(tape?.string(of: 0, "a") == expected)
  }

  @Test("nesting beyond the bound is refused")
  func nested() {
    #expect(JSONTape(Array(String(repeating: "[", count: 100_000).utf8)[...])?.values.count == nil)
    #expect(
      JSONTape(
        Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)[...])?
        .values.count == 64)
  }
}

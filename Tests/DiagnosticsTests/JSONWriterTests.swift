import Diagnostics
import Testing

@Suite("JSON is written as RFC 8259 asks")
struct JSONWriterTests {
  @Test(
    "what would end a string or a line is escaped",
    arguments: [
      ("plain – “text”", "plain – “text”"), ("", ""), ("\"", "\\\""), ("a\\b\"c", "a\\\\b\\\"c"),
      ("1\n2\r3\t4", "1\\n2\\r3\\t4"), ("\u{0}\u{1B}\u{1F}\u{7F}", "\\u0000\\u001b\\u001f\\u007f"),
      ("x\u{2028}y\u{2029}", "x\\u2028y\\u2029"), ("\u{2028}\u{2028}", "\\u2028\\u2028"),
      ("\u{2027}\u{202A}ਨ\u{10028}", "\u{2027}\u{202A}ਨ\u{10028}"),
    ])
  func escapes(_ text: String, _ expected: String) {
    var json = JSONWriter()
    json.value(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(expected)\"")
  }

  @Test("commas and indents are the writer's affair", arguments: [false, true])
  func commas(_ isIndented: Bool) {
    var json = JSONWriter(isIndented: isIndented)
    json.beginObject()
    json.key("a")
    json.value([1, 2])
    json.key("b")
    json.beginArray()
    json.value(true)
    json.value(nil as Int?)
    json.beginObject()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == (isIndented
          ? "{\n  \"a\": [1,2],\n  \"b\": [\n    true,\n    null,\n    {}\n  ]\n}\n"
          : "{\"a\":[1,2],\"b\":[true,null,{}]}\n"))
  }
}

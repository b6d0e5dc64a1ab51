import Diagnostics
import Testing

/// A reader that is told what to expect, and says where it is not there.
struct JSONReaderTests {
  @Test(
    "whole numbers are read, and nothing else is taken for one",
    arguments: [
      ("0", 0), (" 12,", 12), ("-7]", -7), ("999999999999999", 999_999_999_999_999),
      ("1.5", nil), ("1e3", nil), ("-", nil), ("", nil), ("12345678901234567", nil), ("1x", nil),
      ("\"1\"", nil),
    ] as [(String, Int?)])
  func numbers(_ text: String, _ expected: Int?) {
    var json = JSONReader(bytes: Array(text.utf8))
    #expect((try? json.int()) == expected)
  }

  @Test func `a record is read with null, numbers and what nobody asked for`() throws {
    let text = """
      \u{FEFF} {"name": null, "more": {"a": [1, {"b": "]"}], "c": true}, "list": [3, 4], "text": "\\u00e9\\n"}

      """
    var json = JSONReader(bytes: Array(text.utf8))
    var name: String? = "none yet"
    var list: [Int] = []
    var words: String?
    try json.object { key, json throws(JSONReader.Failure) in
      switch key {
      case "name": name = try json.optionalString()
      case "list":
        try json.array { json throws(JSONReader.Failure) in list.append(try json.int()) }
      case "text": words = try json.optionalString()
      default: try json.skipValue()
      }
    }
    try json.end()
    #expect(name == nil && list == [3, 4] && words == "é\n")
  }

  @Test(
    "what is missing is named at its place",
    arguments: [
      ("{", JSONReader.Failure(expected: "a string", offset: 1)),
      ("{\"a\" 1}", JSONReader.Failure(expected: "a “:”", offset: 5)),
      ("{\"a\": 1", JSONReader.Failure(expected: "a “,” or “}”", offset: 7)),
      ("{} x", JSONReader.Failure(expected: "the end", offset: 3)),
      ("[]", JSONReader.Failure(expected: "a “{”", offset: 0)),
    ])
  func failures(_ text: String, _ expected: JSONReader.Failure) {
    var json = JSONReader(bytes: Array(text.utf8))
    #expect(throws: expected) {
      try json.object { _, json throws(JSONReader.Failure) in try json.skipValue() }
      try json.end()
    }
  }
}

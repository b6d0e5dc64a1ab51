/// Text without markup, as MarkupSafe's `striptags`: comments and tags go, whitespace runs become
/// one space, character references become characters.
enum TagStripping {
  static func text(of markup: String) -> String {
    let bytes = Array(markup.utf8)
    let bare = removing(
      open: "<", close: ">", from: removing(open: "<!--", close: "-->", from: bytes))
    let words = String(decoding: bare, as: UTF8.self).unicodeScalars
      .split(whereSeparator: TextFilters.isSpace)
    return unescaped(words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " "))
  }

  private static func removing(open: StaticString, close: StaticString, from bytes: [UInt8])
    -> [UInt8]
  {
    let start = Array(open.description.utf8)
    let end = Array(close.description.utf8)
    var result: [UInt8] = []
    var position = 0
    while let opened = ByteSearch.firstRange(of: start, in: bytes, from: position),
      let closed = ByteSearch.firstRange(of: end, in: bytes, from: opened.lowerBound)
    {
      result.append(contentsOf: bytes[position..<opened.lowerBound])
      position = closed.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return result
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "laquo": "«", "raquo": "»", "middot": "·", "shy": "\u{AD}",
  ]

  /// With `&name;`, `&#10;` and `&#xA;` as characters; what is no such reference stays.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "&"),
        let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let found = character(String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
      {
        result.append(contentsOf: found.utf8)
        position = end + 1
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let code =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, let scalar = Unicode.Scalar(code), code != 0 else { return nil }
    return String(Character(scalar))
  }
}

/// The tags of an HTML page with their attributes, as a browser's tokenizer sees them: enough of it
/// (WHATWG HTML, section 13.2.5) to tell a tag from text.
struct HTMLScanner {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Start tags in order.
  private(set) var tags: [Tag] = []
  /// What stands outside of tags, references resolved.
  private(set) var text = ""

  private let bytes: [UInt8]
  private var index = 0

  init(_ html: String) {
    bytes = Array(html.utf8)
    scan()
  }

  /// All values of attributes called `name`.
  func values(_ name: String) -> [String] { tags.compactMap { $0[name] } }

  private mutating func scan() {
    var start = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      let next = bytes[index + 1]
      guard
        Self.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
          || next == UInt8(ascii: "?")
      else {
        index += 1
        continue
      }
      addText(start..<index)
      if Self.isLetter(next) {
        scanTag()
      } else {
        let isComment = bytes[index...].starts(with: "<!--".utf8)
        skip(past: isComment ? "-->" : ">")
      }
      start = index
    }
    addText(start..<bytes.count)
  }

  private mutating func addText(_ range: Range<Int>) {
    text += Self.resolved(String(decoding: bytes[range], as: UTF8.self))
  }

  private mutating func scanTag() {
    index += 1
    let name = take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var attributes: [(name: String, value: String)] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      var attribute = take {
        !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
          && $0 != UInt8(ascii: "/")
      }
      if attribute.isEmpty {
        attribute = "="
        index += 1
      }
      while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
      var value = ""
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 1
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        value = takeValue()
      }
      attributes.append((attribute.lowercased(), Self.resolved(value)))
    }
    index += 1
    let lowered = name.lowercased()
    tags.append(Tag(name: lowered, attributes: attributes))
    if ["script", "style", "textarea", "title", "iframe", "noscript"].contains(lowered) {
      let start = index
      skip(to: "</" + lowered)
      addText(start..<index)
    }
  }

  private mutating func takeValue() -> String {
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    index += 1
    let value = take { $0 != quote }
    index += 1
    return value
  }

  private mutating func take(while matches: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, matches(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skip(past mark: String) {
    skip(to: mark)
    index = min(bytes.count, index + mark.utf8.count)
  }

  private mutating func skip(to mark: String) {
    while index < bytes.count, !bytes[index...].starts(with: mark.utf8) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// `text` with its character references resolved, as far as the program writes any.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.lowercased().hasPrefix("x")
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }
}

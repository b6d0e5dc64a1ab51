/// Writes JSON (RFC 8259) into one buffer: compact, keys in the order in which they are written.
///
/// Commas are the writer's affair. That keys stand in objects and ends match beginnings is the
/// caller's: nothing is checked.
package struct JSONWriter: Sendable {
  /// What has been written, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let indent: Bool
  private var depth = 0

  /// `isIndented`: one member a line, for files that people read too; else everything on one line.
  package init(isIndented: Bool = false) { indent = isIndented }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The name of the member whose value comes next, which needs no escape.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  /// The name of the member whose value comes next.
  package mutating func key(_ name: String) {
    separate()
    Self.append(name, to: &bytes)
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if indent { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
  }

  package mutating func value(_ text: String) {
    separateValue()
    Self.append(text, to: &bytes)
    needsComma = true
  }

  package mutating func value(_ number: Int) {
    separateValue()
    bytes += String(number).utf8
    needsComma = true
  }

  /// A number as it was written, in JSON's form: the caller has looked.
  package mutating func number(_ text: String) {
    separateValue()
    bytes += text.utf8
    needsComma = true
  }

  package mutating func value(_ flag: Bool) {
    separateValue()
    bytes += (flag ? "true" : "false").utf8
    needsComma = true
  }

  package mutating func null() {
    separateValue()
    bytes += "null".utf8
    needsComma = true
  }

  /// The text, or null.
  package mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  /// The number, or null.
  package mutating func value(_ number: Int?) {
    if let number { value(number) } else { null() }
  }

  /// An array of numbers.
  package mutating func value(_ numbers: [Int]) {
    separateValue()
    bytes.append(UInt8(ascii: "["))
    for (index, number) in numbers.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += String(number).utf8
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Ends the line.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func open(_ mark: UInt8) {
    separateValue()
    bytes.append(mark)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ mark: UInt8) {
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(mark)
    needsComma = true
  }

  /// Before a value: behind a key nothing, in an array what stands between its values.
  private mutating func separateValue() {
    guard bytes.last != UInt8(ascii: ":"), !(indent && bytes.suffix(2) == [0x3A, 0x20]) else {
      return
    }
    separate()
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard indent else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: depth * 2)
  }

  /// `text` as a JSON string (RFC 8259, section 7). What ends a line for some reader of lines
  /// (U+2028, U+2029) is escaped too.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONFormatter.appendEscaped(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

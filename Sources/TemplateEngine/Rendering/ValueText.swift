/// The text of values, as Python's `str` spells it.
enum ValueText {
  /// Text, digits or markup of a value; nil for what has no text (none, booleans, lists, records).
  static func string(_ value: TemplateValue) -> String? {
    switch value {
    case .string(let text): text
    case .int(let number): String(number)
    case .double(let number): string(number)
    case .html(let html): String(decoding: html.bytes, as: UTF8.self)
    case .none, .bool, .list, .record: nil
    }
  }

  /// The shortest digits that give the same number, with an exponent from 1e16 on and below 1e-4.
  static func string(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    let text = number.description
    // Swift turns to exponents at 2^53, Python at 1e16.
    if number.magnitude < 1e16, number.magnitude >= 1, text.utf8.contains(UInt8(ascii: "e")) {
      return String(Int(number)) + ".0"
    }
    return text
  }

  /// Appends the decimal digits of `number` without making a string.
  static func append(_ number: Int, to output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    if rest < 10 {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
      return
    }
    let start = output.count
    while rest > 0 {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    output[start...].reverse()
  }

  static func kind(_ value: TemplateValue) -> String {
    switch value {
    case .none: "none"
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .html: "html"
    case .list: "list"
    case .record(let record): record.schema.name
    }
  }
}

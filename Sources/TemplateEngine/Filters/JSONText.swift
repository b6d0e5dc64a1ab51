/// Values as JSON, spelled as Jinja2's `tojson`: Python's `json.dumps` with sorted keys and ASCII
/// only, and `< > & '` as escapes, so that the text can neither close a script element nor leave a
/// quoted attribute value.
enum JSONText {
  /// How deep values may nest. Writing recurses, and no deeper than this.
  static let depthLimit = 64

  static func bytes(of value: TemplateValue, indent: Int?) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    try append(value, indent, 0, to: &output)
    return output
  }

  private static func append(
    _ value: TemplateValue, _ indent: Int?, _ depth: Int, to output: inout [UInt8]
  ) throws(Failure) {
    guard depth < depthLimit else { throw Failure("`tojson` nests deeper than \(depthLimit)") }
    switch value {
    case .none: output.append(contentsOf: "null".utf8)
    case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .int(let number): ValueText.append(number, to: &output)
    case .double(let number):
      guard number.isFinite else { throw Failure("`tojson` has no spelling for \(number)") }
      output.append(contentsOf: ValueText.string(number).utf8)
    case .string(let text): append(text, to: &output)
    case .html(let html): append(String(decoding: html.bytes, as: UTF8.self), to: &output)
    case .list(let items):
      output.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        separate(index, indent, depth + 1, &output)
        try append(item, indent, depth + 1, to: &output)
      }
      if !items.isEmpty { newline(indent, depth, &output) }
      output.append(UInt8(ascii: "]"))
    case .record(let record):
      output.append(UInt8(ascii: "{"))
      let fields = zip(record.schema.fields, record.values).sorted {
        $0.0.name.utf8.lexicographicallyPrecedes($1.0.name.utf8)
      }
      for (index, (field, value)) in fields.enumerated() {
        separate(index, indent, depth + 1, &output)
        append(field.name, to: &output)
        output.append(contentsOf: ": ".utf8)
        try append(value, indent, depth + 1, to: &output)
      }
      if !fields.isEmpty { newline(indent, depth, &output) }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func separate(
    _ index: Int, _ indent: Int?, _ depth: Int, _ output: inout [UInt8]
  ) {
    if index > 0 { output.append(contentsOf: (indent == nil ? ", " : ",").utf8) }
    newline(indent, depth, &output)
  }

  private static func newline(_ indent: Int?, _ depth: Int, _ output: inout [UInt8]) {
    guard let indent else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for unit in text.utf16 {
      switch unit {
      case 0x22: output.append(contentsOf: "\\\"".utf8)
      case 0x5C: output.append(contentsOf: "\\\\".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x3C, 0x3E, 0x26, 0x27, 0..<0x20, 0x7F...:
        let digits = Array("0123456789abcdef".utf8)
        output.append(contentsOf: "\\u".utf8)
        for shift in [12, 8, 4, 0] { output.append(digits[Int(unit >> UInt16(shift)) & 15]) }
      default: output.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

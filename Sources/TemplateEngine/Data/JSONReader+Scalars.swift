extension JSONReader {
  /// A number (RFC 8259, section 6): an integer when it has neither fraction nor exponent.
  mutating func number() throws(JSONFailure) -> JSONDocument.Kind {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    let first = position
    try digits()
    if bytes[first] == UInt8(ascii: "0"), position > first + 1 {
      throw JSONFailure(
        kind: .syntax, message: "a number does not begin with a zero", range: start..<position)
    }
    var isInteger = true
    if byte == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try digits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .int(value) }
    if !isInteger, let value = Double(text), value.isFinite { return .double(value) }
    throw JSONFailure(
      kind: .limit, message: "the number does not fit into 64 bits", range: start..<position)
  }

  private mutating func digits() throws(JSONFailure) {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
      throw unexpected("a digit")
    }
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
  }

  /// A string (RFC 8259, section 7), from its opening quote to behind its closing one.
  mutating func string() throws(JSONFailure) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    var plain = position
    while position < bytes.count {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[plain..<position]
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONFailure(
            kind: .syntax, message: "the string is not UTF-8", range: start..<position)
        }
        return string
      case UInt8(ascii: "\\"):
        text += bytes[plain..<position]
        try escape(into: &text)
        plain = position
      case 0..<0x20:
        throw JSONFailure(
          kind: .syntax, message: "a control character stands in a string; write it as \\u00…",
          range: position..<(position + 1))
      default: position += 1
      }
    }
    throw JSONFailure(
      kind: .syntax, message: "the string has no closing quote", range: start..<(start + 1))
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFailure) {
    let start = position
    position += 1
    let letter = byte
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try fourHexDigits(from: start)
      if (0xD800..<0xDC00).contains(code), byte == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try fourHexDigits(from: start)
        // Anything but a low surrogate leaves a number that is no scalar.
        code =
          (0xDC00..<0xE000).contains(low) ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : code
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw JSONFailure(
          kind: .syntax, message: "half of a surrogate pair is no character",
          range: start..<position)
      }
      text += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      throw JSONFailure(
        kind: .syntax, message: "no such escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u",
        range: start..<min(position, bytes.count))
    }
  }

  private mutating func fourHexDigits(from start: Int) throws(JSONFailure) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw JSONFailure(
          kind: .syntax, message: "\\u needs four hexadecimal digits",
          range: start..<min(position + 1, bytes.count))
      }
      code = code << 4 + UInt32(digit)
      position += 1
    }
    return code
  }
}

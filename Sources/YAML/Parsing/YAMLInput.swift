import Diagnostics

/// A finding that ends the reading.
struct YAMLFailure: Error {
  let diagnostic: Diagnostic
}

/// The bytes of one document in a file, before libyaml sees them.
struct YAMLInput {
  let file: SourceFile
  /// UTF-8 offsets in the file.
  var range: Range<Int>
  /// Whether code points and bytes are the same, so that marks need no conversion.
  var isASCII = true

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// The same without a leading byte order mark, known to be text that YAML allows (YAML 1.1,
  /// section 4.1.1): libyaml reports such faults without a usable mark. O(length).
  func examined() -> Result<YAMLInput, YAMLFailure> {
    var result = self
    let bytes = file.bytes
    guard range.count <= YAMLLimits.documentBytes else {
      return .failure(
        failure(
          "yaml-size", range.lowerBound..<range.lowerBound,
          "the YAML is longer than \(YAMLLimits.documentBytes >> 20) MB"))
    }
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      result.range = range.lowerBound + 3..<range.upperBound
    }
    var index = result.range.lowerBound
    let end = result.range.upperBound
    while index < end {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F {
          return .failure(controlCharacter(UInt32(byte), at: index..<index + 1))
        }
        index += 1
        continue
      }
      result.isASCII = false
      guard let (scalar, length) = Self.scalar(in: bytes, at: index, end: end) else {
        return .failure(
          failure(
            "yaml-encoding", index..<index + 1,
            "the byte 0x\(Self.hex(UInt32(byte), digits: 2)) is not UTF-8",
            help: "save the file as UTF-8"))
      }
      switch scalar {
      case 0x80..<0x85, 0x86..<0xA0, 0xFFFE, 0xFFFF:
        return .failure(controlCharacter(scalar, at: index..<index + length))
      case 0xFEFF:
        return .failure(
          failure(
            "yaml-encoding", index..<index + length,
            "a byte order mark may stand at the start of a file only",
            help: "delete the invisible character U+FEFF"))
      default: index += length
      }
    }
    return .success(result)
  }

  private func controlCharacter(_ scalar: UInt32, at range: Range<Int>) -> YAMLFailure {
    let name = scalar == 0 ? "NUL character" : "control character"
    return failure(
      "yaml-encoding", range,
      "the \(name) U+\(Self.hex(scalar, digits: 4)) is not allowed in YAML",
      help: "delete it")
  }

  private func failure(
    _ id: DiagnosticID, _ range: Range<Int>, _ summary: String, help: String? = nil
  ) -> YAMLFailure {
    YAMLFailure(diagnostic: Diagnostic(.error, id, summary, at: file.place(range), help: help))
  }

  static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// The code point at `index`, where a byte ≥ 0x80 stands, and its length; nil when the bytes are
  /// ill-formed (Unicode 15, table 3-7).
  private static func scalar(
    in bytes: [UInt8], at index: Int, end: Int
  ) -> (scalar: UInt32, length: Int)? {
    let first = bytes[index]
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard index + length <= end else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    switch length {
    case 3 where value < 0x800 || (0xD800...0xDFFF).contains(value): return nil
    case 4 where value < 0x10000 || value > 0x10FFFF: return nil
    default: return (value, length)
    }
  }
}

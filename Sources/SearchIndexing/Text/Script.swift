/// The characters of which the data of a script file are made.
///
/// All are printable ASCII without `"` and `\`, so that they stand in a string of JavaScript as they are:
/// 93 of them for coded text. Numbers leave out space and `~` as well, which separate, and have 91.
enum Script {
  /// The character of coded text with this number, from 0 to 92; the first is the space.
  @inline(__always)
  static func character(_ number: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x20 + number + (number > 1 ? 1 : 0) + (number > 58 ? 1 : 0))
  }

  /// The digit of numbers with this value, from 0 to 90.
  @inline(__always)
  static func digit(_ value: Int) -> UInt8 { character(value + 1) }

  /// Appends a number of at most 32 bits: below 60 one digit, below 2,335 two, below 35,459 three, below
  /// 789,030 four, else six.
  static func append(_ value: Int, to output: inout [UInt8]) {
    if value < 60 {
      output.append(digit(value))
    } else if value < 2335 {
      let rest = value - 60
      output.append(digit(60 + rest / 91))
      output.append(digit(rest % 91))
    } else if value < 35_459 {
      let rest = value - 2335
      output.append(digit(85 + rest / 8281))
      output.append(digit(rest / 91 % 91))
      output.append(digit(rest % 91))
    } else {
      let isLong = value >= 789_030
      var rest = isLong ? value : value - 35_459
      output.append(digit(isLong ? 90 : 89))
      var places = isLong ? 5 : 3
      var power = isLong ? 68_574_961 : 8281
      while places > 0 {
        output.append(digit(min(rest / power, 90)))
        rest %= power
        power /= 91
        places -= 1
      }
    }
  }

  /// Appends text as it stands in a string of JavaScript; control characters become spaces.
  static func appendEscaped(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      if byte == 0x22 || byte == 0x5C { output.append(0x5C) }
      output.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte)
    }
  }

  /// Appends a part of a text as it is.
  @inline(__always)
  static func append(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
  }

  /// Appends a part of a text as it stands in a string of JavaScript.
  static func appendEscaped(
    _ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    unsafe text.extracting(range).withUnsafeBufferPointer {
      unsafe appendEscaped($0, to: &output)
    }
  }

  /// `dossierSearch("name","data")`.
  static func file(_ name: String, _ data: [UInt8]) -> SearchFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count + name.utf8.count + 24)
    bytes += "dossierSearch(\"".utf8
    bytes += name.utf8
    bytes += "\",\"".utf8
    bytes += data
    bytes += "\")\n".utf8
    return SearchFile(name: name, bytes: bytes)
  }
}

import Glibc

/// `indent` and `format`, each with Jinja2's meaning.
enum LayoutFilters {
  static let all: [Filter] = [
    Filter(
      "indent", .text,
      [
        Parameter("width", .int, .int(4)), Parameter("first", .bool, .bool(false)),
        Parameter("blank", .bool, .bool(false)),
      ], gives: { $0.input }
    ) { value, arguments throws(Failure) in
      let text = try indented(
        try value.text(for: "indent"), by: try arguments[0].integer(for: "indent"),
        first: Operators.isTrue(arguments[1]), blank: Operators.isTrue(arguments[2]))
      if case .html = value { return .html(HTML(markup: Array(text.utf8))) }
      return .string(text)
    },
    // Its arguments are those of the text; the checker passes them as one list.
    Filter("format", .string, [Parameter("values", .list, nil)], gives: .string) {
      value, arguments throws(Failure) in
      try formatted(try value.text(for: "format"), try arguments[0].items(for: "format"))
    },
  ]

  private static func indented(_ text: String, by width: Int, first: Bool, blank: Bool)
    throws(Failure) -> String
  {
    let lines = lines(of: text)
    try Operators.checkLength(max(0, width))
    try Operators.checkLength(text.utf8.count + lines.count * max(0, width))
    let space = String(repeating: " ", count: max(0, width))
    var result = first ? space : ""
    for (number, line) in lines.enumerated() {
      if number > 0 { result += line.isEmpty && !blank ? "\n" : "\n" + space }
      result.unicodeScalars.append(contentsOf: line)
    }
    return result
  }

  /// As Python's `splitlines`, but with the empty line after a last line end.
  private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
    let scalars = text.unicodeScalars[...]
    var lines: [Substring.UnicodeScalarView] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let end = index
      index = scalars.index(after: index)
      switch scalar.value {
      case 0x0D where index < scalars.endIndex && scalars[index] == "\n":
        index = scalars.index(after: index)
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: break
      default: continue
      }
      lines.append(scalars[start..<end])
      start = index
    }
    return lines + [scalars[start...]]
  }

  // MARK: format

  /// One place of a format that takes a value: `%-5s`, `%05.2f`.
  struct Conversion {
    var isLeft = false
    var isZeroed = false
    var sign = ""
    var width = 0
    var precision: Int?
    var letter: UInt8 = 0
  }

  enum Piece {
    case text(Range<Int>)
    case conversion(Conversion)
  }

  /// The pieces of a format; `%%` is one percent sign.
  static func pieces(of format: [UInt8]) throws(Failure) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < format.count {
      guard format[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      if index > start { pieces.append(.text(start..<index)) }
      index += 1
      if index < format.count, format[index] == UInt8(ascii: "%") {
        pieces.append(.text(index..<index + 1))
      } else {
        pieces.append(.conversion(try conversion(format, &index)))
      }
      index += 1
      start = index
    }
    if index > start { pieces.append(.text(start..<index)) }
    return pieces
  }

  /// Reads a conversion; `index` ends at its letter.
  private static func conversion(_ format: [UInt8], _ index: inout Int) throws(Failure)
    -> Conversion
  {
    var result = Conversion()
    func number() throws(Failure) -> Int {
      var value = 0
      while index < format.count, Lexer.isDigit(format[index]) {
        value = value * 10 + Int(format[index] - UInt8(ascii: "0"))
        if value > 1000 { throw Failure("a width in `format` is larger than 1000") }
        index += 1
      }
      return value
    }
    flags: while index < format.count {
      switch format[index] {
      case UInt8(ascii: "-"): result.isLeft = true
      case UInt8(ascii: "0"): result.isZeroed = true
      case UInt8(ascii: "+"): result.sign = "+"
      case UInt8(ascii: " "): if result.sign.isEmpty { result.sign = " " }
      default: break flags
      }
      index += 1
    }
    result.width = try number()
    if index < format.count, format[index] == UInt8(ascii: ".") {
      index += 1
      result.precision = try number()
    }
    guard index < format.count, "sdifxX".utf8.contains(format[index]) else {
      throw Failure("`format` knows %s, %d, %i, %f, %x, %X and %%")
    }
    result.letter = format[index]
    return result
  }

  private static func formatted(_ format: String, _ values: [TemplateValue])
    throws(Failure) -> TemplateValue
  {
    let bytes = Array(format.utf8)
    var result: [UInt8] = []
    var rest = values[...]
    for piece in try pieces(of: bytes) {
      switch piece {
      case .text(let range): result.append(contentsOf: bytes[range])
      case .conversion(let conversion):
        guard let value = rest.popFirst() else { throw Failure("`format` has too few values") }
        result.append(contentsOf: try text(of: value, conversion).utf8)
      }
      try Operators.checkLength(result.count)
    }
    if !rest.isEmpty { throw Failure("`format` has too many values") }
    return .string(String(decoding: result, as: UTF8.self))
  }

  private static func text(of value: TemplateValue, _ conversion: Conversion)
    throws(Failure) -> String
  {
    if conversion.letter == UInt8(ascii: "s") {
      let text = try value.text(for: "format").unicodeScalars
      let kept = conversion.precision.map { text.prefix($0) } ?? text[...]
      return padded("", String(String.UnicodeScalarView(kept)), conversion, zeros: false)
    }
    var digits: String
    let isNegative: Bool
    switch (conversion.letter, value) {
    case (UInt8(ascii: "f"), .int(let number)):
      (digits, isNegative) = fixed(Double(number), conversion.precision ?? 6)
    case (UInt8(ascii: "f"), .double(let number)):
      (digits, isNegative) = fixed(number, conversion.precision ?? 6)
    case (_, .int(let number)):
      isNegative = number < 0
      digits = whole(number.magnitude, conversion)
    case (UInt8(ascii: "d"), .double(let number)), (UInt8(ascii: "i"), .double(let number)):
      guard let whole = Int(exactly: number.rounded(.towardZero)) else {
        throw Failure("integer overflow")
      }
      isNegative = whole < 0
      digits = self.whole(whole.magnitude, conversion)
    default: throw Failure("`format` takes a number here, not \(ValueText.kind(value))")
    }
    if digits == "inf" || digits == "nan" {
      return padded(isNegative ? "-" : conversion.sign, digits, conversion, zeros: false)
    }
    return padded(
      isNegative ? "-" : conversion.sign, digits, conversion,
      zeros: conversion.isZeroed && !conversion.isLeft)
  }

  private static func whole(_ number: UInt, _ conversion: Conversion) -> String {
    let isHex = conversion.letter | 0x20 == UInt8(ascii: "x")
    let digits = String(
      number, radix: isHex ? 16 : 10, uppercase: conversion.letter == UInt8(ascii: "X"))
    let missing = (conversion.precision ?? 0) - digits.utf8.count
    return String(repeating: "0", count: max(0, missing)) + digits
  }

  private static func fixed(_ number: Double, _ precision: Int) -> (String, isNegative: Bool) {
    if number.isNaN { return ("nan", false) }
    let isNegative = number.sign == .minus
    if number.isInfinite { return ("inf", isNegative) }
    return (NumberFilters.fixed(number.magnitude, precision), isNegative)
  }

  private static func padded(
    _ sign: String, _ digits: String, _ conversion: Conversion, zeros: Bool
  ) -> String {
    let length = sign.utf8.count + digits.unicodeScalars.count
    let missing = max(0, conversion.width - length)
    if zeros { return sign + String(repeating: "0", count: missing) + digits }
    let space = String(repeating: " ", count: missing)
    return conversion.isLeft ? sign + digits + space : space + sign + digits
  }
}

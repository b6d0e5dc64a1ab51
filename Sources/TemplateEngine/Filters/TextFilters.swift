/// The filters on text, each with Jinja2's meaning.
enum TextFilters {
  static let all: [Filter] = [
    Filter("escape", .printable, gives: .html) { value, _ throws(Failure) in
      if case .html = value { return value }
      return .html(HTML(escaping: try value.text(for: "escape")))
    },
    Filter("forceescape", .printable, gives: .html) { value, _ throws(Failure) in
      .html(HTML(escaping: try value.text(for: "forceescape")))
    },
    Filter("safe", .any, gives: .html) { value, _ throws(Failure) in
      guard case .html = value else { throw Failure("`safe` takes html, not text") }
      return value
    },
    Filter("string", .printable, gives: { $0.input == .html ? .html : .string }) {
      value, _ throws(Failure) in
      if case .html = value { return value }
      return .string(try value.text(for: "string"))
    },
    Filter("upper", .string, gives: .string) { value, _ throws(Failure) in
      .string(try value.text(for: "upper").uppercased())
    },
    Filter("lower", .string, gives: .string) { value, _ throws(Failure) in
      .string(try value.text(for: "lower").lowercased())
    },
    Filter("capitalize", .string, gives: .string) { value, _ throws(Failure) in
      .string(capitalised(try value.text(for: "capitalize")))
    },
    Filter("title", .string, gives: .string) { value, _ throws(Failure) in
      .string(titled(try value.text(for: "title")))
    },
    Filter("trim", .text, [Parameter("chars", .string, TemplateValue.none)], gives: { $0.input }) {
      value, arguments throws(Failure) in
      let text = trimmed(try value.text(for: "trim"), arguments[0])
      if case .html = value { return .html(HTML(markup: Array(text.utf8))) }
      return .string(text)
    },
    Filter(
      "truncate", .string,
      [
        Parameter("length", .int, .int(255)), Parameter("killwords", .bool, .bool(false)),
        Parameter("end", .string, .string("...")), Parameter("leeway", .int, .int(5)),
      ], gives: .string
    ) { value, arguments throws(Failure) in
      try truncated(value, arguments)
    },
    Filter(
      "replace", .string,
      [
        Parameter("old", .string, nil), Parameter("new", .string, nil),
        Parameter("count", .int, .int(-1)),
      ], gives: .string
    ) { value, arguments throws(Failure) in
      .string(
        try replaced(
          try value.text(for: "replace"), try arguments[0].text(for: "replace"),
          by: try arguments[1].text(for: "replace"), times: try arguments[2].integer(for: "replace")
        )
      )
    },
    Filter("urlencode", .printable, gives: .string) { value, _ throws(Failure) in
      .string(urlEncoded(try value.text(for: "urlencode")))
    },
    Filter("striptags", .text, gives: .string) { value, _ throws(Failure) in
      .string(TagStripping.text(of: try value.text(for: "striptags")))
    },
    Filter("wordcount", .text, gives: .int) { value, _ throws(Failure) in
      .int(wordCount(try value.text(for: "wordcount")))
    },
    Filter(
      "tojson", .any, [Parameter("indent", .int, TemplateValue.none)], acceptsNone: true,
      gives: .json
    ) { value, arguments throws(Failure) in
      var indent: Int?
      if case .int(let width) = arguments[0] { indent = min(max(width, 0), 16) }
      return .html(HTML(markup: try JSONText.bytes(of: value, indent: indent)))
    },
  ]

  static func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    return first.properties.titlecaseMapping + rest.lowercased()
  }

  /// Each word's first letter upper, the rest lower; words begin after `- ( { [ <` and whitespace.
  static func titled(_ text: String) -> String {
    var result = ""
    var word = String.UnicodeScalarView()
    func flush() {
      guard let first = word.first else { return }
      result += String(Character(first)).uppercased()
      result += String(String.UnicodeScalarView(word.dropFirst())).lowercased()
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isSpace(scalar) || "-({[<".unicodeScalars.contains(scalar) {
        flush()
        result.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    flush()
    return result
  }

  /// As Python's `str.isspace`.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  static func trimmed(_ text: String, _ characters: TemplateValue) -> String {
    var scalars = text.unicodeScalars[...]
    let set: [Unicode.Scalar]? =
      if case .string(let given) = characters { Array(given.unicodeScalars) } else { nil }
    func goes(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? isSpace(scalar) }
    while let first = scalars.first, goes(first) { scalars.removeFirst() }
    while let last = scalars.last, goes(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func truncated(_ value: TemplateValue, _ arguments: [TemplateValue])
    throws(Failure) -> TemplateValue
  {
    let text = try value.text(for: "truncate")
    let length = try arguments[0].integer(for: "truncate")
    let killsWords = Operators.isTrue(arguments[1])
    let end = try arguments[2].text(for: "truncate")
    let leeway = try arguments[3].integer(for: "truncate")
    let endCount = end.unicodeScalars.count
    guard length >= endCount, leeway >= 0 else {
      throw Failure("`truncate` to \(length) has no room for its end")
    }
    let scalars = Array(text.unicodeScalars)
    let bound = length.addingReportingOverflow(leeway)
    if bound.overflow || scalars.count <= bound.partialValue { return value }
    var kept = scalars[..<(length - endCount)]
    if !killsWords, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    return .string(String(String.UnicodeScalarView(kept)) + end)
  }

  static func replaced(_ text: String, _ old: String, by new: String, times: Int)
    throws(Failure) -> String
  {
    var rest = times < 0 ? Int.max : times
    var result: [UInt8] = []
    if old.isEmpty {
      // As Python: between all characters, and at both ends.
      for scalar in text.unicodeScalars {
        if rest > 0 { result.append(contentsOf: new.utf8) }
        rest -= rest > 0 ? 1 : 0
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        try Operators.checkLength(result.count)
      }
      if rest > 0 { result.append(contentsOf: new.utf8) }
      return String(decoding: result, as: UTF8.self)
    }
    let bytes = Array(text.utf8)
    let needle = Array(old.utf8)
    var position = 0
    while rest > 0, let found = ByteSearch.firstRange(of: needle, in: bytes, from: position) {
      result.append(contentsOf: bytes[position..<found.lowerBound])
      result.append(contentsOf: new.utf8)
      try Operators.checkLength(result.count)
      position = found.upperBound
      rest -= 1
    }
    result.append(contentsOf: bytes[position...])
    return String(decoding: result, as: UTF8.self)
  }

  /// Percent-encodes all but letters, digits and `_ . - ~ /`, as Python's `urllib.parse.quote`.
  static func urlEncoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if Lexer.isWord(byte) || [0x2E, 0x2D, 0x7E, 0x2F].contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs of letters, digits and `_`, as Python's `\w+`.
  static func wordCount(_ text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let isWord =
        if scalar.isASCII {
          Lexer.isWord(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          switch scalar.properties.generalCategory {
          case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
          default: scalar.properties.numericType != nil
          }
        }
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }
}

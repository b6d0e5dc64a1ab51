/// The tests behind `is`.
enum Tests {
  private static let other = [Parameter("value", .any, nil)]

  static let all: [Test] = [
    Test("defined") { value, _ throws(Failure) in if case .none = value { false } else { true } },
    Test("undefined") { value, _ throws(Failure) in if case .none = value { true } else { false } },
    Test("none") { value, _ throws(Failure) in if case .none = value { true } else { false } },
    Test("string") { value, _ throws(Failure) in
      switch value {
      case .string, .html: true
      default: false
      }
    },
    Test("number") { value, _ throws(Failure) in
      switch value {
      case .int, .double, .bool: true
      default: false
      }
    },
    Test("integer") { value, _ throws(Failure) in if case .int = value { true } else { false } },
    Test("float") { value, _ throws(Failure) in if case .double = value { true } else { false } },
    Test("boolean") { value, _ throws(Failure) in if case .bool = value { true } else { false } },
    Test("sequence") { value, _ throws(Failure) in
      switch value {
      case .list, .string, .html: true
      default: false
      }
    },
    Test("iterable") { value, _ throws(Failure) in
      switch value {
      case .list, .string, .html: true
      default: false
      }
    },
    Test("mapping") { value, _ throws(Failure) in if case .record = value { true } else { false } },
    Test("true") { value, _ throws(Failure) in
      if case .bool(let flag) = value { flag } else { false }
    },
    Test("false") { value, _ throws(Failure) in
      if case .bool(let flag) = value { !flag } else { false }
    },
    Test("escaped") { value, _ throws(Failure) in if case .html = value { true } else { false } },
    Test("odd", .int) { value, _ throws(Failure) in try value.integer(for: "odd") % 2 != 0 },
    Test("even", .int) { value, _ throws(Failure) in try value.integer(for: "even") % 2 == 0 },
    Test("divisibleby", .int, [Parameter("num", .int, nil)]) { value, arguments throws(Failure) in
      let divisor = try arguments[0].integer(for: "divisibleby")
      guard divisor != 0 else { throw Failure("division by zero") }
      let (_, remainder) = try value.integer(for: "divisibleby")
        .quotientAndRemainder(dividingBy: divisor == -1 ? 1 : divisor)
      return remainder == 0
    },
    Test("lower", .string) { value, _ throws(Failure) in
      let text = try value.text(for: "lower")
      return text == text.lowercased() && text != text.uppercased()
    },
    Test("upper", .string) { value, _ throws(Failure) in
      let text = try value.text(for: "upper")
      return text == text.uppercased() && text != text.lowercased()
    },
    Test("eq", .any, other) { value, arguments throws(Failure) in
      Operators.areEqual(value, arguments[0])
    },
    Test("ne", .any, other) { value, arguments throws(Failure) in
      !Operators.areEqual(value, arguments[0])
    },
    Test("lt", .any, other) { value, arguments throws(Failure) in
      try Operators.isBefore(value, arguments[0])
    },
    Test("gt", .any, other) { value, arguments throws(Failure) in
      try Operators.isBefore(arguments[0], value)
    },
    Test("le", .any, other) { value, arguments throws(Failure) in
      !(try Operators.isBefore(arguments[0], value))
    },
    Test("ge", .any, other) { value, arguments throws(Failure) in
      !(try Operators.isBefore(value, arguments[0]))
    },
    Test("in", .any, other) { value, arguments throws(Failure) in
      try Operators.contains(arguments[0], value)
    },
  ]
}

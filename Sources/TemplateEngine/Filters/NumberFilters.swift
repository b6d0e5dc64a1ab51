import Glibc

/// The filters on numbers, and `default`.
enum NumberFilters {
  static let all: [Filter] = [
    Filter("abs", .number, gives: { $0.input }) { value, _ throws(Failure) in
      switch value {
      case .int(let number):
        guard number != .min else { throw Failure("integer overflow") }
        return .int(abs(number))
      case .double(let number): return .double(abs(number))
      default: throw Failure("`abs` takes a number, not \(ValueText.kind(value))")
      }
    },
    Filter(
      "round", .number,
      [Parameter("precision", .int, .int(0)), Parameter("method", .string, .string("common"))],
      gives: { $0.input == .int && $0.arguments[1] == nil ? .int : .double }
    ) { value, arguments throws(Failure) in
      try rounded(value, arguments)
    },
    Filter(
      "int", .any, [Parameter("default", .int, .int(0))], acceptsNone: true, gives: .int
    ) { value, arguments throws(Failure) in
      switch value {
      case .int: return value
      case .bool(let flag): return .int(flag ? 1 : 0)
      case .double(let number):
        return Int(exactly: number.rounded(.towardZero)).map { .int($0) } ?? arguments[0]
      case .string(let text):
        let bare = TextFilters.trimmed(text, .none)
        if let number = Int(bare) { return .int(number) }
        if let number = Double(bare), let whole = Int(exactly: number.rounded(.towardZero)) {
          return .int(whole)
        }
        return arguments[0]
      default: return arguments[0]
      }
    },
    Filter(
      "float", .any, [Parameter("default", .number, .double(0))], acceptsNone: true, gives: .double
    ) { value, arguments throws(Failure) in
      switch value {
      case .int(let number): return .double(Double(number))
      case .bool(let flag): return .double(flag ? 1 : 0)
      case .double: return value
      case .string(let text):
        return Double(TextFilters.trimmed(text, .none)).map { .double($0) } ?? arguments[0]
      default: return arguments[0]
      }
    },
    Filter(
      "default", .any,
      [Parameter("value", .any, .string("")), Parameter("boolean", .bool, .bool(false))],
      acceptsNone: true,
      gives: { use in
        let fallback = use.arguments[0] ?? .string
        return use.input == .none ? fallback : use.input.unwrapped.joined(fallback)
      }
    ) { value, arguments throws(Failure) in
      if case .none = value { return arguments[0] }
      return Operators.isTrue(arguments[1]) && !Operators.isTrue(value) ? arguments[0] : value
    },
  ]

  private static func rounded(_ value: TemplateValue, _ arguments: [TemplateValue])
    throws(Failure) -> TemplateValue
  {
    let precision = try arguments[0].integer(for: "round")
    guard precision.magnitude <= 300 else { throw Failure("`round` to \(precision) digits") }
    let method = try arguments[1].text(for: "round")
    let number: Double
    switch value {
    case .int(let given):
      if method == "common" { return .int(try rounded(given, precision)) }
      number = Double(given)
    case .double(let given): number = given
    default: throw Failure("`round` takes a number, not \(ValueText.kind(value))")
    }
    let scale = pow(10, Double(precision))
    switch method {
    case "common": return .double(rounded(number, precision))
    case "ceil": return .double((number * scale).rounded(.up) / scale)
    case "floor": return .double((number * scale).rounded(.down) / scale)
    default: throw Failure("`round` knows common, ceil and floor, not “\(method)”")
    }
  }

  /// An integer to tens, hundreds …, ties to even.
  private static func rounded(_ number: Int, _ precision: Int) throws(Failure) -> Int {
    if precision >= 0 { return number }
    guard precision >= -18 else { return 0 }
    var unit = 1
    for _ in 0..<(-precision) { unit *= 10 }
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: unit)
    let half = unit / 2
    let grows =
      remainder.magnitude > half || (remainder.magnitude == half && quotient % 2 != 0)
    let rounded = quotient + (grows ? number.signum() : 0)
    let (result, overflow) = rounded.multipliedReportingOverflow(by: unit)
    if overflow { throw Failure("integer overflow") }
    return result
  }

  /// To `precision` decimal places, ties to even by the exact binary value, as Python's `round`.
  static func rounded(_ number: Double, _ precision: Int) -> Double {
    guard number.isFinite else { return number }
    if precision == 0 { return number.rounded(.toNearestOrEven) }
    if precision < 0 {
      let scale = pow(10, Double(-precision))
      return (number / scale).rounded(.toNearestOrEven) * scale
    }
    // libc rounds correctly on the exact value; scaling by a power of ten would not.
    return Double(fixed(number, precision)) ?? number
  }

  /// With that many decimal places, at most 1,000.
  static func fixed(_ number: Double, _ precision: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 1400)
    let size = buffer.count
    let count = unsafe withVaList([number]) { arguments in
      unsafe vsnprintf(&buffer, size, "%.\(precision)f", arguments)
    }
    let length = min(max(0, Int(count)), size - 1)
    return String(
      decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

import Glibc

/// The operators on values, with Python's meaning.
enum Operators {
  /// Python's truth: none, false, 0, "" and [] are false.
  static func isTrue(_ value: TemplateValue) -> Bool {
    switch value {
    case .none: false
    case .bool(let flag): flag
    case .int(let number): number != 0
    case .double(let number): number != 0
    case .string(let text): !text.isEmpty
    case .html(let html): !html.bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }

  /// Strings by bytes (Swift's `==` would equate canonically equivalent ones), numbers by value.
  /// The depth of values is the caller's data, not a template's.
  static func areEqual(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
    switch (left, right) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.int(let a), .double(let b)): Double(a) == b
    case (.double(let a), .int(let b)): a == Double(b)
    case (.double(let a), .double(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.html(let a), .html(let b)): a == b
    case (.string(let a), .html(let b)), (.html(let b), .string(let a)):
      a.utf8.elementsEqual(b.bytes)
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(areEqual)
    case (.record(let a), .record(let b)):
      a.storage === b.storage
        || (a.storage.shape == b.storage.shape && a.values.count == b.values.count
          && zip(a.values, b.values).allSatisfy(areEqual))
    default: false
    }
  }

  /// Whether `left` comes before `right`; strings by code point.
  static func isBefore(_ left: TemplateValue, _ right: TemplateValue) throws(Failure) -> Bool {
    switch (left, right) {
    case (.int(let a), .int(let b)): return a < b
    case (.int(let a), .double(let b)): return Double(a) < b
    case (.double(let a), .int(let b)): return a < Double(b)
    case (.double(let a), .double(let b)): return a < b
    case (.string(let a), .string(let b)): return a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.bool(let a), .bool(let b)): return !a && b
    default:
      throw Failure(
        "\(ValueText.kind(left)) and \(ValueText.kind(right)) have no order")
    }
  }

  static func contains(_ container: TemplateValue, _ item: TemplateValue) throws(Failure) -> Bool {
    switch container {
    case .list(let items): return items.contains { areEqual($0, item) }
    case .string(let text):
      guard case .string(let part) = item else { break }
      return ByteSearch.firstRange(of: Array(part.utf8), in: Array(text.utf8), from: 0) != nil
    default: break
    }
    throw Failure(
      "`in` cannot look for \(ValueText.kind(item)) in \(ValueText.kind(container))")
  }

  static func apply(
    _ operation: BinaryOperator, _ left: TemplateValue, _ right: TemplateValue
  ) throws(Failure) -> TemplateValue {
    switch operation {
    case .equal: return .bool(areEqual(left, right))
    case .notEqual: return .bool(!areEqual(left, right))
    case .less: return .bool(try isBefore(left, right))
    case .greater: return .bool(try isBefore(right, left))
    case .lessEqual: return .bool(try isBefore(left, right) || areEqual(left, right))
    case .greaterEqual: return .bool(try isBefore(right, left) || areEqual(left, right))
    case .contained: return .bool(try contains(right, left))
    case .notContained: return .bool(!(try contains(right, left)))
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power:
      switch (left, right) {
      case (.int(let a), .int(let b)): return try integers(operation, a, b)
      case (.int(let a), .double(let b)): return try doubles(operation, Double(a), b)
      case (.double(let a), .int(let b)): return try doubles(operation, a, Double(b))
      case (.double(let a), .double(let b)): return try doubles(operation, a, b)
      case (.list(let a), .list(let b)) where operation == .add:
        try checkLength(a.count + b.count)
        return .list(a + b)
      case (.string, .string), (.string, .html), (.html, .string), (.html, .html):
        if operation == .add { return try concat([left, right][...]) }
      default: break
      }
      throw Failure(
        "`\(operation.symbol)` does not apply to \(ValueText.kind(left)) and "
          + ValueText.kind(right))
    }
  }

  private static func integers(_ operation: BinaryOperator, _ a: Int, _ b: Int)
    throws(Failure) -> TemplateValue
  {
    let result: (partialValue: Int, overflow: Bool)
    switch operation {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide:
      guard b != 0 else { throw Failure("division by zero") }
      return .double(Double(a) / Double(b))
    case .floorDivide, .modulo:
      guard b != 0 else { throw Failure("division by zero") }
      guard !(a == .min && b == -1) else { throw Failure("integer overflow") }
      // Python rounds to minus infinity; the remainder has the divisor's sign.
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let adjusts = remainder != 0 && (remainder < 0) != (b < 0)
      if operation == .modulo { return .int(adjusts ? remainder + b : remainder) }
      return .int(adjusts ? quotient - 1 : quotient)
    case .power:
      guard b >= 0 else { return try doubles(.power, Double(a), Double(b)) }
      return .int(try power(a, b))
    default: throw Failure("`\(operation.symbol)` is no arithmetic")
    }
    if result.overflow { throw Failure("integer overflow") }
    return .int(result.partialValue)
  }

  private static func power(_ base: Int, _ exponent: Int) throws(Failure) -> Int {
    var result = 1
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { throw Failure("integer overflow") }
        result = product
      }
      rest >>= 1
      if rest > 0 {
        let (product, overflow) = square.multipliedReportingOverflow(by: square)
        if overflow { throw Failure("integer overflow") }
        square = product
      }
    }
    return result
  }

  private static func doubles(_ operation: BinaryOperator, _ a: Double, _ b: Double)
    throws(Failure) -> TemplateValue
  {
    switch operation {
    case .add: return .double(a + b)
    case .subtract: return .double(a - b)
    case .multiply: return .double(a * b)
    case .divide:
      guard b != 0 else { throw Failure("division by zero") }
      return .double(a / b)
    case .floorDivide:
      guard b != 0 else { throw Failure("division by zero") }
      return .double((a / b).rounded(.down))
    case .modulo:
      guard b != 0 else { throw Failure("division by zero") }
      let remainder = a.truncatingRemainder(dividingBy: b)
      return .double(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder)
    case .power: return .double(pow(a, b))
    default: throw Failure("`\(operation.symbol)` is no arithmetic")
    }
  }

  /// The bytes of a text, or elements of a list, that operators and filters may make: a template that
  /// doubles a text forty times must fail, not take all memory.
  static let lengthLimit = 64 << 20

  static func checkLength(_ length: Int) throws(Failure) {
    if length > lengthLimit { throw Failure("a value grows longer than \(lengthLimit)") }
  }

  /// The texts one after the other; escaped markup as soon as one of them is markup.
  static func concat(_ parts: ArraySlice<TemplateValue>) throws(Failure) -> TemplateValue {
    let isMarkup = parts.contains { if case .html = $0 { true } else { false } }
    guard isMarkup else {
      var text = ""
      for part in parts {
        text += ValueText.string(part) ?? ""
        try checkLength(text.utf8.count)
      }
      return .string(text)
    }
    var bytes: [UInt8] = []
    for part in parts {
      if case .html(let html) = part {
        bytes.append(contentsOf: html.bytes)
      } else {
        Escaping.appendEscaped(ValueText.string(part) ?? "", to: &bytes)
      }
      try checkLength(bytes.count)
    }
    return .html(HTML(markup: bytes))
  }
}

/// Elements and slices of lists and strings, counted from the end when negative.
enum Sequences {
  static func element(of value: TemplateValue, at index: TemplateValue)
    throws(Failure) -> TemplateValue
  {
    guard case .int(let wanted) = index else { throw Failure("an index is an integer") }
    switch value {
    case .none: return .none
    case .list(let items):
      guard let position = position(wanted, items.count) else { return .none }
      return items[position]
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      guard let position = position(wanted, scalars.count) else { return .none }
      return .string(String(Character(scalars[position])))
    default: throw Failure("\(ValueText.kind(value)) has no elements")
    }
  }

  private static func position(_ wanted: Int, _ count: Int) -> Int? {
    let position = wanted < 0 ? wanted + count : wanted
    return position >= 0 && position < count ? position : nil
  }

  /// As Python's `value[from:to:step]`.
  static func slice(
    of value: TemplateValue, from: TemplateValue, to: TemplateValue, step: TemplateValue
  ) throws(Failure) -> TemplateValue {
    switch value {
    case .list(let items):
      if case .none = step { return .list(Array(items[try bounds(from, to, items.count)])) }
      return .list(try positions(from, to, step, items.count).map { items[$0] })
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      var part = String.UnicodeScalarView()
      if case .none = step {
        part.append(contentsOf: scalars[try bounds(from, to, scalars.count)])
      } else {
        part.append(contentsOf: try positions(from, to, step, scalars.count).map { scalars[$0] })
      }
      return .string(String(part))
    default: throw Failure("\(ValueText.kind(value)) has no slices")
    }
  }

  private static func positions(
    _ from: TemplateValue, _ to: TemplateValue, _ step: TemplateValue, _ count: Int
  ) throws(Failure) -> [Int] {
    guard case .int(let wanted) = step else { throw Failure("the step of a slice is an integer") }
    guard wanted != 0 else { throw Failure("the step of a slice is zero") }
    // A longer step than the list takes its first element only, whatever it is.
    let step = min(max(wanted, -count - 1), count + 1)
    if step > 0 {
      return Array(
        stride(from: try bound(from, count, 0), to: try bound(to, count, count), by: step))
    }
    return Array(
      stride(
        from: try backward(from, count, count - 1), to: try backward(to, count, -1), by: step))
  }

  /// A bound of a slice that goes backwards: between -1 and the last position.
  private static func backward(_ value: TemplateValue, _ count: Int, _ missing: Int)
    throws(Failure) -> Int
  {
    switch value {
    case .none: missing
    case .int(let wanted): min(max(wanted < 0 ? wanted + count : wanted, -1), count - 1)
    default: throw Failure("the bounds of a slice are integers")
    }
  }

  private static func bounds(_ from: TemplateValue, _ to: TemplateValue, _ count: Int)
    throws(Failure) -> Range<Int>
  {
    let lower = try bound(from, count, 0)
    return lower..<max(lower, try bound(to, count, count))
  }

  private static func bound(_ value: TemplateValue, _ count: Int, _ missing: Int)
    throws(Failure) -> Int
  {
    switch value {
    case .none: missing
    case .int(let wanted): min(max(wanted < 0 ? wanted + count : wanted, 0), count)
    default: throw Failure("the bounds of a slice are integers")
    }
  }
}

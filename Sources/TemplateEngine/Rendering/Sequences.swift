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

  static func slice(of value: TemplateValue, from: TemplateValue, to: TemplateValue)
    throws(Failure) -> TemplateValue
  {
    switch value {
    case .list(let items):
      return .list(Array(items[try bounds(from, to, items.count)]))
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      let part = scalars[try bounds(from, to, scalars.count)]
      return .string(String(String.UnicodeScalarView(part)))
    default: throw Failure("\(ValueText.kind(value)) has no slices")
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

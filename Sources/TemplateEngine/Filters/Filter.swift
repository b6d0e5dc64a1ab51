/// What a filter or test accepts.
enum ValueKind: Sendable {
  case any, string, number, int, bool, list
  /// A string, markup or a list.
  case sequence
  /// A string or markup.
  case text
  /// What has a text: a string, markup or a number.
  case printable
  /// A written-out name of a field (`"a.b"`) of the list's elements; passed as a list of slots.
  case attribute
  /// A written-out name of a test or a filter; passed as its number.
  case testName, filterName

  /// Whether a value of that type is welcome; what is known at run time only, is.
  func accepts(_ type: TemplateType) -> Bool {
    switch (self, type) {
    case (_, .invalid), (_, .any), (.any, _): true
    case (.string, .string), (.int, .int), (.bool, .bool), (.list, .list): true
    case (.number, .int), (.number, .double): true
    case (.sequence, .string), (.sequence, .html), (.sequence, .list): true
    case (.text, .string), (.text, .html): true
    case (.printable, .string), (.printable, .html), (.printable, .json), (.printable, .int),
      (.printable, .double):
      true
    default: false
    }
  }

  /// For messages: `a string`.
  var description: String {
    switch self {
    case .any: "a value"
    case .string: "a string"
    case .number: "a number"
    case .int: "an int"
    case .bool: "a bool"
    case .list: "a list"
    case .sequence: "a string or a list"
    case .text: "a string or html"
    case .printable: "text or a number"
    case .attribute: "the name of an attribute, in quotes"
    case .testName: "the name of a test, in quotes"
    case .filterName: "the name of a filter, in quotes"
    }
  }
}

struct Parameter: Sendable {
  let name: String
  let kind: ValueKind
  /// What is passed when the argument is not given; nil when it must be.
  let standard: TemplateValue?

  init(_ name: String, _ kind: ValueKind, _ standard: TemplateValue?) {
    self.name = name
    self.kind = kind
    self.standard = standard
  }
}

/// What the checker knows of one use of a filter.
struct FilterUse {
  let input: TemplateType
  /// The types of the arguments, nil where not given. For an attribute the type of the field it
  /// names; for the name of a filter the type of that filter's result.
  let arguments: [TemplateType?]

  var element: TemplateType { input.element ?? .any }
}

/// A filter: its name, what it takes, what it gives, and how.
struct Filter: Sendable {
  typealias Body = @Sendable (TemplateValue, [TemplateValue]) throws(Failure) -> TemplateValue

  let name: String
  let input: ValueKind
  /// Whether it takes `none`; others refuse a value that may be `none` before anything runs.
  let acceptsNone: Bool
  let parameters: [Parameter]
  let result: @Sendable (FilterUse) -> TemplateType
  let apply: Body

  init(
    _ name: String, _ input: ValueKind, _ parameters: [Parameter] = [], acceptsNone: Bool = false,
    gives result: @escaping @Sendable (FilterUse) -> TemplateType, _ apply: @escaping Body
  ) {
    self.name = name
    self.input = input
    self.acceptsNone = acceptsNone
    self.parameters = parameters
    self.result = result
    self.apply = apply
  }

  init(
    _ name: String, _ input: ValueKind, _ parameters: [Parameter] = [], acceptsNone: Bool = false,
    gives type: TemplateType, _ apply: @escaping Body
  ) {
    self.init(
      name, input, parameters, acceptsNone: acceptsNone, gives: { _ in type }, apply)
  }
}

/// A test: what stands behind `is`.
struct Test: Sendable {
  let name: String
  let input: ValueKind
  let parameters: [Parameter]
  let apply: @Sendable (TemplateValue, [TemplateValue]) throws(Failure) -> Bool

  init(
    _ name: String, _ input: ValueKind = .any, _ parameters: [Parameter] = [],
    _ apply: @escaping @Sendable (TemplateValue, [TemplateValue]) throws(Failure) -> Bool
  ) {
    self.name = name
    self.input = input
    self.parameters = parameters
    self.apply = apply
  }
}

/// All filters and tests. A filter's number in a program is its place here.
enum FilterTable {
  static let filters: [Filter] =
    TextFilters.all + LayoutFilters.all + ListFilters.all + GroupingFilters.all + NumberFilters.all
  static let tests: [Test] = Tests.all

  /// Other names of the same filter or test, as Jinja2 has them.
  static let filterAliases = ["e": "escape", "count": "length", "d": "default"]
  static let testAliases = [
    "equalto": "eq", "lessthan": "lt", "greaterthan": "gt",
  ]

  private static let filterNumbers = Dictionary(
    uniqueKeysWithValues: filters.enumerated().map { ($0.element.name, $0.offset) })
  private static let testNumbers = Dictionary(
    uniqueKeysWithValues: tests.enumerated().map { ($0.element.name, $0.offset) })

  static func filter(_ name: String) -> Int? { filterNumbers[filterAliases[name] ?? name] }
  static func test(_ name: String) -> Int? { testNumbers[testAliases[name] ?? name] }

  static var filterNames: [String] { filters.map(\.name) + filterAliases.keys }
  static var testNames: [String] { tests.map(\.name) + testAliases.keys }
}

extension TemplateValue {
  /// The text of a value for a filter; a failure where it has none.
  func text(for filter: StaticString) throws(Failure) -> String {
    guard let text = ValueText.string(self) else {
      throw Failure("`\(filter)` takes text, not \(ValueText.kind(self))")
    }
    return text
  }

  func items(for filter: StaticString) throws(Failure) -> [TemplateValue] {
    switch self {
    case .list(let items): return items
    case .string(let text): return text.unicodeScalars.map { .string(String(Character($0))) }
    default: throw Failure("`\(filter)` takes a list, not \(ValueText.kind(self))")
    }
  }

  func integer(for filter: StaticString) throws(Failure) -> Int {
    guard case .int(let number) = self else {
      throw Failure("`\(filter)` takes an int here, not \(ValueText.kind(self))")
    }
    return number
  }

  /// The value that a path of slots leads to (an argument of kind `attribute`); itself for `none`.
  func value(at path: TemplateValue) throws(Failure) -> TemplateValue {
    guard case .list(let steps) = path else { return self }
    var value = self
    for step in steps {
      guard case .int(let slot) = step else { return .none }
      switch value {
      case .none: return .none
      case .record(let record) where record.values.indices.contains(slot):
        value = record.values[slot]
      default: throw Failure("\(ValueText.kind(value)) given where the schema says record")
      }
    }
    return value
  }
}

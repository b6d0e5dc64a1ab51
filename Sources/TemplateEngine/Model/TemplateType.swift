/// What is known about a value before anything is rendered.
package indirect enum TemplateType: Hashable, Sendable {
  case bool
  case int
  case double
  case string
  case html
  /// JSON text that may stand in a script element; what `tojson` gives.
  case json
  case list(TemplateType)
  /// A record by its schema's name.
  case record(String)
  /// A value or `none`.
  case optional(TemplateType)
  /// Anything: known at run time only. It can be printed and compared, its attributes cannot be read.
  case any
  /// The type of the literal `none`.
  case none
  /// The type of an expression whose mistake is already reported; it agrees with everything.
  case invalid
}

extension TemplateType: CustomStringConvertible {
  /// The type as people read it: `list of string`, `Actor or none`.
  package var description: String {
    switch self {
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .html: "html"
    case .json: "json"
    case .list(let element): "list of \(element)"
    case .record(let name): name
    case .optional(let wrapped): "\(wrapped) or none"
    case .any: "any"
    case .none: "none"
    case .invalid: "invalid"
    }
  }
}

extension TemplateType {
  /// The type without its `none`.
  var unwrapped: TemplateType {
    if case .optional(let wrapped) = self { wrapped.unwrapped } else { self }
  }

  /// Whether the value may be `none`.
  var mayBeNone: Bool {
    switch self {
    case .optional, .none: true
    default: false
    }
  }

  /// The type that also holds `none`.
  var orNone: TemplateType {
    switch self {
    case .optional, .none, .invalid, .any: self
    default: .optional(self)
    }
  }

  var isNumber: Bool {
    switch self {
    case .int, .double, .any, .invalid: true
    default: false
    }
  }

  /// What a list of this type holds; nil if it is no list.
  var element: TemplateType? {
    switch self {
    case .list(let element): element
    case .any: .any
    case .invalid: .invalid
    default: nil
    }
  }

  /// The narrowest type that holds the values of both.
  func joined(_ other: TemplateType) -> TemplateType {
    if self == other { return self }
    switch (self, other) {
    case (.invalid, let known), (let known, .invalid): return known
    case (.any, _), (_, .any): return .any
    case (.none, let known), (let known, .none): return known.orNone
    case (.optional(let left), let right), (let right, .optional(let left)):
      return left.joined(right.unwrapped).orNone
    case (.int, .double), (.double, .int): return .double
    case (.list(let left), .list(let right)): return .list(left.joined(right))
    default: return .any
    }
  }
}

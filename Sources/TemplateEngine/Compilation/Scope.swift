/// A variable of a template at compile time.
struct Variable: Hashable {
  enum Storage: Hashable {
    case slot(UInt16)
    /// The `loop` of the loop with that number, counted from outside.
    case loop(depth: Int, element: TemplateType)
    case macro(MacroReference)
    /// An imported template, by its number among the modules.
    case module(Int)
  }

  let storage: Storage
  var type: TemplateType
  /// Whether it came from another template, which then does not pass it on.
  var isImported = false
}

/// Variables that live and end together.
struct Scope {
  var variables: [String: Variable] = [:]
  /// The slots of names that were ever set here, so that both branches of an `if` use one.
  var slots: [String: UInt16] = [:]
}

/// A variable or a chain of attributes of one, as facts are known about it.
struct Path: Hashable {
  let slot: UInt16
  var fields: [Int] = []
}

/// What the conditions around the place at hand have shown.
struct Facts {
  /// Paths that are not `none`.
  var present: Set<Path> = []
  /// Paths that are true, so as lists not empty.
  var truthy: Set<Path> = []

  /// Takes up that the path is not `none`; then neither is any record on the way.
  mutating func add(_ path: Path, isTrue: Bool) {
    if isTrue { truthy.insert(path) }
    var path = path
    while true {
      present.insert(path)
      if path.fields.isEmpty { return }
      path.fields.removeLast()
    }
  }

  /// Forgets what was known of a variable that is set anew.
  mutating func forget(_ slot: UInt16) {
    present = present.filter { $0.slot != slot }
    truthy = truthy.filter { $0.slot != slot }
  }

  func intersection(_ other: Facts) -> Facts {
    Facts(
      present: present.intersection(other.present), truthy: truthy.intersection(other.truthy))
  }
}

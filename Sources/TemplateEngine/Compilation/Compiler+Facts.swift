extension Compiler {
  /// The variable of that name that is seen here.
  func variable(_ name: String) -> Variable? {
    for scope in scopes.reversed() {
      if let variable = scope.variables[name] { return variable }
    }
    return nil
  }

  /// A field of a record or group; nil if there is none.
  func field(_ name: String, of record: String) -> (slot: Int, type: TemplateType, shape: UInt32)? {
    if let group = groups[record] {
      let shape = GroupSchema.shared.shape
      return switch name {
      case "grouper": (0, group.grouper, shape)
      case "list": (1, group.list, shape)
      default: nil
      }
    }
    guard let schema = library.schema[record], let slot = schema.slot(of: name) else { return nil }
    return (slot, schema.fields[slot].type, schema.shape)
  }

  /// The names of a record's fields; nil for an unknown record.
  func fieldNames(of record: String) -> [String]? {
    if groups[record] != nil { return GroupSchema.shared.fields.map(\.name) }
    return library.schema[record]?.fields.map(\.name)
  }

  /// The path that an expression is, with the declared type of what it leads to; nil if it is none.
  func path(_ id: ExpressionID) -> (path: Path, type: TemplateType)? {
    switch tree[id].kind {
    case .name(let name):
      if let variable = variable(name) {
        guard case .slot(let slot) = variable.storage else { return nil }
        return (Path(slot: slot), variable.type)
      }
      guard let field = root.slot(of: name) else { return nil }
      return (Path(slot: 0, fields: [field]), root.fields[field].type)
    case .attribute(let base, let name):
      guard let (start, type) = path(base), case .record(let record) = type.unwrapped,
        let field = field(name.text, of: record)
      else { return nil }
      var path = start
      path.fields.append(field.slot)
      return (path, field.type)
    default: return nil
    }
  }

  /// Takes up what the expression being true (or false) says.
  mutating func assume(_ id: ExpressionID, _ truth: Bool) {
    switch tree[id].kind {
    case .not(let operand): assume(operand, !truth)
    case .and(let left, let right) where truth:
      assume(left, true)
      assume(right, true)
    case .or(let left, let right) where !truth:
      assume(left, false)
      assume(right, false)
    case .test(let operand, let test):
      let saysPresent =
        switch test.name.text {
        case "defined": truth
        case "none", "undefined": !truth
        default: false
        }
      if saysPresent, let (path, _) = path(operand) { facts.add(path, isTrue: false) }
    case .binary(let operation, let left, let right):
      guard truth == (operation == .notEqual), operation == .equal || operation == .notEqual else {
        return
      }
      if isNone(right), let (path, _) = path(left) { facts.add(path, isTrue: false) }
      if isNone(left), let (path, _) = path(right) { facts.add(path, isTrue: false) }
    default:
      if truth, let (path, _) = path(id) { facts.add(path, isTrue: true) }
    }
  }

  private func isNone(_ id: ExpressionID) -> Bool {
    if case .literal(.none) = tree[id].kind { true } else { false }
  }

  /// Whether a condition is decided by which variables there are: `x is defined` where no `x` is.
  /// What such a condition excludes is not compiled, so a layout may ask for what only some of the
  /// templates that extend it set.
  func constant(_ id: ExpressionID) -> Bool? {
    switch tree[id].kind {
    case .literal(.bool(let value)): return value
    case .not(let operand): return constant(operand).map { !$0 }
    case .and(let left, let right):
      if constant(left) == false { return false }
      return constant(left) == true ? constant(right) : nil
    case .or(let left, let right):
      if constant(left) == true { return true }
      return constant(left) == false ? constant(right) : nil
    case .test(let operand, let test):
      if case .name(let name) = tree[operand].kind, let variable = variable(name),
        !variable.isValue
      {
        if test.name.text == "defined" { return true }
        return test.name.text == "undefined" ? false : nil
      }
      guard isUndefined(operand) else { return nil }
      if test.name.text == "defined" { return false }
      return test.name.text == "undefined" ? true : nil
    default: return nil
    }
  }

  /// Whether the expression is a name that stands for nothing here.
  func isUndefined(_ id: ExpressionID) -> Bool {
    guard case .name(let name) = tree[id].kind else { return false }
    return variable(name) == nil && root.slot(of: name) == nil
  }
}

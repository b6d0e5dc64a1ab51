import Diagnostics

/// Calls of functions, of macros and of what a loop can do.
extension Compiler {
  mutating func call(_ call: Call, _ id: ExpressionID) -> TemplateType {
    let range = tree[id].range
    if let target = macro(calledBy: id) { return capture(range) { $0.callMacro(target) } }
    switch call.name.text {
    case "super": return capture(range) { $0.superBlock(call) }
    case "range":
      guard call.named.isEmpty, (1...3).contains(call.positional.count) else {
        report("template-wrong-arguments", "`range` takes one to three integers", range)
        return push(.list([]), .list(.int))
      }
      if call.positional.count == 1 { _ = push(.int(0), .int) }
      for argument in call.positional { expect(operand(argument), .int, argument) }
      if call.positional.count < 3 { _ = push(.int(1), .int) }
      mark(range)
      builder.emit(.range)
      return .list(.int)
    default:
      if let variable = variable(call.name.text), variable.type == .invalid, variable.isImported {
        return push(TemplateValue.none, .invalid)
      }
      var names = ["range", "super"]
      for scope in scopes {
        for (name, variable) in scope.variables {
          if case .macro = variable.storage { names.append(name) }
        }
      }
      reportUnknown(call, in: names)
      return push(TemplateValue.none, .invalid)
    }
  }

  private mutating func reportUnknown(_ call: Call, in names: [String]) {
    let name = call.name.text
    let filter = FilterTable.filter(name) == nil ? nil : "it is a filter: write `… | \(name)`"
    report(
      "template-unknown-function", "no function “\(name)”", call.name.range,
      help: NearMiss.question(for: name, in: names) ?? filter)
  }

  mutating func method(_ base: ExpressionID, _ call: Call, _ id: ExpressionID) -> TemplateType {
    let range = tree[id].range
    if let target = macro(calledBy: id) { return capture(range) { $0.callMacro(target) } }
    guard case .name(let word) = tree[base].kind, let variable = variable(word) else {
      reportUnknown(call, in: [])
      return push(TemplateValue.none, .invalid)
    }
    switch variable.storage {
    case .loop(let depth, _): return loopMethod(call, depth, range)
    case .module(let number) where modules[number].scopes.isEmpty: break
    case .module(let number):
      reportUnknown(call, in: modules[number].macros)
    case .slot, .macro: reportUnknown(call, in: [])
    }
    return push(TemplateValue.none, .invalid)
  }

  private mutating func loopMethod(_ call: Call, _ depth: Int, _ range: Range<Int>) -> TemplateType
  {
    let name = call.name.text
    guard name == "cycle" || name == "changed" else {
      reportUnknown(call, in: ["cycle", "changed"])
      return push(TemplateValue.none, .invalid)
    }
    if let (argument, _) = call.named.first {
      report(
        "template-wrong-arguments", "`loop.\(name)` has no argument “\(argument.text)”",
        argument.range)
    }
    if call.positional.isEmpty {
      report("template-wrong-arguments", "`loop.\(name)` needs a value", call.name.range)
      return push(TemplateValue.none, .invalid)
    }
    var type: TemplateType?
    for argument in call.positional {
      let next = compile(argument)
      type = type?.joined(next) ?? next
    }
    mark(range)
    builder.emit(.list(UInt16(truncatingIfNeeded: call.positional.count)))
    let loop = UInt16(truncatingIfNeeded: depth)
    if name == "changed" {
      builder.emit(.loopChanged(depth: loop))
      return .bool
    }
    builder.emit(.loop(.index0, depth: loop))
    builder.constant(.int(call.positional.count))
    builder.emit(.binary(.modulo))
    builder.emit(.index)
    return type ?? .invalid
  }
}

import Diagnostics

/// A macro of a template, and the module through which it was reached, if any.
struct MacroReference: Hashable {
  let template: Int
  let number: Int
  var module: Int?

  /// The macro itself, however it was reached.
  var bare: MacroReference { MacroReference(template: template, number: number) }
}

/// An imported template: what its top level defined.
struct Module {
  let template: Int
  let scopes: [Scope]
  let root: RecordSchema
  let withContext: Bool

  /// What may be imported from it: what it defines itself, unless its name begins with `_`.
  var exported: [String: Variable] {
    (scopes.last?.variables ?? [:]).filter { !$0.key.hasPrefix("_") && !$0.value.isImported }
  }

  var macros: [String] {
    exported.filter { if case .macro = $0.value.storage { true } else { false } }.map(\.key)
  }
}

/// One way to call a macro. Calls that agree in all of this share one function.
struct Specialisation: Hashable {
  let macro: MacroReference
  /// The types of the arguments, nil where the default stands.
  let arguments: [TemplateType?]
  /// What the macro sees around it.
  let variables: [String: Variable]
  let rootShape: UInt32
}

/// A function that is called somewhere and waits to be translated.
struct PendingFunction {
  var number: UInt16
  let macro: MacroReference
  let arguments: [TemplateType?]
  let scopes: [Scope]
  let root: RecordSchema
  let sites: [Compiler.Site]
}

/// What a call of a macro resolved to.
struct MacroCall {
  let macro: MacroReference
  let call: Call
  let scopes: [Scope]
  let root: RecordSchema
}

/// The type of what `groupby` gives: pairs of a key and the elements that share it. All have one
/// shape at run time.
struct GroupSchema {
  static let shared = RecordSchema(
    "Group",
    [
      .init("grouper", .any, "What the elements share."),
      .init("list", .any, "The elements, in order."),
    ], documentation: "What `groupby` gives.")

  let grouper: TemplateType
  let list: TemplateType
}

extension Variable {
  /// Whether it holds a value, other than `loop`, macros and imported templates.
  var isValue: Bool { if case .slot = storage { true } else { false } }
}

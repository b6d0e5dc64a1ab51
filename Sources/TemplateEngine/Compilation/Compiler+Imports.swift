import Diagnostics

/// Imports: the top level of another template runs where it is imported, and its names are kept.
extension Compiler {
  mutating func importModule(_ name: Name, as alias: Name, withContext: Bool) {
    guard let number = module(name, withContext: withContext) else {
      // What follows shall not be reported for a module that is already.
      modules.append(Module(template: template, scopes: [], root: root, withContext: false))
      bring(alias, Variable(storage: .module(modules.count - 1), type: .invalid))
      return
    }
    bring(alias, Variable(storage: .module(number), type: .invalid))
  }

  mutating func importNames(
    _ names: [(name: Name, alias: Name)], from template: Name, withContext: Bool
  ) {
    guard let number = module(template, withContext: withContext) else {
      for (_, alias) in names { bring(alias, Self.broken) }
      return
    }
    let exported = modules[number].exported
    for (name, alias) in names {
      guard let found = exported[name.text] else {
        report(
          "template-unknown-import", "“\(template.text)” defines no “\(name.text)”", name.range,
          help: NearMiss.question(for: name.text, in: exported.keys))
        bring(alias, Self.broken)
        continue
      }
      guard case .macro(let macro) = found.storage else {
        bring(alias, found)
        continue
      }
      var reference = macro
      reference.module = number
      bring(alias, Variable(storage: .macro(reference), type: .invalid))
    }
  }

  /// Stands for a name whose import failed, so that its uses are not reported as well.
  private static let broken = Variable(storage: .slot(0), type: .invalid)

  private mutating func bring(_ alias: Name, _ variable: Variable) {
    if alias.text == "loop" || alias.text == "super" {
      report("template-wrong-name", "“\(alias.text)” cannot be imported", alias.range)
    }
    var variable = variable
    variable.isImported = true
    scopes[scopes.count - 1].variables[alias.text] = variable
  }

  /// A variable that an imported template sets.
  mutating func moduleVariable(_ name: Name, _ number: Int) -> TemplateType {
    let module = modules[number]
    if module.scopes.isEmpty { return push(TemplateValue.none, .invalid) }
    guard let variable = module.exported[name.text] else {
      report(
        "template-unknown-attribute",
        "“\(library.sources[module.template].name)” defines no “\(name.text)”", name.range,
        help: NearMiss.question(for: name.text, in: module.exported.keys))
      return push(TemplateValue.none, .invalid)
    }
    guard case .slot(let slot) = variable.storage else {
      report(
        "template-wrong-type", "“\(name.text)” is a macro", name.range,
        help: "call it: \(name.text)(…)")
      return push(TemplateValue.none, .invalid)
    }
    builder.emit(.load(slot: slot))
    return variable.type
  }

  /// Runs the top level of a template and gives the number of the module; nil after a mistake.
  private mutating func module(_ name: Name, withContext: Bool) -> Int? {
    guard let number = find(name) else { return nil }
    if importing.contains(number) || (!importing.isEmpty && template == number) {
      report("template-cycle", "“\(name.text)” imports itself", name.range)
      return nil
    }
    guard sites.count < Self.includeLimit, !builder.isFull else {
      report(
        "template-limit", "imports nest deeper than \(Self.includeLimit)", name.range)
      return nil
    }
    if !withContext, let shared = sharedModules[number] { return shared }
    let outer = (template, sites, chain, blocks, scopes, facts, context, root)
    sites.append(Site(template: template, range: name.range, kind: .imported))
    importing.append(number)
    visited.insert(number)
    template = number
    chain = Chain()
    blocks = []
    context = start
    scopes = (withContext ? Self.withoutLoop(scopes) : []) + [Scope()]
    if !withContext {
      facts = Facts()
      root = Self.noRoot
    }
    let isPure = compileTopLevel()
    closeScope()
    modules.append(
      Module(template: number, scopes: scopes, root: root, withContext: withContext))
    _ = importing.popLast()
    (template, sites, chain, blocks, scopes, facts, context, root) = outer
    if isPure, !withContext { sharedModules[number] = modules.count - 1 }
    return modules.count - 1
  }

  private static let noRoot = RecordSchema(
    "Nothing", [], documentation: "What an imported template sees of the page.")

  /// Of an imported template macros, variables and imports count; all else would be lost. Says
  /// whether it does nothing when it runs, so that importing it once is enough.
  private mutating func compileTopLevel() -> Bool {
    if let parent = tree.parent {
      report(
        "template-lost", "a template that is imported cannot extend another", parent.range)
    }
    var isPure = true
    for statement in tree.body {
      switch statement.kind {
      case .text(let range):
        if !library.sources[template].file.bytes[range].allSatisfy(Whitespace.isSpace) {
          reportUnprinted(range)
        }
      case .macro: compile(statement)
      case .importModule(let name, _, _), .importNames(let name, _, _):
        compile(statement)
        if known(name).flatMap({ sharedModules[$0] }) == nil { isPure = false }
      case .assign, .capture:
        isPure = false
        compile(statement)
      default: reportUnprinted(statement.range)
      }
    }
    return isPure
  }

  private mutating func reportUnprinted(_ range: Range<Int>) {
    report(
      "template-lost", "this is never printed: the template is imported", range,
      help: "put it into a macro")
  }
}

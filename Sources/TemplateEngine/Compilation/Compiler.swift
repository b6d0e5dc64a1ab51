import Diagnostics

/// The parsed templates of a set and what they may use.
struct Library {
  let sources: [TemplateSource]
  let trees: [SyntaxTree]
  let numbers: [String: Int]
  let schema: TemplateSchema
}

/// Checks an entry and translates it, in one walk: everything it extends and includes is checked in
/// place, with the types it has there, and becomes part of one flat program.
struct Compiler {
  static let includeLimit = 50

  /// Where a template was taken in: by which tag of which template.
  struct Site {
    let template: Int
    let range: Range<Int>
    let kind: Kind

    enum Kind: String { case included, extended, imported, called }
  }

  /// The templates that extend each other, from the entry to the base, and their blocks.
  struct Chain {
    var templates: [Int] = []
    /// For each name the blocks of that name, the one that counts first.
    var blocks: [String: [(template: Int, block: Int)]] = [:]
    /// The number of scopes that blocks see.
    var scopeCount = 0
  }

  let library: Library
  var builder: ProgramBuilder
  var diagnostics: [Diagnostic] = []
  var visited: Set<Int> = []

  /// The template whose statements are being compiled.
  var template = 0
  var sites: [Site] = []
  var chain = Chain()
  /// The blocks being compiled, inmost last.
  var blocks: [(name: String, level: Int, scopeCount: Int)] = []
  var scopes: [Scope] = [Scope()]
  var facts = Facts()
  var context: HTMLContext
  var loopDepth = 0
  /// The record whose fields are the variables that the program gives.
  var root: RecordSchema
  /// The context in which the entry starts, and with it all that is captured.
  let start: HTMLContext
  var modules: [Module] = []
  /// For each template the module that all its imports share, where it sets no variables.
  var sharedModules: [Int: Int] = [:]
  /// The templates whose top level is being imported.
  var importing: [Int] = []
  var groups: [String: GroupSchema] = [:]
  /// The function for each way in which a macro is called.
  var functions: [Specialisation: UInt16] = [:]
  /// Those that are still to be translated.
  var pending: [PendingFunction] = []
  /// Macros with what surrounds them, for those that nobody calls.
  var defined: [MacroReference: PendingFunction] = [:]
  /// The mistakes of macros that this entry does not call, checked without their arguments' types.
  var uncalled: [MacroReference: [Diagnostic]] = [:]
  var called: Set<MacroReference> = []

  init(_ library: Library, entry: Int, root: RecordSchema, pool: TextPool) {
    self.library = library
    self.root = root
    builder = ProgramBuilder(pool: pool)
    start = HTMLContext(templateNamed: library.sources[entry].name)
    context = start
  }

  var tree: SyntaxTree { library.trees[template] }

  // MARK: diagnostics

  mutating func report(
    _ id: DiagnosticID, _ summary: String, _ range: Range<Int>, help: String? = nil
  ) {
    var notes: [Diagnostic.Note] = []
    for site in sites.reversed() {
      notes.append(
        Diagnostic.Note(
          "\(site.kind.rawValue) here",
          at: library.sources[site.template].file.place(site.range)))
    }
    diagnostics.append(
      Diagnostic(
        .error, id, summary, at: library.sources[template].file.place(range), help: help,
        notes: notes))
  }

  // MARK: templates

  /// Compiles the whole entry.
  mutating func compile(entry: Int) {
    compileChain(from: entry)
    closeScope()
    if !context.isAtRest {
      template = entry
      sites = []
      report(
        "template-html", "the page ends \(context.description)",
        library.sources[entry].file.bytes.count..<library.sources[entry].file.bytes.count)
    }
    compileFunctions()
    if builder.isFull || builder.program.slotCount >= Int(UInt16.max) {
      template = entry
      sites = []
      report("template-limit", "the template grows too large with all it includes", 0..<0)
    }
    checkUncalled()
  }

  /// Compiles a template with all it extends at the place at hand.
  private mutating func compileChain(from start: Int) {
    let outer = (template, sites, chain, blocks)
    defer { (template, sites, chain, blocks) = outer }
    chain = Chain(templates: [], blocks: [:], scopeCount: scopes.count)
    blocks = []
    var current: Int? = start
    while let number = current {
      template = number
      visited.insert(number)
      chain.templates.append(number)
      for (index, block) in library.trees[number].blocks.enumerated() {
        chain.blocks[block.name.text, default: []].append((number, index))
      }
      current = nil
      if let parent = tree.parent, let found = find(parent) {
        if chain.templates.contains(found) {
          report("template-cycle", "“\(parent.text)” extends itself", parent.range)
        } else {
          sites.append(Site(template: number, range: parent.range, kind: .extended))
          current = found
        }
      }
    }
    sites = outer.1
    for (position, number) in chain.templates.enumerated() {
      template = number
      if position + 1 < chain.templates.count {
        checkOverrides(above: chain.templates[(position + 1)...])
        compileExtending()
        if let parent = tree.parent {
          sites.append(Site(template: number, range: parent.range, kind: .extended))
        }
      } else {
        compile(tree.body)
      }
    }
  }

  /// The number of a named template, which is reported if there is none.
  func known(_ name: Name) -> Int? { library.numbers[name.text] }

  mutating func find(_ name: Name) -> Int? {
    if let number = known(name) { return number }
    report(
      "template-unknown-template", "no template “\(name.text)”", name.range,
      help: NearMiss.question(for: name.text, in: library.numbers.keys))
    return nil
  }

  /// A block of an extending template must replace one; elsewhere it would never be seen.
  private mutating func checkOverrides(above: ArraySlice<Int>) {
    let names = above.flatMap { library.trees[$0].blocks.map(\.name.text) }
    for block in tree.blocks where !block.isNested && !names.contains(block.name.text) {
      report(
        "template-unknown-block", "no template above has a block “\(block.name.text)”",
        block.name.range, help: NearMiss.question(for: block.name.text, in: names))
    }
  }

  /// Of a template that extends another, text before `extends` is printed, variables are set, and
  /// all else is without effect (as in Jinja2), so that all but whitespace is a mistake.
  private mutating func compileExtending() {
    for statement in tree.body {
      switch statement.kind {
      case .text(let range):
        if let parent = tree.parent, range.lowerBound < parent.range.lowerBound { text(range) }
        let isBlank = library.sources[template].file.bytes[range].allSatisfy(Whitespace.isSpace)
        if !isBlank { reportLost(range) }
      case .assign, .capture, .macro, .importModule, .importNames: compile(statement)
      case .block: break
      default: reportLost(statement.range)
      }
    }
  }

  private mutating func reportLost(_ range: Range<Int>) {
    report(
      "template-lost", "this is never printed: the template extends another", range,
      help: "put it into a block")
  }

  mutating func include(_ name: Name, ignoresMissing: Bool, _ range: Range<Int>) {
    if ignoresMissing, known(name) == nil { return }
    guard let number = find(name) else { return }
    let isOpen =
      chain.templates.contains(number)
      || sites.contains { $0.template == number } || template == number
    if isOpen {
      report("template-cycle", "“\(name.text)” includes itself", name.range)
      return
    }
    guard sites.count < Self.includeLimit, !builder.isFull else {
      report(
        "template-limit", "includes and macro calls nest deeper than \(Self.includeLimit)",
        name.range)
      return
    }
    sites.append(Site(template: template, range: name.range, kind: .included))
    let outer = scopes
    // As in Jinja2, an included template sees the variables around it, but not `loop`.
    for index in scopes.indices { scopes[index].variables["loop"] = nil }
    scopes.append(Scope())
    compileChain(from: number)
    closeScope()
    scopes = outer
    _ = sites.popLast()
  }

  mutating func block(_ number: Int, _ range: Range<Int>) {
    let block = tree.blocks[number]
    compileBlock(
      block.name.text, level: 0, scopeCount: block.isScoped ? scopes.count : chain.scopeCount, range
    )
  }

  /// Compiles the block of that name, `level` steps above the one that counts, which sees the
  /// outer `scopeCount` scopes.
  mutating func compileBlock(
    _ name: String, level: Int, scopeCount: Int, _ range: Range<Int>
  ) {
    guard let all = chain.blocks[name], all.indices.contains(level) else { return }
    if blocks.contains(where: { $0.name == name && $0.level == level }) {
      report("template-cycle", "block “\(name)” contains itself", range)
      return
    }
    let outer = (template, scopes)
    scopes = Array(scopes.prefix(scopeCount))
    scopes.append(Scope())
    blocks.append((name, level, scopeCount))
    template = all[level].template
    compile(tree.blocks[all[level].block].body)
    closeScope()
    _ = blocks.popLast()
    (template, scopes) = outer
  }
}

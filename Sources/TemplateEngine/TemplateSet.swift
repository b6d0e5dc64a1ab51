package import Diagnostics

/// Compiled templates, checked against the schema: what renders is known to find every variable,
/// attribute, filter and template it names.
///
/// A class: threads that render share it, and copies of a struct would make them fight over the
/// reference counts of its parts.
package final class TemplateSet: Sendable {
  private let programs: [String: Program]
  private let files: [SourceFile]
  private let text: [UInt8]
  private let closures: [String: [String]]

  private init(
    programs: [String: Program], files: [SourceFile], text: [UInt8], references: [String: [String]]
  ) {
    self.programs = programs
    self.files = files
    self.text = text
    closures = Dictionary(
      uniqueKeysWithValues: references.keys.map { ($0, Self.closure(of: $0, references)) })
  }

  /// Compiles templates that use each other.
  ///
  /// - Parameters:
  ///   - sources: all templates, under distinct names; of two with one name the first counts.
  ///   - entries: the templates that are rendered by themselves, each with the name of the record
  ///     schema whose fields are its global variables.
  ///   - schema: all records that may be met.
  /// - Returns: all mistakes of all templates in reading order, and the set unless there are any
  ///   errors. A template that no entry uses is a warning, and its contents are parsed only.
  package static func compile(
    _ sources: [TemplateSource], entries: [String: String], schema: TemplateSchema
  ) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    var diagnostics = check(schema)
    var trees: [SyntaxTree] = []
    for source in sources {
      let (tree, failures) = Parser.parse(source)
      trees.append(tree)
      diagnostics += failures.map {
        Diagnostic(
          .error, "template-syntax", $0.message, at: source.file.place($0.range), help: $0.help)
      }
    }
    let library = Library(
      sources: sources, trees: trees,
      numbers: Dictionary(
        sources.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a }),
      schema: schema)
    var pool = TextPool()
    var programs: [String: Program] = [:]
    var visited: Set<Int> = []
    var called: Set<MacroReference> = []
    var uncalled: [MacroReference: [Diagnostic]] = [:]
    for (name, record) in entries.sorted(by: { $0.key < $1.key }) {
      guard let number = library.numbers[name] else {
        diagnostics.append(
          Diagnostic(
            .error, "template-unknown-template", "there is no template “\(name)”",
            help: NearMiss.question(for: name, in: library.numbers.keys)))
        continue
      }
      guard let root = schema[record] else {
        diagnostics.append(
          Diagnostic(.error, "template-schema", "the schema has no record “\(record)”"))
        continue
      }
      var compiler = Compiler(library, entry: number, root: root, pool: pool)
      compiler.compile(entry: number)
      (programs[name], pool) = compiler.builder.finish(rootShape: root.shape)
      diagnostics += compiler.diagnostics
      visited.formUnion(compiler.visited)
      called.formUnion(compiler.called)
      // What surrounds a macro differs between pages; one that suits any of them is right.
      uncalled.merge(compiler.uncalled) { $1.count < $0.count ? $1 : $0 }
    }
    for (macro, mistakes) in uncalled where !called.contains(macro) { diagnostics += mistakes }
    for (number, source) in sources.enumerated() where !visited.contains(number) {
      diagnostics.append(
        Diagnostic(
          .warning, "template-unused", "no page uses this template", at: source.file.whole))
    }
    diagnostics = withoutRepetition(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    let set = TemplateSet(
      programs: programs, files: sources.map(\.file), text: pool.bytes,
      references: Dictionary(
        zip(sources, trees).map { ($0.name, $1.references.map(\.text)) },
        uniquingKeysWith: { a, _ in a }))
    return (set, diagnostics)
  }

  /// Appends what the template gives for that record.
  ///
  /// - Throws: `TemplateError` with the place in the template, for data that is not as the schema
  ///   says, a limit that is exceeded, or an arithmetic fault; `output` is then as it was.
  package func render(
    _ name: String, _ root: TemplateRecord, into output: inout [UInt8],
    limits: TemplateLimits = TemplateLimits()
  ) throws(TemplateError) {
    guard let program = programs[name] else {
      throw TemplateError(message: "template “\(name)” is no entry of the set", place: nil)
    }
    guard root.storage.shape == program.rootShape else {
      throw TemplateError(
        message: "template “\(name)” is not rendered with record “\(root.schema.name)”", place: nil)
    }
    let start = output.count
    var machine = Machine(program, text: text, root: root, limits: limits)
    do throws(Failure) {
      try machine.run(into: &output)
    } catch {
      output.removeSubrange(start...)
      throw TemplateError(
        message: error.message, place: place(program.points, machine.counter))
    }
  }

  private func place(_ points: [CodePoint], _ index: Int) -> SourcePlace? {
    guard points.indices.contains(index) else { return nil }
    let point = points[index]
    guard files.indices.contains(Int(point.template)) else { return nil }
    return files[Int(point.template)].place(
      Int(point.start)..<max(Int(point.start), Int(point.stop)))
  }

  /// The template with all it extends and includes, and all these do, in alphabetical order: what a
  /// page made by it depends on.
  package func dependencies(of name: String) -> [String] { closures[name] ?? [] }

  private static func closure(of name: String, _ references: [String: [String]]) -> [String] {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard let named = references[next], found.insert(next).inserted else { continue }
      open += named
    }
    return found.sorted()
  }

  /// Records that fields name must be in the schema.
  private static func check(_ schema: TemplateSchema) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for record in schema.records {
      for field in record.fields {
        var type = field.type
        while true {
          if case .list(let element) = type {
            type = element
          } else if case .optional(let wrapped) = type {
            type = wrapped
          } else {
            break
          }
        }
        if case .record(let name) = type, schema[name] == nil {
          diagnostics.append(
            Diagnostic(
              .error, "template-schema",
              "field “\(record.name).\(field.name)” holds record “\(name)”, which the schema lacks",
              help: NearMiss.question(for: name, in: schema.records.map(\.name))))
        }
      }
    }
    return diagnostics
  }

  /// In reading order; of findings that several entries share, the first.
  private static func withoutRepetition(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    struct Key: Hashable {
      let id: DiagnosticID
      let summary: String
      let place: SourcePlace?
    }
    var seen: Set<Key> = []
    let first = diagnostics.filter {
      seen.insert(Key(id: $0.id, summary: $0.summary, place: $0.place)).inserted
    }
    return first.sorted(by: Diagnostic.inReadingOrder)
  }
}

package import Diagnostics

/// Data for one template, read from JSON, with the schema that they themselves are the only witness of:
/// what stands in the data exists, everything else is a misspelling.
///
/// Objects are records; the objects of one list are records of one schema, in which a name that some of
/// them lack may be none, and so may what is `null` somewhere. Values of several types at one place can
/// be printed and compared only. All text is text: JSON has no html.
package struct TemplateData: Sendable {
  /// All records of the data.
  package let schema: TemplateSchema
  /// The whole: its fields are the template's variables.
  package let root: TemplateRecord

  /// Reads a JSON text (RFC 8259). O(length).
  ///
  /// - Returns: the data, or the mistake that kept them from being read: `json-syntax`,
  ///   `duplicate-key`, `json-limit` (64 levels, 64-bit numbers, 10,000 names of an object) or
  ///   `template-data` (the text is no object).
  package static func read(
    _ file: SourceFile
  ) -> (data: TemplateData?, diagnostics: [Diagnostic]) {
    do throws(JSONFailure) {
      let document = try JSONReader.read(file.bytes)
      guard case .object = document.nodes[0].kind else {
        return (
          nil,
          [
            Diagnostic(
              .error, "template-data", "the data are no object",
              at: file.place(document.nodes[0].range),
              help: "a template's variables are the names of an object: {\"title\": …}")
          ]
        )
      }
      return (TemplateData(document, try DataShapes(document)), [])
    } catch {
      let id: DiagnosticID =
        switch error.kind {
        case .syntax: "json-syntax"
        case .duplicate: "duplicate-key"
        case .limit: "json-limit"
        }
      return (nil, [Diagnostic(.error, id, error.message, at: file.place(error.range))])
    }
  }

  private init(_ document: JSONDocument, _ shapes: DataShapes) {
    let schemas = Self.schemas(shapes.shapes)
    // From the last value to the first, as a value stands before those it holds.
    var values = [TemplateValue](repeating: .none, count: document.nodes.count)
    for (number, node) in document.nodes.enumerated().reversed() {
      switch node.kind {
      case .null: break
      case .bool(let value): values[number] = .bool(value)
      case .int(let value): values[number] = .int(value)
      case .double(let value): values[number] = .double(value)
      case .string(let value): values[number] = .string(value)
      case .list(let elements): values[number] = .list(elements.map { values[$0] })
      case .object(let members):
        guard let schema = schemas[shapes.numbers[number]] else { continue }
        var fields = [TemplateValue](repeating: .none, count: schema.fields.count)
        for member in members {
          if let slot = schema.slot(of: member.name) { fields[slot] = values[member.value] }
        }
        values[number] = .record(TemplateRecord(schema, fields))
      }
    }
    schema = TemplateSchema(schemas.compactMap { $0 })
    if case .record(let record) = values[0] {
      root = record
    } else {
      root = TemplateRecord(RecordSchema("data", [], documentation: "No data."), [])
    }
  }

  /// By shape, the schema of its objects; nil where there are none.
  private static func schemas(_ shapes: [DataShape]) -> [RecordSchema?] {
    var schemas = [RecordSchema?](repeating: nil, count: shapes.count)
    var types = [TemplateType](repeating: .invalid, count: shapes.count)
    let names = names(shapes)
    for (number, shape) in shapes.enumerated().reversed() {
      var type = shape.scalar
      if shape.isList {
        // The type that agrees with everything for a list without elements: its loop is never run.
        let list = TemplateType.list(shape.element.map { types[$0] } ?? .invalid)
        type = type?.joined(list) ?? list
      }
      if let name = names[number] {
        schemas[number] = RecordSchema(
          name,
          shape.members.map { member in
            let type = types[member.shape]
            return RecordSchema.Field(
              member.name, member.count < shape.objectCount ? optional(type) : type,
              "As the data have it.")
          }, documentation: "Objects of the data.")
        type = type?.joined(.record(name)) ?? .record(name)
      }
      types[number] = shape.mayBeNone ? optional(type ?? .invalid) : type ?? .invalid
    }
    return schemas
  }

  /// Also what agrees with everything must be guarded where it may be none.
  private static func optional(_ type: TemplateType) -> TemplateType {
    type == .invalid ? .optional(.invalid) : type.orNone
  }

  /// By shape, the name of its record, different from all others.
  private static func names(_ shapes: [DataShape]) -> [String?] {
    var counts: [String: Int] = [:]
    var taken: Set<String> = []
    return shapes.map { shape in
      guard shape.objectCount > 0 else { return nil }
      var name = shape.label
      while !taken.insert(name).inserted {
        counts[shape.label, default: 1] += 1
        name = "\(shape.label) (\(counts[shape.label, default: 1]))"
      }
      return name
    }
  }
}

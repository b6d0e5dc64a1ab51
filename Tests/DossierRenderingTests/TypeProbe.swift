import TemplateEngine

/// Templates that visit every field of every record they are given and print its name, with `WRONG`
/// where the value is not of the type that the schema says.
enum TypeProbe {
  static func template(in schema: TemplateSchema) -> (RecordSchema) -> String {
    { record in
      record.fields.map {
        probe($0.type, $0.name, label: "\(record.name).\($0.name)", depth: 0, schema)
      }.joined()
    }
  }

  /// The labels of all fields that templates can meet.
  static func labels(of schema: TemplateSchema) -> Set<String> {
    Set(schema.records.flatMap { record in record.fields.map { "\(record.name).\($0.name)" } })
  }

  private static func probe(
    _ type: TemplateType, _ expression: String, label: String, depth: Int,
    _ schema: TemplateSchema
  ) -> String {
    switch type {
    case .optional(let wrapped):
      return "{% if \(expression) is not none %}"
        + probe(wrapped, expression, label: label, depth: depth, schema) + "{% endif %}"
    case .list(let element):
      return "{% for v\(depth) in \(expression) %}"
        + probe(element, "v\(depth)", label: label, depth: depth + 1, schema) + "{% endfor %}"
    case .record(let name):
      let fields = schema[name]?.fields ?? []
      return "\(label)\n"
        + fields.map {
          probe(
            $0.type, "\(expression).\($0.name)", label: "\(name).\($0.name)", depth: depth, schema)
        }.joined()
    case .string: return leaf("\(expression) is string and \(expression) is not escaped", label)
    case .html: return leaf("\(expression) is escaped", label)
    case .int: return leaf("\(expression) is integer", label)
    case .bool: return leaf("\(expression) is boolean", label)
    case .double: return leaf("\(expression) is float", label)
    case .json, .any, .none, .invalid: return "WRONG \(label)\n"
    }
  }

  private static func leaf(_ condition: String, _ label: String) -> String {
    "{% if not (\(condition)) %}WRONG {% endif %}\(label)\n"
  }
}

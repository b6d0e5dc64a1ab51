/// A value that a template works with at run time.
package enum TemplateValue: Sendable {
  /// Nothing: what an optional field holds when the fact is not known.
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  /// Markup, inserted without escaping.
  case html(HTML)
  case list([TemplateValue])
  case record(TemplateRecord)
}

/// A record: one value for each field of its schema, found by slot, never by name.
package struct TemplateRecord: Sendable {
  /// One reference, so that copying a record costs one retain.
  final class Storage: Sendable {
    let schema: RecordSchema
    let values: [TemplateValue]
    /// The schema's shape, or 0 (which no schema has) when the number of values is wrong: every
    /// access then fails with a `TemplateError` in place of reading another field.
    let shape: UInt32

    init(_ schema: RecordSchema, _ values: [TemplateValue]) {
      self.schema = schema
      self.values = values
      shape = values.count == schema.fieldCount ? schema.shape : 0
    }
  }

  let storage: Storage

  /// A record from its values in the order of the schema's fields. A wrong number of values is
  /// reported by the first rendering that looks into the record.
  package init(_ schema: RecordSchema, _ values: [TemplateValue]) {
    storage = Storage(schema, values)
  }

  package var schema: RecordSchema { storage.schema }
  package var values: [TemplateValue] { storage.values }
}

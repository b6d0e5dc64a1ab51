import TemplateEngine

// Theme authors read no schema of a test: what the program must document, tests need not.

extension RecordSchema.Field {
  init(_ name: String, _ type: TemplateType) { self.init(name, type, "A field of a test.") }
}

extension RecordSchema {
  init(_ name: String, _ fields: [Field]) {
    self.init(name, fields, documentation: "A record of a test.")
  }
}

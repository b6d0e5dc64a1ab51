/// The fields that a kind of record has. A record's values stand in the order of the fields.
@safe package struct RecordSchema: Sendable {
  /// One field: its name in templates, what it holds, and a sentence for theme authors.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let type: TemplateType
    package let documentation: String

    package init(_ name: String, _ type: TemplateType, _ documentation: String) {
      self.name = name
      self.type = type
      self.documentation = documentation
    }
  }

  private final class Storage: Sendable {
    let name: String
    let documentation: String
    let fields: [Field]
    let slots: [String: Int]
    let shape: UInt32

    init(name: String, documentation: String, fields: [Field]) {
      self.name = name
      self.documentation = documentation
      self.fields = fields
      var slots: [String: Int] = [:]
      // FNV-1a over the names, so that a record of another schema is told apart at run time.
      var hash: UInt32 = 2_166_136_261
      for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      for (slot, field) in fields.enumerated() {
        hash = (hash ^ 0xFF) &* 16_777_619
        for byte in field.name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        if slots[field.name] == nil { slots[field.name] = slot }
      }
      self.slots = slots
      shape = hash == 0 ? 1 : hash
    }
  }

  /// Never released: a schema lives as long as the process, of which there are a few dozen. Every record
  /// of every page names its schema, and counting those references would have all threads write to one
  /// cache line.
  private let reference: Unmanaged<Storage>

  private var storage: Storage {
    unsafe reference._withUnsafeGuaranteedRef { $0 }
  }

  package init(_ name: String, _ fields: [Field], documentation: String) {
    let storage = Storage(name: name, documentation: documentation, fields: fields)
    shape = storage.shape
    fieldCount = fields.count
    unsafe reference = Unmanaged.passRetained(storage)
  }

  package var name: String { storage.name }
  package var fields: [Field] { storage.fields }
  /// A sentence for theme authors.
  package var documentation: String { storage.documentation }
  /// A number that differs between schemas of different names or fields; never 0.
  let shape: UInt32
  /// How many fields there are.
  let fieldCount: Int

  /// The position of the field of that name. O(1).
  package func slot(of field: String) -> Int? { storage.slots[field] }
}

/// All record schemas that templates may meet.
package struct TemplateSchema: Sendable {
  /// In the order given.
  package let records: [RecordSchema]
  private let positions: [String: Int]

  /// Of two schemas of one name the first counts.
  package init(_ records: [RecordSchema]) {
    self.records = records
    positions = Dictionary(
      records.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The schema of that name. O(1).
  package subscript(name: String) -> RecordSchema? { positions[name].map { records[$0] } }
}

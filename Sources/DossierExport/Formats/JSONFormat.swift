import Diagnostics
package import DossierModel

/// Everything in one JSON document, by `Documentation/schemas/export.schema.json`.
package enum JSONFormat {
  /// What `format` says in a document of this version.
  package static let version = "dossier-export/1"

  /// One document: the site, then a member for each table. O(model).
  package static func export(_ model: SiteModel, _ index: LinkIndex) -> ExportResult {
    let tables = ExportTables(model, index)
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.key("format")
    json.value(version)
    json.key("site")
    json.beginObject()
    json.key("title")
    json.value(model.configuration.title)
    json.key("base_url")
    json.value(model.configuration.baseURL)
    json.key("language")
    json.value(model.configuration.language)
    json.key("licence")
    json.value(model.configuration.licence)
    json.endObject()
    for table in tables.tables {
      json.key(table.name)
      json.beginArray()
      for row in table.rows { append(row, of: table, to: &json) }
      json.endArray()
    }
    json.endObject()
    json.endLine()
    return ExportResult(
      files: [ExportFile(name: "dossier.json", bytes: json.bytes)], dropped: tables.dropped)
  }

  private static func append(
    _ row: [ExportValue], of table: ExportTable, to json: inout JSONWriter
  ) {
    json.beginObject()
    for (column, value) in zip(table.columns, row) where value != .none {
      json.key(column.name)
      switch value {
      case .none: json.null()
      case .text(let text), .decimal(let text): json.value(text)
      case .integer(let number): json.value(number)
      case .flag(let flag): json.value(flag)
      }
    }
    json.endObject()
  }

  /// The JSON Schema (draft 2020-12) of the document, made from the columns.
  package static func schema() -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.key("$schema")
    json.value("https://json-schema.org/draft/2020-12/schema")
    json.key("title")
    json.value("dossier export json")
    schemaOfObject(&json, required: ["format", "site"] + ExportCatalogue.tables.map(\.name)) {
      $0.key("format")
      $0.beginObject()
      $0.key("const")
      $0.value(version)
      $0.endObject()
      $0.key("site")
      $0.beginObject()
      schemaOfObject(&$0, required: ["title", "base_url", "language", "licence"]) {
        for (name, types) in [
          ("title", ["string"]), ("base_url", ["string", "null"]), ("language", ["string"]),
          ("licence", ["string", "null"]),
        ] { property(name, types, nil, &$0) }
      }
      $0.endObject()
      for table in ExportCatalogue.tables {
        $0.key(table.name)
        $0.beginObject()
        $0.key("description")
        $0.value(table.meaning)
        $0.key("type")
        $0.value("array")
        $0.key("items")
        $0.beginObject()
        schemaOfObject(&$0, required: table.columns.filter(\.isRequired).map(\.name)) {
          for column in table.columns {
            property(column.name, [type(of: column.kind)], column.meaning, &$0)
          }
        }
        $0.endObject()
        $0.endObject()
      }
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func type(of kind: ExportColumn.Kind) -> String {
    switch kind {
    case .text, .decimal: "string"
    case .integer: "integer"
    case .flag: "boolean"
    }
  }

  private static func schemaOfObject(
    _ json: inout JSONWriter, required: [String], properties: (inout JSONWriter) -> Void
  ) {
    json.key("type")
    json.value("object")
    json.key("additionalProperties")
    json.value(false)
    json.key("required")
    json.beginArray()
    for name in required { json.value(name) }
    json.endArray()
    json.key("properties")
    json.beginObject()
    properties(&json)
    json.endObject()
  }

  private static func property(
    _ name: String, _ types: [String], _ meaning: String?, _ json: inout JSONWriter
  ) {
    json.key(name)
    json.beginObject()
    if let meaning {
      json.key("description")
      json.value(meaning)
    }
    json.key("type")
    if types.count == 1 {
      json.value(types[0])
    } else {
      json.beginArray()
      for type in types { json.value(type) }
      json.endArray()
    }
    json.endObject()
  }
}

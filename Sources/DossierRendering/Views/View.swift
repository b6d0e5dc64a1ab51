import TemplateEngine

/// A part of the page model: Swift values on one side, a template record on the other. The schema and
/// the values stand side by side in each view, in one order.
protocol View: Sendable {
  static var schema: RecordSchema { get }
  var values: [TemplateValue] { get }
}

extension View {
  var record: TemplateRecord { TemplateRecord(Self.schema, values) }
  var value: TemplateValue { .record(record) }
}

extension TemplateValue {
  static func list(_ views: [some View]) -> TemplateValue { .list(views.map(\.value)) }
  static func optional(_ text: String?) -> TemplateValue { text.map { .string($0) } ?? .none }
  static func optional(_ view: (some View)?) -> TemplateValue { view?.value ?? .none }
  static func markup(_ bytes: [UInt8]) -> TemplateValue { .html(HTML(markup: bytes)) }
}

extension TemplateType {
  static func list(of view: any View.Type) -> TemplateType { .list(.record(view.schema.name)) }
  static func optional(_ view: any View.Type) -> TemplateType {
    .optional(.record(view.schema.name))
  }
}

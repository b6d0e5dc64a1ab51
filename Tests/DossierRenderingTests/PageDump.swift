import Foundation
import TemplateEngine
import Testing

/// Templates that print all they are given as JSON, so that tests see the page model itself and no
/// theme.
enum PageDump {
  static func template(_ record: RecordSchema) -> String {
    let fields = record.fields.map { "\"\($0.name)\": {{ \($0.name) | tojson }}" }
    return "<script type=\"application/json\">{\(fields.joined(separator: ",\n"))}</script>"
  }

  static func read(_ html: String) throws -> JSON {
    let start = try #require(html.firstIndex(of: ">"))
    let end = try #require(html.range(of: "</script>", options: .backwards))
    let text = html[html.index(after: start)..<end.lowerBound]
    return JSON(value: try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }
}

/// A JSON value, to be walked in tests.
struct JSON {
  let value: Any?

  subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
  subscript(index: Int) -> JSON {
    JSON(value: list.indices.contains(index) ? list[index].value : nil)
  }

  var list: [JSON] { (value as? [Any])?.map { JSON(value: $0) } ?? [] }
  var text: String? { value as? String }
  var int: Int? { value as? Int }
  var bool: Bool? { value as? Bool }
  var isNull: Bool { value == nil || value is NSNull }
  /// The text of one field of each element.
  func texts(_ key: String) -> [String] { list.map { $0[key].text ?? "-" } }
}

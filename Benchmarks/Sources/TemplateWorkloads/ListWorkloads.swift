import Diagnostics
import Foundation
import Mustache
import Stencil
import TemplateEngine

/// A list of 50 entries with a link, an optional date and a sentence: by our engine, by others, and by
/// hand. Templates are compiled and data made before; one call renders once. Each has been checked to
/// give `list.expected.html`.
package struct ListWorkloads {
  /// One entry, for engines that read Swift values by reflection.
  private struct Item: Codable {
    let href: String
    let title: String
    let date: String?
    let summary: String

    /// As engines that look names up in dictionaries want it.
    var dictionary: [String: Any] {
      var values: [String: Any] = ["href": href, "title": title, "summary": summary]
      if let date { values["date"] = date }
      return values
    }
  }

  private struct List: Codable {
    let items: [Item]
  }

  /// Renders once and gives the number of bytes.
  package let dossier: () throws -> Int
  package let mustacheOfDictionaries: () throws -> Int
  package let mustacheOfStructs: () throws -> Int
  package let stencil: () throws -> Int
  package let byHand: () -> Int

  package init() throws {
    let json = try Fixtures.text("list.json")
    let jinja = try Fixtures.text("list.html")
    let expected = try Fixtures.text("list.expected.html")
    let list = try JSONDecoder().decode(List.self, from: Foundation.Data(json.utf8))

    let (data, findings) = TemplateData.read(SourceFile(path: "list.json", text: json))
    guard let data else { throw Fixtures.report(findings) }
    let (templates, mistakes) = TemplateSet.compile(
      [TemplateSource(name: "list.html", file: SourceFile(path: "list.html", text: jinja))],
      entries: ["list.html": data.root.schema.name], schema: data.schema)
    guard let templates else { throw Fixtures.report(mistakes) }
    func rendered() throws -> [UInt8] {
      var output: [UInt8] = []
      try templates.render("list.html", data.root, into: &output)
      return output
    }
    try Fixtures.require(String(decoding: rendered(), as: UTF8.self), expected, of: "dossier")
    dossier = { try rendered().count }

    let mustache = try MustacheTemplate(string: Fixtures.text("list.mustache"))
    let dictionaries: [String: Any] = ["items": list.items.map(\.dictionary)]
    try Fixtures.require(mustache.render(dictionaries), expected, of: "swift-mustache")
    try Fixtures.require(mustache.render(list), expected, of: "swift-mustache with structs")
    mustacheOfDictionaries = { mustache.render(dictionaries).utf8.count }
    mustacheOfStructs = { mustache.render(list).utf8.count }

    // Stencil escapes nothing: it is measured without that work.
    let template = Stencil.Template(templateString: jinja)
    try Fixtures.require(
      template.render(dictionaries), expected.replacingOccurrences(of: "&amp;", with: "&"),
      of: "Stencil")
    stencil = { try template.render(dictionaries).utf8.count }

    let items = list.items
    try Fixtures.require(
      String(decoding: Self.appended(items), as: UTF8.self), expected, of: "by hand")
    byHand = { Self.appended(items).count }
  }

  /// What a careful person writes who needs this one list fast: the floor.
  private static func appended(_ items: [Item]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(16_384)
    append("<ul class=\"cards\">", to: &output)
    for item in items {
      append("\n<li><a href=\"", to: &output)
      appendEscaped(item.href, to: &output)
      append("\">", to: &output)
      appendEscaped(item.title, to: &output)
      append("</a>", to: &output)
      if let date = item.date {
        append(" <span class=\"meta\">", to: &output)
        appendEscaped(date, to: &output)
        append("</span>", to: &output)
      }
      append("\n<p>", to: &output)
      appendEscaped(item.summary, to: &output)
      append("</p></li>", to: &output)
    }
    append("\n</ul>", to: &output)
    return output
  }

  private static func append(_ text: StaticString, to output: inout [UInt8]) {
    unsafe text.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
  }

  private static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    guard text.utf8.contains(where: isSpecial) else {
      output.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): output.append(contentsOf: "&#34;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
      default: output.append(byte)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

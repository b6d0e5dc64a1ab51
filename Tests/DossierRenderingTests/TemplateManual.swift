import DossierRendering
import Foundation
import TemplateEngine
import Testing

/// `Documentation/Templates.md`, made from the schema that templates are checked against and from the
/// comments that the theme's files begin with.
enum TemplateManual {
  static let project = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let file = project.appending(path: "Documentation/Templates.md")

  /// The whole text.
  static func text() throws -> String {
    try [introduction, files(), variables(), records()].joined(separator: "\n")
  }

  // MARK: parts

  private static func variables() throws -> String {
    var text = """
      ## Variables of every page

      \(table(PageSchema.layout))
      ## Variables of hand-written pages

      The templates of actors, conflicts, events, places and other pages have these too.

      \(table(PageSchema.article))
      ## Variables by template

      """
    for (name, record) in PageSchema.entries.sorted(by: { $0.key < $1.key }) {
      let schema = try #require(PageSchema.schema[record])
      text += "\n### \(name)\n\n\(sentence(schema)) It has the variables of every page"
      var own = schema.fields.filter { !PageSchema.layout.contains($0) }
      if PageSchema.article.allSatisfy(own.contains) {
        own.removeAll { PageSchema.article.contains($0) }
        text += " and of hand-written pages"
      }
      text += own.isEmpty ? ".\n" : ", and:\n\n\(table(own))"
    }
    return text
  }

  private static func records() -> String {
    let roots = Set(PageSchema.entries.values)
    var text = """
      ## Records

      A record has attributes: `note.source`, `page.reviewed.text`.

      """
    for record in PageSchema.schema.records.sorted(by: { $0.name < $1.name })
    where !roots.contains(record.name) {
      text += "\n### \(record.name)\n\n\(record.documentation)\n\n\(table(record.fields))"
    }
    return text
  }

  /// The sentence behind `name.html: ` with a capital letter.
  private static func sentence(_ schema: RecordSchema) -> String {
    let words = schema.documentation.split(separator: ": ", maxSplits: 1).last ?? ""
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func table(_ fields: [RecordSchema.Field]) -> String {
    var text = "| Name | Type | May be none | Meaning |\n|---|---|---|---|\n"
    for field in fields {
      var type = field.type
      var isOptional = false
      if case .optional(let wrapped) = type { (type, isOptional) = (wrapped, true) }
      text += "| `\(field.name)` | \(word(type)) | \(isOptional ? "yes" : "") "
      text += "| \(markdown(field.documentation)) |\n"
    }
    return text
  }

  private static func word(_ type: TemplateType) -> String {
    switch type {
    case .list(let element): "list of \(word(element))"
    case .optional(let wrapped): "\(word(wrapped)) or none"
    case .record(let name): "[\(name)](#\(name.lowercased()))"
    default: "\(type)"
    }
  }

  private static func markdown(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }

  /// The files of the theme with what their first comment says, entries with what their page is.
  private static func files() throws -> String {
    let templates = project.appending(path: "Templates")
    let names = try FileManager.default.subpathsOfDirectory(atPath: templates.path)
    var text = """
      ## The files of the theme

      | File | What it is |
      |---|---|

      """
    for name in names.sorted() where name.hasSuffix(".html") {
      text += "| `\(name)` | "
      if let record = PageSchema.entries[name] {
        text += try sentence(#require(PageSchema.schema[record]))
      } else {
        let content = try String(contentsOf: templates.appending(path: name), encoding: .utf8)
        let comment = try #require(
          content.firstMatch(of: /^{# (?<words>.+?) -?#}/)?.words,
          "\(name) begins with no comment that says what it is")
        text += markdown(String(comment))
      }
      text += " |\n"
    }
    text += "| `assets/` | Copied as it is: `style.css`, `favicon.svg`, `search.js`, "
    text += "and what a site adds. |\n"
    return text
  }
}

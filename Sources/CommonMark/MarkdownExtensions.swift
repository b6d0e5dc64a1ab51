/// What is read beyond CommonMark.
package struct MarkdownExtensions: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Tables, as GitHub Flavored Markdown 0.29 has them.
  package static let tables = MarkdownExtensions(rawValue: 1)
  /// `[^a]` and `[^a]: …`.
  package static let footnotes = MarkdownExtensions(rawValue: 2)
  /// `[[page]]`, `[[page|text]]`, `[[page#heading]]`.
  package static let wikilinks = MarkdownExtensions(rawValue: 4)
  /// `[@key rest]`.
  package static let citations = MarkdownExtensions(rawValue: 8)
  /// `> [!note]`.
  package static let callouts = MarkdownExtensions(rawValue: 16)

  package static let none: MarkdownExtensions = []
  package static let all: MarkdownExtensions = [
    .tables, .footnotes, .wikilinks, .citations, .callouts,
  ]
}

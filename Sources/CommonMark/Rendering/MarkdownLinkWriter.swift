/// A stretch of running text that becomes a link: UTF-8 offsets into `MarkdownTree.text`. It may reach
/// over a break, never out of its block, and covers no other link.
package struct TextSpan: Sendable, Hashable {
  package let lower: UInt32
  package let upper: UInt32
  /// The writer's own number for where it leads.
  package let link: Int32

  package init(lower: UInt32, upper: UInt32, link: Int32) {
    self.lower = lower
    self.upper = upper
    self.link = link
  }
}

/// Writes what only the caller knows while a tree is rendered. Called at special nodes, not for text.
package protocol MarkdownLinkWriter {
  /// Writes the opening tag of a text span: `<a href="…">`. The renderer writes `</a>`.
  mutating func openSpan(_ link: Int32, into output: inout [UInt8])
  /// Writes a whole wikilink; `label` is its text, escaped already.
  mutating func writeWikilink(
    _ wikilink: MarkdownTree.Wikilink, label: ArraySlice<UInt8>, into output: inout [UInt8])
  /// Writes a whole citation.
  mutating func writeCitation(_ citation: MarkdownTree.CitationMark, into output: inout [UInt8])
  /// The address to write for an ordinary link or image instead of its own, unescaped; nil leaves the
  /// link out and keeps its text. Called only for addresses that are safe.
  mutating func destination(of link: MarkdownTree.Link, isImage: Bool) -> String?
}

/// Writes wikilinks and citations by what stands in them, and leaves addresses as they are: for tests
/// and for text without a site around it.
package struct PlainLinkWriter: MarkdownLinkWriter {
  package init() {}

  package mutating func openSpan(_ link: Int32, into output: inout [UInt8]) {
    output.append(contentsOf: "<a href=\"#\(link)\">".utf8)
  }

  package mutating func writeWikilink(
    _ wikilink: MarkdownTree.Wikilink, label: ArraySlice<UInt8>, into output: inout [UInt8]
  ) {
    let address = wikilink.page + (wikilink.heading.map { "#\($0)" } ?? "")
    output.append(contentsOf: "<a href=\"".utf8)
    if MarkdownTree.isSafe(address) { HTMLEscaping.appendAddress(address, to: &output) }
    output.append(contentsOf: "\">".utf8)
    output.append(contentsOf: label)
    output.append(contentsOf: "</a>".utf8)
  }

  package mutating func writeCitation(
    _ citation: MarkdownTree.CitationMark, into output: inout [UInt8]
  ) {
    output.append(contentsOf: "<sup class=\"cite\">[".utf8)
    let words = citation.rest.isEmpty ? citation.key : "\(citation.key) \(citation.rest)"
    HTMLEscaping.append(words, to: &output)
    output.append(contentsOf: "]</sup>".utf8)
  }

  package mutating func destination(of link: MarkdownTree.Link, isImage: Bool) -> String? {
    link.destination
  }
}

import Testing

@testable import CommonMark

@Suite("Extensions against other implementations")
struct ExtensionConformanceTests {
  /// Compares what each example gives; `differences` are the examples that are meant to differ.
  private func expectSame(
    _ file: String, _ numbers: ClosedRange<Int>, differences: [Int: String],
    _ ours: (MarkdownTree) -> String, _ theirs: (String) -> String,
    extensions: MarkdownExtensions
  ) {
    guard let examples = SpecExamples.load(file) else { return }
    var failures: [String] = []
    for example in examples where numbers.contains(example.number) {
      let tree = MarkdownTree.parse(
        Array(example.markdown.utf8), from: 0, extensions: extensions)
      let (our, their) = (ours(tree), theirs(example.html))
      if (our == their) == (differences[example.number] != nil) {
        failures.append(
          "\(example.number):\n\(example.markdown)\n-- theirs\n\(their)\n-- ours\n\(our)")
      }
    }
    for failure in failures { Issue.record(Comment(rawValue: failure)) }
  }

  @Test("GitHub's tables read the same")
  func tables() {
    expectSame(
      "gfm-extensions.txt", 1...16, differences: [:],
      { HTMLNormalization.tables(MarkdownHTMLRenderer.unsafeHTML($0)) },
      HTMLNormalization.normalized, extensions: .tables)
  }

  @Test("GitHub's footnotes read the same")
  func footnotes() {
    expectSame(
      "gfm-extensions.txt", 23...23, differences: [:],
      { HTMLNormalization.footnotes(MarkdownHTMLRenderer.html($0)) },
      HTMLNormalization.normalized, extensions: .footnotes)
  }

  @Test("pulldown-cmark's footnotes read the same")
  func pulldownFootnotes() {
    expectSame(
      "pulldown-footnotes.txt", 1...100,
      differences: [
        16: "a reference in the label of a link reference definition does not undo the definition"
      ],
      { HTMLNormalization.ourNotes($0).description },
      { HTMLNormalization.pulldownNotes($0).description },
      extensions: [.footnotes, .tables])
  }

  @Test("pulldown-cmark's wikilinks read the same")
  func wikilinks() {
    expectSame(
      "pulldown-wikilinks.txt", 1...100,
      differences: [
        5: "in the text of a link, the link wins and the brackets are text",
        9: "the label is plain text",
        10: "a label holds no brackets, so no images",
        13: "there are no embeds: `!` is text before a wikilink",
        14: "there are no embeds: `!` is text before a wikilink",
        16: "an empty label is none",
        19: "brackets that close behind an address are the wikilink's",
        22: "`\\|` is `|`, as a table in other readers needs it",
      ],
      { HTMLNormalization.normalized(MarkdownHTMLRenderer.html($0)) },
      HTMLNormalization.normalized, extensions: .wikilinks)
  }

  @Test("GitHub's alerts read the same")
  func callouts() {
    expectSame(
      "pulldown-blockquotes_tags.txt", 1...100, differences: [:],
      { HTMLNormalization.callouts(MarkdownHTMLRenderer.html($0)) },
      HTMLNormalization.normalized, extensions: .callouts)
  }
}

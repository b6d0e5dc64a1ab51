import Testing

@testable import CommonMark

/// Markdown and what it renders to with all extensions on.
private func html(_ markdown: String) -> String {
  MarkdownHTMLRenderer.html(
    MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .all))
}

@Suite("Extensions")
struct ExtensionTests {
  @Test("probe")
  func probe() {
    for text in [
      "a [[b|c]] d [@k p1-2] *[[x#y]]* `[[q]]` [x]([[z]])\n",
      "[a [[b]] c](d) ![i [[b]]](u)\n",
      "T[^a] and [^b], [^a].\n\n[^a]: One *x*\n  lazy\n\n    more [^b]\n[^b]: > q\n\nEnd\n",
      "> [!note] A *title*\n> Body [[x]]\n\n> [!TIP]\n\n> [!foo]\n> x\n",
      "Lead *x*\nmore\n| a | b |\n|:--|--:|\n| [[x|y]] \\| z | [r] |\n| # no\n\n> x | y\n> --|--\n> 1 | 2\n\n[r]: /u\n",
      "> q [^1]\n>\n> [^1]: in quote\n> lazy\n\nx\n",
    ] {
      print(html(text), terminator: "=====\n")
    }
  }
}

import Testing

@testable import CommonMark

@Suite("Extensions")
struct ExtensionTests {
  /// Markdown and what it renders to with all extensions on.
  static let cases: [(markdown: String, html: String)] = [
    // Wikilinks.
    ("a [[b|c]] d", "<p>a <a href=\"b\">c</a> d</p>"),
    ("[[b#h]]", "<p><a href=\"b#h\">b#h</a></p>"),
    ("[[#h]]", "<p><a href=\"#h\">#h</a></p>"),
    ("[[ b | c ]]", "<p><a href=\"b\">c</a></p>"),
    ("*[[_a_ *b]]*", "<p><em><a href=\"_a_%20*b\">_a_ *b</a></em></p>"),
    ("[[a]]\n\n[a]: /u", "<p><a href=\"a\">a</a></p>"),
    ("\\[[a]]", "<p>[[a]]</p>"),
    ("\\\\[[a]]", "<p>\\<a href=\"a\">a</a></p>"),
    ("[[a\nb]]", "<p>[[a\nb]]</p>"),
    ("[[]] [[ ]] [[|x]] [[#]] [[a", "<p>[[]] [[ ]] [[|x]] [[#]] [[a</p>"),
    (
      "`[[a]]` [x]([[a]] \"[[b]]\")",
      "<p><code>[[a]]</code> <a href=\"%5B%5Ba%5D%5D\" title=\"[[b]]\">x</a></p>"
    ),
    ("[x](<[[a]]> \"[[b]]\")", "<p><a href=\"%5B%5Ba%5D%5D\" title=\"[[b]]\">x</a></p>"),
    ("`a [[b` c]]", "<p><code>a [[b</code> c]]</p>"),
    ("    [[a]]", "<pre><code>[[a]]\n</code></pre>"),
    ("```[[i]]\n[[a]] [@b]\n```", "<pre><code class=\"language-[[i]]\">[[a]] [@b]\n</code></pre>"),
    ("<i title=\"[[a]]\">", "<p>&lt;i title=&quot;[[a]]&quot;&gt;</p>"),
    ("![[[a]]](u)", "<p><img src=\"u\" alt=\"[[a]]\" /></p>"),
    ("[[<b>&\"]]", "<p><a href=\"%3Cb%3E&amp;%22\">&lt;b&gt;&amp;&quot;</a></p>"),
    ("# [[a|b]] c", "<h1><a href=\"a\">b</a> c</h1>"),
    // Citations.
    ("a [@k].", "<p>a <sup class=\"cite\">[k]</sup>.</p>"),
    ("a [@k p4-6 from x]", "<p>a <sup class=\"cite\">[k p4-6 from x]</sup></p>"),
    ("[@a_b*c] [@d*e]", "<p><sup class=\"cite\">[a_b*c]</sup> <sup class=\"cite\">[d*e]</sup></p>"),
    ("[@<b>]", "<p><sup class=\"cite\">[&lt;b&gt;]</sup></p>"),
    ("[@] [@ a] [@a", "<p>[@] [@ a] [@a</p>"),
    ("[@a](/u)", "<p><a href=\"/u\">@a</a></p>"),
    // Callouts.
    (
      "> [!note]\n> a",
      "<aside class=\"callout callout-note\">\n<p class=\"callout-title\">Note</p>\n<p>a</p>\n</aside>"
    ),
    (
      "> [!WARNING] A *b* `c`\n>\n> d",
      "<aside class=\"callout callout-warning\">\n<p class=\"callout-title\">A b c</p>\n<p>d</p>\n</aside>"
    ),
    ("> [!no]\n> a", "<blockquote>\n<p>[!no]\na</p>\n</blockquote>"),
    ("> a\n> [!note]", "<blockquote>\n<p>a\n[!note]</p>\n</blockquote>"),
    // Tables.
    (
      "a\n|b|[[c|d]]|\n|:-|-:|\n|`\\|`|[@e]|",
      """
      <p>a</p>
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table">
      <table>
      <thead>
      <tr>
      <th scope="col" class="align-left">b</th>
      <th scope="col" class="align-right"><a href="c">d</a></th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td class="align-left"><code>|</code></td>
      <td class="align-right"><sup class="cite">[e]</sup></td>
      </tr>
      </tbody>
      </table>
      </div>
      """
    ),
    ("|a|b|\n|-|\n", "<p>|a|b|\n|-|</p>"),
    // Footnotes.
    ("[^a]", "<p>[^a]</p>"),
    ("[^a]: b", ""),
    ("a\n\n```\n[^a]: b\n```", "<p>a</p>\n<pre><code>[^a]: b\n</code></pre>"),
    (
      "a[^x] b[^Y] c[^x]\n\n[^y]: Y[^z]\n[^x]: *X*\n[^z]: Z\n[^u]: unused [^v]\n[^v]: no\n",
      """
      <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup> \
      b<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup> \
      c<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2">1</a></sup></p>
      <section class="footnotes" aria-label="Footnotes">
      <ol>
      <li id="fn-1">
      <p><em>X</em> <a href="#fnref-1" class="footnote-back" aria-label="Back to the text">↩</a></p>
      </li>
      <li id="fn-2">
      <p>Y<sup class="footnote-ref"><a href="#fn-3" id="fnref-3">3</a></sup> \
      <a href="#fnref-2" class="footnote-back" aria-label="Back to the text">↩</a></p>
      </li>
      <li id="fn-3">
      <p>Z <a href="#fnref-3" class="footnote-back" aria-label="Back to the text">↩</a></p>
      </li>
      </ol>
      </section>
      """
    ),
  ]

  @Test("each extension renders as documented", arguments: cases)
  func rendering(markdown: String, html: String) {
    let tree = MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .all)
    let expected = html.isEmpty ? "" : html + "\n"
    #expect(MarkdownHTMLRenderer.html(tree) == expected)
  }

  @Test("without its option, an extension's syntax is text")
  func off() {
    let markdown = "[[a]] [@b] [^c]\n\n| a |\n|---|\n\n> [!note]\n"
    let tree = MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .none)
    #expect(
      MarkdownHTMLRenderer.html(tree) == """
        <p>[[a]] [@b] [^c]</p>
        <p>| a |
        |---|</p>
        <blockquote>
        <p>[!note]</p>
        </blockquote>

        """)
  }

  @Test("the tables of a tree say what was written")
  func tables() {
    let markdown = "[[p#h|l]] [[q]] [@k  p1 ] [x](/u \"t\")\n\n3. a\n\n```swift x\n```\n"
    let tree = MarkdownTree.parse(Array(markdown.utf8), from: 0, extensions: .all)
    #expect(tree.wikilinks.map(\.page) == ["p", "q"])
    #expect(tree.wikilinks.map(\.heading) == ["h", nil])
    #expect(tree.wikilinks.map(\.hasLabel) == [true, false])
    #expect(tree.citations.map(\.key) == ["k"])
    #expect(tree.citations.map(\.rest) == ["p1"])
    #expect(tree.links.map(\.destination) == ["/u"])
    #expect(tree.links.map(\.title) == ["t"])
    #expect(tree.lists.map(\.start) == [3])
    #expect(tree.codeBlocks.map(\.info) == ["swift x"])
  }

  @Test(
    "headings get unique addresses in every script",
    arguments: [
      (["# A b", "# A b", "# A b 2", "# A b"], ["a-b", "a-b-2", "a-b-2-2", "a-b-3"]),
      (["# İran — Ирак", "# Հայաստան 2020"], ["i̇ran-ирак", "հայաստան-2020"]),
      (["# *a* [[b|c d]]!", "# !?", "# fn 1"], ["a-c-d", "section", "section-fn-1"]),
      (["# taken"], ["taken-2"]),
    ])
  func anchors(headings: [String], anchors: [String]) {
    let tree = MarkdownTree.parse(
      Array(headings.joined(separator: "\n").utf8), from: 0, extensions: .all,
      reservedAnchors: ["taken"])
    #expect(tree.headings.map(\.anchor) == anchors)
  }
}

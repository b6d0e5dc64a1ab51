@testable import CommonMark

/// Brings our HTML and that of other implementations to a common form: the wrappers differ on purpose,
/// the reading must not.
enum HTMLNormalization {
  /// White space beside the tags of blocks and comments are gone, `<br>` is `<br />`.
  static func normalized(_ html: String) -> String {
    html.replacing("<br>", with: "<br />").replacing("&quot;", with: "\"")
      .replacing(/<!--.*-->/, with: "")
      .replacing(
        /\s*(<\/?(p|div|blockquote|[uo]l|li|t[rhd]|table|thead|tbody|pre|h\d|section|br)\b[^>]*>)\s*/
      ) { $0.1 }
      .replacing(/^\s+|\s+$/, with: "")
  }

  /// Our table as GitHub writes it: no wrapper, `align` instead of a class.
  static func tables(_ html: String) -> String {
    normalized(
      html.replacing(/<div class="table-scroll"[^>]*>\n/, with: "")
        .replacing("</table>\n</div>", with: "</table>")
        .replacing(" scope=\"col\"", with: "")
        .replacing(/class="align-(left|center|right)"/) { "align=\"\($0.1)\"" })
  }

  /// Our callout as pulldown-cmark writes it: a block quote with a class, without a title.
  static func callouts(_ html: String) -> String {
    normalized(
      html.replacing(/<aside class="callout callout-([a-z]+)">\n<p class="callout-title">.*<\/p>/) {
        "<blockquote class=\"markdown-alert-\($0.1)\">"
      }.replacing("</aside>", with: "</blockquote>"))
  }

  /// Our footnotes section as cmark-gfm writes it.
  static func footnotes(_ html: String) -> String {
    normalized(
      html.replacing(/(fn|fnref)-(\d)/) { "\($0.1)\($0.2)" }
        .replacing(" aria-label=\"Footnotes\"", with: "")
        .replacing("footnote-back\" aria-label=\"Back to the text\"", with: "footnote-backref\""))
  }

  /// Text with references as `{label}`, and the notes that something refers to, by label.
  struct Notes: Equatable, CustomStringConvertible {
    var text: String
    var notes: [String: String]

    var description: String {
      text + notes.sorted { $0.key < $1.key }.map { "\n  {\($0.key)} \($0.value)" }.joined()
    }
  }

  /// What pulldown-cmark says: notes stand where they are defined.
  static func pulldownNotes(_ html: String) -> Notes {
    var notes: [String: String] = [:]
    let text = html.replacing(
      /<sup class="footnote-reference"><a href="#([^"]*)">\d+<\/a><\/sup>/
    ) { "{\($0.1.lowercased())}" }
    .replacing(
      /<div class="footnote-definition" id="([^"]*)"><sup class="footnote-definition-label">\d+<\/sup>((?:.|\n)*?)<\/div>/
    ) { match in
      notes[match.1.lowercased()] = normalized(String(match.2))
      return ""
    }
    // We drop a note that neither the text nor a note that it leads to refers to.
    var reached = text
    var used: [String: String] = [:]
    while let (label, note) = notes.first(where: {
      used[$0.key] == nil && reached.contains("{\($0.key)}")
    }) {
      used[label] = note
      reached += note
    }
    return Notes(text: tables(text), notes: used)
  }

  /// What we say.
  static func ourNotes(_ tree: MarkdownTree) -> Notes {
    var notes: [String: String] = [:]
    func labelled(_ html: String) -> String {
      html.replacing(/<sup class="footnote-ref"><a href="#fn-(\d+)"[^>]*>\d+<\/a><\/sup>/) {
        match in
        "{\(tree.footnotes.first { "\($0.number)" == match.1 }?.label ?? "?")}"
      }
    }
    var output: [UInt8] = []
    var writer = PlainLinkWriter()
    MarkdownHTMLRenderer.render(
      tree, from: tree.blocks.first, writer: &writer, anchors: false, into: &output)
    for footnote in tree.footnotes where footnote.number > 0 {
      var note: [UInt8] = []
      MarkdownHTMLRenderer.render(
        tree, from: tree.firstChild(of: footnote.node), writer: &writer, anchors: false,
        into: &note)
      notes[footnote.label] = tables(labelled(String(decoding: note, as: UTF8.self)))
    }
    return Notes(text: tables(labelled(String(decoding: output, as: UTF8.self))), notes: notes)
  }
}

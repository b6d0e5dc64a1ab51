import DossierModel
import EDTF

/// The parts that entries of timelines are written from.
enum TimelineMarkup {
  /// A name, isolated from the direction of the words around it.
  static func appendIsolated(_ name: String, to output: inout [UInt8]) {
    output += "<bdi>".utf8
    Markup.appendEscaped(name, to: &output)
    output += "</bdi>".utf8
  }

  /// Whether the value is the editor's pick, as a label where it is not.
  static func appendStanding(of fact: Fact, value: Int, to output: inout [UInt8]) {
    if fact.isDisputed {
      output += " <span class=\"label alert\">Disputed</span>".utf8
    } else if value > 0 {
      output += " <span class=\"label\">Other account</span>".utf8
    }
  }

  /// A time of day, which the slot of its day does not show.
  static func appendTime(_ date: EDTF, to output: inout [UInt8]) {
    guard date.date?.time != nil else { return }
    output += " <span class=\"meta\">".utf8
    Markup.appendEscaped(date.words, to: &output)
    output += "</span>".utf8
  }

  /// The passages that a fact rests on, as links.
  static func appendSources(
    _ citations: [Citation], in model: SiteModel, root: String, to output: inout [UInt8]
  ) {
    var isFirst = true
    for citation in citations {
      guard let id = model.source(key: citation.key) else { continue }
      output += isFirst ? "<p class=\"from\">".utf8 : ", ".utf8
      isFirst = false
      let source = model[id]
      let first = citation.locator.flatMap { source.paragraph($0.series, $0.numbers.lowerBound) }
      appendSource(
        source, locator: citation.locator?.text,
        fragment: first.map { source.article.paragraphs[$0].locator }, root: root, to: &output)
    }
    if !isFirst { output += "</p>\n".utf8 }
  }

  /// The title of a work without an outlet, cut at a word's end to fit beside others.
  private static func shortened(_ title: String) -> String {
    guard title.utf8.count > 48 else { return title }
    var words = title.utf8.prefix(48)
    while let last = words.last, last != 0x20 { words.removeLast() }
    guard let cut = String(words.dropLast()), !cut.isEmpty else { return title }
    return cut + " …"
  }

  /// `<a href="../sources/ocnus.html#p4"><bdi>Ocnus</bdi>, p4</a>`.
  static func appendSource(
    _ source: Source, locator: String?, fragment: String?, root: String, to output: inout [UInt8]
  ) {
    output += "<a href=\"".utf8
    output += root.utf8
    // Percent-encoded addresses and locators hold nothing that an attribute would have escaped.
    output += source.path.percentEncoded.utf8
    if let fragment {
      output += "#".utf8
      output += fragment.utf8
    }
    output += "\">".utf8
    appendIsolated(source.publisher?.value ?? shortened(source.title.value), to: &output)
    if let locator {
      output += ", ".utf8
      output += locator.utf8
    }
    output += "</a>".utf8
    if source.isWithdrawn {
      output += " <span class=\"label alert\">\(Withdrawal.mark)</span>".utf8
    }
  }
}

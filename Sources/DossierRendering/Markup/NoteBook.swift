import DossierModel
import EDTF

/// The numbered notes of one page, in the order in which the page refers to them.
struct NoteBook {
  private struct Key: Hashable {
    let source: SourceID
    let locator: Citation.Locator?
    let origin: String?
  }

  private struct Entry {
    let key: Key
    var references: Int
  }

  private let context: SiteContext
  private let path: SitePath
  private var entries: [Entry] = []
  private var numbers: [Key: Int] = [:]

  init(context: SiteContext, path: SitePath) {
    self.context = context
    self.path = path
  }

  /// The sources that the notes lead to.
  var sources: Set<SourceID> { Set(entries.map(\.key.source)) }

  /// Appends the mark of a note: `<sup class="cite"><a href="#note.3" id="ref.3.1">3</a></sup>`.
  /// The full stops keep clear of headings, whose anchors have none.
  mutating func mark(_ use: SourceUse, into output: inout [UInt8]) {
    let key = Key(source: use.source, locator: use.locator, origin: use.origin)
    let number: Int
    if let known = numbers[key] {
      number = known
      entries[known - 1].references += 1
    } else {
      entries.append(Entry(key: key, references: 1))
      number = entries.count
      numbers[key] = number
    }
    let reference = entries[number - 1].references
    output +=
      "<sup class=\"cite\"><a href=\"#note.\(number)\" id=\"ref.\(number).\(reference)\">\(number)</a></sup>"
      .utf8
  }

  /// The marks of a value's citations; citations of unknown sources have no mark, those of a capture
  /// that is held back say so.
  mutating func marks(_ citations: [Citation]) -> [UInt8] {
    var output: [UInt8] = []
    for citation in citations {
      guard let source = context.model.source(key: citation.key) else {
        HeldBackMark.append(citation.key, in: context.model, to: &output)
        continue
      }
      mark(
        SourceUse(source: source, locator: citation.locator, origin: citation.origin, page: nil),
        into: &output)
    }
    return output
  }

  /// The marks of citations that have their notes already, without a way back from there: for what a
  /// page shows a second time, if its template does. Others have no mark.
  func repeatedMarks(_ citations: [Citation]) -> [UInt8] {
    var output: [UInt8] = []
    for citation in citations {
      guard let source = context.model.source(key: citation.key),
        let number = numbers[
          Key(source: source, locator: citation.locator, origin: citation.origin)]
      else { continue }
      output += "<sup class=\"cite\"><a href=\"#note.\(number)\">\(number)</a></sup>".utf8
    }
    return output
  }

  /// The notes, to be shown at the page's end.
  func views() -> [NoteView] {
    entries.enumerated().map { index, entry in
      let number = index + 1
      let source = context.model[entry.key.source]
      let address = source.path.link(from: path)
      let locator = entry.key.locator
      let first = locator.flatMap { source.paragraph($0.series, $0.numbers.lowerBound) }
      let extract = first.flatMap {
        context.ledgers[entry.key.source.index].opening($0, of: source.article.paragraphs[$0].text)
      }
      return NoteView(
        number: number, anchor: "note.\(number)",
        href: first.map { address + "#" + source.article.paragraphs[$0].locator } ?? address,
        source: source.title.value, publisher: source.publisher?.value,
        published: source.published.map { DateView($0.value) }, locator: locator?.text,
        origin: entry.key.origin ?? source.origin, grade: source.reliability, extract: extract,
        language: context.language(of: entry.key.source), isInbox: source.isInbox,
        isWithdrawn: source.isWithdrawn,
        references: (1...entry.references).map {
          LinkView(title: String($0), href: "#ref.\(number).\($0)")
        })
    }
  }
}

/// What stands for a note where the cited capture is held back: a sentence that rests on it must not
/// look like one without a source.
enum HeldBackMark {
  /// Appends `<sup class="cite">[wire: held back]</sup>`, or nothing where `key` is not held back.
  static func append(_ key: String, in model: SiteModel, to output: inout [UInt8]) {
    guard model.heldBack(key: key) != nil else { return }
    while output.last == 0x20 || output.last == 0x0A { output.removeLast() }
    output += "<sup class=\"cite\">[".utf8
    Markup.appendEscaped(key, to: &output)
    output += ": held back]</sup>".utf8
  }
}

extension DateView {
  init(_ date: EDTF) { self.init(text: date.words, datetime: date.htmlDateTime) }
}

package import Diagnostics
package import DossierModel

/// Reads a captured article by rules: what each line is, and title, publisher, author, date and
/// language where a rule truly finds them.
///
/// A capture is decoded, cut into units (a line, or the lines of a hard-wrapped paragraph), classed by
/// the ordered rules of `CaptureRules`, and its kept units become numbered paragraphs. Text (`.txt`
/// and everything else) and Markdown (`.md`, `.markdown`) captures are read so; HTML captures (`.html`,
/// `.htm`, `.xhtml`, and what starts as a page) by `HTMLReader`, from their markup.
package struct ArticleImporter: Sendable {
  /// The largest capture that is read without being asked, in bytes.
  package static let captureLimit = 16 << 20

  private let keepsEverything: Bool

  /// With all rules.
  package init() { keepsEverything = false }

  /// `keepsEverything`: no furniture rules; every line that is not blank is body.
  package init(keepsEverything: Bool) { self.keepsEverything = keepsEverything }

  /// Reads one capture, its raw bytes under a path such as `seeds/x.txt`. What nothing tells stays nil
  /// in the article. The diagnostics, all errors, say what could not be read at all:
  /// `capture-encoding` (neither UTF-8 nor UTF-16 with a byte order mark), `capture-nul`,
  /// `capture-empty`, `capture-no-paragraph`, `capture-line-too-long`, `capture-too-many-lines`,
  /// `capture-too-large`. HTML adds the warnings `capture-charset`,
  /// `capture-nesting`, `capture-elements` and `capture-attributes`.
  ///
  /// Byte ranges of paragraphs point into the raw bytes; for UTF-16 they bound whole code units.
  /// O(size of the capture), about 30 MB/s; memory about ten times the capture.
  package func read(_ file: SourceFile) -> (article: Article, diagnostics: [Diagnostic]) {
    let kind = CaptureKind(file)
    if kind == .html {
      return HTMLReader(file: file, keepsEverything: keepsEverything).read()
    }
    let text: CaptureText
    switch CaptureDecoder().decode(file) {
    case .text(let decoded): text = decoded
    case .failure(let finding): return (Article(), [finding])
    }
    var reading = Self.scan(text, isMarkdown: kind == .markdown)
    guard !reading.units.isEmpty else {
      let finding = Diagnostic(.error, "capture-empty", "the capture is empty", at: file.whole)
      return (Article(lines: Self.lines(reading)), [finding])
    }
    if keepsEverything {
      reading.main = reading.units.indices
      for unit in reading.units.indices { reading.mark(unit, .body, "everything") }
    } else {
      for rule in CaptureRules.all { rule.apply(to: &reading) }
    }
    let paragraphs = ParagraphBuilder(reading: reading).paragraphs()
    let article = Article(
      title: reading.title, publisher: reading.publisher, author: reading.author,
      published: reading.published, publishedTime: reading.publishedTime,
      language: Self.language(reading), citedOutlets: reading.citedOutlets,
      lines: Self.lines(reading), paragraphs: paragraphs)
    guard paragraphs.contains(where: { $0.layer == .body }) else {
      let finding = Diagnostic(
        .error, "capture-no-paragraph", "no paragraph of an article was found in the capture",
        at: file.whole)
      return (article, [finding])
    }
    return (article, [])
  }

  /// Units with their words and measures, and the capture's language by its longer lines.
  private static func scan(_ text: CaptureText, isMarkdown: Bool) -> CaptureReading {
    var units = UnitBuilder(text: text, isMarkdown: isMarkdown).units()
    var scanner = UnitScanner(text.bytes)
    for index in units.indices { scanner.measure(&units[index]) }
    let words = scanner.words
    var counts = LanguageGuess.Counts()
    for unit in units where unit.tokens >= 8 { counts.add(words[unit.words]) }
    let language = counts.best
    // Without a language every language's function words count.
    let mask: UInt16 = language.map { 1 << UInt16($0) } ?? .max
    for index in units.indices {
      var count = 0
      for word in words[units[index].words] where word.languages & mask != 0 { count += 1 }
      units[index].functionWords = count
    }
    var reading = CaptureReading(text: text, units: units, words: words)
    reading.language = language
    return reading
  }

  /// The language of what is kept, footnotes aside.
  private static func language(_ reading: CaptureReading) -> Inferred<String>? {
    var counts = LanguageGuess.Counts()
    for unit in reading.units.indices {
      switch reading.verdicts[unit]?.lineClass {
      case .title, .standfirst, .body: counts.add(reading.slice(unit))
      default: break
      }
    }
    return counts.best.map {
      Inferred(FunctionWords.languages[$0], rule: "function-words", line: nil)
    }
  }

  private static func lines(_ reading: CaptureReading) -> [Article.Line] {
    var lines = reading.text.lines.indices.map {
      Article.Line(number: $0 + 1, lineClass: .blank, rule: "blank")
    }
    for (unit, measured) in reading.units.enumerated() {
      guard let verdict = reading.verdicts[unit] else { continue }
      for line in measured.firstLine...measured.lastLine {
        lines[line] = Article.Line(
          number: line + 1, lineClass: verdict.lineClass, rule: verdict.rule)
      }
    }
    return lines
  }
}

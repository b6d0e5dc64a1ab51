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
  /// The version of the rules, written into each reading. It is raised whenever a rule reads the same bytes
  /// otherwise than before; `RuleVersionTests` fails when somebody forgets.
  package static let rulesVersion = 2

  /// The largest capture that is read without being asked, in bytes.
  package static let captureLimit = 16 << 20

  /// Whether every line that is not blank is taken for body.
  package let keepsEverything: Bool

  /// With all rules.
  package init() { keepsEverything = false }

  /// `keepsEverything`: no furniture rules; every line that is not blank is body.
  package init(keepsEverything: Bool) { self.keepsEverything = keepsEverything }

  /// Reads one capture, its raw bytes under a path such as `seeds/x.txt`. What nothing tells stays nil
  /// in the article, with a reason. `encoding`: what a sidecar or a server says of it.
  ///
  /// The errors say what could not be read at all: `capture-encoding` (no encoding of the closed list
  /// fits), `capture-nul`, `capture-empty`, `capture-no-paragraph`, `capture-line-too-long`,
  /// `capture-too-many-lines`, `capture-too-large`. Warnings are `capture-charset` and, of HTML,
  /// `capture-nesting`, `capture-elements` and `capture-attributes`.
  ///
  /// Byte ranges of paragraphs point into the raw bytes; for UTF-16 they bound whole code units.
  /// O(size of the capture), about 30 MB/s; memory about ten times the capture.
  package func read(
    _ file: SourceFile, encoding stated: StatedEncoding? = nil
  ) -> (article: Article, diagnostics: [Diagnostic]) {
    let kind = CaptureKind(file)
    if kind == .html {
      return HTMLReader(file: file, stated: stated, keepsEverything: keepsEverything).read()
    }
    let text: CaptureText
    let warnings: [Diagnostic]
    switch CaptureDecoder(stated: stated).decode(file) {
    case .text(let decoded, let findings): (text, warnings) = (decoded, findings)
    case .failure(let finding):
      return (Article.unread(because: "the capture could not be read"), [finding])
    }
    var reading = Self.scan(text, isMarkdown: kind == .markdown)
    guard !reading.units.isEmpty else {
      let finding = Diagnostic(.error, "capture-empty", "the capture is empty", at: file.whole)
      var article = Article.unread(because: "the capture is empty")
      article.encoding = text.encoding
      article.lines = Self.lines(reading)
      return (article, warnings + [finding])
    }
    if keepsEverything {
      reading.main = reading.units.indices
      for unit in reading.units.indices { reading.mark(unit, .body, "everything") }
    } else {
      for rule in CaptureRules.all { rule.apply(to: &reading) }
    }
    let paragraphs = ParagraphBuilder(reading: reading).paragraphs()
    var article = Article(
      title: reading.title, publisher: reading.publisher, author: reading.author,
      published: reading.published, publishedTime: reading.publishedTime,
      language: Self.language(reading), citedOutlets: reading.citedOutlets,
      encoding: text.encoding, lines: Self.lines(reading), paragraphs: paragraphs)
    let reasons = UnknownData(reading: reading).reasons(for: article)
    article.reasons =
      keepsEverything
      ? reasons.mapValues { _ in "the whole file was taken for the article" } : reasons
    guard paragraphs.contains(where: { $0.layer == .body }) else {
      let finding = Diagnostic(
        .error, "capture-no-paragraph", "no paragraph of an article was found in the capture",
        at: file.whole)
      return (article, warnings + [finding])
    }
    return (article, warnings)
  }

  /// Whether the bytes may be a text by how they begin: without NUL, unless they are UTF-16. O(1).
  package static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(8192))
    return !head.contains(0)
      || EncodingDetector(bytes: head, isPage: false).detect().encoding.isWide
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

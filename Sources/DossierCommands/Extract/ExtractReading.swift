import ArticleImport
import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import EDTF
import FileTree
import SpeechAttribution
import TimeExpressions

/// What serves all captures of one run: word lists and what the caller states.
struct ExtractReader {
  let importer: ArticleImporter
  /// The day of publication that the caller states; it wins over what a rule read.
  let published: String?
  /// What the caller states of the encoding.
  let encoding: StatedEncoding?
  let genre: TimeReader.Genre
  let names: ExtractNames
  private let attributor = SpeechAttributor()

  init(
    keepsEverything: Bool, published: String?, encoding: StatedEncoding?, genre: TimeReader.Genre,
    names: ExtractNames
  ) {
    importer = ArticleImporter(keepsEverything: keepsEverything)
    self.published = published
    self.encoding = encoding
    self.genre = genre
    self.names = names
  }

  /// Reads one capture, its paragraphs with the numbers that `frozen`, the reading beside it, gave
  /// them. O(bytes).
  func read(
    _ file: SourceFile, frozen: Reading? = nil
  ) -> (reading: ExtractReading, findings: [Diagnostic]) {
    var (article, findings) = importer.read(file, encoding: encoding)
    var numbers: String?
    if let frozen, let paragraphs = frozen.frozen, !importer.keepsEverything {
      let held = FrozenArticle(
        article, frozen: paragraphs, capture: file, digest: Digest.of(file.bytes))
      if var finding = held.finding(reading: frozen.file) {
        // What is read is printed all the same.
        finding.severity = min(finding.severity, .warning)
        findings.append(finding)
      }
      if held.isSameCapture {
        article = held.article
        numbers = frozen.file.path.split(separator: "/").last.map(String.init)
      }
    }
    let stated = published.map { Inferred($0, rule: "stated", line: nil) }
    let reading = ExtractReading(
      file: file, encoding: encoding, article: article, published: stated ?? article.published,
      numbers: numbers,
      times: times, names: names, attributor: attributor)
    return (reading, findings)
  }

  /// The reader of times for a document of that day.
  private func times(_ published: Inferred<String>?) -> DocumentTimes {
    DocumentTimes(
      published: published.flatMap { EDTF(reading: $0.value) },
      isFromEditor: self.published != nil, genre: genre)
  }
}

/// A capture with all that was read in it: what both forms of printing show.
struct ExtractReading {
  let file: SourceFile
  let article: Article
  /// What the caller stated, else what a rule read.
  let published: Inferred<String>?
  /// The name of the file that froze the paragraphs' numbers; nil where they are today's.
  let numbers: String?
  /// What the three lists of findings count their passages in.
  let passages: [ExtractPassage]
  let entities: [ExtractEntity]
  let times: [TimeExpression]
  let speech: ExtractSpeech
  /// The capture's lines; empty for HTML.
  let lines: [String]
  private let places: [ExtractSpan: CapturePositions.Place]

  init(
    file: SourceFile, encoding: StatedEncoding?, article: Article, published: Inferred<String>?,
    numbers: String? = nil,
    times reader: (Inferred<String>?) -> DocumentTimes, names: ExtractNames,
    attributor: SpeechAttributor
  ) {
    let positions = CapturePositions(file, encoding: encoding)
    let passages = ExtractPassage.all(of: article, positions)
    self.file = file
    self.article = article
    self.published = published
    self.numbers = numbers
    self.passages = passages
    lines = positions?.lines ?? []
    entities = names.entities(
      in: passages, of: article, date: published.flatMap { EDTF(reading: $0.value) })
    times = reader(published).read(passages.lazy.map { ($0.text, $0.role == .footnote) })
    speech = ExtractSpeech(attributor, passages, entities)
    var spans: [[Range<Int>]] = Array(repeating: [], count: passages.count)
    for entity in entities { spans[entity.span.passage].append(entity.span.range) }
    for time in times { spans[time.paragraph].append(time.range) }
    for quote in speech.quotes {
      for segment in quote.segments { spans[segment.paragraph].append(segment.range) }
      for mention in [quote.speaker?.mention, quote.speaker?.antecedent] {
        if let mention { spans[mention.paragraph].append(mention.range) }
      }
    }
    var places: [ExtractSpan: CapturePositions.Place] = [:]
    for (passage, ranges) in spans.enumerated() where !ranges.isEmpty {
      let found = positions?.places(of: ranges, in: passages[passage].paragraph) ?? []
      for (range, place) in zip(ranges, found) {
        places[ExtractSpan(passage: passage, range: range)] = place
      }
    }
    self.places = places
  }

  /// Whether it is HTML, which is read by its markup and not by lines.
  var isPage: Bool { article.lines.isEmpty }

  /// Where the schema says that a span stands; nil where the capture's bytes do not lead there.
  func place(_ span: ExtractSpan) -> CapturePositions.Place? { places[span] }

  /// The words of a span. O(passage).
  func words(_ span: ExtractSpan) -> String {
    let text = passages[span.passage].text.utf8
    let start = text.index(text.startIndex, offsetBy: span.range.lowerBound)
    let end = text.index(start, offsetBy: span.range.count)
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}

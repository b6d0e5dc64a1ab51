import ArticleImport
import Diagnostics
import DossierModel
import FileTree

/// New numbers for the paragraphs of a capture, and where each old number leads.
///
/// A paragraph is found again by its bytes or its text (`ParagraphMatch`); where today's rules cut it in
/// pieces, it is all of them, and where they joined it to others, the one that holds its words. One that is
/// found nowhere and is cited keeps a number of its own behind the others, so that no citation can ever
/// come to mean another text: as *kept* while its bytes are there, else as *lost*.
struct Renumbering {
  /// What a citation calls a paragraph.
  struct Name: Hashable, Comparable {
    let series: Citation.Locator.Series
    let number: Int

    init(_ series: Citation.Locator.Series, _ number: Int) {
      self.series = series
      self.number = number
    }

    var locator: String { series.rawValue + String(number) }

    static func < (left: Name, right: Name) -> Bool {
      left.series == right.series
        ? left.number < right.number : left.series == .paragraph && right.series == .footnote
    }
  }

  /// From now on.
  let paragraphs: [FrozenReading.Paragraph]
  /// For each old name that is cited or still there what it is called now, in order, never empty.
  let targets: [Name: [Name]]
  /// For a lost paragraph by its new name the one that stands between its neighbours now, if one does.
  let successors: [Name: Name]

  /// O(capture).
  ///
  /// - Parameters:
  ///   - frozen: the numbers until now.
  ///   - today: what today's rules read in `capture`.
  ///   - isSameCapture: whether the capture's bytes are those that were frozen.
  ///   - encoding: how the capture was read.
  ///   - cited: the names that citations use.
  init(
    _ frozen: FrozenReading, today: [Article.Paragraph], capture: SourceFile, isSameCapture: Bool,
    encoding: StatedEncoding? = nil, cited: Set<Name>
  ) {
    let match = ParagraphMatch(frozen.paragraphs, with: today, isSameCapture: isSameCapture)
    var paragraphs = today.map { FrozenReading.Paragraph($0) }
    var highest: [Citation.Locator.Series: Int] = [:]
    for paragraph in today {
      highest[paragraph.series] = max(highest[paragraph.series] ?? 0, paragraph.number)
    }
    var targets: [Name: [Name]] = [:]
    var successors: [Name: Name] = [:]
    var passages: CapturePassages??
    for (index, old) in frozen.paragraphs.enumerated() {
      let name = Name(old.series, old.number)
      if let found = match.today[index] {
        targets[name] = [Name(today[found].series, today[found].number)]
        continue
      }
      guard cited.contains(name) else { continue }
      var standing = FrozenReading.Paragraph.Standing.lost
      if isSameCapture, old.standing != .lost {
        let reader = passages ?? CapturePassages(capture, encoding: encoding)
        passages = .some(reader)
        if let text = reader?.text(at: old.bytes, layer: old.layer) {
          let pieces = Self.pieces(of: text, at: old.bytes, in: today)
          guard pieces.isEmpty else {
            targets[name] = pieces.map { Name(today[$0].series, today[$0].number) }.sorted()
            continue
          }
          standing = .kept
        }
      }
      let number = (highest[old.series] ?? 0) + 1
      highest[old.series] = number
      paragraphs.append(
        FrozenReading.Paragraph(
          number: number, layer: old.layer, line: old.line, bytes: old.bytes, digest: old.digest,
          standing: standing))
      targets[name] = [Name(old.series, number)]
      if standing == .lost {
        successors[Name(old.series, number)] = Self.successor(of: index, match, today)
      }
    }
    self.paragraphs = paragraphs
    self.targets = targets
    self.successors = successors
  }

  /// What stands where the frozen paragraph at `index` stood: the one paragraph between its neighbours.
  private static func successor(
    of index: Int, _ match: ParagraphMatch, _ today: [Article.Paragraph]
  ) -> Name? {
    let before = index == 0 ? -1 : match.today[index - 1]
    let after = index + 1 == match.today.count ? today.count : match.today[index + 1]
    guard let before, let after, after - before == 2 else { return nil }
    return Name(today[before + 1].series, today[before + 1].number)
  }

  /// The paragraphs of today that together have exactly `text`, or the one that holds it; none otherwise.
  private static func pieces(
    of text: String, at bytes: Range<Int>, in today: [Article.Paragraph]
  ) -> [Int] {
    let inside = today.indices.filter {
      bytes.lowerBound <= today[$0].bytes.lowerBound
        && today[$0].bytes.upperBound <= bytes.upperBound
    }.sorted { today[$0].bytes.lowerBound < today[$1].bytes.lowerBound }
    func letters(_ text: String) -> [UInt8] { text.utf8.filter { $0 != 0x20 } }
    let wanted = letters(text)
    if !inside.isEmpty, inside.flatMap({ letters(today[$0].text) }) == wanted { return inside }
    return today.indices.filter {
      today[$0].bytes.lowerBound <= bytes.lowerBound
        && bytes.upperBound <= today[$0].bytes.upperBound
        && today[$0].text.utf8.firstRange(of: text.utf8) != nil
    }.first.map { [$0] } ?? []
  }

  /// What the paragraphs `locator` names are called now, as few locators as can be; nil when one of them
  /// was never numbered.
  func locators(for locator: Citation.Locator) -> [Citation.Locator]? {
    var names: Set<Name> = []
    for number in locator.numbers {
      guard let found = targets[Name(locator.series, number)] else { return nil }
      names.formUnion(found)
    }
    var result: [Citation.Locator] = []
    for name in names.sorted() {
      if let last = result.last, last.series == name.series,
        last.numbers.upperBound + 1 == name.number
      {
        result[result.count - 1] = Citation.Locator(
          series: name.series, numbers: last.numbers.lowerBound...name.number)
      } else {
        result.append(
          Citation.Locator(series: name.series, numbers: name.number...name.number))
      }
    }
    return result
  }
}

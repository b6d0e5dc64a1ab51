/// A reference from our text to a passage of a source: `[@ocnus p1-3 from kommersant]`.
package struct Citation: Sendable, Hashable {
  /// The paragraphs of the source that are meant.
  package struct Locator: Sendable, Hashable {
    package enum Series: String, Sendable { case paragraph = "p", footnote = "fn" }

    package let series: Series
    /// Numbers of paragraphs, from 1, both ends included.
    package let numbers: ClosedRange<Int>

    package init(series: Series, numbers: ClosedRange<Int>) {
      self.series = series
      self.numbers = numbers
    }

    /// As it is written: `p4`, `p4-6`, `fn2`.
    package var text: String {
      let first = series.rawValue + String(numbers.lowerBound)
      return numbers.count == 1 ? first : first + "-" + String(numbers.upperBound)
    }
  }

  /// The source's `cite-as`, else its file's stem.
  package let key: String
  /// Nil when the whole source is meant.
  package let locator: Locator?
  /// Where the passage itself says it has its words from: the id of an origin.
  package let origin: String?
  /// UTF-8 offsets in the file that cites, of the whole citation.
  package let range: Range<Int>

  package init(key: String, locator: Locator?, origin: String?, range: Range<Int>) {
    self.key = key
    self.locator = locator
    self.origin = origin
    self.range = range
  }
}

/// Why the part of a citation behind its key could not be read.
package struct CitationError: Error, Sendable, Hashable {
  /// A sentence part for a diagnostic.
  package let summary: String
  package let help: String
}

extension Citation {
  /// Reads what follows the key in a citation: `p4`, `p4-6`, `fn4`, `from X`, both or nothing.
  package static func parseDetails(
    _ text: String
  ) -> Result<(locator: Locator?, origin: String?), CitationError> {
    var words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\n" })[...]
    var locator: Locator?
    if let first = words.first, first != "from" {
      guard let parsed = parseLocator(String(first)) else {
        return .failure(
          CitationError(
            summary: "“\(first)” is not a place in a source",
            help: "write p4 for a paragraph, p4-6 for several, fn4 for a footnote"))
      }
      locator = parsed
      words.removeFirst()
    }
    guard !words.isEmpty else { return .success((locator, nil)) }
    guard words.count == 2, words.first == "from", let last = words.last, Slug(String(last)) != nil
    else {
      return .failure(
        CitationError(
          summary: "“\(words.joined(separator: " "))” does not belong in a citation",
          help: "a citation is [@source p4 from origin], the origin a single word"))
    }
    return .success((locator, String(last)))
  }

  private static func parseLocator(_ text: String) -> Locator? {
    let series: Locator.Series
    var digits = text[...]
    if text.hasPrefix("fn") {
      series = .footnote
      digits.removeFirst(2)
    } else if text.hasPrefix("p") {
      series = .paragraph
      digits.removeFirst(1)
    } else {
      return nil
    }
    let ends = digits.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap({ number($0) }) else { return nil }
    guard ends.count == 2 else { return Locator(series: series, numbers: first...first) }
    guard let last = number(ends[1]), last > first else { return nil }
    return Locator(series: series, numbers: first...last)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 6,
      text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      let value = Int(text), value > 0
    else { return nil }
    return value
  }
}

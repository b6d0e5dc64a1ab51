package import FileTree

/// The paragraphs of a capture as `dossier ingest` numbered them: what citations mean by `p4`, whatever
/// today's rules would read.
package struct FrozenReading: Sendable, Hashable {
  /// A paragraph as it was numbered.
  package struct Paragraph: Sendable, Hashable {
    /// Why it has its number.
    package enum Standing: String, Sendable, CaseIterable {
      /// The rules of that day read it.
      case read
      /// The rules of that day read it no longer. It was cited, and its bytes are there.
      case kept
      /// The capture holds it no longer. It was cited, and nothing else may have its number.
      case lost
    }

    /// Within its series, from 1: footnotes have one, everything else the other.
    package let number: Int
    package let layer: Article.Paragraph.Layer
    /// The line of the capture it started on, from 1.
    package let line: Int
    /// Its bytes in the capture; of a lost one those that it had.
    package let bytes: Range<Int>
    /// SHA-256 of its text.
    package let digest: Digest
    package let standing: Standing

    package init(
      number: Int, layer: Article.Paragraph.Layer, line: Int, bytes: Range<Int>, digest: Digest,
      standing: Standing = .read
    ) {
      self.number = number
      self.layer = layer
      self.line = line
      self.bytes = bytes
      self.digest = digest
      self.standing = standing
    }

    /// As today's rules read it, under its number of today. O(text).
    package init(_ paragraph: Article.Paragraph) {
      self.init(
        number: paragraph.number, layer: paragraph.layer, line: paragraph.line,
        bytes: paragraph.bytes, digest: Digest.of(paragraph.text))
    }

    package var series: Citation.Locator.Series { layer == .footnote ? .footnote : .paragraph }

    /// How a citation names it: `p4`, `fn4`.
    package var locator: String { series.rawValue + String(number) }
  }

  /// The version of the rules that read the capture; 0 for a reading that does not say.
  package let rules: Int
  /// SHA-256 of the capture's bytes as they were.
  package let digest: Digest
  /// In the order of the capture, footnotes last, behind them those that are kept or lost.
  package let paragraphs: [Paragraph]

  package init(rules: Int, digest: Digest, paragraphs: [Paragraph]) {
    self.rules = rules
    self.digest = digest
    self.paragraphs = paragraphs
  }
}

extension Article.Paragraph {
  /// The series that its number counts in.
  package var series: Citation.Locator.Series { layer == .footnote ? .footnote : .paragraph }
}

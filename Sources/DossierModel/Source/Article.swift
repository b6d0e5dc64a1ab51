/// A value that a rule read in a capture, with the rule and the line that say why.
package struct Inferred<Value: Sendable & Hashable>: Sendable, Hashable {
  package let value: Value
  /// The rule that fired, in kebab case: `stamp-month-day-year`.
  package let rule: String
  /// The line of the capture it was read from, from 1; nil when no single line carries it.
  package let line: Int?

  package init(_ value: Value, rule: String, line: Int?) {
    self.value = value
    self.rule = rule
    self.line = line
  }
}

/// What the importer reads in one capture. Nothing is guessed: what no rule finds stays nil.
package struct Article: Sendable {
  /// What a line of a text capture is.
  package enum LineClass: String, Sendable, CaseIterable {
    case blank, title, titleDuplicate = "title-duplicate", standfirst, byline, stamp, body, caption,
      footnote, chrome
  }

  /// A line of the capture with its class and the rule that decided.
  package struct Line: Sendable, Hashable {
    /// From 1.
    package let number: Int
    package let lineClass: LineClass
    /// The rule that classed the line, in kebab case: `reaction-counter`.
    package let rule: String

    package init(number: Int, lineClass: LineClass, rule: String) {
      self.number = number
      self.lineClass = lineClass
      self.rule = rule
    }
  }

  /// A paragraph that a citation can name: `p4`, `fn4`.
  package struct Paragraph: Sendable, Hashable {
    package enum Layer: String, Sendable { case standfirst, body, caption, footnote }

    /// What the markup of an HTML capture says a paragraph is; `.plain` in a text capture.
    package enum Kind: Sendable, Hashable {
      case plain, quotation, preformatted, cell
      case listItem(ListPlace)
      /// A heading within the text, with its level from 2 to 6.
      case heading(Int)
    }

    /// Where an item stands in the lists of an HTML capture.
    package struct ListPlace: Sendable, Hashable {
      /// Its list, as a number that no other list of the capture has.
      package let list: Int
      package let isOrdered: Bool
      /// How deep the list is nested in others, from 1.
      package let depth: Int
      /// Its place in the list, from 1. A second paragraph of one item has the same.
      package let number: Int

      package init(list: Int, isOrdered: Bool, depth: Int, number: Int) {
        self.list = list
        self.isOrdered = isOrdered
        self.depth = depth
        self.number = number
      }
    }

    /// A link of an HTML capture.
    package struct Link: Sendable, Hashable {
      /// UTF-8 offsets in the paragraph's text.
      package let range: Range<Int>
      /// An absolute http or https address, as the capture gives it.
      package let address: String

      package init(range: Range<Int>, address: String) {
        self.range = range
        self.address = address
      }
    }

    /// Its number within its series, from 1: standfirst, body and captions share one series (`p`),
    /// footnotes have their own marks (`fn`).
    package let number: Int
    package let layer: Layer
    /// The line of the capture it starts on, from 1.
    package let line: Int
    /// Its bytes in the capture, as UTF-8 offsets.
    package let bytes: Range<Int>
    /// Its text with NBSP and runs of white space as one space, drop caps joined; NFC is not applied.
    package let text: String
    package let kind: Kind
    /// In order of the text, none overlapping.
    package let links: [Link]

    package init(
      number: Int, layer: Layer, line: Int, bytes: Range<Int>, text: String, kind: Kind = .plain,
      links: [Link] = []
    ) {
      self.number = number
      self.layer = layer
      self.line = line
      self.bytes = bytes
      self.text = text
      self.kind = kind
      self.links = links
    }

    /// How a citation names it: `p4`, `fn4`.
    package var locator: String { (layer == .footnote ? "fn" : "p") + String(number) }
  }

  /// What a source says of itself; the cases are the keys of sidecars and of output.
  package enum Datum: String, Sendable, CaseIterable, Hashable {
    case title, publisher, author, published, language
  }

  package var title: Inferred<String>?
  package var publisher: Inferred<String>?
  package var author: Inferred<String>?
  /// The publication date as EDTF: `2020-10-15`.
  package var published: Inferred<String>?
  /// The time of publication as the time part of an EDTF date, with a zone only where the capture
  /// has one: `14:07`, `15:32:34`, `12:48:14Z`.
  package var publishedTime: Inferred<String>?
  /// BCP 47: `en`.
  package var language: Inferred<String>?
  /// The outlets that the article names as where it has something from, in order of first mention.
  package var citedOutlets: [Inferred<String>]
  /// The address that an HTML capture gives as its own: absolute http or https.
  package var address: Inferred<String>?
  /// How the capture's bytes are written, as its WHATWG name: `windows-1251`; nil when they were not
  /// read.
  package var encoding: Inferred<String>?
  /// Why a datum is nil, in one clause: `no line is a byline`. Each datum that is nil has its reason.
  package var reasons: [Datum: String] = [:]
  package var lines: [Line]
  package var paragraphs: [Paragraph]

  package init(
    title: Inferred<String>? = nil, publisher: Inferred<String>? = nil,
    author: Inferred<String>? = nil, published: Inferred<String>? = nil,
    publishedTime: Inferred<String>? = nil, language: Inferred<String>? = nil,
    citedOutlets: [Inferred<String>] = [], encoding: Inferred<String>? = nil, lines: [Line] = [],
    paragraphs: [Paragraph] = []
  ) {
    self.title = title
    self.publisher = publisher
    self.author = author
    self.published = published
    self.publishedTime = publishedTime
    self.language = language
    self.citedOutlets = citedOutlets
    self.encoding = encoding
    self.lines = lines
    self.paragraphs = paragraphs
  }
}

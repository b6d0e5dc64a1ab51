/// One page as the index sees it: what it is called, where it is, and its words.
package struct SearchDocument: Sendable {
  /// A name of what the page is about.
  package struct Name: Sendable {
    package let text: String
    /// Whether it is the page's title; others are aliases.
    package let isTitle: Bool

    package init(_ text: String, isTitle: Bool = false) {
      self.text = text
      self.isTitle = isTitle
    }
  }

  /// A run of text that results may quote: a paragraph, a cell, a heading.
  package struct Passage: Sendable {
    /// UTF-8 that somebody else keeps.
    package let bytes: [UInt8]
    package let range: Range<Int>
    /// The index into `anchors` of where it stands; nil for the top of the page. Ascending in the page.
    package let anchor: Int?

    package init(_ bytes: [UInt8], _ range: Range<Int>, anchor: Int? = nil) {
      self.bytes = bytes
      self.range = range
      self.anchor = anchor
    }

    package init(_ text: String, anchor: Int? = nil) {
      bytes = Array(text.utf8)
      range = 0..<bytes.count
      self.anchor = anchor
    }
  }

  package var title: String
  /// From the folder of the search page, percent-encoded.
  package var address: String
  /// The date in words, for people.
  package var date: String?
  /// First and last day it may mean, as day numbers.
  package var days: ClosedRange<Int32>?
  package var names: [Name]
  /// Indexes into the tags of the index, ascending.
  package var tags: [Int]
  /// Fragments of the page's address, without `#` and white space.
  package var anchors: [String]
  package var passages: [Passage]

  package init(
    title: String, address: String, date: String? = nil, days: ClosedRange<Int32>? = nil,
    names: [Name] = [], tags: [Int] = [], anchors: [String] = [], passages: [Passage] = []
  ) {
    self.title = title
    self.address = address
    self.date = date
    self.days = days
    self.names = names
    self.tags = tags
    self.anchors = anchors
    self.passages = passages
  }
}

/// What kind of thing stands in a run of neighbouring documents.
package struct SearchGroup: Sendable, Hashable {
  package let label: String
  package let count: Int

  package init(label: String, count: Int) {
    self.label = label
    self.count = count
  }
}

/// A file of the index, a classic script that hands its data to `dossierSearch(name, data)`.
package struct SearchFile: Sendable {
  /// Without folder and ending: `t12`.
  package let name: String
  package let bytes: [UInt8]
}

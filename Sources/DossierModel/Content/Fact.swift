import EDTF

/// One line of a `## Facts` list: a property of the page's subject with its values, each a claim.
package struct Fact: Sendable {
  /// The property, from the vocabulary of the page's kind: `side`.
  package let key: String
  /// What stands behind the key where a key takes a name: `Azerbaijan` of `side Azerbaijan`.
  package let name: String?
  /// The key's UTF-8 offsets in the file.
  package let keyRange: Range<Int>
  /// The editor's pick first, then its rivals. With `isDisputed` there is no pick.
  package let values: [FactValue]
  /// Whether the editor made no pick among the values.
  package let isDisputed: Bool
  /// What it said before, in the order written.
  package let corrections: [FactCorrection]

  package init(
    key: String, name: String?, keyRange: Range<Int>, values: [FactValue], isDisputed: Bool,
    corrections: [FactCorrection] = []
  ) {
    self.key = key
    self.name = name
    self.keyRange = keyRange
    self.values = values
    self.isDisputed = isDisputed
    self.corrections = corrections
  }

  /// The editor's pick; nil where the fact is disputed.
  package var pick: FactValue? { isDisputed ? nil : values.first }

  /// The passages that its values and corrections rest on, in the order written. O(citations).
  package var citations: [Citation] {
    values.flatMap(\.citations) + corrections.flatMap(\.citations)
  }

  /// Whether a value of it names no page: `unknown`, `none`, or a slug that no page has. O(values).
  package var namesNothing: Bool {
    values.contains { $0.pages.allSatisfy { $0.page == nil } }
  }
}

/// One value of a fact: what is claimed, its qualifiers, and the passages that carry it.
package struct FactValue: Sendable {
  /// A `| key: value` behind a value.
  package struct Qualifier: Sendable {
    package let key: String
    package let text: String
    package let range: Range<Int>
    package let type: FactValueType
    /// The pages it names, where the qualifier is about pages.
    package var pages: [PageReference]

    package init(
      key: String, text: String, range: Range<Int>, type: FactValueType = .text,
      pages: [PageReference] = []
    ) {
      self.key = key
      self.text = text
      self.range = range
      self.type = type
      self.pages = pages
    }
  }

  /// The value as written, without qualifiers and citations; `unknown` is a value.
  package let text: String
  /// UTF-8 offsets of the value in the file.
  package let range: Range<Int>
  package let type: FactValueType
  /// In the order written. Of `armenia | says: azerbaijan` the value is `azerbaijan`, and `armenia`
  /// its first qualifier `claimed by`: the two spellings mean the same.
  package let qualifiers: [Qualifier]
  package let citations: [Citation]
  /// The pages the value names, where its key is about pages.
  package var pages: [PageReference]

  package init(
    text: String, range: Range<Int>, type: FactValueType, qualifiers: [Qualifier],
    citations: [Citation], pages: [PageReference] = []
  ) {
    self.text = text
    self.range = range
    self.type = type
    self.qualifiers = qualifiers
    self.citations = citations
    self.pages = pages
  }

  /// The first qualifier with `key`.
  package func qualifier(_ key: String) -> Qualifier? { qualifiers.first { $0.key == key } }

  /// Whether it says that nobody knows.
  package var isUnknown: Bool { text == FactVocabulary.unknown }

  /// The first and last day that its words may mean, where they are an EDTF date, as `EDTF.earliest` and
  /// `latest` count days; nil for all else and for spans with an open end. O(length).
  package var days: (first: Int32, last: Int32)? {
    guard let date = EDTF(reading: text), let first = date.earliest, let last = date.latest else {
      return nil
    }
    return (first, last)
  }

  /// The number or range that it says; nil for words, and where its key counts nothing. O(length).
  package var toll: Toll? {
    guard type == .toll, case .toll(let toll) = Toll.reading(text) else { return nil }
    return toll
  }
}

/// A slug written in front matter or a fact, and the page it turned out to be.
package struct PageReference: Sendable, Hashable {
  package let slug: String
  /// UTF-8 offsets in the file.
  package let range: Range<Int>
  /// Nil until resolved, and when no page has that slug (which is an error).
  package var page: PageID?

  package init(slug: String, range: Range<Int>, page: PageID? = nil) {
    self.slug = slug
    self.range = range
    self.page = page
  }
}

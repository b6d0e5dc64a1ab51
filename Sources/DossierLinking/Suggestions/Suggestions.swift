package import DossierModel
package import EDTF

/// What the captures of a site mention and its Content lacks.
package struct Suggestions: Sendable {
  /// New pages, the most consequential of each kind first: by origins, captures, mentions, then title.
  package var pages: [PageSuggestion] = []
  /// Other names of pages that exist, by page.
  package var aliases: [AliasSuggestion] = []
  /// Seats of government of which nobody declared whether city or state is meant, by name.
  package var unsettled: [UnsettledName] = []

  package init() {}
}

/// A place in a capture that bears a suggestion out.
package struct SuggestionContext: Sendable, Hashable {
  package let source: SourceID
  /// The index of the paragraph in `Article.paragraphs`.
  package let paragraph: Int
  /// How a citation names it: `p4`.
  package let locator: String
  /// The sentence, as the capture has it.
  package let sentence: String
}

/// A name that a page may have beside its title.
package struct AliasCandidate: Sendable, Hashable {
  package let name: String
  package let rule: SuggestionRule
  /// Where it stands; nil where no paragraph has it.
  package let context: SuggestionContext?
}

/// A page that could be written.
package struct PageSuggestion: Sendable {
  /// An office that a capture gives a person.
  package struct Office: Sendable, Hashable {
    /// In the words of the capture: `Foreign Minister`.
    package let words: String
    /// The slug of the page of whom it is an office.
    package let of: String?
    package let context: SuggestionContext
  }

  package let kind: PageKind
  /// One of the kind’s sorts; nil where no rule says which.
  package let sort: String?
  package var title: String
  package var slug: String
  package var aliases: [AliasCandidate] = []
  /// For persons: the last word of the name.
  package var surname: String?
  /// The rule that read the name first in its order.
  package let rule: SuggestionRule
  /// Where captures bear it out: at most one a capture, those that a rule read first.
  package var contexts: [SuggestionContext] = []
  package var offices: [Office] = []
  /// For events: the day.
  package var day: EDTF?
  /// For events: the slugs of the pages that two captures name with the day.
  package var names: [String] = []
  /// Who names it, or was published by it; ascending.
  package var sources: [SourceID] = []
  /// How often captures name it.
  package var mentions = 0
  package var captures = 0
  /// How many origins these captures have.
  package var origins = 0
}

/// Another name of a page that exists.
package struct AliasSuggestion: Sendable {
  package let page: PageID
  package let candidate: AliasCandidate
}

/// A seat of government, as captures use its name.
package struct UnsettledName: Sendable {
  package let name: String
  /// The slug of the state that it stands for where it acts; nil where no list knows it.
  package let state: String?
  /// How often it acts, and how often it is the city.
  package let acting: Int
  package let literal: Int
  package let contexts: [SuggestionContext]
}

/// What other readers found in one capture.
package struct SuggestionReading: Sendable {
  /// A day that the text gives for what it tells.
  package struct Day: Sendable, Hashable {
    package let paragraph: Int
    /// UTF-8 offsets in the paragraph.
    package let range: Range<Int>
    /// Days since 1970-01-01.
    package let day: Int32

    package init(paragraph: Int, range: Range<Int>, day: Int32) {
      self.paragraph = paragraph
      self.range = range
      self.day = day
    }
  }

  /// By paragraph: UTF-8 ranges of the words that name who speaks.
  package var speakers: [Int: [Range<Int>]] = [:]
  package var days: [Day] = []

  package init() {}
}

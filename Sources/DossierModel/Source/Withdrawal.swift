package import EDTF

/// That a site no longer rests on a source, by `withdrawn: {date, reason}` in its sidecar.
///
/// The source keeps its address, its title and its hash: a tombstone. None of its words are published
/// and nothing that a machine read in it is shown, in a preview neither. Citations to it stay, and say so; they count for nothing. The capture, if it is still there, is evidence all the same:
/// locators and quotations are held against it.
package struct Withdrawal: Sendable, Hashable {
  /// The day on which it was withdrawn: a date, no span.
  package let date: EDTF
  /// Why, in a sentence for readers.
  package let reason: String

  package init(date: EDTF, reason: String) {
    self.date = date
    self.reason = reason
  }

  /// The word of the mark.
  package static let mark = "Withdrawn"
}

extension Source {
  /// Whether the site no longer rests on it.
  package var isWithdrawn: Bool { withdrawn != nil }

  /// Whether paragraphs that are cited cannot be looked up, since its capture was removed together with
  /// what it said.
  package var isErased: Bool { withdrawn != nil && capture == nil }
}

extension SiteModel {
  /// Whether some source is withdrawn. O(sources).
  package var hasWithdrawals: Bool { sources.contains { $0.isWithdrawn } }

  /// Whether there are passages, and all of them are in withdrawn sources. A citation of an unknown
  /// source, or of a capture that is held back, counts as one that stands. O(citations).
  package func isWithdrawn(_ citations: some Collection<Citation>) -> Bool {
    !citations.isEmpty
      && citations.allSatisfy { citation in
        source(key: citation.key).map { self[$0].isWithdrawn } ?? false
      }
  }
}

/// What editors decided in `Content/review/`: every line, and what the lines come to.
package struct ReviewDecisions: Sendable {
  /// The folder of review files.
  package static let folder = "Content/review"
  /// The file of names that are refused without more words, one a line as `- [-] Name`.
  package static let refusals = "Content/review/refused.md"

  /// Whether a reason names a line of a review file (`ReviewItem.reason`), and no rule.
  package static func isLine(_ reason: String) -> Bool { reason.hasPrefix(folder + "/") }

  /// All lines, by file, in the order of the text.
  package let items: [ReviewItem]
  /// Indices of the lines that decide a thing, in order.
  private let decided: [ReviewIdentity: [Int]]
  /// By the source that is decided about: indices of its lines.
  private let bySource: [String: [Int]]

  /// O(length of the lines).
  package init(_ items: [ReviewItem] = []) {
    self.items = items
    var decided: [ReviewIdentity: [Int]] = [:]
    var bySource: [String: [Int]] = [:]
    for (index, item) in items.enumerated() where item.mark != .undecided {
      decided[item.identity, default: []].append(index)
      for key in Set(item.subjects.map(\.key)) where !key.isEmpty {
        bySource[key, default: []].append(index)
      }
    }
    self.decided = decided
    self.bySource = bySource
  }

  /// Whether nobody decided anything.
  package var isEmpty: Bool { decided.isEmpty }

  /// The line that decides a thing; of several the first, which the loader reports where they differ.
  /// What has alternatives: the line that accepts one, else the first refusal.
  package subscript(_ identity: ReviewIdentity) -> ReviewItem? {
    guard let lines = decided[identity]?.lazy.map({ items[$0] }) else { return nil }
    return lines.first { $0.mark == .accepted } ?? lines.first
  }

  /// All lines that decide a thing, in order.
  package func decisions(on identity: ReviewIdentity) -> [ReviewItem] {
    (decided[identity] ?? []).map { items[$0] }
  }

  /// The decided lines about a source, in order. O(lines).
  package func decisions(about source: Slug) -> [ReviewItem] {
    (bySource[source.rawValue] ?? []).map { items[$0] }
  }

  /// Whether any line decides something about a source. O(1).
  package func concern(_ source: Slug) -> Bool { bySource[source.rawValue] != nil }

  /// The things that are decided, by the first line that does.
  package var groups: [[ReviewItem]] {
    decided.values.sorted { $0[0] < $1[0] }.map { $0.map { items[$0] } }
  }

  /// The pairs of quotations that editors declared one statement, or two.
  package var pairs: [ReviewItem] { items.filter { $0.kind == .same && $0.mark != .undecided } }

  /// Whether the lines settle that two sources are one report, or are not. O(1).
  package func duplicate(_ one: Slug, _ other: Slug) -> ReviewItem? {
    decided.isEmpty
      ? nil
      : self[ReviewIdentity(.duplicate, [(one.rawValue, nil, ""), (other.rawValue, nil, "")])]
  }

  /// What a name means in a source, by its folded words.
  package func meanings(in source: Slug) -> [String: DecidedMeaning] {
    var result: [String: DecidedMeaning] = [:]
    for index in bySource[source.rawValue] ?? [] where items[index].kind == .meaning {
      guard let words = items[index].subjects.first.map({ ReviewWords.folded($0.words) }),
        let slug = items[index].value.slug
      else { continue }
      if items[index].mark == .accepted {
        if result[words]?.accepted == nil {
          result[words, default: DecidedMeaning()].accepted = slug
        }
      } else {
        result[words, default: DecidedMeaning()].refused.append(slug)
      }
    }
    return result
  }
}

/// What editors decided of a name in one capture.
package struct DecidedMeaning: Sendable, Hashable {
  /// The slug of the page that it means.
  package var accepted: String?
  /// The slugs of pages that it does not mean.
  package var refused: [String] = []
}

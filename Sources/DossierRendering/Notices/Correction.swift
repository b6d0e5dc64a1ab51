import DossierModel
import EDTF

/// Something that the site took back: a fact that was corrected, or a source that was withdrawn.
struct Correction: Sendable {
  enum Subject: Sendable {
    /// By the indices into `Page.facts` and `Fact.corrections`; `next` is the correction after it.
    case fact(PageID, fact: Int, correction: Int, next: Int?)
    case withdrawal(SourceID)
  }

  let subject: Subject
  let date: EDTF
  /// Its id on the page and in the feed, for good: made of what it says, not of where it stands.
  let anchor: String

  /// Newest first; those of one day in the order of pages and facts, sources last. O(facts).
  static func all(in model: SiteModel) -> [Correction] {
    var found: [(subject: Subject, date: EDTF, words: String)] = []
    for (index, page) in model.pages.enumerated() {
      for (factIndex, fact) in page.facts.enumerated() where !fact.corrections.isEmpty {
        let order = fact.corrections.indices.sorted { left, right in
          let (a, b) = (fact.corrections[left].date, fact.corrections[right].date)
          return a == b ? left < right : a < b
        }
        for (position, number) in order.enumerated() {
          let correction = fact.corrections[number]
          let next = position + 1 < order.count ? order[position + 1] : nil
          found.append(
            (
              .fact(PageID(index), fact: factIndex, correction: number, next: next),
              correction.date,
              [
                fact.key, fact.name ?? "", correction.date.text, correction.was,
                correction.why ?? "",
              ]
              .joined(separator: "\u{0}")
            ))
        }
      }
    }
    for (index, source) in model.sources.enumerated() {
      guard let withdrawn = source.withdrawn else { continue }
      found.append(
        (.withdrawal(SourceID(index)), withdrawn.date, "\u{1}" + source.key.rawValue))
    }
    var seen: [String: Int] = [:]
    let corrections = found.map { entry in
      // FNV-1a.
      let digest = entry.words.utf8.reduce(14_695_981_039_346_656_037 as UInt64) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      let anchor = "correction." + String(digest, radix: 16)
      let count = seen[anchor, default: 0] + 1
      seen[anchor] = count
      return Correction(
        subject: entry.subject, date: entry.date,
        anchor: count == 1 ? anchor : "\(anchor).\(count)")
    }
    return corrections.indices.sorted { left, right in
      let (a, b) = (corrections[left].date, corrections[right].date)
      return a == b ? left < right : b < a
    }.map { corrections[$0] }
  }

  /// Whether there is any. O(facts).
  static func areThere(in model: SiteModel) -> Bool {
    model.hasWithdrawals
      || model.pages.contains { $0.facts.contains { !$0.corrections.isEmpty } }
  }
}

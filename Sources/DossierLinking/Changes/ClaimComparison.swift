import DossierModel
import EDTF

/// Compares the facts of one page with those of the page, or pages, that it was.
struct ClaimComparison {
  let comparison: SiteComparison
  let page: PageID
  let before: [PageID]

  /// A claim with how it stands.
  struct Standing {
    let claim: SiteChanges.Claim
    /// What makes it the same claim: its value and qualifiers with today's slugs.
    let identity: Identity
    let isPick: Bool
    let isDisputed: Bool
    /// The sources with the origins that passages name: what it rests on.
    let support: [String]
    let isUnsupported: Bool
    let corrections: [FactCorrection]
  }

  struct Identity: Hashable {
    let subject: Subject
    let value: String
    let qualifiers: [String]
  }

  struct Subject: Hashable {
    let key: String
    let name: String?
  }

  func changes(into changes: inout SiteChanges) {
    let (old, new) = (comparison.old.model, comparison.new.model)
    let name = SiteComparison.name(new[page])
    let now = Self.claims(of: new[page], in: new) { $0 }
    var was: [Standing] = []
    var seen: Set<Identity> = []
    for id in before {
      // Of a page that was taken in, what both said is said once.
      for claim in Self.claims(of: old[id], in: old, slug: current)
      where before.count == 1 || seen.insert(claim.identity).inserted {
        was.append(claim)
      }
    }
    var waiting: [Identity: [Int]] = [:]
    for index in was.indices.reversed() { waiting[was[index].identity, default: []].append(index) }
    var isMatched = [Bool](repeating: false, count: was.count)
    var partner = [Int?](repeating: nil, count: now.count)
    for (index, claim) in now.enumerated() {
      guard let match = waiting[claim.identity]?.popLast() else { continue }
      isMatched[match] = true
      partner[index] = match
    }
    var left: [Subject: [Int]] = [:]
    for index in was.indices where !isMatched[index] {
      left[was[index].identity.subject, default: []].append(index)
    }
    let known = Set(
      before.flatMap { old[$0].facts }.flatMap(\.corrections).map(CorrectionKey.init))
    // Corrections say themselves what they took the place of.
    var kinds = [SiteChanges.ClaimChange.Kind?](repeating: nil, count: now.count)
    for (index, claim) in now.enumerated() where partner[index] == nil && claim.isFirst {
      let subject = claim.identity.subject
      let fresh = claim.corrections.filter { !known.contains(CorrectionKey($0)) }
      guard let correction = fresh.max(by: { $0.date < $1.date }),
        let candidates = left[subject], let first = candidates.first
      else { continue }
      let match =
        candidates.first { candidate in
          fresh.contains {
            $0.was == was[candidate].claim.value || $0.was == was[candidate].claim.text
          }
        } ?? first
      left[subject]?.removeAll { $0 == match }
      kinds[index] = .corrected(
        from: was[match].claim, date: correction.date, why: correction.why)
    }
    // The same value with other qualifiers; then a pick for a pick; then what alone is left.
    pair(now, was, partner, &kinds, &left) { $0.identity.value == $1.identity.value }
    pair(now, was, partner, &kinds, &left) { $0.isPick && $1.isPick }
    pairLonely(now, was, partner, &kinds, &left)
    for (index, claim) in now.enumerated() {
      if let match = partner[index] {
        let standing = Self.difference(was[match], claim)
        if !standing.isEmpty {
          changes.claims.append(.init(page: name, claim: claim.claim, kind: .standing(standing)))
        }
      } else {
        changes.claims.append(
          .init(page: name, claim: claim.claim, kind: kinds[index] ?? .new))
      }
    }
    let gone = left.values.joined().sorted()
    changes.claims += gone.map { .init(page: name, claim: was[$0].claim, kind: .withdrawn) }
  }

  /// What a slug of the old state is called now.
  private func current(_ slug: String) -> String {
    guard let id = comparison.old.model.page(slug: slug),
      let target = comparison.pairs.target(of: id)
    else { return slug }
    return comparison.new.model[target].slug.rawValue
  }

  private func pair(
    _ now: [Standing], _ was: [Standing], _ partner: [Int?],
    _ kinds: inout [SiteChanges.ClaimChange.Kind?], _ left: inout [Subject: [Int]],
    where isPair: (Standing, Standing) -> Bool
  ) {
    for (index, claim) in now.enumerated() where partner[index] == nil && kinds[index] == nil {
      let subject = claim.identity.subject
      guard let match = left[subject]?.first(where: { isPair(was[$0], claim) }) else { continue }
      left[subject]?.removeAll { $0 == match }
      kinds[index] = .altered(from: was[match].claim)
    }
  }

  /// Where one value went and one came under a key that has a single value, one became the other.
  private func pairLonely(
    _ now: [Standing], _ was: [Standing], _ partner: [Int?],
    _ kinds: inout [SiteChanges.ClaimChange.Kind?], _ left: inout [Subject: [Int]]
  ) {
    var fresh: [Subject: [Int]] = [:]
    for (index, claim) in now.enumerated() where partner[index] == nil && kinds[index] == nil {
      fresh[claim.identity.subject, default: []].append(index)
    }
    for (subject, indices) in fresh where indices.count == 1 {
      guard let index = indices.first, let candidates = left[subject], candidates.count == 1,
        let match = candidates.first, was[match].isPick == now[index].isPick
      else { continue }
      left[subject] = nil
      kinds[index] = .altered(from: was[match].claim)
    }
  }

  private static func difference(
    _ old: Standing, _ new: Standing
  ) -> [SiteChanges.ClaimChange.Standing] {
    var result: [SiteChanges.ClaimChange.Standing] = []
    if old.isDisputed != new.isDisputed {
      result.append(new.isDisputed ? .nowDisputed : .noLongerDisputed)
    } else if old.isPick != new.isPick {
      result.append(new.isPick ? .nowPick : .noLongerPick)
    }
    if old.support != new.support {
      result.append(.otherSources(from: old.claim.sources, to: new.claim.sources))
    }
    if new.isUnsupported, !old.isUnsupported { result.append(.lostSupport) }
    return result
  }

  /// The claims of a page, in order. O(facts).
  ///
  /// - Parameter slug: what the page with a slug is called in the new state.
  static func claims(
    of page: Page, in model: SiteModel, slug: (String) -> String
  ) -> [Standing] {
    page.facts.flatMap { fact in
      fact.values.enumerated().map { index, value in
        let keys = Set(value.citations.map(\.key)).sorted()
        let qualifiers = value.qualifiers.map {
          "\($0.key): \(words($0.text, $0.pages, slug))"
        }.sorted()
        return Standing(
          claim: .init(
            key: fact.key, name: fact.name, value: plain(value.text),
            qualifiers: value.qualifiers.map { "\($0.key): \(plain($0.text))" }, sources: keys),
          identity: Identity(
            subject: Subject(key: fact.key, name: fact.name),
            value: words(value.text, value.pages, slug), qualifiers: qualifiers),
          isPick: index == 0 && !fact.isDisputed, isDisputed: fact.isDisputed,
          support: Set(value.citations.map { "\($0.key) \($0.origin ?? "")" }).sorted(),
          isUnsupported: model.isWithdrawn(value.citations),
          corrections: index == 0 ? fact.corrections : [])
      }
    }
  }

  /// A text as it counts: references by today's slugs, in whatever order they stand; else its words.
  private static func words(
    _ text: String, _ pages: [PageReference], _ slug: (String) -> String
  ) -> String {
    pages.isEmpty
      ? plain(text) : Set(pages.map { slug($0.slug) }).sorted().joined(separator: ", ")
  }

  private static func plain(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  private struct CorrectionKey: Hashable {
    let date: String
    let was: String

    init(_ correction: FactCorrection) {
      date = correction.date.text
      was = correction.was
    }
  }
}

extension ClaimComparison.Standing {
  /// Whether it is the first value of its fact, which corrections are about.
  fileprivate var isFirst: Bool { !corrections.isEmpty }
}

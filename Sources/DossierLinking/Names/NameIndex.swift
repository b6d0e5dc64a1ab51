import Diagnostics
import DossierModel
import PhraseMatching

/// All names that are looked for, and what each denotes.
struct NameIndex: Sendable {
  let matcher: PhraseMatcher
  let folding: LetterFolding
  /// By form of the matcher: what a match means.
  let meanings: [Meaning]
  /// The candidates of the meanings that depend on context, in runs.
  let candidates: [Candidate]
  let people: [NamedPerson]
  /// How many entities are pages of the site: those with the lowest numbers.
  let pageCount: Int
  /// The entities behind the pages.
  let others: [NamedEntity]
  /// Names that several pages claim.
  let findings: [Diagnostic]
  /// What has demonyms or seats of government: the states.
  let states: Set<EntityID>

  /// What a spelling stands for. A trivial type: one is read for every name in every text.
  struct Meaning: Sendable {
    enum Kind: UInt8, Sendable {
      /// Whatever stands around it.
      case one
      /// One of `candidates`, by context and date.
      case choice
      /// Several claim it; it stays plain text.
      case ambiguous
    }

    let kind: Kind
    let rule: MentionRule
    /// With `one`: what is meant.
    let entity: EntityID
    /// With `choice` and `ambiguous`: the run of candidates.
    let first: Int32
    let count: Int32
  }

  /// What a spelling may stand for, and when.
  struct Candidate: Sendable {
    let entity: EntityID
    let role: NameClaim.Role
    let rule: MentionRule
    let isPlace: Bool
    let isBuiltIn: Bool
    let isGuarded: Bool
    let days: DaySpan
    let person: Int32
    let owner: EntityID?
  }

  /// Builds the index. O(total length of the names).
  ///
  /// - Parameter finding: what to report of claims, one or more a page, of a name that several pages
  ///   claim, and whether more than one claims it exclusively.
  init(
    _ declared: [NameClaim], people: [NamedPerson] = [], pageCount: Int, others: [NamedEntity],
    folding: LetterFolding, finding: @escaping ([NameClaim], Bool) -> Diagnostic? = { _, _ in nil }
  ) {
    let ministries = MinistryNames.read(declared, folding)
    let claims = declared + ministries.claims
    states = ministries.states
    let matcher = PhraseMatcher(
      claims.enumerated().map { index, claim in
        Phrase(
          claim.name,
          policy: claim.rule == .acronym ? .exact : NameClaim.policy(for: claim.name),
          identifier: Int32(index))
      }, folding: folding)
    var builder = MeaningBuilder(finding: finding)
    meanings = matcher.forms.map { form in
      if form.identifiers.count == 1 {
        return builder.meaning(of: claims[Int(form.identifiers[0])])
      }
      return builder.meaning(of: form.identifiers.map { claims[Int($0)] })
    }
    self.matcher = matcher
    self.folding = folding
    self.people = people
    self.pageCount = pageCount
    self.others = others
    candidates = builder.candidates
    findings = builder.findings
  }
}

/// Settles what the claims on one spelling amount to.
struct MeaningBuilder {
  let finding: ([NameClaim], Bool) -> Diagnostic?
  var candidates: [NameIndex.Candidate] = []
  var findings: [Diagnostic] = []

  init(finding: @escaping ([NameClaim], Bool) -> Diagnostic?) { self.finding = finding }

  mutating func meaning(of claim: NameClaim) -> NameIndex.Meaning {
    if claim.role == .name, claim.days.isAlways, !claim.isGuarded {
      return NameIndex.Meaning(
        kind: .one, rule: claim.rule, entity: claim.entity, first: 0, count: 0)
    }
    return choice(of: [claim], .choice)
  }

  mutating func meaning(of all: [NameClaim]) -> NameIndex.Meaning {
    var claims = all
    // What an editor declares goes before what is made of other names.
    if claims.contains(where: { $0.role != .ministry }) {
      claims.removeAll { $0.role == .ministry }
    }
    // What an editor declares goes before the built-in list; a city's own name leaves the state that
    // is governed from there its metonym.
    let declared = claims.filter { !$0.isBuiltIn && $0.role == .name }
    if declared.contains(where: { !$0.isPlace }) {
      claims.removeAll(where: \.isBuiltIn)
    } else if !declared.isEmpty {
      claims.removeAll { $0.isBuiltIn && $0.role == .name }
    }
    let metonyms = claims.filter { $0.role == .metonym }
    if metonyms.contains(where: { !$0.isBuiltIn }) {
      claims.removeAll { $0.isBuiltIn && $0.role == .metonym }
    }
    let names = claims.filter { $0.role == .name }
    guard let firstName = names.first else { return choice(of: claims, .choice) }
    if names.contains(where: { !$0.days.isAlways }) {
      if let clash = overlapping(names) { report(clash) }
      return choice(of: claims, .choice)
    }
    // A page that declares its capital and its city's name at once, and the like.
    let literal = metonyms.isEmpty ? [] : names.filter(\.isPlace)
    let plain = metonyms.isEmpty ? names : names.filter { !$0.isPlace }
    if plain.isEmpty {
      if Set(literal.map(\.entity)).count > 1 { report(literal) }
      return choice(of: claims, .choice)
    }
    // What is a name here and a seat of government there is as ambiguous as two names.
    let entities = Set((plain + metonyms.filter { !$0.isBuiltIn }).map(\.entity))
    let owners = Set(plain.filter(\.isExclusive).map(\.entity))
    if entities.count == 1 || owners.count == 1 {
      let entity = owners.first ?? firstName.entity
      let claim = plain.first { $0.entity == entity } ?? firstName
      return claim.isGuarded
        ? choice(of: [claim], .choice)
        : NameIndex.Meaning(kind: .one, rule: claim.rule, entity: entity, first: 0, count: 0)
    }
    let rivals = plain + metonyms.filter { !$0.isBuiltIn }
    report(rivals)
    return choice(of: rivals, .ambiguous)
  }

  private mutating func report(_ claims: [NameClaim]) {
    let owners = Set(claims.filter(\.isExclusive).map(\.entity))
    let declared = claims.filter { !$0.isBuiltIn }
    guard Set(declared.map(\.entity)).count > 1 else { return }
    if let found = finding(declared, owners.count > 1) { findings.append(found) }
  }

  /// The names of several entities that hold on one day.
  private func overlapping(_ names: [NameClaim]) -> [NameClaim]? {
    for (index, name) in names.enumerated() {
      for other in names[..<index]
      where other.entity != name.entity && other.days.overlaps(name.days) {
        return [other, name]
      }
    }
    return nil
  }

  private mutating func choice(
    of claims: [NameClaim], _ kind: NameIndex.Meaning.Kind
  ) -> NameIndex.Meaning {
    let first = candidates.count
    for claim in claims {
      let isKnown = candidates[first...].contains {
        $0.entity == claim.entity && $0.role == claim.role && $0.days == claim.days
      }
      guard !isKnown else { continue }
      candidates.append(
        NameIndex.Candidate(
          entity: claim.entity, role: claim.role, rule: claim.rule, isPlace: claim.isPlace,
          isBuiltIn: claim.isBuiltIn, isGuarded: claim.isGuarded, days: claim.days,
          person: claim.person, owner: claim.owner))
    }
    return NameIndex.Meaning(
      kind: kind, rule: .name, entity: EntityID(-1), first: Int32(first),
      count: Int32(candidates.count - first))
  }
}

import Diagnostics
import DossierModel
import PhraseMatching

/// All names that link by themselves, and which pages claim each.
struct NameIndex: Sendable {
  let matcher: PhraseMatcher
  /// By form of the matcher: what a match means.
  let meanings: [Meaning]
  /// Names that several pages claim.
  let findings: [Diagnostic]

  /// What a spelling stands for.
  enum Meaning: Sendable, Hashable {
    case page(PageID)
    /// A surname: the person is meant once the full name stood before it in the same text.
    case surnames([PageID])
    /// Several pages claim the name; it stays plain text.
    case ambiguous([PageID])
  }

  /// Where a page declares a name.
  private struct Claim {
    let page: PageID
    let alias: Alias
    let isSurname: Bool
  }

  /// Builds the index over all pages but the hand-written ones of `pages/`, which are not things that
  /// articles name. O(total length of the names).
  init(_ model: SiteModel, folding: LetterFolding) {
    var claims: [Claim] = []
    for (index, page) in model.pages.enumerated() where page.kind != .page {
      let id = PageID(index)
      func claim(_ alias: Alias, isSurname: Bool = false) {
        claims.append(Claim(page: id, alias: alias, isSurname: isSurname))
      }
      claim(Alias(name: page.title, range: page.titleRange))
      for alias in page.aliases { claim(alias) }
      for name in page.names { claim(name) }
      for demonym in page.demonyms { claim(demonym) }
      if let surname = page.surname { claim(surname, isSurname: true) }
    }
    let matcher = PhraseMatcher(
      claims.enumerated().map { index, claim in
        Phrase(
          claim.alias.name, policy: Self.policy(for: claim.alias.name), identifier: Int32(index))
      }, folding: folding)
    var findings: [Diagnostic] = []
    meanings = matcher.forms.map { form in
      Self.meaning(of: form.identifiers.map { claims[Int($0)] }, in: model, &findings)
    }
    self.matcher = matcher
    self.findings = findings
  }

  /// Short names and acronyms must agree to the letter, or “US” would stand in “us”.
  static func policy(for name: String) -> Phrase.CasePolicy {
    if let policy = policy(forASCII: name) { return policy }
    let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
    let isAcronym = letters.allSatisfy { !$0.properties.isLowercase }
    let isCased = letters.contains { $0.properties.isUppercase }
    return letters.count <= 4 && isCased || isAcronym && isCased ? .exact : .capitalised
  }

  /// The same for a name of ASCII characters, without asking Unicode about each; nil for others.
  private static func policy(forASCII name: String) -> Phrase.CasePolicy? {
    var letters = 0
    var capitals = 0
    for byte in name.utf8 {
      guard byte < 0x80 else { return nil }
      if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
        letters += 1
        if byte & 0x20 == 0 { capitals += 1 }
      }
    }
    guard capitals > 0 else { return .capitalised }
    return letters <= 4 || capitals == letters ? .exact : .capitalised
  }

  private static func meaning(
    of claims: [Claim], in model: SiteModel, _ findings: inout [Diagnostic]
  ) -> Meaning {
    if claims.count == 1, !claims[0].isSurname { return .page(claims[0].page) }
    let names = claims.filter { !$0.isSurname }
    guard !names.isEmpty else { return .surnames(Set(claims.map(\.page)).sorted()) }
    let pages = Set(names.map(\.page)).sorted()
    if let only = pages.first, pages.count == 1 { return .page(only) }
    let exclusive = names.filter(\.alias.isExclusive)
    let owners = Set(exclusive.map(\.page)).sorted()
    if let owner = owners.first, owners.count == 1 { return .page(owner) }
    findings.append(finding(names, isError: owners.count > 1, in: model))
    return .ambiguous(pages)
  }

  private static func finding(
    _ names: [Claim], isError: Bool, in model: SiteModel
  ) -> Diagnostic {
    func place(_ claim: Claim) -> SourcePlace {
      model[claim.page].file.place(claim.alias.range)
    }
    var seen: Set<PageID> = []
    let claims = names.filter { seen.insert($0.page).inserted }
    let first = claims[0]
    let others = claims.dropFirst().map {
      Diagnostic.Note("“\(model[$0.page].slug)” claims it here", at: place($0))
    }
    if isError {
      return Diagnostic(
        .error, "exclusive-name", "“\(first.alias.name)” is claimed exclusively by several pages",
        at: place(first), help: "let one page alone claim it", notes: others)
    }
    return Diagnostic(
      .warning, "ambiguous-name",
      "“\(first.alias.name)” names \(claims.count) pages, so it is not linked", at: place(first),
      help: "write [[slug|\(first.alias.name)]] where it matters, or let one page claim it with "
        + "{name: …, exclusive: true}", notes: others)
  }
}

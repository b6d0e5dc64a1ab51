import Diagnostics
import DossierModel
import EDTF
import PhraseMatching

extension NameIndex {
  /// The names of all pages but the hand-written ones of `pages/`, which are not things that articles
  /// name; with `gazetteer`, those of states too. A page that has a state's name is that state.
  /// O(total length of the names).
  init(_ model: SiteModel, folding: LetterFolding) {
    var claims: [NameClaim] = []
    var people: [NamedPerson] = []
    for (index, page) in model.pages.enumerated() where page.kind != .page {
      Self.claim(page, EntityID(index), folding, into: &claims, &people)
    }
    var others: [NamedEntity] = []
    if model.configuration.usesGazetteer {
      Self.claimStates(of: model, folding, into: &claims, &others)
    }
    self.init(
      claims, people: people, pageCount: model.pages.count, others: others, folding: folding
    ) { claims, isError in
      Self.finding(claims, isError: isError, in: model)
    }
  }

  private static func claim(
    _ page: Page, _ entity: EntityID, _ folding: LetterFolding, into claims: inout [NameClaim],
    _ people: inout [NamedPerson]
  ) {
    let isPlace = page.kind == .place
    func claim(_ alias: Alias, _ rule: MentionRule? = nil, role: NameClaim.Role = .name) {
      let declared: MentionRule =
        if alias.isAuthorError {
          .authorError
        } else if alias.isMetonym {
          .metonym
        } else if alias.when != nil {
          .datedName
        } else {
          NameClaim.isAcronym(alias.name) ? .acronym : .name
        }
      claims.append(
        NameClaim(
          entity: entity, name: alias.name, role: alias.isMetonym ? .metonym : role,
          rule: rule ?? declared, days: alias.when.map { DaySpan($0) } ?? .always,
          isExclusive: alias.isExclusive, isPlace: isPlace, range: alias.range))
    }
    claim(Alias(name: page.title, range: page.titleRange))
    for alias in page.aliases { claim(alias) }
    for name in page.names { claim(name) }
    for demonym in page.demonyms { claim(demonym, .demonym) }
    if let capital = page.capital, page.kind == .actor {
      claim(Alias(name: capital, range: page.titleRange), .metonym, role: .metonym)
    }
    guard let surname = page.surname else { return }
    let folded = folding.folded(surname.name)
    var person = NamedPerson()
    person.addName(page.title, surname: folded, folding: folding)
    for alias in page.aliases { person.addName(alias.name, surname: folded, folding: folding) }
    person.offices = page.facts("office").flatMap { fact in
      fact.isDisputed ? [] : fact.values.prefix(1).map { office($0, folding) }
    }
    claims.append(
      NameClaim(
        entity: entity, name: surname.name, role: .surname, rule: .surnameAfterName,
        person: Int32(people.count), range: surname.range))
    people.append(person)
  }

  /// An office as `in` or `when` dates it.
  private static func office(_ value: FactValue, _ folding: LetterFolding) -> NamedPerson.Office {
    let text = value.qualifier("in")?.text ?? value.qualifier("when")?.text
    let days = text.flatMap { EDTF(reading: $0) }.map { DaySpan($0) }
    return NamedPerson.Office(
      words: NamedPerson.words(folding.folded(value.text)), days: days ?? .always)
  }

  private static func claimStates(
    of model: SiteModel, _ folding: LetterFolding, into claims: inout [NameClaim],
    _ others: inout [NamedEntity]
  ) {
    var pages: [[UInt8]: PageID] = [:]
    // Titles go before aliases, and among equals the first page.
    for isTitle in [true, false] {
      for (index, page) in model.pages.enumerated() where page.mayBeState {
        for name in isTitle ? [page.title] : page.aliases.map(\.name) {
          let folded = folding.folded(name)
          if pages[folded] == nil { pages[folded] = PageID(index) }
        }
      }
    }
    for state in StateGazetteer.states {
      let page = state.names.lazy.compactMap { pages[folding.folded($0.text)] }.first
      let entity: EntityID
      if let page {
        entity = EntityID(page)
      } else {
        entity = EntityID(model.pages.count + others.count)
        others.append(state.entity)
      }
      claims += state.claims(for: entity)
    }
  }

  private static func finding(
    _ names: [NameClaim], isError: Bool, in model: SiteModel
  ) -> Diagnostic {
    func page(_ claim: NameClaim) -> Page { model.pages[claim.entity.index] }
    func place(_ claim: NameClaim) -> SourcePlace { page(claim).file.place(claim.range) }
    var seen: Set<EntityID> = []
    let claims = names.filter { seen.insert($0.entity).inserted }
    let first = claims[0]
    let others = claims.dropFirst().map {
      Diagnostic.Note("“\(page($0).slug)” claims it here", at: place($0))
    }
    if isError {
      return Diagnostic(
        .error, "exclusive-name", "“\(first.name)” is claimed exclusively by several pages",
        at: place(first), help: "let one page alone claim it", notes: others)
    }
    return Diagnostic(
      .warning, "ambiguous-name",
      "“\(first.name)” names \(claims.count) pages, so it is not linked", at: place(first),
      help: "write [[slug|\(first.name)]] where it matters, or let one page claim it with "
        + "{name: …, exclusive: true}", notes: others)
  }
}

extension Page {
  /// Whether the page may be the one of a state: an actor that is one, or of which nobody said what it
  /// is, or a country among the places.
  fileprivate var mayBeState: Bool {
    switch kind {
    case .actor: sort == nil || sort == "state" || sort == "de-facto-authority"
    case .place: sort == nil || sort == "country"
    case .conflict, .event, .page: false
    }
  }
}

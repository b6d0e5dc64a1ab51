import DossierModel
import PhraseMatching

extension SuggestionFinder {
  typealias FoundAlias = (page: PageID, name: String, places: [CaptureNames.Place])

  /// What captures name and no page has, one cluster a subject, and other names of pages.
  func clusters(of captures: [CaptureNames]) -> (clusters: [NameCluster], aliases: [FoundAlias]) {
    var table = NameTable(folding: folding)
    for capture in captures {
      for (place, sighting) in capture.sightings { table.take(sighting, at: place) }
    }
    for (sighting, place) in outlets(captures) { table.take(sighting, at: place) }
    let known = knownNames
    let entries = table.settled().filter { !known.contains($0.key) }
    let people = PersonClusters(
      entries.filter { $0.kind == .actor && $0.sort == "person" }, of: model, folding: folding)
    let bodies = BodyClusters(
      entries.filter { $0.kind != .actor || $0.sort != "person" }, folding: folding)
    let persons = people.clusters
    let surnames = Set(
      persons.flatMap { person in
        (person.names + [person.surname ?? ""]).map { folding.folded($0) }
      })
    let capitals = literalCapitals(captures, known: known)
    let cities = Set(capitals.map { folding.folded($0.title) })
    let names = Set(bodies.clusters.flatMap { $0.names.map { folding.folded($0) } }).union(known)
    let others = bodies.clusters.filter { cluster in
      let key = folding.folded(cluster.title)
      // “in Warsaw”: a seat of government is counted where it is the city, and has one page.
      if cluster.kind == .place, cities.contains(key) { return false }
      if cluster.kind == .place, isPeople(key, of: names) { return false }
      // “in Orlov”: who is a person elsewhere is no place.
      return !(cluster.rule >= .institution && surnames.contains(key))
    }
    let found = states(captures) + persons + others + capitals
    return (
      found.filter { !isRefused($0) },
      people.aliases.filter { !refused.contains($0.name) }
    )
  }

  /// Whether a folded name is the word for the people of another: `Morvan`, `Morvans` beside `Morva`.
  private func isPeople(_ key: [UInt8], of names: Set<[UInt8]>) -> Bool {
    Self.peopleEndings.contains { ending in
      key.count > ending.count + 3 && key.suffix(ending.count).elementsEqual(ending)
        && names.contains(Array(key.dropLast(ending.count)))
    }
  }

  private static let peopleEndings = ["n", "ns", "an", "ans", "ian", "ians", "i", "is"].map {
    Array($0.utf8)
  }

  /// Whether an editor refused the subject, by its title or by another full spelling of it.
  private func isRefused(_ cluster: NameCluster) -> Bool {
    refused.contains(cluster.title)
      || cluster.aliases.contains { alias in
        (alias.rule == .aliasSpelling || alias.rule == .aliasSameWords)
          && alias.name.contains(" ") && refused.contains(alias.name)
      }
  }

  /// The folded names that pages of the site have.
  private var knownNames: Set<[UInt8]> {
    var known: Set<[UInt8]> = []
    for page in model.pages where page.kind != .page {
      let names = [page.title] + (page.aliases + page.names + page.demonyms).map(\.name)
      for name in names { known.insert(folding.folded(name)) }
    }
    return known
  }

  // MARK: Outlets

  /// The publishers of captures, and what the importer read as an outlet that a capture cites.
  private func outlets(_ captures: [CaptureNames]) -> [(NameSighting, CaptureNames.Place)] {
    captures.flatMap { capture -> [(NameSighting, CaptureNames.Place)] in
      let source = model[capture.source]
      var result: [(NameSighting, CaptureNames.Place)] = []
      func add(_ name: String, _ rule: SuggestionRule, _ paragraph: Int, _ range: Range<Int>) {
        guard Self.isPlausible(name) else { return }
        result.append(
          (
            NameSighting(
              rule: rule, range: range, name: name, kind: .actor, sort: "media-outlet"),
            .init(source: capture.source, paragraph: paragraph, range: range)
          ))
      }
      if let publisher = source.publisher?.value { add(publisher, .outletPublisher, 0, 0..<0) }
      for outlet in source.article.citedOutlets {
        guard
          let (index, paragraph) = source.article.paragraphs.enumerated().first(where: {
            $0.element.text.utf8.firstRange(of: outlet.value.utf8) != nil
          }), let range = paragraph.text.utf8.firstRange(of: outlet.value.utf8)
        else { continue }
        let lower = paragraph.text.utf8.distance(
          from: paragraph.text.startIndex, to: range.lowerBound)
        add(outlet.value, .outletCited, index, lower..<(lower + outlet.value.utf8.count))
      }
      return result
    }
  }

  /// Whether a name from elsewhere may be a page’s title: letters, and signs that stand in names.
  static func isPlausible(_ name: String) -> Bool {
    guard name.utf8.count <= 100, Slug.suggested(for: name) != nil else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || " -.'’&".unicodeScalars.contains(scalar)
    }
  }

  // MARK: States

  /// The states of the built-in list that captures name and that have no page.
  private func states(_ captures: [CaptureNames]) -> [NameCluster] {
    var found: [String: NameCluster] = [:]
    for capture in captures {
      for mention in capture.mentions where mention.page == nil {
        guard case .paragraph(let index) = mention.part else { continue }
        var cluster =
          found[mention.entity.id]
          ?? NameCluster(
            kind: .actor, sort: "state", rule: .state, title: mention.entity.name)
        cluster.slug = mention.entity.id
        cluster.mentioned =
          (cluster.mentioned ?? []) + [
            .init(source: capture.source, paragraph: index, range: mention.range)
          ]
        found[mention.entity.id] = cluster
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Capitals

  /// Seats of government that captures have as cities and that have no page.
  private func literalCapitals(
    _ captures: [CaptureNames], known: Set<[UInt8]>
  ) -> [NameCluster] {
    var found: [[UInt8]: NameCluster] = [:]
    for capture in captures {
      for left in capture.leftAlone where left.reason == .literalCapital {
        guard let (name, place) = words(left.part, left.range, capture.source) else { continue }
        let key = folding.folded(name)
        var cluster =
          found[key]
          ?? NameCluster(kind: .place, sort: "settlement", rule: .literalCapital, title: name)
        cluster.mentioned = (cluster.mentioned ?? []) + [place]
        found[key] = cluster
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// The words of a name in a paragraph; nil for one in a title.
  private func words(
    _ part: MentionReader.Part, _ range: Range<Int>, _ source: SourceID
  ) -> (name: String, place: CaptureNames.Place)? {
    guard case .paragraph(let index) = part else { return nil }
    let text = Array(model[source].article.paragraphs[index].text.utf8)
    return (
      String(decoding: text[range], as: UTF8.self),
      .init(source: source, paragraph: index, range: range)
    )
  }

  /// Seats of government that captures have as the city, with how often they act.
  func unsettled(
    _ captures: [CaptureNames], _ contexts: inout ContextReader
  ) -> [UnsettledName] {
    struct Use {
      var name = ""
      var state: String?
      var acting = 0
      var literal = 0
      var places: [CaptureNames.Place] = []
    }
    var uses: [[UInt8]: Use] = [:]
    for capture in captures {
      for left in capture.leftAlone where left.reason == .literalCapital {
        guard let (name, place) = words(left.part, left.range, capture.source) else { continue }
        var use = uses[folding.folded(name)] ?? Use(name: name, state: left.candidates.first?.id)
        use.literal += 1
        use.places.append(place)
        uses[folding.folded(name)] = use
      }
    }
    for capture in captures {
      for mention in capture.mentions
      where mention.rule == .stateMetonym || mention.rule == .metonym {
        guard let (name, _) = words(mention.part, mention.range, capture.source) else { continue }
        uses[folding.folded(name)]?.acting += 1
      }
    }
    return uses.values.filter { !refused.contains($0.name) }.sorted { $0.name < $1.name }.map {
      use in
      UnsettledName(
        name: use.name, state: use.state, acting: use.acting, literal: use.literal,
        contexts: contexts.contexts(use.places))
    }
  }

  // MARK: What is known

  /// What captures name of the site’s pages, for events.
  func known(
    _ captures: [CaptureNames]
  ) -> [(slug: String, title: String, isState: Bool, places: [CaptureNames.Place])] {
    var found: [PageID: [CaptureNames.Place]] = [:]
    for capture in captures {
      for mention in capture.mentions {
        guard let page = mention.page, case .paragraph(let index) = mention.part else { continue }
        found[page, default: []].append(
          .init(source: capture.source, paragraph: index, range: mention.range))
      }
    }
    return found.sorted { $0.key < $1.key }.compactMap { page, places in
      let page = model[page]
      guard page.kind == .actor || page.kind == .conflict else { return nil }
      return (page.slug.rawValue, page.title, page.sort == "state", places)
    }
  }
}

package import DossierModel
import EDTF
import FileTree
import PhraseMatching

/// What every capture of a model makes, in the order of its sources.
func concurrentMapped<Result: Sendable>(
  _ model: SiteModel, width: Int, _ body: @escaping @Sendable (SourceID) -> Result
) -> [Result] {
  concurrentMap(model.sources.indices.map { SourceID($0) }, width: width, body)
}

/// Finds what the captures of a site mention and its Content lacks: actors, conflicts, places and
/// events, other names of pages, and seats of government that nobody settled. Rules over closed lists
/// (`SuggestionRule`); an editor decides.
package struct SuggestionFinder: Sendable {
  let model: SiteModel
  let refused: RefusedNames
  let width: Int
  let folding = LetterFolding()

  /// - Parameters:
  ///   - model: with its drafts, so that what was suggested once is known.
  ///   - refused: what an editor does not want proposed again.
  ///   - width: how many threads work.
  package init(model: SiteModel, refused: RefusedNames = RefusedNames(), width: Int = 1) {
    self.model = model
    self.refused = refused
    self.width = width
  }

  /// All suggestions; the same on any number of threads. O(bytes of the captures + names · log names).
  ///
  /// - Parameter readings: what the readers of speech and time found, parallel to `model.sources`;
  ///   empty where nobody asked them, which gives no events.
  package func suggestions(_ readings: [SuggestionReading] = []) -> Suggestions {
    let model = model
    let reader = MentionReader(model: model)
    let words = concurrentMapped(model, width: width) {
      CaptureNames.plainWords(of: model[$0].article)
    }
    let plain = WordSet(words.reduce(into: []) { $0.formUnion($1) })
    let captures = concurrentMapped(model, width: width) { id in
      CaptureNames(
        id, model[id], by: reader, plain: plain,
        reading: id.index < readings.count ? readings[id.index] : SuggestionReading())
    }
    var (clusters, aliases) = clusters(of: captures)
    let occurrences = NameOccurrences(clusters, in: model, folding: folding, width: width)
    for (index, found) in occurrences.disputes.enumerated() {
      var seen = Set(clusters[index].names)
      for (name, place) in found where seen.insert(name).inserted {
        clusters[index].aliases.append((name, .aliasDispute, [place]))
      }
    }
    var contexts = ContextReader(model: model)
    let slugs = slugs(for: clusters)
    var result = Suggestions()
    var owners: [(slug: String, title: String, isState: Bool, places: [CaptureNames.Place])] = []
    for (index, cluster) in clusters.enumerated() {
      let places = cluster.mentioned ?? occurrences.places[index]
      guard !places.isEmpty || cluster.rule == .outletPublisher, let slug = slugs[index] else {
        continue
      }
      owners.append((slug, cluster.title, cluster.sort == "state", places))
      result.pages.append(
        page(cluster, slug: slug, places: places, states: slugs.states, &contexts))
    }
    owners += known(captures)
    let events = EventClusters(readings, owners, model: model).drafts(&contexts)
    result.pages += unrefused(events, taken: slugs.all)
    result.pages.sort {
      ($1.origins, $1.captures, $1.mentions, $0.kind, $0.title)
        < ($0.origins, $0.captures, $0.mentions, $1.kind, $1.title)
    }
    result.aliases = aliases.map { page, name, places in
      AliasSuggestion(
        page: page,
        candidate: AliasCandidate(
          name: name, rule: .aliasSpelling, context: places.first.flatMap { contexts.context($0) }))
    }
    result.unsettled = unsettled(captures, &contexts)
    return result
  }

  // MARK: Pages

  private func page(
    _ cluster: NameCluster, slug: String, places: [CaptureNames.Place],
    states: [String: String], _ contexts: inout ContextReader
  ) -> PageSuggestion {
    var page = PageSuggestion(
      kind: cluster.kind, sort: cluster.sort, title: cluster.title, slug: slug, rule: cluster.rule)
    page.surname = cluster.surname
    page.mentions = places.count
    // A publisher’s page rests on its captures as wholes.
    let sources = Set((places.isEmpty ? cluster.places : places).map(\.source))
    page.captures = sources.count
    page.sources = sources.sorted()
    page.origins = origins(of: sources)
    page.contexts = contexts.contexts(cluster.places + places)
    var known = Set([folding.folded(cluster.title)])
    let named = Set(places.map { contexts.folded($0, folding) })
    for alias in cluster.aliases where !refused.contains(alias.name) {
      let key = folding.folded(alias.name)
      // A conflict’s own spelling differs from its title in case alone.
      guard known.insert(key).inserted || alias.rule == .conflict else { continue }
      guard named.contains(key) || alias.rule == .conflict || alias.rule == .formerState else {
        continue
      }
      page.aliases.append(
        AliasCandidate(
          name: alias.name, rule: alias.rule,
          context: alias.places.first.flatMap { contexts.context($0) }))
    }
    var seen: Set<String> = []
    for (office, place) in cluster.offices {
      guard let context = contexts.context(place) else { continue }
      let of = office.state.flatMap { states[$0] }
      guard seen.insert("\(office.words)|\(of ?? "")").inserted else { continue }
      page.offices.append(.init(words: office.words, of: of, context: context))
    }
    return page
  }

  private func origins(of sources: Set<SourceID>) -> Int {
    Set(sources.map { model.origin(of: $0) }).count
  }

  /// The slugs of clusters, and of states by the slug of the built-in list.
  private struct Slugs {
    var byCluster: [String?] = []
    var states: [String: String] = [:]
    var all: Set<String> = []
    subscript(index: Int) -> String? { byCluster[index] }
  }

  /// Slugs that nothing else has, whatever the order in which clusters are shown.
  private func slugs(for clusters: [NameCluster]) -> Slugs {
    var result = Slugs()
    result.all = Set(model.slugs + model.sourceKeys + ["index"])
    result.byCluster = Array(repeating: nil, count: clusters.count)
    for page in model.pages where page.kind == .actor {
      result.states[page.slug.rawValue] = page.slug.rawValue
    }
    let order = clusters.indices.sorted {
      let (left, right) = (clusters[$0], clusters[$1])
      if (left.slug == nil) != (right.slug == nil) { return right.slug == nil }
      return (left.kind, left.title) < (right.kind, right.title)
    }
    for index in order {
      let wanted = clusters[index].slug ?? Slug.suggested(for: clusters[index].title)?.rawValue
      guard let wanted, let slug = Self.free(wanted, in: &result.all) else { continue }
      result.byCluster[index] = slug
      if let state = clusters[index].slug { result.states[state] = slug }
    }
    return result
  }

  /// `tarn`, `tarn-2`, `tarn-3` …
  static func free(_ wanted: String, in taken: inout Set<String>) -> String? {
    for candidate in [wanted] + (2...99).map({ "\(wanted)-\($0)" })
    where Slug(candidate) != nil && taken.insert(candidate).inserted {
      return candidate
    }
    return nil
  }

  private func unrefused(_ events: [PageSuggestion], taken: Set<String>) -> [PageSuggestion] {
    var taken = taken
    return events.filter { !refused.contains($0.title) }.compactMap { event in
      var event = event
      guard let slug = Self.free(event.slug, in: &taken) else { return nil }
      event.slug = slug
      return event
    }
  }
}

import DossierModel
import EDTF

/// Sentences of several captures that give one day and name the same: drafts of events.
struct EventClusters {
  /// What may take part in an event, with where captures name it.
  typealias Owner = (slug: String, title: String, isState: Bool, places: [CaptureNames.Place])

  private let readings: [SuggestionReading]
  private let owners: [Owner]
  private let model: SiteModel

  init(_ readings: [SuggestionReading], _ owners: [Owner], model: SiteModel) {
    self.readings = readings
    self.owners = owners
    self.model = model
  }

  /// A sentence with a day.
  private struct Sentence {
    let place: CaptureNames.Place
    let context: SuggestionContext
    /// Indices of owners, each once, in the order of the text.
    let names: [Int]
  }

  private struct Spot: Hashable {
    let source: SourceID
    let paragraph: Int
  }

  /// At most one event a day. A day on which the site has an event gives none.
  func drafts(_ contexts: inout ContextReader) -> [PageSuggestion] {
    var named: [Spot: [(owner: Int, range: Range<Int>)]] = [:]
    for (index, owner) in owners.enumerated() {
      for place in owner.places {
        named[Spot(source: place.source, paragraph: place.paragraph), default: []].append(
          (index, place.range))
      }
    }
    var days: [Int32: [Sentence]] = [:]
    for (index, reading) in readings.enumerated() where index < model.sources.count {
      for day in reading.days {
        let source = SourceID(index)
        let place = CaptureNames.Place(source: source, paragraph: day.paragraph, range: day.range)
        guard let range = contexts.sentence(place), let context = contexts.context(place) else {
          continue
        }
        let names = (named[Spot(source: source, paragraph: day.paragraph)] ?? [])
          .filter { range.overlaps($0.range) }
          .sorted { ($0.range.lowerBound, $0.owner) < ($1.range.lowerBound, $1.owner) }
        var seen: Set<Int> = []
        days[day.day, default: []].append(
          Sentence(
            place: place, context: context,
            names: names.map(\.owner).filter { seen.insert($0).inserted }))
      }
    }
    return days.sorted { $0.key < $1.key }.compactMap { draft($0.key, $0.value) }
  }

  private func draft(_ number: Int32, _ all: [Sentence]) -> PageSuggestion? {
    guard let day = CivilDate(dayNumber: number), let date = EDTF(reading: day.text),
      !model.pages.contains(where: { page in
        page.kind == .event
          && page.date.map { DaySpan($0).overlaps(DaySpan(date)) && $0.days == 1 } == true
      })
    else { return nil }
    var sources: [Int: Set<SourceID>] = [:]
    var ranks: [Int: Int] = [:]
    for sentence in all {
      for name in sentence.names {
        sources[name, default: []].insert(sentence.place.source)
        if ranks[name] == nil { ranks[name] = ranks.count }
      }
    }
    let shared = sources.filter { $0.value.count > 1 }.keys.sorted()
    guard shared.count > 1 || shared.contains(where: { !owners[$0].isState }) else { return nil }
    let sentences = all.filter { !Set($0.names).isDisjoint(with: shared) }
    let captures = Set(sentences.map(\.place.source))
    let kind = sort(of: sentences)
    // Whom more captures name comes first, of those who is no state, of those who is named first:
    // what a sentence begins with did something, what it ends with was there.
    let order = shared.sorted { left, right in
      let (a, b) = (owners[left], owners[right])
      return (sources[right]?.count ?? 0, a.isState ? 1 : 0, ranks[left] ?? 0)
        < (sources[left]?.count ?? 0, b.isState ? 1 : 0, ranks[right] ?? 0)
    }
    let title =
      order.prefix(2).map { owners[$0].title }.joined(separator: " and ")
      + ": \(kind?.noun ?? "events") of \(day.day) \(Self.months[day.month - 1]) \(day.year)"
    guard let slug = Slug.suggested(for: "\(kind?.noun ?? "events") \(day.text)") else {
      return nil
    }
    var page = PageSuggestion(
      kind: .event, sort: kind?.sort, title: title, slug: slug.rawValue, rule: .datedCluster)
    page.day = date
    page.names = order.map { owners[$0].slug }
    page.mentions = sentences.count
    page.captures = captures.count
    page.sources = captures.sorted()
    page.origins = Set(captures.map { model.origin(of: $0) }).count
    var seen: Set<SourceID> = []
    page.contexts = sentences.map(\.context).sorted {
      ($0.source, $0.paragraph) < ($1.source, $1.paragraph)
    }
    .filter { seen.insert($0.source).inserted }
    return page
  }

  /// The sort that words of two captures speak for, the first in the list of those with the most.
  private func sort(of sentences: [Sentence]) -> (sort: String, noun: String)? {
    var best: (captures: Int, sort: String, noun: String)?
    for entry in Self.sorts {
      let captures = Set(
        sentences.filter { sentence in
          NameTokenizer.tokens(of: Array(sentence.context.sentence.utf8)).contains {
            entry.words.contains($0)
          }
        }.map(\.place.source)
      ).count
      if captures > 1, captures > best?.captures ?? 1 { best = (captures, entry.sort, entry.noun) }
    }
    return best.map { ($0.sort, $0.noun) }
  }

  private static let sorts: [(words: WordSet, sort: String, noun: String)] = [
    (WordSet("telephone telephoned phone phoned call called"), "call", "call"),
    (WordSet("visit visited visits arrived"), "visit", "visit"),
    (WordSet("declaration signed agreement accord treaty memorandum"), "agreement", "agreement"),
    (WordSet("ceasefire truce armistice"), "ceasefire", "ceasefire"),
    (
      WordSet("shelling shelled missile missiles bombed airstrike strike"),
      "shelling-or-air-strike", "shelling"
    ),
    (WordSet("exercise exercises drills"), "exercise", "exercises"),
    (WordSet("clashes fighting battle offensive hostilities"), "battle", "fighting"),
    (WordSet("meeting met talks summit"), "meeting", "meeting"),
    (WordSet("interview said told statement remarks"), "statement", "statement"),
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]
}

import DossierModel
import PhraseMatching

/// Finds all names of the clusters in all captures, so that what is printed counts mentions and not
/// only what a rule read.
struct NameOccurrences {
  /// By cluster: where its names stand, in the order of the captures.
  private(set) var places: [[CaptureNames.Place]]
  /// By cluster: which words for a dispute stand behind its stem in captures, with where.
  private(set) var disputes: [[(name: String, place: CaptureNames.Place)]]

  private enum Sense { case name, surname, dispute }

  /// O(total length of captures + names).
  init(_ clusters: [NameCluster], in model: SiteModel, folding: LetterFolding, width: Int) {
    var phrases: [Phrase] = []
    var owners: [(cluster: Int, sense: Sense)] = []
    func add(_ name: String, _ cluster: Int, _ sense: Sense) {
      phrases.append(
        Phrase(name, policy: NameClaim.policy(for: name), identifier: Int32(owners.count)))
      owners.append((cluster, sense))
    }
    for (index, cluster) in clusters.enumerated() where cluster.mentioned == nil {
      for name in cluster.names { add(name, index, .name) }
      if let surname = cluster.surname { add(surname, index, .surname) }
      if let stem = Self.stem(of: cluster) {
        for word in Self.disputeWords { add("\(stem) \(word)", index, .dispute) }
      }
    }
    let matcher = PhraseMatcher(phrases, folding: folding)
    let claims = owners
    let found = concurrentMapped(model, width: width) { id in
      Self.find(in: model[id], id, matcher: matcher, owners: claims)
    }
    places = Array(repeating: [], count: clusters.count)
    disputes = Array(repeating: [], count: clusters.count)
    let sighted = clusters.map { Set($0.places.map(\.source)) }
    for capture in found {
      let named = Set(capture.filter { $0.sense == .name }.map(\.cluster))
      for hit in capture {
        switch hit.sense {
        case .name: places[hit.cluster].append(hit.place)
        // A surname counts where the capture says whose it is.
        case .surname:
          if named.contains(hit.cluster) || sighted[hit.cluster].contains(hit.place.source) {
            places[hit.cluster].append(hit.place)
          }
        case .dispute:
          places[hit.cluster].append(hit.place)
          disputes[hit.cluster].append((hit.name, hit.place))
        }
      }
    }
  }

  private struct Hit: Sendable {
    let cluster: Int
    let sense: Sense
    let place: CaptureNames.Place
    let name: String
  }

  private static func find(
    in source: Source, _ id: SourceID, matcher: PhraseMatcher,
    owners: [(cluster: Int, sense: Sense)]
  ) -> [Hit] {
    var hits: [Hit] = []
    var matches: [PhraseMatch] = []
    for (index, paragraph) in source.article.paragraphs.enumerated() {
      let text = Array(paragraph.text.utf8)
      matches.removeAll(keepingCapacity: true)
      matcher.findMatches(in: text, range: 0..<text.count, into: &matches)
      for match in matches {
        let form = matcher.forms[Int(match.form)]
        let claims = form.identifiers.map { owners[Int($0)] }
        // A surname of two is nobody’s here; a name goes before a surname.
        let best = claims.first { $0.sense == .name } ?? (claims.count == 1 ? claims.first : nil)
        guard let best else { continue }
        hits.append(
          Hit(
            cluster: best.cluster, sense: best.sense,
            place: .init(source: id, paragraph: index, range: match.lower..<match.upper),
            name: form.text))
      }
    }
    return hits
  }

  /// What a conflict is called after: `Morva` of `Morva clashes`; nil with an ordinal, which says that
  /// there are several.
  private static func stem(of cluster: NameCluster) -> String? {
    guard cluster.kind == .conflict, cluster.rule == .conflict else { return nil }
    var words = cluster.title.split(separator: " ")
    guard words.count >= 2, words.count <= 4, let head = words.popLast(),
      NameWords.conflicts.contains(WordSet.hash(head.utf8)), let first = words.first,
      !NameWords.ordinals.contains(WordSet.hash(first.utf8)), words.last != "civil",
      words.last != "Civil"
    else { return nil }
    return words.joined(separator: " ")
  }

  private static let disputeWords = [
    "issue", "question", "dispute", "tension", "tensions", "problem", "crisis", "standoff",
  ]
}

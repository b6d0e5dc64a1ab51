import DossierModel

/// Names of one subject, before it is known how often captures have them.
struct NameCluster {
  var kind: PageKind
  var sort: String?
  var rule: SuggestionRule
  var title: String
  /// With the places where each was sighted.
  var aliases: [(name: String, rule: SuggestionRule, places: [CaptureNames.Place])] = []
  var surname: String?
  var places: [CaptureNames.Place] = []
  var offices: [(office: NameSighting.Office, place: CaptureNames.Place)] = []
  /// A slug that it should have: a state’s.
  var slug: String?
  /// Where mentions were counted already: states.
  var mentioned: [CaptureNames.Place]?

  init(_ entry: NameEntry) {
    kind = entry.kind
    sort = entry.sort
    rule = entry.rule
    title = entry.name
    places = entry.places
    offices = entry.offices
  }

  init(
    kind: PageKind, sort: String?, rule: SuggestionRule, title: String,
    places: [CaptureNames.Place] = []
  ) {
    self.kind = kind
    self.sort = sort
    self.rule = rule
    self.title = title
    self.places = places
  }

  var names: [String] { [title] + aliases.map(\.name) }
}

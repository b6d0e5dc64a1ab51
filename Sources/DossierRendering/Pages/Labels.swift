import DossierModel

/// Words of the interface that depend on the model.
enum Labels {
  static func plural(_ kind: PageKind) -> String {
    switch kind {
    case .actor: "Actors"
    case .conflict: "Conflicts"
    case .event: "Events"
    case .place: "Places"
    case .page: "Pages"
    }
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A sort for people: `armed group`, `NGO`.
  static func sort(_ sort: String) -> String {
    sort == "ngo" ? "NGO" : String(sort.map { $0 == "-" ? " " : $0 })
  }
}

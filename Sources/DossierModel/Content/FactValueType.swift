/// What the values of a fact's key, or of a qualifier, are.
package enum FactValueType: String, Sendable, CaseIterable {
  /// An EDTF date: `2020-09-27`, `2020-11-09/2020-11-10`.
  case date
  /// One actor or several, by slug, separated by commas.
  case actors
  /// One page or several of any kind, by slug, separated by commas.
  case pages
  /// A page's slug, or words where no page exists.
  case pageOrText = "page or text"
  /// An EDTF date, or a page's slug.
  case dateOrPage = "date or page"
  /// A `Toll`, or words where no number is said.
  case toll
  /// Latitude and longitude: `40.18, 44.51`.
  case coordinates
  /// One of `FactVocabulary.roles`.
  case role
  /// As the key that it stands behind.
  case sameAsKey = "as the key"
  /// Words.
  case text

  /// What it is, for the documentation: a sentence part.
  package var meaning: String {
    switch self {
    case .date: "an EDTF date: `2020-09-27`, `2020-11-09/2020-11-10`"
    case .actors: "slugs of pages in `actors/`, with commas between them"
    case .pages: "slugs of pages of any kind, with commas between them"
    case .pageOrText: "the slug of a page, or words"
    case .dateOrPage: "an EDTF date, or the slug of a page"
    case .toll:
      "a number (`4,000`), a range low-high (`4,000-5,000`) or low-best-high (`4,000-4,400-5,000`), or "
        + "words"
    case .coordinates: "latitude, longitude in decimal degrees (WGS 84): `40.18, 44.51`"
    case .role: "one of the roles"
    case .sameAsKey: "a value of the type of its key"
    case .text: "words"
    }
  }

  /// Whether each of its values must be a page, or a date where it may be one: such values are looked
  /// up with the other references of a page.
  package var isReference: Bool {
    switch self {
    case .actors, .pages, .dateOrPage: true
    case .date, .pageOrText, .toll, .coordinates, .role, .sameAsKey, .text: false
    }
  }
}

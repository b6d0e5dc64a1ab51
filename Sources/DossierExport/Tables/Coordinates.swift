import DossierModel

/// A point in decimal degrees (WGS 84), as an editor wrote it.
struct Coordinates: Hashable {
  let latitude: String
  let longitude: String
  /// The page of the place.
  let place: String
  /// UCDP's code for how exactly a place is known: 1, the place itself, to 6, a country.
  let precision: Int

  /// Where a place lies. A country is no point: nil.
  init?(of page: Page) {
    guard page.kind == .place, let precision = UCDPCodes.placePrecision(of: page.sort),
      precision < 6, let text = page.pick("coordinates")?.text
    else { return nil }
    let parts = text.split(separator: ",").map { $0.split(separator: " ").joined() }
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    (self.latitude, self.longitude) = (parts[0], parts[1])
    place = page.slug.rawValue
    self.precision = precision
  }

  /// Where an event happened: the first place of the editor's pick that has a point.
  init?(ofEvent page: Page, in model: SiteModel) {
    let places = page.pick("where")?.pages.compactMap(\.page) ?? []
    guard let found = places.lazy.compactMap({ Coordinates(of: model[$0]) }).first else {
      return nil
    }
    self = found
  }
}

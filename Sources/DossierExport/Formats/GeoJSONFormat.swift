import Diagnostics
package import DossierModel
import EDTF

/// Places and events as points (GeoJSON, RFC 7946). A country is no point, and gets none.
package enum GeoJSONFormat {
  /// One collection of features: places, then events, in the order of slugs. O(pages).
  package static func export(_ model: SiteModel) -> ExportResult {
    var json = JSONWriter(isIndented: true)
    var (placesLeft, eventsLeft) = (0, 0)
    json.beginObject()
    json.key("type")
    json.value("FeatureCollection")
    json.key("features")
    json.beginArray()
    for id in model.pages(of: .place) {
      if let point = Coordinates(of: model[id]) {
        feature(model[id], point, model, &json)
      } else {
        placesLeft += 1
      }
    }
    for id in model.pages(of: .event) {
      if let point = Coordinates(ofEvent: model[id], in: model) {
        feature(model[id], point, model, &json)
      } else {
        eventsLeft += 1
      }
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return ExportResult(
      files: [ExportFile(name: "dossier.geojson", bytes: json.bytes)],
      dropped: [
        placesLeft == 0 ? nil : "\(placesLeft) of the places, which have no point",
        eventsLeft == 0 ? nil : "\(eventsLeft) of the events, whose places have no point",
        "actors, conflicts, statements, claims and sources, which are no places",
      ].compactMap(\.self))
  }

  private static func feature(
    _ page: Page, _ point: Coordinates, _ model: SiteModel, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("type")
    json.value("Feature")
    json.key("id")
    json.value(page.slug.rawValue)
    json.key("geometry")
    json.beginObject()
    json.key("type")
    json.value("Point")
    json.key("coordinates")
    json.beginArray()
    // Longitude first (RFC 7946, section 3.1.1).
    json.number(point.longitude)
    json.number(point.latitude)
    json.endArray()
    json.endObject()
    json.key("properties")
    json.beginObject()
    for (name, value) in [
      ("title", page.title), ("section", page.kind.rawValue), ("kind", page.sort),
      ("when", page.kind == .event ? page.date(of: "when")?.text : nil),
      ("place", page.kind == .event ? point.place : nil),
      ("url", model.address(of: page.path)),
    ] where value != nil {
      json.key(name)
      json.value(value)
    }
    json.key("where_prec")
    json.value(point.precision)
    json.endObject()
    json.endObject()
  }
}

import DossierExport
import Foundation
import Testing

struct FormatTests {
  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Geometry: Decodable {
        let type: String
        let coordinates: [Double]
      }
      let id: String
      let geometry: Geometry
      let properties: [String: Property]
    }
    enum Property: Decodable, Equatable {
      case text(String), number(Int)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
          try (try? .number(container.decode(Int.self))) ?? .text(container.decode(String.self))
      }
    }
    let type: String
    let features: [Feature]
  }

  @Test func `a place and what happened there are points, a country is none`() throws {
    let site = try ExportedSite(ExportedSite.port)
    let result = GeoJSONFormat.export(site.model)
    let collection = try JSONDecoder().decode(Collection.self, from: Data(result.files[0].bytes))
    #expect(collection.type == "FeatureCollection")
    #expect(collection.features.map(\.id) == ["old-port", "shelling"])
    #expect(collection.features.map(\.geometry.coordinates) == [[-44.5, 40.18], [-44.5, 40.18]])
    #expect(collection.features[1].properties["when"] == .text("2020-07-12/2020-07-14"))
    #expect(collection.features[1].properties["where_prec"] == .number(1))
    #expect(
      result.dropped == [
        "1 of the places, which have no point", "1 of the events, whose places have no point",
        "actors, conflicts, statements, claims and sources, which are no places",
      ])
  }

  @Test func `the document has a member for each table, with the cells that are not empty`() throws
  {
    let site = try ExportedSite(ExportedSite.port)
    let bytes = JSONFormat.export(site.model, site.index).files[0].bytes
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(
      Set(document.keys) == Set(["format", "site"] + ExportCatalogue.tables.map(\.name)))
    let names = try #require(document["names"] as? [[String: String]])
    #expect(
      names.contains(["page": "north", "name": "Upper Land", "type": "name", "used_by": "south"]))
    let renderings = try #require(document["renderings"] as? [[String: Any]])
    #expect(renderings.first?["text"] as? String == "We will not yield")
  }

  @Test func `two databases of one site are the same, and answer`() throws {
    let site = try ExportedSite(ExportedSite.port)
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["a", "b"].map { folder.appending(path: $0) }
    for file in files {
      #expect(try SQLiteFormat.export(site.model, site.index, to: file.path) == [])
    }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    #expect(
      try SQLiteFormat.answer(
        "SELECT page || ' ' || value FROM claims_on_one_origin WHERE key = 'killed'",
        in: files[0].path)
        == ["shelling 3-4-6", "shelling 5", "truce ten"])
    #expect(
      try SQLiteFormat.answer(
        "SELECT slug FROM search WHERE search MATCH 'NÓRTHLAND'", in: files[0].path)
        == ["north"])
  }
}

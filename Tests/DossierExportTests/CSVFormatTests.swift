import DossierExport
import Testing

struct CSVFormatTests {
  private static func csv(_ name: String) throws -> [String] {
    let site = try ExportedSite(ExportedSite.port)
    let file = try #require(
      CSVFormat.export(site.model, site.index).files.first { $0.name == name })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test func `an event has its days, its place, its people and its dead`() throws {
    let rows = try Self.csv("events.csv")
    #expect(
      rows == [
        "slug,title,section,kind,summary,part_of,external,reviewed,url,conflicts,when,when_first,when_last,date_prec,"
          + "where,latitude,longitude,participants,outcome,killed_low,killed_best,killed_high",
        "shelling,Shelling of the port,event,shelling-or-air-strike,,,,,https://port.example/events/shelling.html,"
          + "harbour-war,2020-07-12/2020-07-14,2020-07-12,2020-07-14,2,old-port,40.18,-44.5,north: initiator,,3,4,6",
        "truce,Truce,event,ceasefire,,,,,https://port.example/events/truce.html,,,,,,,,,,,,,",
      ])
  }

  @Test func `events with deaths that somebody counted stand in UCDP's columns`() throws {
    let site = try ExportedSite(ExportedSite.port)
    #expect(
      CSVFormat.export(site.model, site.index).dropped == [
        "from events-ucdp.csv: 1 event whose deaths are told in words"
      ])
    #expect(
      try Self.csv("events-ucdp.csv").dropFirst() == [
        "1,shelling,2020,1,Harbour war,Northland - =Southland(),Northland,\"'=Southland()\",2,1,"
          + "Shells fall on port; Envoy speaks,1,old-port,40.18,-44.5,2,2020-07-12,2020-07-14,4,6,3"
      ])
  }

  @Test func `what a spreadsheet would run is text`() throws {
    let rows = try Self.csv("actors.csv")
    #expect(rows.contains { $0.hasPrefix("south,\"'=Southland()\",actor,state,") })
    #expect(!rows.contains { $0.contains(",=") || $0.contains(",\"=") })
  }

  @Test func `a claim keeps its rank, its qualifiers, its estimates and its origins`() throws {
    let rows = try Self.csv("claims.csv").filter { $0.hasPrefix("shelling.killed.") }
    #expect(
      rows.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(
          separator: ",")
      }
        == [
          "shelling,killed,,3-4-6,,preferred,false,,,,,,south,,,,,,3,4,6,2,1",
          "shelling,killed,,5,,normal,false,,,,,,north,,,,,,5,5,5,1,1",
        ])
  }

  @Test func `every passage is listed with what rests on it and where it comes from`() throws {
    let rows = try Self.csv("citations.csv")
    #expect(rows.contains("north,,,,tide,p1,,tide,https://port.example/sources/tide.html#p1"))
    #expect(
      rows.contains(
        "envoy,,no-yield,1,gull,p1,radio,radio,https://port.example/sources/gull.html#p1"))
    #expect(
      rows.contains { $0.hasPrefix("shelling,shelling.killed.") && $0.contains(",gull,p1,,tide,") })
  }

  @Test func `quotation marks are doubled, and a cell with a comma is quoted`() throws {
    #expect(
      try Self.csv("pages.csv").contains { $0.hasSuffix(",\"Shells, \"\"fell\"\" on the port.\"") })
  }

  @Test func `what an inbox capture's rules read is hidden where the site hides it`() throws {
    var files = ExportedSite.port
    files["dossier.yml", default: ""] += "unreviewed: hide\n"
    files["seeds/gull.yml"] = "origin: tide\n"
    let site = try ExportedSite(files)
    let sources = try #require(
      CSVFormat.export(site.model, site.index).files.first { $0.name == "sources.csv" })
    #expect(!String(decoding: sources.bytes, as: UTF8.self).contains("Envoy speaks"))
  }
}

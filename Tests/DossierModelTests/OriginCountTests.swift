import CommonMark
import DossierModel
import EDTF
import Testing

/// Origins are counted per passage, not articles.
struct OriginCountTests {
  /// Sources by key, with the origin that the sidecar names.
  private static func model(_ origins: [(String, String?)]) throws -> SiteModel {
    let sources = try origins.map { key, origin in
      var source = Source(
        key: try #require(Slug(key)), capture: nil, sidecar: nil, digest: nil, byteCount: 0,
        title: Known(key, basis: .sidecar), article: Article())
      source.origin = origin
      return source
    }
    return SiteModel(
      configuration: SiteConfiguration(title: ""), pages: [], sources: sources, home: nil,
      attachments: [])
  }

  private static func citations(_ texts: [String]) -> [Citation] {
    texts.map { text in
      let parts = text.split(separator: " ").map(String.init)
      return Citation(
        key: parts[0], locator: nil, origin: parts.count > 1 ? parts[1] : nil, range: 0..<0)
    }
  }

  @Test(arguments: [
    ([], 0, 0), (["a"], 1, 1), (["a", "b"], 2, 2), (["a", "a"], 1, 1), (["a", "nobody"], 1, 1),
    (["nobody"], 0, 0),
    // The sidecars name one interview.
    (["c", "d"], 2, 1), (["a", "c", "d"], 3, 2),
    // The passages do, whatever the sidecars say.
    (["a interview", "b interview"], 2, 1), (["a interview", "c", "b"], 3, 2),
    (["c readout", "d"], 2, 2),
    // One article has an interview and words of its own.
    (["a", "a interview"], 1, 2),
    // Whoever quotes a source of the site has that source's origin.
    (["b a", "a"], 2, 1), (["b c", "d"], 2, 1), (["e", "d"], 2, 1),
    // Two that name one another are one.
    (["x", "y"], 2, 1), (["a x", "b y"], 2, 1),
  ])
  func `sources and origins`(_ texts: [String], _ sources: Int, _ origins: Int) throws {
    let model = try Self.model([
      ("a", nil), ("b", nil), ("c", "interview"), ("d", "interview"), ("e", "d"), ("x", "y"),
      ("y", "x"),
    ])
    #expect(
      OriginCount(Self.citations(texts), in: model)
        == OriginCount(sources: sources, origins: origins))
  }
}

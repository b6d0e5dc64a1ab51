import DossierModel
import DossierRendering
import TemplateEngine
import Testing

/// What templates get is what the schema promises.
struct PageModelTests {
  @Test func `every field of every record occurs, and has the type that the schema says`() throws {
    var files = SampleFiles.spoken
    // Over fifty origins, so that a page of all mentions is linked and made; over fifty statements, so
    // that all of them are linked; over five hundred entries, so that lists have parts.
    for number in 0..<510 {
      files["Content/events/incident-\(number).md"] =
        "---\ntitle: Incident \(number)\nkind: other\nconflicts: [old-dispute]\n---\nNorland protested.\n"
        + (number < 60
          ? "\n## Statements\n> \"Word \(number)\" [@book]\n> -- norland {#word-\(number)}\n" : "")
    }
    // A timeline with all its parts.
    files["seeds/wave.txt"] = """
      Another report about the harbour

      Norland held the harbour of Grey Port as early as 1988, an official of the harbour office said.

      Norland is to leave the harbour by 1 December 2020, the same official of the office said.

      """
    files["seeds/wave.yml"] = "published: 2020-10-15\n"
    // Pictures, and months in which nothing was published.
    files["seeds/early.yml"] = "title: An early report\npublished: 2020-02-01\n"
    files.merge(ConflictPictureTests.drawn) { first, _ in first }
    // A withdrawn source, and what rested on it alone.
    files["seeds/tale.yml"] = "title: A tale\nwithdrawn: {date: 2020-11-20, reason: A lie.}\n"
    files["Content/pages/tale.md"] = "---\ntitle: Tale\n---\nSo they say [@tale].\n"
    let site = try RenderedSite(
      files, asOfReviewOf: "sudland", changes: Self.changes,
      template: TypeProbe.template(in: PageSchema.schema))
    var seen: Set<String> = []
    for artifact in site.artifacts where artifact.path.rawValue.hasSuffix(".html") {
      for line in String(decoding: artifact.bytes, as: UTF8.self).split(separator: "\n") {
        #expect(!line.hasPrefix("WRONG"), "\(line) on \(artifact.path)")
        seen.insert(String(line))
      }
    }
    let missing = TypeProbe.labels(of: PageSchema.schema).subtracting(seen)
    // What the templates share is met once it is met on one kind of page.
    let shared = Set(seen.map(Self.withoutTemplate))
    #expect(missing.map(Self.withoutTemplate).filter { !shared.contains($0) }.sorted() == [])
  }

  /// Changes of every sort, of more than five hundred pages.
  private static var changes: ChangeReport {
    let page = SiteChanges.PageName(kind: .actor, slug: "norland", title: "Norland")
    func claim(_ value: String) -> SiteChanges.Claim {
      .init(key: "founded", name: nil, value: value, qualifiers: [], sources: ["book"])
    }
    var changes = SiteChanges()
    changes.pages = [.init(page: page, kind: .retitled(from: "Nordia"))]
    changes.claims = [.init(page: page, claim: claim("1902"), kind: .altered(from: claim("1901")))]
    changes.sources = [.init(key: "book", title: "Book", kind: .new)]
    changes.prose = (0..<501).map { number in
      .init(
        page: .init(kind: .event, slug: "incident-\(number)", title: "Incident \(number)"),
        new: number, gone: 1)
    }
    changes.notCompared = ["Content/actors/lost.md"]
    let revision = ChangeReport.Revision(
      id: String(repeating: "0a", count: 20), day: "2020-01-01", subject: "S")
    return ChangeReport(
      base: revision, head: revision, isShallow: false, changes: changes, days: [:])
  }

  /// `ActorTemplate.facts` as `facts`; fields of other records as they are.
  private static func withoutTemplate(_ label: String) -> String {
    let parts = label.split(separator: ".")
    guard let record = parts.first, let field = parts.last, record.hasSuffix("Template") else {
      return label
    }
    return String(field)
  }

  @Test func `each entry has a schema, and each field a sentence for theme authors`() {
    for (name, record) in PageSchema.entries {
      #expect(PageSchema.schema[record] != nil, "\(name)")
    }
    for record in PageSchema.schema.records {
      #expect(!record.documentation.isEmpty, "\(record.name)")
      for field in record.fields {
        #expect(!field.documentation.isEmpty, "\(record.name).\(field.name)")
      }
      #expect(Set(record.fields.map(\.name)).count == record.fields.count, "\(record.name)")
    }
  }

  @Test func `the number of threads does not show`() throws {
    let one = try RenderedSite(SampleFiles.site)
    for width in [2, 8] {
      let many = try RenderedSite(SampleFiles.site, width: width)
      #expect(many.paths == one.paths)
      for (left, right) in zip(one.artifacts, many.artifacts) {
        #expect(left.bytes == right.bytes, "\(left.path)")
        #expect(left.inputs == right.inputs, "\(left.path)")
      }
    }
  }
}

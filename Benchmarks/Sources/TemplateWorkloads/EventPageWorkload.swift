import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import DossierRendering
import FileTree
import TemplateEngine

/// The page of an event that 30 other pages name, with notes, facts, statements and neighbours, made with
/// the project's own theme.
package struct EventPageWorkload {
  /// How many pages name the event.
  static let backlinks = 30

  /// Makes the page: its values, its prose, its lists and the template. Gives the number of bytes.
  package let page: () throws -> Int
  /// Renders the template alone, with the values made before.
  package let template: () throws -> Int

  package init() throws {
    let loaded = SiteLoader(files: MemoryFileSystem(texts: Self.site)).load()
    guard let model = loaded.model else { throw Fixtures.report(loaded.diagnostics) }
    let (index, findings) = SiteLinker(model: model, generated: SiteFiles.generated(for: model))
      .link()
    let errors = (loaded.diagnostics + findings).filter { $0.severity == .error }
    guard errors.isEmpty else { throw Fixtures.report(errors) }
    let templates = try Self.theme()
    let renderer = SiteRenderer(
      model: model, index: index, templates: templates, assets: [], now: nil, width: 1)
    guard let position = model.pages.firstIndex(where: { $0.slug.rawValue == "summit" }) else {
      throw Fixtures.Failure("the site has no page of the summit")
    }
    let id = PageID(position)

    let (name, record) = renderer.templateAndRecord(of: id)
    guard let slot = record.schema.slot(of: "mention_count"),
      case .int(Self.backlinks) = record.values[slot]
    else { throw Fixtures.Failure("the page is not named by \(Self.backlinks) pages") }
    func rendered() throws -> [UInt8] {
      var output: [UInt8] = []
      try templates.render(name, record, into: &output)
      return output
    }
    guard let artifact = try renderer.render(id).first, try rendered() == artifact.bytes else {
      throw Fixtures.Failure("the template alone does not give the page")
    }
    page = { try renderer.render(id).reduce(0) { $0 + $1.bytes.count } }
    template = { try rendered().count }
  }

  /// The project's theme, from `Templates/`.
  private static func theme() throws -> TemplateSet {
    let files = Fixtures.project
    var sources: [TemplateSource] = []
    for entry in try files.entries(under: "Templates") where entry.path.hasSuffix(".html") {
      let file = SourceFile(
        path: entry.path, bytes: try files.contents(of: entry.path, limit: 1 << 20))
      sources.append(TemplateSource(name: String(entry.path.dropFirst(10)), file: file))
    }
    let (set, findings) = TemplateSet.compile(
      sources, entries: PageSchema.entries, schema: PageSchema.schema)
    guard let set else { throw Fixtures.report(findings) }
    return set
  }

  // MARK: the site; all of it is invented

  private static var site: [String: String] {
    var files = [
      "dossier.yml": "title: Harbour dispute\nbase-url: https://example.org/\n",
      "Content/actors/norland.md": "---\ntitle: Norland\nkind: state\n---\nA kingdom.\n",
      "Content/actors/sudland.md": "---\ntitle: Sudland\nkind: state\n---\nA kingdom.\n",
      "Content/conflicts/dispute.md": "---\ntitle: Dispute of 2020\n---\nA dispute of Norland.\n",
      "Content/events/summit.md": event,
    ]
    for number in 1...6 {
      files["seeds/report-\(number).txt"] = capture(number)
      files["seeds/report-\(number).yml"] =
        "publisher: Tide Gazette\npublished: 2020-10-\(number + 10)\nreviewed: 2020-10-21\n"
    }
    for number in 1...backlinks {
      files["Content/events/incident-\(number).md"] = """
        ---
        title: Incident \(number)
        kind: other
        conflicts: [dispute]
        ---
        Boats of Norland were stopped on the way. It had been agreed at the [[summit]] that they pass.

        ## Facts
        - when: 2020-\(number < 16 ? "09" : "11")-\(number < 10 ? "0" : "")\(number)

        """
    }
    return files
  }

  private static func capture(_ number: Int) -> String {
    """
    Envoys of two kingdoms meet again, report \(number)

    The envoys of both kingdoms met for the \(number)th time on Wednesday, an official of the harbour \
    office said, and they agreed to meet again before the winter storms begin in earnest.

    The official called the meeting "a talk about fish" and said that one side had again accused the \
    other of taking down the buoys; nobody would comment on that.

    """
  }

  private static let event = """
    ---
    title: Summit at Grey Port
    kind: meeting
    summary: Both kingdoms agreed to let boats pass and to meet again.
    conflicts: [dispute]
    reviewed: 2020-10-21
    ---
    The envoys of [[norland]] and [[sudland]] met [@report-1 p1]. They agreed to meet again \
    [@report-2 p1], and called it a talk about fish [@report-3 p2].

    ## Before

    Buoys had been taken down & put back [@report-4 p2]. Each side *accused* the other [@report-5 p2].

    - Norland counted **twelve** buoys [@report-6 p1].
    - Sudland counted none [@report-6 p2].

    ## After

    Boats passed for a week [@report-2 p1]. Then they did not [@report-1 p2].

    ## Facts

    - when: 2020-10-14 [@report-1 p1]
    - killed: none [@report-1]

    ## Statements

    > "a talk about fish" [@report-1 p2]
    > -- norland {#fish}

    """
}

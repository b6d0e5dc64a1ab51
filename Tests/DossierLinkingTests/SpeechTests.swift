import Diagnostics
import DossierLinking
import DossierModel
import EDTF
import Foundation
import Testing

/// Acts of speech: which quotations are one, which belong to an editor's block, which are not shown.
struct SpeechTests {
  static func capture(_ paragraphs: String...) -> String {
    """
    The quarrel over the harbour goes on

    The quarrel over the harbour has gone on for longer than anybody in either town can remember, and \
    this week it was heard of again.

    """ + paragraphs.joined(separator: "\n\n") + "\n"
  }

  static let actors = [
    "Content/actors/wendel.md": "---\ntitle: Ada Wendel\nkind: person\nsurname: Wendel\n---\n",
    "Content/actors/quill.md": "---\ntitle: Otto Quill\nkind: person\nsurname: Quill\n---\n",
    "Content/actors/norland.md": "---\ntitle: Norland\nkind: state\n---\n",
  ]

  static let one = capture(
    "“We have never asked Norland for a second harbour, and we shall not,” Ada Wendel said.")
  static let two = capture(
    "In an interview Ada Wendel said: “Never have we asked Norland for a second harbour.”")

  static func sidecar(_ published: String, _ more: String = "") -> String {
    "publisher: Gazette\npublished: \(published)\nlanguage: en\n\(more)"
  }

  static let twoCaptures = [
    "seeds/one.txt": one, "seeds/one.yml": sidecar("2020-05-04", "origin: interview\n"),
    "seeds/two.txt": two, "seeds/two.yml": sidecar("2020-05-05", "origin: interview\n"),
  ]

  /// Each act as `id by speaker: rendering | rendering (origins)`.
  static func acts(
    _ files: [String: String], beside actors: [String: String] = actors, width: Int = 1
  ) throws -> [String] {
    let site = try LinkedSite(files.merging(actors) { one, _ in one }, width: width)
    #expect(site.diagnostics.filter { $0.severity == .error } == [])
    return site.index.speech.acts.map { shown($0, in: site.model) }
  }

  static func shown(_ act: SpeechAct, in model: SiteModel) -> String {
    let speaker =
      switch act.speaker {
      case .page(let page): model[page].slug.rawValue
      case .name(let name): name
      }
    let renderings = act.renderings.map { rendering in
      let places = rendering.passages.map { "\(model[$0.source].key) \($0.locator ?? "")" }
        .joined(separator: ", ")
      return words(rendering, in: model) + " [" + places + "]"
        + (rendering.isRead && rendering.rule == nil ? " unnamed" : "")
    }
    return "\(speaker): " + renderings.joined(separator: " | ") + " = \(act.origins.count)"
  }

  static func words(_ rendering: SpeechAct.Rendering, in model: SiteModel) -> String {
    switch rendering.words {
    case .declared(let block, let index):
      return model[block.page].statements[block.statement].renderings[index].text
    case .read(let parts):
      return parts.map { part in
        let source = model[rendering.passages[0].source]
        let text = Array(source.article.paragraphs[part.paragraph].text.utf8)[part.range]
        return String(decoding: text, as: UTF8.self)
      }.joined(separator: " ")
    }
  }

  @Test func `two renderings of one utterance are one act, and one origin`() throws {
    #expect(
      try Self.acts(Self.twoCaptures) == [
        "wendel: We have never asked Norland for a second harbour, and we shall not, [one p2] | "
          + "Never have we asked Norland for a second harbour. [two p2] = 1"
      ])
  }

  @Test func `a capture without an origin is its own`() throws {
    var files = Self.twoCaptures
    files["seeds/two.yml"] = Self.sidecar("2020-05-05")
    #expect(try Self.acts(files).map { $0.suffix(4) } == [" = 2"])
  }

  @Test(
    "what is not the same stays apart",
    arguments: [
      // Weeks later.
      (two, sidecar("2020-06-05")),
      // Somebody else.
      (two.replacing("Ada Wendel", with: "Otto Quill"), sidecar("2020-05-05")),
      // Other words.
      (
        capture("“Nobody has ever built a third bridge over that river,” Ada Wendel said."),
        sidecar("2020-05-05")
      ),
    ])
  func apart(capture: String, sidecar: String) throws {
    let acts = try Self.acts([
      "seeds/one.txt": Self.one, "seeds/one.yml": Self.sidecar("2020-05-04"),
      "seeds/two.txt": capture, "seeds/two.yml": sidecar,
    ])
    #expect(acts.count == 2, "\(acts)")
  }

  @Test func `an id comes from speaker, source and words, whatever else there is`() throws {
    func ids(_ files: [String: String]) throws -> [String] {
      try LinkedSite(files.merging(Self.actors) { one, _ in one }).index.speech.acts.map(\.id)
    }
    let alone = try ids(Self.twoCaptures)
    #expect(alone.count == 1 && alone[0].hasPrefix("wendel.one."))
    var more = Self.twoCaptures
    more["seeds/a-third.txt"] = Self.capture(
      "“We have never asked Norland for a second harbour, not once,” Wendel said.",
      "“Ada Wendel is not the one who decides about harbours,” said Otto Quill.")
    more["seeds/a-third.yml"] = Self.sidecar("2020-05-06")
    #expect(try ids(more).contains(alone[0]))
    #expect(try ids(more).count == 2)
  }

  @Test(
    "a speaker whom no cue names is not made public",
    arguments: [
      // The paragraph has no cue of its own.
      capture(
        "Ada Wendel said that she was tired.", "“I have never slept in that harbour at all.”"),
      // Nobody is known by the name.
      capture("“We have never asked for a second harbour,” said Bertram Vole."),
      // Too short for a page.
      capture("Ada Wendel called it “wholly absurd” in a letter."),
    ])
  func hidden(capture: String) throws {
    #expect(try Self.acts(["seeds/one.txt": capture, "seeds/one.yml": Self.sidecar("2020")]) == [])
  }

  @Test func `an editor's block has its words, and takes up what its paragraphs hold`() throws {
    var files = Self.twoCaptures
    files["Content/events/talk.md"] = """
      ---
      title: The talk
      kind: statement
      ---
      A talk.

      ## Facts
      - when: 2020-05-03

      ## Statements
      > "We have never asked Norland for a second harbour" [@one p2 from radio]
      > -- wendel {#never-asked}
      """
    let site = try LinkedSite(files.merging(Self.actors) { one, _ in one })
    let acts = site.index.speech.acts
    #expect(
      acts.map { Self.shown($0, in: site.model) } == [
        "wendel: We have never asked Norland for a second harbour [one p2] | "
          + "Never have we asked Norland for a second harbour. [two p2] = 2"
      ])
    #expect(acts.map(\.id) == ["never-asked"])
    #expect(acts.first?.spoken?.text == "2020-05-03")
    #expect(acts.first?.published?.text == "2020-05-04")
    #expect(site.index.speech.quotes.joined().map(\.act) == [0, 0])
    let norland = try site.id("norland")
    #expect(acts.map(\.about) == [[norland]])
    #expect(site.index.speech.acts(by: try site.id("wendel")) == [0])
    #expect(site.index.speech.acts(naming: norland) == [0])
  }

  @Test func `a capture that repeats the words has them in one rendering`() throws {
    let quote = "“We have never asked Norland for a second harbour,” Ada Wendel said"
    let between =
      "The towns are further apart than the map makes them look, and nobody has ever built the road "
      + "that was to join them."
    let acts = try Self.acts([
      "seeds/one.txt": Self.capture(
        quote + " at noon in the hall.", between, quote + " again, to whoever had missed it."),
      "seeds/one.yml": Self.sidecar("2020-05-04"),
    ])
    #expect(
      acts == ["wendel: We have never asked Norland for a second harbour, [one p2, one p4] = 1"])
  }

  @Test func `the number of threads does not show`() throws {
    let one = try Self.acts(Self.twoCaptures)
    #expect(try Self.acts(Self.twoCaptures, width: 4) == one)
  }
}

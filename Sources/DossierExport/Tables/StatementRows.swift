import DossierModel
import EDTF

/// What was said: one row an act of speech, and one a rendering of it.
struct StatementRows {
  /// A rendering of an act of speech.
  struct Rendering {
    let act: SpeechAct
    /// From 1.
    let number: Int
    let rendering: SpeechAct.Rendering
  }

  let renderingRows: [Rendering]
  let table: ExportTable
  let renderings: ExportTable
  let dropped: [String]

  init(_ model: SiteModel, _ speech: SpeechIndex) {
    let acts = speech.acts
    let rows = acts.flatMap { act in
      act.renderings.enumerated().map { Rendering(act: act, number: $0 + 1, rendering: $1) }
    }
    renderingRows = rows
    var columns = ColumnSet<SpeechAct>()
    columns.require("id", "The statement's address: `statements/ID.html`.") { $0.id }
    columns.add("speaker", "The slug of who spoke; empty for somebody without a page.") {
      guard case .page(let page) = $0.speaker else { return .none }
      return .text(model[page].slug.rawValue)
    }
    columns.require("speaker_name", "Who spoke, for people.") {
      switch $0.speaker {
      case .page(let page): model[page].title
      case .name(let name): name
      }
    }
    columns.add("spoken", "When the words were spoken, where an editor says so, EDTF.") {
      .text($0.spoken?.text)
    }
    columns.add("published", "The earliest publication, EDTF. It is no date of the utterance.") {
      .text($0.published?.text)
    }
    columns.add("declared", "Whether an editor wrote it down; else rules read it.", .flag) {
      .flag(!$0.declarations.isEmpty)
    }
    columns.add("on_pages", "Slugs of the pages with its block.") {
      .list($0.declarations.map { model[$0.page].slug.rawValue })
    }
    columns.add("about", "Slugs of actors named in the words.") {
      .list($0.about.map { model[$0].slug.rawValue })
    }
    columns.add("sources", "How many sources carry it.", .integer) { .integer($0.sources.count) }
    columns.add("origins", "How many origins these have.", .integer) { .integer($0.origins.count) }
    columns.require("url", "Its address.") { model.address(of: $0.path) }
    table = columns.table("statements", "An act of speech.", rows: acts)
    renderings = Self.renderings(model, rows)
    let read = rows.count { $0.rendering.isRead }
    dropped =
      read == 0
      ? []
      : [
        "the words of \(read) \(read == 1 ? "rendering" : "renderings") that rules read in captures"
      ]
  }

  private static func renderings(_ model: SiteModel, _ rows: [Rendering]) -> ExportTable {
    var columns = ColumnSet<Rendering>()
    columns.require("statement", "The id of the statement.") { $0.act.id }
    columns.add("number", "Its place among the statement's renderings, from 1.", .integer) {
      .integer($0.number)
    }
    columns.add(
      "text", "The words as an editor quotes them, up to a hundred; empty for what rules read."
    ) {
      guard case .declared(let declaration, let index) = $0.rendering.words else { return .none }
      let statement = model[declaration.page].statements[declaration.statement]
      return .text(statement.renderings[index].published(in: model).text)
    }
    columns.add("read_by_rule", "Whether a machine read it in a capture.", .flag) {
      .flag($0.rendering.isRead)
    }
    columns.add("rule", "The rule that found the speaker beside the words.") {
      .text($0.rendering.rule)
    }
    return columns.table(
      "renderings", "The words of a statement as one outlet, translation or trim has them.",
      rows: rows)
  }
}

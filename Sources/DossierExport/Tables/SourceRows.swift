import DossierModel
import EDTF
import FileTree

/// One row a source.
enum SourceRows {
  static func table(_ model: SiteModel) -> ExportTable {
    let knownBy =
      "`editor`, `ingest`, the rule that read it, or the line of a review file that accepted it."
    var columns = ColumnSet<SourceID>()
    columns.require("key", "What citations call it.") { model[$0].key.rawValue }
    columns.require("title", "Its title.") { model[$0].title.value }
    columns.require("title_known_by", knownBy) {
      basis(model[$0].title.basis)
    }
    columns.add("publisher", "The outlet.") { .text(model[$0].publisher?.value) }
    columns.add("publisher_known_by", knownBy) {
      .text((model[$0].publisher?.basis).map(basis))
    }
    columns.add("author", "Who wrote it.") { .text(model[$0].author?.value) }
    columns.add("published", "EDTF.") { .text(model[$0].published?.value.text) }
    columns.add("published_known_by", knownBy) {
      .text((model[$0].published?.basis).map(basis))
    }
    columns.add("captured", "When the capture was made, EDTF.") {
      .text(model[$0].captured?.value.text)
    }
    columns.add("reviewed", "When an editor reviewed it, EDTF; empty: it is in the inbox.") {
      .text(model[$0].reviewed?.text)
    }
    columns.add("language", "BCP 47.") { .text(model[$0].language?.value) }
    columns.add("original_url", "Where it was published.") { .text(model[$0].url?.value) }
    columns.require("rights", "`extracts` or `full`.") { model[$0].rights.rawValue }
    columns.add("reliability", "Admiralty grade, A to F, where somebody graded.") {
      .text(model[$0].reliability)
    }
    columns.require("origin", "Where the whole report comes from; its own key where nobody says.") {
      model.origin(of: $0)
    }
    columns.add("sha256", "Of the capture's bytes; empty for a work known by its sidecar alone.") {
      .text(model[$0].digest?.hex)
    }
    columns.require("url", "The address of its page.") { model.address(of: model[$0].path) }
    return columns.table(
      "sources", "A captured article, or a work that pages cite.",
      rows: model.sources.indices.map { SourceID($0) })
  }

  private static func basis<Value>(_ basis: Known<Value>.Basis) -> String {
    switch basis {
    case .sidecar: "editor"
    case .ingest: "ingest"
    case .review(let path, let line): "\(path):\(line)"
    case .rule(let rule, _): rule
    }
  }
}

import Diagnostics
import DossierLinking
import DossierModel

/// The review file of one day, as it is and as it will be.
struct ReviewSheet {
  /// `Content/review/2020-10-15.md`.
  let path: String
  /// What it holds; nil where there is none.
  let old: [UInt8]?

  /// The file's bytes with what is new behind all that was there, and how many lines are new; nil where
  /// nothing is. A line is known by what it asks about, whatever its tick and value.
  func adding(
    _ groups: [ReviewFinder.Group], day: String, in model: SiteModel
  ) -> (bytes: [UInt8], count: Int)? {
    let here = Set(model.decisions.items.filter { $0.file.path == path }.map(\.identity))
    var text = ""
    var count = 0
    for group in groups {
      let new = group.proposals.filter { !here.contains($0.identity) }
      guard !new.isEmpty else { continue }
      count += new.count
      text += "\n" + heading(model[group.source], new.count)
      var last: ReviewKind?
      for proposal in new {
        // Title, publisher, author and day stand together.
        if last.map({ Self.part($0) != Self.part(proposal.kind) }) ?? true { text += "\n" }
        last = proposal.kind
        text += proposal.text
      }
    }
    guard count > 0 else { return nil }
    var bytes = old ?? Array(Self.head(day).utf8)
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    return (bytes + Array(text.utf8), count)
  }

  private static func part(_ kind: ReviewKind) -> ReviewKind { kind.datum == nil ? kind : .title }

  private func heading(_ source: Source, _ count: Int) -> String {
    "## \(source.key): \(ReviewText.escaped(source.title.value)) (\(count))\n"
  }

  private static func head(_ day: String) -> String {
    """
    # Review of \(day)

    `[x]` accepts a line, `[-]` refuses it for good, `[ ]` leaves it open. Correct what stands behind a
    colon before you accept it. A name becomes `new actor person`, `new place`, …, `alias of [[page]]`, or
    `ignore`; of several lines about one name accept one. `dossier build` obeys the ticks,
    `dossier review --apply` writes accepted names into Content. This file is the record: keep it.

    """
  }
}

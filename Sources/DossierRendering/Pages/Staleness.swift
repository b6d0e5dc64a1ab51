import DossierModel
import EDTF

/// Whether a page was reviewed longer ago than the site allows.
enum Staleness {
  /// By `stale-after` of dossier.yml, seen from the day the data go up to. Of a conflict that has ended
  /// nothing new is to be expected.
  static func isStale(_ page: Page, in context: SiteContext) -> Bool {
    guard let limit = context.model.configuration.staleAfter,
      let reviewed = page.reviewed?.latest, let now = context.now?.latest,
      Int(now) - Int(reviewed) > limit
    else { return false }
    return page.kind != .conflict || !hasEnded(page)
  }

  private static func hasEnded(_ page: Page) -> Bool {
    page.facts.contains { fact in
      fact.key == "end" && fact.pick.flatMap { EDTF(reading: $0.text)?.latest } != nil
    }
  }
}

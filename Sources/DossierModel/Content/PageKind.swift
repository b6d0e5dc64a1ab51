/// What a hand-written page is. The folder it stands in decides.
package enum PageKind: String, Sendable, CaseIterable, Comparable {
  case actor, conflict, event, place, page

  /// The folder under `Content/` and under the emitted site: `actors`.
  package var folder: String { rawValue + "s" }

  /// Nil for a folder that holds no kind of page.
  package init?(folder: String) {
    guard let kind = Self.allCases.first(where: { $0.folder == folder }) else { return nil }
    self = kind
  }

  /// The sorts that front matter's `kind` may name (UCDP's types of conflict, ARCHITECTURE's lists);
  /// empty where a page of this kind has none.
  package var sorts: [String] {
    switch self {
    case .actor:
      [
        "state", "de-facto-authority", "intergovernmental-organisation", "alliance", "armed-group",
        "party", "media-outlet", "ngo", "person", "office", "population",
      ]
    case .conflict:
      [
        "interstate", "intrastate", "internationalised-intrastate", "extrasystemic", "non-state",
      ]
    case .event:
      [
        "battle", "shelling-or-air-strike", "attack-on-civilians", "ceasefire", "agreement",
        "call", "visit", "meeting", "mediation", "statement", "exercise", "aid-or-arms",
        "peacekeeping", "sanctions", "territorial-change", "appointment-or-dismissal", "protest",
        "riot", "other",
      ]
    case .place: ["country", "region", "district", "settlement", "site", "water", "other"]
    case .page: []
    }
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: PageKind, right: PageKind) -> Bool { left.order < right.order }
}

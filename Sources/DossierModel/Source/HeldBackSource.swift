package import Diagnostics

/// An inbox capture that is left out because something is wrong with it: what cites it warns, and the
/// site is built without it.
package struct HeldBackSource: Sendable, Hashable {
  /// What citations call it; nil where no name could be made of its file.
  package let key: Slug?
  /// The capture's path: `seeds/town.html`.
  package let path: String
  /// What is wrong, as a finding's summary says it: `the capture is empty`.
  package let reason: String

  package init(key: Slug?, path: String, reason: String) {
    self.key = key
    self.path = path
    self.reason = reason
  }

  /// Whether its page would have one of the addresses.
  package func path(isAmong paths: [SitePath]) -> Bool {
    guard let key else { return false }
    return paths.contains(SitePath(folder: "sources", file: key.rawValue + ".html"))
  }

  /// The finding about whatever names it at `place`.
  package func finding(at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .warning, "held-back-source", "“\(key?.rawValue ?? path)” is held back: \(reason)",
      at: place, help: "mend \(path), or cite another source; until then the page says so")
  }
}

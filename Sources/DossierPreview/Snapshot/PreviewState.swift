/// Everything that a request is answered from: a value, swapped whole after every build.
struct PreviewState: Sendable {
  /// Tells the runs of the server apart, so that a page of an earlier run knows that it is old.
  let session: String
  /// The last good build; nil as long as there was none.
  private(set) var site: SiteSnapshot?
  /// How often the site has changed.
  private(set) var siteNumber = 0
  /// How many builds have ended, good or bad.
  private(set) var attempt = 0
  /// The report of the last build, when it failed.
  private(set) var failure: String?
  /// What the last change of the site consisted of; nil for the first site.
  private(set) var change: SiteChange?

  init(session: String) { self.session = session }

  /// The name of the site's present content, which a page carries to know whether it is current.
  var revision: String { "\(session)-\(siteNumber)" }

  /// The name of the content before the last change.
  var previousRevision: String { "\(session)-\(siteNumber - 1)" }

  /// The state after one more build. A failed build keeps the site; a good one that equals the site
  /// byte for byte keeps the revision, so that no browser reloads for nothing.
  func after(_ build: PreviewBuild) -> PreviewState {
    var next = self
    next.attempt += 1
    switch build {
    case .failed(let report):
      next.failure = report
    case .built(let artifacts):
      let site = SiteSnapshot(artifacts)
      next.failure = nil
      let change = self.site.map { site.change(since: $0) }
      if change?.count != 0 {
        next.change = change
        next.siteNumber += 1
        next.site = site
      }
    }
    return next
  }
}

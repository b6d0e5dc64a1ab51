import DossierModel

/// Which page of a state is which of another.
struct PagePairs {
  /// By page of the new state: what it was, its own former self first; then by the order of the old one.
  private let before: [[PageID]]
  /// By page of the old state: what it is.
  private let after: [PageID?]

  /// By slug; a page that is gone is the one that answers at its address by `redirect-from`. O(pages).
  init(_ old: SiteModel, _ new: SiteModel) {
    var owners: [SitePath: PageID] = [:]
    for (index, page) in new.pages.enumerated() {
      for path in page.redirects where owners[path] == nil { owners[path] = PageID(index) }
    }
    var before = [[PageID]](repeating: [], count: new.pages.count)
    var after = [PageID?](repeating: nil, count: old.pages.count)
    for (index, page) in old.pages.enumerated() {
      if let same = new.page(slug: page.slug.rawValue) {
        after[index] = same
        before[same.index].append(PageID(index))
      }
    }
    // Those that kept their slug come first in each list.
    for (index, page) in old.pages.enumerated() where after[index] == nil {
      guard let owner = owners[page.path] else { continue }
      after[index] = owner
      before[owner.index].append(PageID(index))
    }
    self.before = before
    self.after = after
  }

  /// What a page of the new state was: itself, and pages that it took in. Empty for a new one.
  func sources(of new: PageID) -> [PageID] { before[new.index] }

  /// What a page of the old state is; nil where it is gone.
  func target(of old: PageID) -> PageID? { after[old.index] }
}

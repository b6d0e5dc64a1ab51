import DossierModel

/// What a name denotes, by number: a page of the site (the same number as its `PageID`), and above those
/// the states of the built-in list without a page; or an entry of a registry.
struct EntityID: RawRepresentable, Hashable, Comparable, Sendable {
  let rawValue: Int32

  init(rawValue: Int32) { self.rawValue = rawValue }
  init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }
  init(_ page: PageID) { rawValue = page.rawValue }

  var index: Int { Int(rawValue) }

  static func < (left: EntityID, right: EntityID) -> Bool { left.rawValue < right.rawValue }
}

/// What stands in output for an entity: `russia`, of kind `state`, called “Russia”.
package struct NamedEntity: Sendable, Hashable {
  package let id: String
  package let kind: String
  package let name: String

  package init(id: String, kind: String, name: String) {
    self.id = id
    self.kind = kind
    self.name = name
  }
}

/// A catalogue elsewhere whose identifiers front matter's `external` may give.
package struct IdentifierScheme: Sendable {
  /// The key under `external`.
  package let name: String
  /// How a page shows it.
  package let label: String
  /// What stands before an identifier in its address; nil where the catalogue has no address for each.
  private let address: String?
  private let form: Form

  private enum Form: Sendable {
    case digits
    /// A letter, then digits: `Q159`.
    case letterAndDigits(UInt8)
    case text
  }

  private init(_ name: String, _ label: String, _ form: Form, at address: String? = nil) {
    self.name = name
    self.label = label
    self.form = form
    self.address = address
  }

  /// Whether `identifier` has the form of the catalogue's.
  package func accepts(_ identifier: String) -> Bool {
    var digits = identifier.utf8[...]
    switch form {
    case .text: return !identifier.isEmpty
    case .digits: break
    case .letterAndDigits(let letter):
      guard digits.popFirst() == letter else { return false }
    }
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Where the catalogue shows the identifier; nil where it does not, or for what is none of its.
  package func address(of identifier: String) -> String? {
    accepts(identifier) ? address.map { $0 + identifier } : nil
  }

  package static func named(_ name: String) -> IdentifierScheme? { all.first { $0.name == name } }

  /// The catalogues of the field.
  package static let all = [
    IdentifierScheme(
      "wikidata", "Wikidata", .letterAndDigits(UInt8(ascii: "Q")),
      at: "https://www.wikidata.org/wiki/"),
    IdentifierScheme("ucdp", "UCDP", .digits),
    IdentifierScheme("ucdp-actor", "UCDP", .digits, at: "https://ucdp.uu.se/actor/"),
    IdentifierScheme("ucdp-conflict", "UCDP", .digits, at: "https://ucdp.uu.se/conflict/"),
    IdentifierScheme("gwno", "Gleditsch & Ward", .digits),
    IdentifierScheme("acled", "ACLED", .text),
    IdentifierScheme("ftm", "FollowTheMoney", .text),
    IdentifierScheme("opensanctions", "OpenSanctions", .text),
    IdentifierScheme("iso-3166", "ISO 3166", .text),
    IdentifierScheme("geonames", "GeoNames", .digits, at: "https://www.geonames.org/"),
    IdentifierScheme("viaf", "VIAF", .digits, at: "https://viaf.org/viaf/"),
    IdentifierScheme("isni", "ISNI", .text),
  ]
}

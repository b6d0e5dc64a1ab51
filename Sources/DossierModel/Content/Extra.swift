package import EDTF

/// A key of a site's own in front matter, as `dossier.yml` declares it: `extra: {threat-level: text}`.
package struct ExtraKey: Sendable, Hashable {
  /// What its values are.
  package enum ValueType: String, Sendable, CaseIterable {
    case text, number, date, flag, list
  }

  /// As in front matter, a slug: `threat-level`.
  package let name: String
  package let type: ValueType

  package init(name: String, type: ValueType) {
    self.name = name
    self.type = type
  }

  /// How a page shows it: `Threat level`.
  package var label: String {
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// What a page's front matter says under a key of the site's own.
package struct Extra: Sendable {
  /// A value of the key's type.
  package enum Value: Sendable, Hashable {
    case text(String)
    /// A decimal number as written: digits, a minus sign, a point.
    case number(String)
    case date(EDTF)
    case flag(Bool)
    case list([String])
  }

  package let key: ExtraKey
  package let value: Value
  /// UTF-8 offsets of the value in the file.
  package let range: Range<Int>

  package init(key: ExtraKey, value: Value, range: Range<Int>) {
    self.key = key
    self.value = value
    self.range = range
  }
}

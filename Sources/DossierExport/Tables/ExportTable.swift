/// A cell of a table.
package enum ExportValue: Sendable, Hashable {
  /// Nobody says, or it does not apply: an empty cell, never 0.
  case none
  case text(String)
  case integer(Int)
  /// Decimal degrees, as they were written: `40.18`.
  case decimal(String)
  case flag(Bool)

  static func text(_ text: String?) -> ExportValue { text.map { .text($0) } ?? .none }
  static func integer(_ number: Int?) -> ExportValue { number.map { .integer($0) } ?? .none }
  static func decimal(_ text: String?) -> ExportValue { text.map { .decimal($0) } ?? .none }

  /// Several in one cell, as slugs, keys and addresses are that hold no semicolon; none: an empty cell.
  static func list(_ parts: [String]) -> ExportValue {
    parts.isEmpty ? .none : .text(parts.joined(separator: "; "))
  }
}

/// A column of a table.
package struct ExportColumn: Sendable {
  /// What its cells are.
  package enum Kind: String, Sendable {
    case text, integer, decimal, flag
  }

  /// In small letters, with underscores: it names a column of a database too.
  package let name: String
  package let kind: Kind
  /// What it means, for the documentation: a sentence.
  package let meaning: String
  /// Whether every row has it.
  package let isRequired: Bool

  init(_ name: String, _ meaning: String, _ kind: Kind = .text, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
  }
}

/// What is exported of one kind of thing: the same rows in every format that has rows.
package struct ExportTable: Sendable {
  /// `actors`: the name of a file, of a table, of a member.
  package let name: String
  /// What a row is, for the documentation: a sentence.
  package let meaning: String
  package let columns: [ExportColumn]
  /// Each as long as `columns`, in an order that depends on the input alone.
  package let rows: [[ExportValue]]
}

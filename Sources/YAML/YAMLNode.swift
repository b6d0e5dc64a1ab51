/// One value of a YAML document, with the place it was written at.
///
/// Aliases are already replaced by what they stand for: such a node has the range of the alias, what
/// is in it the ranges of the original.
package struct YAMLNode: Sendable {
  /// How a scalar was written. Only a plain one can be empty, a number or a truth value.
  package enum ScalarStyle: Sendable, Hashable {
    /// Without quotes.
    case plain
    /// In single or double quotes.
    case quoted
    /// Behind `|` or `>`.
    case block
  }

  /// What the node is.
  package enum Content: Sendable {
    /// A text, with escapes resolved and lines folded. Every look of it is text: `no` and `1991`
    /// become values only where a reader asks for them (`YAMLValue`).
    case scalar(String, style: ScalarStyle)
    case list([YAMLNode])
    /// The entries in the order of the file. Keys are scalars, each occurs once.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  /// UTF-8 offsets in the file, without trailing line ends. Empty for a value that is not there
  /// (`key:`), just behind the colon.
  package let range: Range<Int>

  package init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The text of a scalar as written; nil for lists and mappings.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether it says nothing: no value at all, or a plain `~`, `null`, `Null`, `NULL` (YAML 1.2.2,
  /// section 10.2.1.1, the null of the JSON and core schemas).
  package var isNull: Bool {
    guard case .scalar(let text, style: .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// What it is, for a message: “a list”, “a mapping”, “text”.
  var kind: String {
    switch content {
    case .scalar: isNull ? "empty" : "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

package import Diagnostics

/// The entries of a mapping, to be read by key into typed values.
///
/// A reader returns nil when the key is absent, and nil with an error when its value is empty or of
/// the wrong type. `allowsEmpty` makes an empty value as good as an absent one.
package struct YAMLMapping: Sendable {
  /// In the order of the file; keys are scalars and unique.
  package let entries: [(key: YAMLNode, value: YAMLNode)]
  /// UTF-8 offsets of the whole mapping in the file.
  package let range: Range<Int>
  package let file: SourceFile

  package init(
    entries: [(key: YAMLNode, value: YAMLNode)], range: Range<Int>, file: SourceFile
  ) {
    self.entries = entries
    self.range = range
    self.file = file
  }

  /// The keys in the order of the file.
  package var keys: [String] { entries.compactMap(\.key.text) }

  /// The value of `key`; nil when the mapping has no such key. O(entries).
  package func value(for key: String) -> YAMLValue? {
    guard let entry = entries.first(where: { $0.key.text == key }) else { return nil }
    return YAMLValue(entry.value, label: "“\(key)”", file: file)
  }

  /// The place of the key itself, for findings about its presence.
  package func keyPlace(of key: String) -> SourcePlace? {
    entries.first { $0.key.text == key }.map { file.place($0.key.range) }
  }

  package func string(
    _ key: String, reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> String? {
    value(for: key)?.string(reporting: &diagnostics, allowsEmpty: allowsEmpty)
  }

  package func bool(
    _ key: String, reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> Bool? {
    value(for: key)?.bool(reporting: &diagnostics, allowsEmpty: allowsEmpty)
  }

  package func int(
    _ key: String, reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> Int? {
    value(for: key)?.int(reporting: &diagnostics, allowsEmpty: allowsEmpty)
  }

  package func values(
    _ key: String, reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> [YAMLValue]? {
    value(for: key)?.values(reporting: &diagnostics, allowsEmpty: allowsEmpty)
  }

  package func strings(
    _ key: String, reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> [String]? {
    value(for: key)?.strings(reporting: &diagnostics, allowsEmpty: allowsEmpty)
  }

  package func mapping(
    _ key: String, reporting diagnostics: inout [Diagnostic], allowsEmpty: Bool = false
  ) -> YAMLMapping? {
    value(for: key)?.mapping(reporting: &diagnostics, allowsEmpty: allowsEmpty)
  }

  /// Appends an `unknown-key` error for every key that is not in `known`, with the nearest of them,
  /// or all when none is near.
  package func reportUnknownKeys(
    known: [String], reporting diagnostics: inout [Diagnostic]
  ) {
    for entry in entries {
      guard let key = entry.key.text, !known.contains(key) else { continue }
      let help =
        NearMiss.question(for: key, in: known)
        ?? "known keys are \(known.map { "“\($0)”" }.joined(separator: ", "))"
      diagnostics.append(
        Diagnostic(
          .error, "unknown-key", "unknown key “\(key)”", at: file.place(entry.key.range),
          help: help))
    }
  }
}

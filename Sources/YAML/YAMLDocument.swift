package import Diagnostics

/// Reads YAML 1.1, as libyaml knows it, into nodes with their places.
///
/// Supported: block and flow collections, all scalar styles, comments, anchors and aliases within
/// `YAMLLimits`. Refused with a finding: merge keys, tags, keys that are no text, a second document.
package enum YAMLDocument {
  /// The value in `range` (UTF-8 offsets, clamped to the file): the front matter of a Markdown file,
  /// or a whole `.yml` file. O(length).
  ///
  /// The root is nil for a document without a value, and for one that cannot be read, which has an
  /// error among its findings. Findings that leave the root readable: `duplicate-key` (the first
  /// counts), `yaml-tag`, `yaml-merge-key` and `yaml-key` (the entry is left out), `yaml-documents`
  /// (the first counts). Findings that do not: `yaml-syntax`, `yaml-encoding`, `yaml-alias`,
  /// `yaml-alias-limit`, `yaml-depth`, `yaml-size`.
  package static func parse(
    _ file: SourceFile, in range: Range<Int>
  ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    let lower = min(max(range.lowerBound, 0), file.bytes.count)
    let upper = min(max(range.upperBound, lower), file.bytes.count)
    let input = YAMLInput(file: file, range: lower..<upper)
    switch input.examined() {
    case .failure(let finding): return (nil, [finding.diagnostic])
    case .success(let examined):
      var composer = YAMLComposer(file: file)
      let root = composer.compose(examined)
      return (root, composer.diagnostics)
    }
  }

  /// The entries in `range`, or in the whole file: what front matter and settings files are.
  ///
  /// An empty document has no entries. Nil with an error (`wrong-type`, or what `parse` reports) when
  /// the document cannot be read or is no mapping.
  package static func parseMapping(
    _ file: SourceFile, in range: Range<Int>? = nil
  ) -> (mapping: YAMLMapping?, diagnostics: [Diagnostic]) {
    let range = range ?? 0..<file.bytes.count
    var (root, diagnostics) = parse(file, in: range)
    guard let root else {
      let failed = diagnostics.contains { $0.severity == .error }
      let empty = YAMLMapping(entries: [], range: range.lowerBound..<range.lowerBound, file: file)
      return (failed ? nil : empty, diagnostics)
    }
    if root.isNull {
      return (YAMLMapping(entries: [], range: root.range, file: file), diagnostics)
    }
    let mapping = YAMLValue(root, label: "the document", file: file)
      .mapping(reporting: &diagnostics)
    return (mapping, diagnostics)
  }
}

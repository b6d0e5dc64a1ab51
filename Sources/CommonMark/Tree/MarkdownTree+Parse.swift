extension MarkdownTree {
  /// Parses a Markdown text. Total: every input gives a tree. O(bytes).
  ///
  /// - Parameters:
  ///   - source: the whole file; every source range of the tree counts in it.
  ///   - start: where the text begins, behind the front matter.
  ///   - reservedAnchors: anchors that no heading may take.
  package static func parse(
    _ source: [UInt8], from start: Int, extensions: MarkdownExtensions,
    reservedAnchors: Set<String> = []
  ) -> MarkdownTree {
    let start = min(max(0, start), source.count)
    let preparation = Preparation(source, from: start, extensions: extensions)
    var builder = TreeBuilder(
      preparation, extensions: extensions, anchors: HeadingAnchors(reserved: reservedAnchors))
    let document = ParsedDocument(
      preparation.text.bytes, validating: preparation.hasInvalidUTF8)
    document?.withRoot { root in
      guard extensions.contains(.tables),
        case let cells = TableScanner.scan(root, preparation.text),
        !cells.tables.isEmpty,
        let cellDocument = ParsedDocument(
          cells.text.bytes, validating: preparation.hasInvalidUTF8)
      else { return builder.read(root) }
      cellDocument.withRoot { cellRoot in
        builder.take(cells, parsedAs: cellRoot)
        builder.read(root)
      }
    }
    return builder.tree(source: start..<source.count)
  }
}

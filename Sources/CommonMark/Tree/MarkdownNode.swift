/// The number of a node in its tree. Ids are given in document order: a parent before its children.
package struct NodeID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }
  package init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }

  /// The index into `MarkdownTree.nodes`.
  package var index: Int { Int(rawValue) }

  /// Stands for “no node” inside nodes; the tree's accessors give nil instead.
  static let none = NodeID(rawValue: -1)

  package static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// What a node is.
package enum MarkdownKind: UInt8, Sendable {
  // Blocks.
  case document, paragraph, heading, blockQuote, callout, list, listItem, codeBlock, htmlBlock
  case thematicBreak, table, tableRow, tableCell, footnoteDefinition
  // Inlines.
  case text, softBreak, hardBreak, code, htmlInline, emphasis, strong, link, image
  case wikilink, citation, footnoteReference

  /// Whether it stands in a line of text rather than on its own.
  package var isInline: Bool { rawValue >= MarkdownKind.text.rawValue }
}

/// One node of a tree. Its meaning beyond the kind stands in `detail` and in the tree's tables.
package struct MarkdownNode: Sendable {
  package let kind: MarkdownKind
  /// Heading: level 1-6. List: bit 0 ordered, bit 1 tight. Table row: 1 for the head. Table cell:
  /// 0 none, 1 left, 2 center, 3 right, +4 in the head. Callout: index of its type.
  package var detail: UInt8
  var parent: NodeID
  var firstChild: NodeID
  var nextSibling: NodeID
  /// UTF-8 offsets into `MarkdownTree.text` of all running text below this node. The text of a block
  /// is contiguous: its inlines' texts follow one another, a soft or hard break is one space, code and
  /// the label of a wikilink are in it, the words of a citation and addresses of links are not.
  /// Code and HTML blocks: their literal.
  package var textLower: UInt32
  package var textUpper: UInt32
  /// UTF-8 offsets in the file, front matter included.
  package var sourceLower: UInt32
  package var sourceUpper: UInt32
  /// Link, image, code block, wikilink, citation, footnote, heading, list: index into the tree's table
  /// for that kind; -1 where there is none.
  package var payload: Int32

  /// UTF-8 offsets into `MarkdownTree.text`.
  package var text: Range<Int> { Int(textLower)..<Int(textUpper) }
  /// UTF-8 offsets in the file.
  package var source: Range<Int> { Int(sourceLower)..<Int(sourceUpper) }
}

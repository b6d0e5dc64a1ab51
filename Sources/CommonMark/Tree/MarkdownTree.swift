/// A parsed Markdown text: nodes in one array, in document order, their text in one byte arena.
///
/// Immutable and Sendable; others annotate it by node id or by offset into `text`.
package struct MarkdownTree: Sendable {
  /// `nodes[0]` is the document.
  package let nodes: [MarkdownNode]
  /// All running text, UTF-8. A block's text is contiguous (see `MarkdownNode.textLower`).
  package let text: [UInt8]
  package let links: [Link]
  package let wikilinks: [Wikilink]
  package let citations: [CitationMark]
  package let headings: [Heading]
  package let codeBlocks: [CodeBlock]
  package let lists: [ListStart]
  package let footnotes: [Footnote]
  package let footnoteReferences: [FootnoteReference]
  package let callouts: [Callout]
  /// The way from `text` back to the source, sorted.
  let textPieces: [TextPiece]

  /// Destination and title of a link or image.
  package struct Link: Sendable, Hashable {
    package let node: NodeID
    package let destination: String
    package let title: String
  }

  /// `[[page#heading|label]]`.
  package struct Wikilink: Sendable, Hashable {
    package let node: NodeID
    /// What stands before `#` and `|`; empty for `[[#heading]]`.
    package let page: String
    package let heading: String?
    /// Whether the label was written; otherwise the node's text is `page` (or `page#heading`).
    package let hasLabel: Bool
  }

  /// `[@key rest]`.
  package struct CitationMark: Sendable, Hashable {
    package let node: NodeID
    package let key: String
    /// What stands behind the key, trimmed; the caller knows what it means.
    package let rest: String
  }

  /// A heading with its address.
  package struct Heading: Sendable, Hashable {
    package let node: NodeID
    package let level: Int
    /// Unique within the tree and the reserved anchors. Lower-case letters and digits of any script,
    /// everything else one `-`.
    package let anchor: String
    /// The heading's words without markup.
    package let title: String
  }

  package struct CodeBlock: Sendable, Hashable {
    package let node: NodeID
    /// The info string behind the fence.
    package let info: String
  }

  /// The first number of an ordered list.
  package struct ListStart: Sendable, Hashable {
    package let node: NodeID
    package let start: Int
  }

  /// A footnote, numbered by its first reference.
  package struct Footnote: Sendable, Hashable {
    /// The `footnoteDefinition` node; its children are the note's blocks.
    package let node: NodeID
    package let label: String
    /// From 1; 0 for a note that nothing refers to, which is not rendered.
    package let number: Int
    package let referenceCount: Int
  }

  package struct FootnoteReference: Sendable, Hashable {
    package let node: NodeID
    /// Index into `footnotes`.
    package let footnote: Int
    /// Which of the references to its footnote it is, from 1.
    package let occurrence: Int
  }

  package struct Callout: Sendable, Hashable {
    package let node: NodeID
    /// note, tip, important, warning or caution.
    package let type: String
    /// The title written behind the mark; empty for the type's own name.
    package let title: String
  }

  /// The node at `id`, which came from this tree.
  package subscript(id: NodeID) -> MarkdownNode { nodes[id.index] }

  package func parent(of id: NodeID) -> NodeID? { valid(nodes[id.index].parent) }
  package func firstChild(of id: NodeID) -> NodeID? { valid(nodes[id.index].firstChild) }
  package func nextSibling(of id: NodeID) -> NodeID? { valid(nodes[id.index].nextSibling) }

  /// The children of a node, in order. O(children).
  package func children(of id: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    var child = firstChild(of: id)
    while let current = child {
      result.append(current)
      child = nextSibling(of: current)
    }
    return result
  }

  /// The top-level blocks. O(blocks).
  package var blocks: [NodeID] { nodes.isEmpty ? [] : children(of: NodeID(0)) }

  /// The first id behind the node's descendants: with document order, `id..<end` is the subtree.
  package func subtreeEnd(of id: NodeID) -> NodeID {
    var current = id
    while true {
      if let next = nextSibling(of: current) { return next }
      guard let parent = parent(of: current) else { return NodeID(nodes.count) }
      current = parent
    }
  }

  private func valid(_ id: NodeID) -> NodeID? { id == .none ? nil : id }
}

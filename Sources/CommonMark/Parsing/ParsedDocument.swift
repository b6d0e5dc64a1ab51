internal import CCMark
internal import Glibc

/// A document as libcmark parsed it. Owns the C tree; everything that leaves this file is a value.
@safe struct ParsedDocument: ~Copyable {
  private let raw: OpaquePointer

  /// Parses all of `bytes`; nil only when libcmark gives nothing.
  /// - Parameter validating: replaces invalid UTF-8; needed only where there is some.
  init?(_ bytes: [UInt8], validating: Bool) {
    let options = validating ? CMARK_OPT_VALIDATE_UTF8 : CMARK_OPT_DEFAULT
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      // An empty array may have no address; cmark wants one even for nothing.
      guard let base = buffer.baseAddress else {
        return unsafe cmark_parse_document("", 0, options)
      }
      return unsafe cmark_parse_document(
        base.assumingMemoryBound(to: CChar.self), buffer.count, options)
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe raw = parsed
  }

  deinit { unsafe cmark_node_free(raw) }

  /// Calls `body` with the document node, which is valid as long as the call.
  borrowing func withRoot<Result>(_ body: (ParsedNode) -> Result) -> Result {
    unsafe body(ParsedNode(raw))
  }
}

/// A node of a `ParsedDocument`, which must outlive it.
@safe struct ParsedNode: Equatable {
  private let raw: OpaquePointer

  fileprivate init(_ raw: OpaquePointer) { unsafe self.raw = raw }

  static func == (left: ParsedNode, right: ParsedNode) -> Bool {
    unsafe left.raw == right.raw
  }

  /// nil for kinds that a parse does not make.
  var kind: MarkdownKind? {
    switch unsafe cmark_node_get_type(raw) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_ITEM: .listItem
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_DOCUMENT: .document
    default: nil
    }
  }

  var firstChild: ParsedNode? { unsafe cmark_node_first_child(raw).map { unsafe ParsedNode($0) } }
  var next: ParsedNode? { unsafe cmark_node_next(raw).map { unsafe ParsedNode($0) } }
  var parent: ParsedNode? { unsafe cmark_node_parent(raw).map { unsafe ParsedNode($0) } }

  /// Lines and columns count from 1, columns are bytes, the end is inclusive. 0 where cmark knows none.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(raw)) }
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(raw)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(raw)) }
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(raw)) }

  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(raw)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST }
  var isTightList: Bool { unsafe cmark_node_get_list_tight(raw) != 0 }
  var listStart: Int { unsafe Int(cmark_node_get_list_start(raw)) }

  /// Calls `body` with the bytes of the literal; they live as long as the call.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe Self.withBytes(cmark_node_get_literal(raw), body)
  }

  /// A copy of the literal.
  var literal: [UInt8] { unsafe withLiteral { unsafe Array($0) } }
  var info: [UInt8] { unsafe Self.withBytes(cmark_node_get_fence_info(raw)) { unsafe Array($0) } }
  var destination: [UInt8] { unsafe Self.withBytes(cmark_node_get_url(raw)) { unsafe Array($0) } }
  var title: [UInt8] { unsafe Self.withBytes(cmark_node_get_title(raw)) { unsafe Array($0) } }

  /// Takes the node and what is below it out of the tree. The value must not be used afterwards.
  func remove() { unsafe cmark_node_free(raw) }

  private static func withBytes<Result>(
    _ string: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let string = unsafe string else {
      return unsafe body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let length = unsafe strlen(string)
    return unsafe string.withMemoryRebound(to: UInt8.self, capacity: length) {
      unsafe body(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}

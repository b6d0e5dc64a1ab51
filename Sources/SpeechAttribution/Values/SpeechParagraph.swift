/// A paragraph of a document, as its UTF-8 bytes.
package struct SpeechParagraph: Sendable, Hashable {
  /// What part of a document a paragraph belongs to. Only `body` speaks for the paragraphs after it:
  /// who is shown in a caption is not who goes on speaking below it.
  package enum Layer: Sendable, Hashable {
    case body
    /// A title or a subtitle.
    case heading
    case caption
    case footnote
  }

  /// UTF-8. Every range of a result counts bytes of this array.
  package let bytes: [UInt8]
  package let layer: Layer

  package init(bytes: [UInt8], layer: Layer = .body) {
    self.bytes = bytes
    self.layer = layer
  }

  /// The paragraph that `text` makes.
  package init(_ text: String, layer: Layer = .body) {
    self.init(bytes: Array(text.utf8), layer: layer)
  }
}

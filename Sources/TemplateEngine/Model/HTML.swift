/// Markup that is safe to insert as it stands. A template cannot make it from text (`safe` refuses
/// text); only code of the program does, so whoever calls `init(markup:)` vouches for every byte.
package struct HTML: Hashable, Sendable {
  /// UTF-8, balanced, without anything a reader of the page did not mean to run.
  package let bytes: [UInt8]

  /// Takes over markup that the caller made or checked.
  package init(markup bytes: [UInt8]) { self.bytes = bytes }

  /// `text` with `& < > " '` escaped. O(length).
  package init(escaping text: String) {
    var bytes: [UInt8] = []
    Escaping.appendEscaped(text, to: &bytes)
    self.bytes = bytes
  }
}

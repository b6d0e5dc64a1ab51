/// What is said of a capture's encoding outside its bytes.
///
/// An editor is believed, except against a byte order mark. A server is believed as far as the bytes
/// agree, as a page's own declaration is: many send the same `charset` with everything.
package struct StatedEncoding: Sendable, Hashable {
  /// Who says so.
  package enum Speaker: Sendable, Hashable {
    /// In the sidecar, under `encoding`.
    case editor
    /// In the field `Content-Type` that came with the bytes.
    case server
  }

  /// As it was written: `windows-1251`.
  package let label: String
  package let speaker: Speaker

  package init(_ label: String, by speaker: Speaker) {
    self.label = label
    self.speaker = speaker
  }

  /// What a server says in `text/plain; charset="windows-1251"` (RFC 9110, section 8.3); nil when it
  /// names no charset. O(length).
  package init?(contentType: String) {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, Self.trimmed(parts[0]).lowercased() == "charset" else { continue }
      let label = Self.trimmed(parts[1])
      guard !label.isEmpty, label.utf8.count <= 40 else { return nil }
      self.init(label, by: .server)
      return
    }
    return nil
  }

  /// The encodings that can be read, as an editor may write them. ISO 8859-1 and -9 are read as
  /// windows-1252 and -1254, which contain them.
  package static let names =
    ["iso-8859-1", "iso-8859-9", "koi8-r", "koi8-u", "utf-16", "utf-16be", "utf-16le", "utf-8"]
    + ["windows-1251", "windows-1252", "windows-1254"]

  /// Whether the label, in any of its usual spellings (WHATWG Encoding Standard, section 4.2), names
  /// one of them.
  package static func isKnown(_ label: String) -> Bool { SourceEncoding(label: label) != nil }

  private static func trimmed(_ text: Substring) -> String {
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, last <= 0x20 || last == 0x22 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 || first == 0x22 { bytes.removeFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

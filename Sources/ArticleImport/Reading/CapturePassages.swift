package import Diagnostics
package import DossierModel

/// Reads the text at given bytes of a capture, whatever today's rules make of them: that of a paragraph
/// which was numbered once.
package struct CapturePassages: Sendable {
  private let bytes: [UInt8]
  private let map: OffsetMap
  private let isPage: Bool
  private let rawCount: Int

  /// Decodes the capture as the importer does; nil when that fails. `encoding`: what is said of it
  /// outside the capture, as for the importer. O(bytes).
  package init?(_ file: SourceFile, encoding stated: StatedEncoding? = nil) {
    rawCount = file.bytes.count
    isPage = CaptureKind(file) == .html
    guard isPage else {
      guard case .text(let text, _) = CaptureDecoder(stated: stated).decode(file) else {
        return nil
      }
      bytes = text.bytes
      map = text.map
      return
    }
    guard rawCount <= HTMLReader.largest else { return nil }
    let answer = EncodingDetector(bytes: file.bytes, stated: stated).detect()
    let decoded = Transcoder.decode(file.bytes, as: answer.encoding, isValid: answer.isValid)
    bytes = decoded.bytes
    map = decoded.map
  }

  /// The text at `range` of the capture's bytes, white space folded and drop caps joined as in a
  /// paragraph of that layer; of a page without its markup. nil where the range does not fit the
  /// capture or holds no text. O(range).
  package func text(at range: Range<Int>, layer: Article.Paragraph.Layer) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= rawCount else { return nil }
    let lower = map.text(of: range.lowerBound, in: bytes)
    let upper = map.text(of: range.upperBound, in: bytes)
    guard lower < upper, isBoundary(lower), isBoundary(upper) else { return nil }
    let text = isPage ? pageText(lower..<upper) : plainText(lower..<upper, layer)
    return text.isEmpty ? nil : text
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private func plainText(_ range: Range<Int>, _ layer: Article.Paragraph.Layer) -> String {
    var text: [UInt8] = []
    var from = range.lowerBound
    if layer == .body || layer == .standfirst,
      let drop = DropCap.gap(bytes, range.lowerBound, range.upperBound)
    {
      text += bytes[range.lowerBound..<drop.lowerBound]
      from = drop.upperBound
    }
    CleanText.append(bytes, from, range.upperBound, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func pageText(_ range: Range<Int>) -> String {
    let tree = TagStripper.tree(of: HTMLPreScan(Array(bytes[range])).slim)
    var text: [UInt8] = []
    var last: Int32?
    for node in tree.nodes where node.tag == .text {
      let parent = tree.nodes[Int(node.parent)]
      let block = parent.tag == .a ? parent.parent : node.parent
      if let last, last != block { text.append(0x20) }
      last = block
      text += tree.text[Int(node.lower)..<Int(node.upper)]
    }
    return CleanText.string(text, 0, text.count)
  }
}

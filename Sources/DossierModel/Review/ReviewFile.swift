package import Diagnostics

/// The text of one review file. Its lines with a tick box are items; everything else in it — headings, the
/// sentences that items are about, an editor's notes — is for people.
package struct ReviewFile: Sendable {
  package let file: SourceFile

  package init(_ file: SourceFile) { self.file = file }

  /// The items, in order; a line that looks like one and cannot be read is reported (`bad-review-line`) and
  /// left out. O(bytes).
  package func items(reporting diagnostics: inout [Diagnostic]) -> [ReviewItem] {
    let isRefusals = file.path == ReviewDecisions.refusals
    var items: [ReviewItem] = []
    var start = 0
    let bytes = file.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var line = ReviewLine(file: file, range: start..<end, isRefusals: isRefusals)
      switch line.read() {
      case .note: break
      case .item(let item): items.append(item)
      case .fault(let fault): diagnostics.append(fault)
      }
      start = end + 1
    }
    return items
  }
}

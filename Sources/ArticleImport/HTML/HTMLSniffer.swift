/// Tells a page that was saved under another name.
enum HTMLSniffer {
  private static let starts = ["<!doctype html", "<html", "<head", "<?xml"].map { Array($0.utf8) }

  /// Whether the bytes, behind a mark, white space and comments, start as an HTML document does
  /// (after WHATWG MIME Sniffing, section 7.1, but stricter: a text may start with a tag). O(1).
  static func isPage(_ bytes: [UInt8]) -> Bool {
    // In UTF-16 every second byte of markup is zero.
    let head = bytes.prefix(2048).filter { $0 != 0 && $0 < 0x80 }
    var index = 0
    while true {
      while index < head.count, head[index] <= 0x20 { index += 1 }
      guard ByteScan.matches([0x3C, 0x21, 0x2D, 0x2D], in: head, at: index) else { break }
      guard let end = ByteScan.find([0x2D, 0x2D, 0x3E], in: head, from: index + 4) else {
        return false
      }
      index = end + 3
    }
    guard let start = starts.first(where: { ByteScan.matches($0, in: head, at: index) }) else {
      return false
    }
    return start.first(where: { $0 == 0x3F }) == nil
      || ByteScan.find(Array("<html".utf8), in: head, from: index) != nil
  }
}

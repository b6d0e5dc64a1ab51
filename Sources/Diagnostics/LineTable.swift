internal import Locking

/// Where the lines of a text begin, and how many code points stand before every block of bytes: made
/// once for a file, when the first finding asks.
final class LineTable: Sendable {
  struct Entries: Sendable {
    /// UTF-8 offsets, ascending; the first is where the text begins.
    var starts: [Int]
    /// Code points before each `blockSize` bytes.
    var scalars: [Int] = []
  }

  static let blockSize = 1024

  private let entries = Mutex<Entries?>(nil)

  /// The line, from 1, that `offset` lies in, where it begins and where the next one does (the end of
  /// the text for the last), and the code points before `offset` in it. O(log lines), and once
  /// O(bytes).
  func line(
    at offset: Int, in bytes: [UInt8], from textStart: Int
  ) -> (number: Int, range: Range<Int>, scalars: Int) {
    entries.withLock { entries in
      let table = entries ?? Self.make(bytes, from: textStart)
      if entries == nil { entries = table }
      var low = 0
      var high = table.starts.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if table.starts[middle] <= offset { low = middle } else { high = middle }
      }
      let start = table.starts[low]
      let end = low + 1 < table.starts.count ? table.starts[low + 1] : bytes.count
      let scalars =
        Self.scalars(before: offset, in: bytes, table)
        - Self.scalars(before: start, in: bytes, table)
      return (low + 1, start..<end, scalars)
    }
  }

  private static func make(_ bytes: [UInt8], from textStart: Int) -> Entries {
    var table = Entries(starts: [textStart])
    var count = 0
    for index in bytes.indices {
      if index % blockSize == 0 { table.scalars.append(count) }
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { count += 1 }
      let isBreak =
        byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isBreak, index >= textStart { table.starts.append(index + 1) }
    }
    return table
  }

  private static func scalars(before offset: Int, in bytes: [UInt8], _ table: Entries) -> Int {
    let block = min(offset / blockSize, table.scalars.count - 1)
    guard block >= 0 else { return 0 }
    var count = table.scalars[block]
    for index in (block * blockSize)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

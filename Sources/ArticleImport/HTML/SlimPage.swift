/// What `HTMLPreScan` leaves of a page for the parser, and beside it what the parser need not read.
///
/// The parser takes a hundred steps for a byte. So a run of text stands in `bytes` as one character
/// (`standIn`), and a tag without its attributes; both are put back when its tree is copied. What
/// only a parser can read (text and values with character references or control characters, and the
/// attributes of `html` and `body`, which a second tag adds to) stays as it is.
struct SlimPage: Sendable {
  /// A run of text.
  struct Run: Sendable {
    /// Where it stands in `bytes`.
    let place: Int32
    /// Its bytes in the decoded page.
    let lower: Int32
    let upper: Int32
    /// Whether `standIn` stands for it; else its own bytes do.
    let isStoodFor: Bool

    var count: Int { Int(upper - lower) }
  }

  /// An attribute that is kept from the parser.
  struct Attribute: Sendable {
    /// Where its tag starts in `bytes`.
    let tag: Int32
    let value: HTMLTree.Attribute
  }

  /// U+10FF3D, of private use and in no known font: what stands for a run of text.
  static let standIn: [UInt8] = [0xF4, 0x8F, 0xBC, 0xBD]
  /// Shorter runs stay as they are.
  static let shortest = 12

  /// The page as it was scanned.
  let decoded: [UInt8]
  /// Whether runs are stood for: not in a page that has `standIn` itself.
  let standsIn: Bool
  /// What is parsed.
  var bytes: [UInt8] = []
  /// In the order of `place`.
  var runs: [Run] = []
  /// In the order of `tag`. Values are places in `decoded`, but see `HTMLTree.Attribute`.
  var attributes: [Attribute] = []

  init(decoded: [UInt8]) {
    self.decoded = decoded
    standsIn = !Self.hasStandIn(decoded)
    bytes.reserveCapacity(decoded.count / 4 + 16)
  }

  /// Whether `standIn` is in a page, as itself or as a character reference. O(n).
  private static func hasStandIn(_ page: [UInt8]) -> Bool {
    if ByteScan.find(standIn, in: page, from: 0) != nil { return true }
    var index = 0
    while let reference = ByteScan.find(Array("&#".utf8), in: page, from: index) {
      index = reference + 2
      if index < page.count, page[index] | 0x20 == 0x78 { index += 1 }
      while index < page.count, page[index] == 0x30 { index += 1 }
      if ByteScan.matches(Array("10ff3d".utf8), in: page, at: index)
        || ByteScan.matches(Array("1113917".utf8), in: page, at: index)
      {
        return true
      }
    }
    return false
  }

  /// The index of the first run that does not end before an offset in `bytes`. O(log runs).
  func run(at offset: Int) -> Int {
    var lower = 0
    var upper = runs.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if end(of: runs[middle]) <= offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// Behind a run in `bytes`.
  func end(of run: Run) -> Int {
    Int(run.place) + (run.isStoodFor ? Self.standIn.count : run.count)
  }

  /// The bytes of the decoded page from the first to the last text of a range in `bytes`; nil when
  /// there is none. `first`: the run at the range's start. O(log runs).
  func source(of range: Range<Int>, from first: Int) -> Range<Int>? {
    guard first < runs.count, Int(runs[first].place) < range.upperBound else { return nil }
    var last = first
    if last + 1 < runs.count, Int(runs[last + 1].place) < range.upperBound {
      last = run(at: range.upperBound)
      if last == runs.count || Int(runs[last].place) >= range.upperBound { last -= 1 }
    }
    let (start, end) = (runs[first], runs[last])
    let skipped = start.isStoodFor ? 0 : max(range.lowerBound - Int(start.place), 0)
    let left = end.isStoodFor ? end.count : min(range.upperBound - Int(end.place), end.count)
    let lower = Int(start.lower) + skipped
    return lower..<max(Int(end.lower) + left, lower)
  }
}

/// Finds how an HTML capture is written: byte order mark, then what the page declares as long as the
/// bytes agree, then UTF-8 if they are valid, then statistics over a closed list of encodings.
struct EncodingDetector {
  /// The encoding and the rule that found it.
  struct Answer: Sendable {
    let encoding: SourceEncoding
    /// `bom`, `declared`, `utf-8-valid`, `statistics`.
    let rule: String
    /// What the page says of itself where that is not so, or names an encoding outside the list.
    let mislabelled: String?
    /// Whether the bytes are known to be valid UTF-8.
    var isValid = false
  }

  let bytes: [UInt8]
  /// What stands outside the page (a sidecar, an HTTP header); it goes before the page's own word.
  var declaredOutside: String?

  /// How many bytes are looked at for a declaration (the HTML standard asks for 1024; saved pages put
  /// much before it) and for statistics.
  private static let head = 8192
  private static let sample = 1 << 18

  /// O(n) with a small factor.
  func detect() -> Answer {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Answer(.utf8, "bom") }
    if bytes.starts(with: [0xFF, 0xFE]) { return Answer(.utf16LittleEndian, "bom") }
    if bytes.starts(with: [0xFE, 0xFF]) { return Answer(.utf16BigEndian, "bom") }
    if let wide = unmarkedUTF16() { return Answer(wide, "statistics") }
    let label = declaredOutside ?? declaration()
    // A page whose declaration can be read byte by byte is no UTF-16 (HTML standard, 13.2.3.2).
    var declared = label.flatMap { SourceEncoding(label: $0) }
    if declared == .utf16LittleEndian || declared == .utf16BigEndian { declared = .utf8 }
    let isValid = CaptureDecoder.invalidUTF8(in: bytes) == nil
    guard let label, let declared else {
      if isValid { return Answer(.utf8, "utf-8-valid", label, isValid: true) }
      return Answer(mostlyUTF8() ? .utf8 : byStatistics(), "statistics", label)
    }
    if declared == .utf8 {
      if isValid { return Answer(.utf8, "declared", isValid: true) }
      if mostlyUTF8() { return Answer(.utf8, "declared", label) }
      return Answer(byStatistics(), "statistics", label)
    }
    // Long UTF-8 sequences do not come about by chance in another encoding.
    if isValid, multibyteCount() > 0 { return Answer(.utf8, "utf-8-valid", label) }
    let guess = byStatistics()
    if declared.isCyrillic != guess.isCyrillic || declared.isCyrillic && declared != guess,
      highBytes() >= 64, !(declared == .koi8u && guess == .koi8r)
    {
      return Answer(guess, "statistics", label)
    }
    return Answer(declared, "declared")
  }

  /// UTF-16 without its mark: markup has a zero in every second byte.
  private func unmarkedUTF16() -> SourceEncoding? {
    let end = min(bytes.count, 4096) & ~1
    guard end >= 32 else { return nil }
    var even = 0
    var odd = 0
    for index in stride(from: 0, to: end, by: 2) {
      if bytes[index] == 0 { even += 1 }
      if bytes[index + 1] == 0 { odd += 1 }
    }
    if odd * 5 > end, even * 50 < end { return .utf16LittleEndian }
    if even * 5 > end, odd * 50 < end { return .utf16BigEndian }
    return nil
  }

  /// The value behind `charset=` or `encoding=` in the head.
  private func declaration() -> String? {
    let end = min(bytes.count, Self.head)
    for name in [Array("charset".utf8), Array("encoding".utf8)] {
      var index = 0
      while index + name.count < end {
        guard bytes[index] | 0x20 == name[0],
          name.indices.allSatisfy({ bytes[index + $0] | 0x20 == name[$0] })
        else {
          index += 1
          continue
        }
        index += name.count
        if let label = label(at: index, end) { return label }
      }
    }
    return nil
  }

  private func label(at start: Int, _ end: Int) -> String? {
    var index = start
    func skipSpaces() { while index < end, bytes[index] <= 0x20 { index += 1 } }
    skipSpaces()
    guard index < end, bytes[index] == 0x3D else { return nil }
    index += 1
    skipSpaces()
    if index < end, bytes[index] == 0x22 || bytes[index] == 0x27 { index += 1 }
    skipSpaces()
    let from = index
    while index < end, index - from < 40, Self.isLabel(bytes[index]) { index += 1 }
    return index > from ? String(decoding: bytes[from..<index], as: UTF8.self) : nil
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x3A, 0x2E: true
    default: false
    }
  }

  /// Whether what is broken is damage in UTF-8 and not another encoding: well-formed sequences are
  /// ten times as many as broken bytes, or the only break is a sequence cut off at the end.
  private func mostlyUTF8() -> Bool {
    var good = 0
    var bad = 0
    var last = 0
    var index = 0
    while index < bytes.count {
      let width = Transcoder.width(bytes, index)
      if width == 0 {
        bad += 1
        last = index
      } else if width > 1 {
        good += 1
      }
      index += max(width, 1)
    }
    return good >= bad * 10 || bad <= 3 && last >= bytes.count - 3 && good >= bad
  }

  private func multibyteCount() -> Int {
    bytes.prefix(Self.sample).reduce(0) { $0 + ($1 >= 0xC2 ? 1 : 0) }
  }

  private func highBytes() -> Int {
    bytes.prefix(Self.sample).reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
  }

  /// Cyrillic stands in runs of high bytes, Latin letters with marks stand alone. Windows-1251 and
  /// KOI8-R have small and capital letters in opposite halves; Turkish has letters that windows-1252
  /// gives to Icelandic.
  private func byStatistics() -> SourceEncoding {
    var counts = [Int](repeating: 0, count: 256)
    var letters = 0
    var inRuns = 0
    var run = 0
    for byte in bytes.prefix(Self.sample) {
      counts[Int(byte)] += 1
      if byte >= 0xC0 || byte == 0xB8 || byte == 0xA3 {
        run += 1
      } else {
        if run >= 3 { inRuns += run }
        letters += run
        run = 0
      }
    }
    if run >= 3 { inRuns += run }
    letters += run
    func sum(_ range: ClosedRange<Int>) -> Int { range.reduce(0) { $0 + counts[$1] } }
    if letters >= 8, inRuns * 2 > letters {
      if sum(0xE0...0xFF) >= sum(0xC0...0xDF) { return .windows1251 }
      // і, ї and є of Ukrainian, which Russian text never has.
      return (counts[0xA4] + counts[0xA6] + counts[0xA7]) * 50 > letters ? .koi8u : .koi8r
    }
    let turkish = counts[0xFD] + counts[0xFE] + counts[0xF0] + counts[0xDD] + counts[0xDE]
    let shared = counts[0xE7] + counts[0xF6] + counts[0xFC]
    let others = counts[0xE1] + counts[0xE9] + counts[0xED] + counts[0xF3] + counts[0xE6]
    return turkish > 0 && turkish + shared > others * 2 && turkish * 4 >= shared
      ? .windows1254 : .windows1252
  }
}

extension EncodingDetector.Answer {
  init(
    _ encoding: SourceEncoding, _ rule: String, _ mislabelled: String? = nil, isValid: Bool = false
  ) {
    self.isValid = isValid
    self.encoding = encoding
    self.rule = rule
    self.mislabelled = mislabelled
  }
}

extension SourceEncoding {
  var isCyrillic: Bool { self == .windows1251 || self == .koi8r || self == .koi8u }
}

internal import DossierModel

/// Finds how a capture is written: byte order mark, then what an editor says, then what the server or
/// the page declares as long as the bytes agree, then UTF-8 if they are valid, then statistics over a
/// closed list of encodings.
struct EncodingDetector {
  /// The encoding and the rule that found it.
  struct Answer: Sendable {
    let encoding: SourceEncoding
    let rule: Rule
    /// What was said of the encoding where that is not so, or names one outside the list.
    var mislabelled: String?
    /// Whether the bytes are known to be valid UTF-8.
    var isValid = false
    /// Whether the letters are those that the encoding's languages use; false where nothing on the list
    /// fits and the answer is no more than a way to go on.
    var isPlausible = true

    var inferred: Inferred<String> {
      Inferred(encoding.rawValue, rule: rule.rawValue, line: nil)
    }
  }

  enum Rule: String, Sendable {
    case mark = "encoding-byte-order-mark"
    case stated = "encoding-stated"
    case declared = "encoding-declared"
    case valid = "encoding-valid-utf-8"
    case statistics = "encoding-by-letters"
  }

  let bytes: [UInt8]
  /// What stands outside the capture; it goes before a page's own word.
  var stated: StatedEncoding?
  /// Whether the bytes may declare their encoding: a page does, a text that says `charset=` does not.
  var isPage = true

  /// How many bytes are looked at for a declaration (the HTML standard asks for 1024; saved pages put
  /// much before it) and for statistics.
  private static let head = 8192
  private static let sample = 1 << 18

  /// O(n) with a small factor.
  func detect() -> Answer {
    if let marked { return Answer(marked, .mark, contradicted(by: marked)) }
    if let stated, stated.speaker == .editor, let encoding = SourceEncoding(label: stated.label) {
      return Answer(encoding, .stated)
    }
    if let wide = unmarkedUTF16() { return Answer(wide, .statistics, contradicted(by: wide)) }
    let label = stated?.label ?? (isPage ? declaration() : nil)
    // A page whose declaration can be read byte by byte is no UTF-16 (HTML standard, 13.2.3.2).
    var declared = label.flatMap { SourceEncoding(label: $0) }
    if declared == .utf16LittleEndian || declared == .utf16BigEndian { declared = .utf8 }
    let isValid = CaptureDecoder.invalidUTF8(in: bytes) == nil
    guard let label, let declared else {
      if isValid { return Answer(.utf8, .valid, label, isValid: true) }
      return mostlyUTF8() ? Answer(.utf8, .statistics, label) : byStatistics(label)
    }
    if declared == .utf8 {
      if isValid { return Answer(.utf8, .declared, isValid: true) }
      return mostlyUTF8() ? Answer(.utf8, .declared, label) : byStatistics(label)
    }
    // Long UTF-8 sequences do not come about by chance in another encoding.
    if isValid, multibyteCount() > 0 { return Answer(.utf8, .valid, label) }
    let guess = byStatistics(label)
    if declared.isCyrillic != guess.encoding.isCyrillic
      || declared.isCyrillic && declared != guess.encoding,
      highBytes() >= 64, !(declared == .koi8u && guess.encoding == .koi8r)
    {
      return guess
    }
    return Answer(declared, .declared)
  }

  private var marked: SourceEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : nil
  }

  /// What was said outside, unless it says the same; `utf-16` is said of both byte orders.
  private func contradicted(by encoding: SourceEncoding) -> String? {
    guard let stated, let said = SourceEncoding(label: stated.label) else { return stated?.label }
    let isWide = said == .utf16LittleEndian && encoding == .utf16BigEndian
    return said == encoding || isWide ? nil : stated.label
  }

  /// UTF-16 without its mark. Its high bytes are few: zero for the letters, digits, spaces and line
  /// ends of ASCII, and one other value for most scripts' letters.
  private func unmarkedUTF16() -> SourceEncoding? {
    let end = min(bytes.count, 4096) & ~1
    guard end >= 32 else { return nil }
    var even = [Int](repeating: 0, count: 256)
    var odd = even
    for index in stride(from: 0, to: end, by: 2) {
      even[Int(bytes[index])] += 1
      odd[Int(bytes[index + 1])] += 1
    }
    func areHigh(_ counts: [Int], besides others: [Int]) -> Bool {
      let zeros = counts[0]
      guard zeros * 25 > end / 2, others[0] * 25 < end / 2 else { return false }
      return zeros * 5 > end || (zeros + (counts.dropFirst().max() ?? 0)) * 10 >= end / 2 * 9
    }
    if areHigh(odd, besides: even) { return .utf16LittleEndian }
    return areHigh(even, besides: odd) ? .utf16BigEndian : nil
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
  /// gives to Icelandic. `label`: what was said instead.
  private func byStatistics(_ label: String?) -> Answer {
    var counts = [Int](repeating: 0, count: 256)
    var letters = 0
    var inRuns = 0
    var run = 0
    // The same for all high bytes: DOS and Mac encodings have letters below 0xC0.
    var high = 0
    var highInRuns = 0
    var highRun = 0
    for byte in bytes.prefix(Self.sample) {
      counts[Int(byte)] += 1
      if byte >= 0xC0 || byte == 0xB8 || byte == 0xA3 {
        run += 1
      } else if run > 0 {
        if run >= 3 { inRuns += run }
        letters += run
        run = 0
      }
      if byte >= 0x80 {
        highRun += 1
      } else if highRun > 0 {
        if highRun >= 3 { highInRuns += highRun }
        high += highRun
        highRun = 0
      }
    }
    if run >= 3 { inRuns += run }
    letters += run
    func sum(_ range: ClosedRange<Int>) -> Int { range.reduce(0) { $0 + counts[$1] } }
    if letters >= 8, inRuns * 2 > letters {
      // о, е, а, и and у are two fifths of the letters of Russian and of its neighbours.
      func isPlausible(_ vowels: [Int]) -> Bool {
        let share = vowels.reduce(0) { $0 + counts[$1] } * 100 / letters
        return letters < 30 || (25...60).contains(share)
      }
      if sum(0xE0...0xFF) >= sum(0xC0...0xDF) {
        return Answer(
          .windows1251, .statistics, label,
          isPlausible: isPlausible([0xEE, 0xE5, 0xE0, 0xE8, 0xF3, 0xB3, 0xBF, 0xBA]))
      }
      // і, ї and є of Ukrainian, which Russian text never has.
      let isUkrainian = (counts[0xA4] + counts[0xA6] + counts[0xA7]) * 50 > letters
      return Answer(
        isUkrainian ? .koi8u : .koi8r, .statistics, label,
        isPlausible: isPlausible([0xCF, 0xC5, 0xC1, 0xC9, 0xD5, 0xA4, 0xA6, 0xA7]))
    }
    let turkish = counts[0xFD] + counts[0xFE] + counts[0xF0] + counts[0xDD] + counts[0xDE]
    let shared = counts[0xE7] + counts[0xF6] + counts[0xFC]
    let others = counts[0xE1] + counts[0xE9] + counts[0xED] + counts[0xF3] + counts[0xE6]
    let isTurkish = turkish > 0 && turkish + shared > others * 2 && turkish * 4 >= shared
    return Answer(
      isTurkish ? .windows1254 : .windows1252, .statistics, label,
      isPlausible: high < 30 || highInRuns * 2 < high)
  }
}

extension EncodingDetector.Answer {
  init(
    _ encoding: SourceEncoding, _ rule: EncodingDetector.Rule, _ mislabelled: String? = nil,
    isValid: Bool = false, isPlausible: Bool = true
  ) {
    self.encoding = encoding
    self.rule = rule
    self.mislabelled = mislabelled
    self.isValid = isValid
    self.isPlausible = isPlausible
  }
}

extension SourceEncoding {
  var isCyrillic: Bool { self == .windows1251 || self == .koi8r || self == .koi8u }
}

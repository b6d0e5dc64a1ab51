/// Dates in the data of a page.
enum PageDate {
  /// The day that a text begins with (`2020-10-15T08:00:00Z`), or the one full date that stands in it,
  /// as EDTF. The day is the one that was written, in the page's own time zone.
  static func edtf(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(200))
    guard CaptureDecoder.invalidUTF8(in: bytes) == nil else { return nil }
    if let date = leading(bytes) { return date }
    var scanner = UnitScanner(bytes)
    var unit = CaptureUnit(firstLine: 0, lastLine: 0, start: 0, end: bytes.count)
    scanner.measure(&unit)
    let dates = DateReader(bytes: bytes, words: scanner.words, dayFirst: false)
      .dates(in: unit.words).compactMap(\.edtf).filter { $0.utf8.count == 10 }
    guard let first = dates.first, dates.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// `/2020/10/15/`, `/2020-10-15-`, `/20201015/` in the path of an address.
  static func inAddress(_ address: String) -> String? {
    let bytes = Array(address.utf8.prefix(2048))
    for index in bytes.indices where bytes[index] == 0x2F {
      guard let year = number(bytes, index + 1, 4), (1990...2099).contains(year),
        index + 5 < bytes.count
      else { continue }
      let mark = bytes[index + 5]
      guard mark == 0x2F || mark == 0x2D, let month = number(bytes, index + 6, 2),
        index + 8 < bytes.count, bytes[index + 8] == mark, let day = number(bytes, index + 9, 2),
        let date = date(year, month, day)
      else { continue }
      if index + 11 < bytes.count, (0x30...0x39).contains(bytes[index + 11]) { continue }
      return date
    }
    return nil
  }

  private static func leading(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 10, bytes[4] == 0x2D || bytes[4] == 0x2F, bytes[7] == bytes[4],
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2)
    else { return nil }
    return date(year, month, day)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1900...2099).contains(year), (1...12).contains(month), day >= 1,
      day <= DateReader.days(in: month, of: year)
    else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

/// Personal names in the data of a page.
enum PageName {
  /// The one name of which the text consists, behind `By` if that stands there; nil for several names,
  /// desks and addresses.
  static func person(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 80 else { return nil }
    var scanner = UnitScanner(bytes)
    var unit = CaptureUnit(firstLine: 0, lastLine: 0, start: 0, end: bytes.count)
    scanner.measure(&unit)
    let words = scanner.words
    guard !words.isEmpty else { return nil }
    let start = words[0].hash == WordHash.of("by") ? 1 : 0
    let (names, next) = NameReader(bytes: bytes, words: words).names(at: start, words.count)
    guard names.count == 1, next == words.count, let name = names.first else { return nil }
    return CleanText.string(
      bytes, Int(words[name.lowerBound].start), Int(words[name.upperBound - 1].end))
  }
}

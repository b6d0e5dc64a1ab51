extension EDTF {
  /// The longest text that is read at all, in bytes; the longest valid one has 51.
  static let longest = 64

  /// Reads a value. Everything must be as EDTF has it: no white space, no missing zeros, no other
  /// separators. O(length), at most 64 bytes; suggestions are only looked for after a fault.
  package static func parse(_ text: String) -> Result<EDTF, EDTFError> {
    switch strict(text) {
    case .success(let content): return .success(EDTF(text: text, content: content))
    case .failure(let fault):
      return .failure(
        EDTFError(
          offset: fault.offset, message: fault.message,
          suggestions: EDTFRepair.suggestions(for: text)
        ))
    }
  }

  /// The same from UTF-8.
  package static func parse(_ bytes: ArraySlice<UInt8>) -> Result<EDTF, EDTFError> {
    parse(String(decoding: bytes, as: UTF8.self))
  }

  /// The content of `text`, without suggestions when there is none.
  static func strict(_ text: String) -> Result<Content, EDTFFault> {
    let bytes = Array(text.utf8.prefix(longest + 1))
    guard bytes.count <= longest else {
      return .failure(EDTFFault(longest, "this is too long for a date"))
    }
    guard !bytes.isEmpty else { return .failure(EDTFFault(0, "the date is empty")) }
    do {
      return .success(try content(of: bytes))
    } catch {
      return .failure(error)
    }
  }

  private static func content(of bytes: [UInt8]) throws(EDTFFault) -> Content {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      if bytes == [0x2E, 0x2E] {
        throw EDTFFault(0, "“..” is open at both ends; an interval needs a date at one of them")
      }
      var parser = EDTFDateParser(bytes, 0..<bytes.count)
      return .date(try parser.parse())
    }
    if let second = bytes[(slash + 1)...].firstIndex(of: UInt8(ascii: "/")) {
      throw EDTFFault(second, "an interval has one “/”; inside a date stands “-”")
    }
    let start = try end(of: bytes, 0..<slash)
    let end = try end(of: bytes, slash + 1..<bytes.count)
    guard start.date != nil || end.date != nil else {
      throw EDTFFault(0, "an interval needs a date at one of its ends")
    }
    if let first = start.date, let last = end.date, last.latest < first.earliest {
      throw EDTFFault(slash + 1, "the interval ends before it begins")
    }
    return .interval(start: start, end: end)
  }

  private static func end(of bytes: [UInt8], _ range: Range<Int>) throws(EDTFFault) -> End {
    if range.isEmpty { return .unknown }
    if bytes[range].elementsEqual([0x2E, 0x2E]) { return .open }
    var parser = EDTFDateParser(bytes, range)
    let date = try parser.parse()
    // EDTF level 0 defines intervals of dates alone.
    if date.time != nil {
      throw EDTFFault(range.lowerBound + 10, "an interval has dates at its ends, not times of day")
    }
    return .date(date)
  }
}

/// Where a text stops being EDTF, and why.
struct EDTFFault: Error {
  /// UTF-8 bytes from the start of the text.
  let offset: Int
  let message: String

  init(_ offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }
}

/// Bytes of any `SourceEncoding` to UTF-8, with the way back.
enum Transcoder {
  struct Text: Sendable {
    /// Valid UTF-8 without NUL bytes (they become spaces).
    let bytes: [UInt8]
    let map: OffsetMap
    /// How many bytes or units had no meaning and became U+FFFD.
    let broken: Int
    /// The byte of the capture at which the first of them stands.
    var firstBroken: Int?
  }

  /// O(n); what has no meaning becomes U+FFFD. `isValid`: the bytes are known to be valid UTF-8.
  static func decode(
    _ raw: [UInt8], as encoding: SourceEncoding, isValid: Bool = false
  ) -> Text {
    switch encoding {
    case .utf8: utf8(raw, isValid)
    case .utf16LittleEndian: utf16(raw, bigEndian: false)
    case .utf16BigEndian: utf16(raw, bigEndian: true)
    default: singleByte(raw, encoding.upperHalf ?? [])
    }
  }

  private static func singleByte(_ raw: [UInt8], _ upper: [UInt32]) -> Text {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count + raw.count / 2)
    var map = OffsetMap.singleByte
    var broken = 0
    var first: Int?
    for index in raw.indices {
      let byte = raw[index]
      if byte < 0x80 {
        out.append(byte == 0 ? 0x20 : byte)
      } else {
        let scalar = Int(byte) - 0x80 < upper.count ? upper[Int(byte) - 0x80] : 0xFFFD
        if scalar == 0xFFFD {
          broken += 1
          first = first ?? index
        }
        UTF8Bytes.append(scalar, to: &out)
      }
      if index & 255 == 255 { map.mark(text: out.count, raw: index + 1) }
    }
    return Text(bytes: out, map: map, broken: broken, firstBroken: first)
  }

  private static func utf16(_ raw: [UInt8], bigEndian: Bool) -> Text {
    let marked = raw.starts(with: bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
    let start = marked ? 2 : 0
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var map = OffsetMap.utf16(from: start)
    var broken = 0
    var first: Int?
    func unit(_ at: Int) -> UInt32 {
      bigEndian
        ? UInt32(raw[at]) << 8 | UInt32(raw[at + 1]) : UInt32(raw[at + 1]) << 8 | UInt32(raw[at])
    }
    var index = start
    while index + 1 < raw.count {
      var scalar = unit(index)
      var width = 2
      if scalar >= 0xD800, scalar < 0xE000 {
        let low = scalar < 0xDC00 && index + 3 < raw.count ? unit(index + 2) : 0
        if low >= 0xDC00, low < 0xE000 {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          width = 4
        } else {
          scalar = 0xFFFD
          broken += 1
          first = first ?? index
        }
      }
      UTF8Bytes.append(scalar == 0 ? 0x20 : scalar, to: &out)
      index += width
      map.mark(text: out.count, raw: index)
    }
    // A last byte without its other half.
    if index < raw.count {
      broken += 1
      first = first ?? index
    }
    return Text(bytes: out, map: map, broken: broken, firstBroken: first)
  }

  private static func utf8(_ raw: [UInt8], _ isValid: Bool) -> Text {
    let start = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if isValid || CaptureDecoder.invalidUTF8(in: raw) == nil {
      if start == 0, ByteScan.first(0, in: raw, from: 0) == raw.count {
        return Text(bytes: raw, map: .identity(from: 0), broken: 0)
      }
      let bytes = raw[start...].map { $0 == 0 ? 0x20 : $0 }
      return Text(bytes: bytes, map: .identity(from: start), broken: 0)
    }
    var out: [UInt8] = []
    out.reserveCapacity(raw.count + 64)
    var map = OffsetMap.identity(from: start)
    var broken = 0
    var first: Int?
    var index = start
    while index < raw.count {
      let width = Self.width(raw, index)
      if width == 0 {
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        broken += 1
        first = first ?? index
        index += 1
        map.mark(text: out.count, raw: index)
      } else {
        if width == 1 {
          out.append(raw[index] == 0 ? 0x20 : raw[index])
        } else {
          out.append(contentsOf: raw[index..<index + width])
        }
        index += width
      }
    }
    return Text(bytes: out, map: map, broken: broken, firstBroken: first)
  }

  /// The length of the well-formed sequence at `index` (Unicode 16, table 3-7), 0 when there is none.
  static func width(_ bytes: [UInt8], _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let (length, low, high): (Int, UInt8, UInt8)
    switch first {
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    default: return 0
    }
    guard index + length <= bytes.count, (low...high).contains(bytes[index + 1]) else { return 0 }
    for next in index + 2..<max(index + length, index + 2) where bytes[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}

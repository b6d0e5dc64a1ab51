/// The encodings in which a capture may be written.
enum SourceEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1254 = "windows-1254"
  case koi8r = "koi8-r"
  case koi8u = "koi8-u"

  /// The encoding that a label denotes (WHATWG Encoding Standard, section 4.2, for these encodings):
  /// ISO 8859-1 is read as windows-1252 and ISO 8859-9 as windows-1254, which contain them.
  init?(label: some StringProtocol) {
    switch label.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
    case "utf-16", "utf-16le", "ucs-2", "unicode", "csunicode", "iso-10646-ucs-2":
      self = .utf16LittleEndian
    case "utf-16be", "unicodefffe": self = .utf16BigEndian
    case "windows-1251", "cp1251", "x-cp1251", "win-1251", "win1251": self = .windows1251
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "latin1",
      "l1", "ascii", "us-ascii", "iso_8859-1", "cp819":
      self = .windows1252
    case "windows-1254", "cp1254", "x-cp1254", "iso-8859-9", "iso8859-9", "iso88599", "latin5",
      "l5", "iso_8859-9", "csisolatin5":
      self = .windows1254
    case "koi8-r", "koi8", "koi8_r", "koi", "cskoi8r": self = .koi8r
    case "koi8-u", "koi8-ru": self = .koi8u
    default: return nil
    }
  }

  /// Whether its units have two bytes.
  var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
  /// The bytes of a unit.
  var width: Int { isWide ? 2 : 1 }

  /// How findings call it.
  var displayName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    default: rawValue
    }
  }

  /// The scalars of the bytes 0x80 to 0xFF, U+FFFD where there is none; nil for the Unicode encodings.
  var upperHalf: [UInt32]? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1251: Self.table1251
    case .windows1252: Self.table1252
    case .windows1254: Self.table1254
    case .koi8r: Self.tableKOI8R
    case .koi8u: Self.tableKOI8U
    }
  }

  // Unicode's own mapping tables (Public/MAPPINGS/VENDORS), 0x80 to 0xFF in order.
  private static let table1251 = table(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """)
  private static let table1252 = table(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
    """)
  /// As windows-1252 but for the six letters of Turkish and two places of capitals with a caron.
  private static let table1254: [UInt32] = {
    var table = table1252
    for (byte, scalar) in [
      (0xD0, 0x11E), (0xDD, 0x130), (0xDE, 0x15E), (0xF0, 0x11F), (0xFD, 0x131), (0xFE, 0x15F),
      (0x8E, 0xFFFD), (0x9E, 0xFFFD),
    ] as [(Int, UInt32)] { table[byte - 0x80] = scalar }
    return table
  }()
  private static let tableKOI8R = table(
    """
    ─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
    юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ
    """)
  /// As KOI8-R but for the letters of Ukrainian (RFC 2319).
  private static let tableKOI8U: [UInt32] = {
    var table = tableKOI8R
    for (byte, scalar) in [
      (0xA4, 0x454), (0xA6, 0x456), (0xA7, 0x457), (0xAD, 0x491), (0xB4, 0x404), (0xB6, 0x406),
      (0xB7, 0x407), (0xBD, 0x490),
    ] as [(Int, UInt32)] { table[byte - 0x80] = scalar }
    return table
  }()

  private static func table(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}

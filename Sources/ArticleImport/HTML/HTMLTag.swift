/// The elements that reading an article tells apart; every other name is `.other`.
enum HTMLTag: UInt8, Sendable, CaseIterable {
  /// A run of text, not an element.
  case text
  case other
  case html, head, title, meta, link, base, body
  case script, style, noscript, template, iframe, noframes, noembed, xmp, plaintext, textarea
  case svg, math, object, embed, applet, canvas, video, audio, map, select, option, optgroup
  case button, input, form, label, fieldset, legend, datalist, dialog, progress
  case p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, hr, div, center, address
  case article, section, main, header, footer, nav, aside, hgroup, figure, figcaption, details
  case summary, menu, picture, img, source
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, b, i, em, strong, span, font, big, small, code, s, strike, tt, u, nobr
  case q, cite, time, sub, sup, abbr, ins, del, mark, kbd, br, wbr, area, frame, frameset, marquee

  /// The name as lower-case ASCII bytes packed into an integer: the first eight, and the length.
  private struct Packed: Hashable {
    var value: UInt64 = 0
    var length = 0

    mutating func add(_ byte: UInt8) {
      if length < 8 {
        value |= UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) << UInt64(length * 8)
      }
      length += 1
    }
  }

  private static let byName: [Packed: HTMLTag] = {
    var table: [Packed: HTMLTag] = [:]
    for tag in allCases where tag != .text && tag != .other {
      var packed = Packed()
      for byte in String(describing: tag).utf8 { packed.add(byte) }
      table[packed] = tag
    }
    return table
  }()

  /// The element whose name stands in `bytes`, in any case.
  static func named(_ bytes: [UInt8], _ range: Range<Int>) -> HTMLTag {
    guard range.count <= 10 else { return .other }
    // The most frequent names are one letter, or found by the table.
    if range.count == 1 {
      switch bytes[range.lowerBound] | 0x20 {
      case 0x61: return .a
      case 0x70: return .p
      case 0x62: return .b
      case 0x69: return .i
      default: break
      }
    }
    var packed = Packed()
    for index in range { packed.add(bytes[index]) }
    return byName[packed] ?? .other
  }

  static func named(_ name: String) -> HTMLTag {
    let bytes = Array(name.utf8)
    return named(bytes, bytes.indices)
  }

  /// Elements without content (HTML standard, 13.1.2).
  var isVoid: Bool {
    switch self {
    case .br, .hr, .img, .input, .link, .meta, .base, .area, .col, .embed, .source, .wbr, .frame:
      true
    default: false
    }
  }

  /// Elements whose content is never read as text of an article, skipped up to their end tag.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .noframes, .noembed, .xmp, .textarea, .svg,
      .math, .object, .applet, .canvas, .video, .audio, .map, .select, .datalist:
      true
    default: false
    }
  }

  /// Elements whose content the tokenizer takes as text, so that no skip can be given up.
  var isRawText: Bool {
    switch self {
    case .script, .style, .iframe, .noframes, .noembed, .xmp, .textarea: true
    default: false
    }
  }

  /// The formatting elements that a parser reopens in later blocks (HTML standard, 13.2.4.3).
  var isFormatting: Bool {
    switch self {
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: true
    default: false
    }
  }

  /// Elements whose start ends a paragraph of running text.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .title, .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd,
      .blockquote, .pre, .hr, .div, .center, .address, .article, .section, .main, .header, .footer,
      .nav, .aside, .hgroup, .figure, .figcaption, .details, .summary, .menu, .table, .caption,
      .colgroup, .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .button, .option,
      .optgroup, .dialog, .frameset:
      true
    default: false
    }
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

/// The attributes that are read; no other one leaves the pre-scan.
enum HTMLAttribute: UInt8, Sendable, CaseIterable {
  case `class`, id, itemprop, itemtype, rel, href, hidden, ariaHidden, style, datetime, content, name
  case property, lang, xmlLang, role, type

  var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .xmlLang: "xml:lang"
    case .class: "class"
    default: String(describing: self)
    }
  }

  private static let byName: [String: HTMLAttribute] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.spelling, $0) })

  /// The attribute whose name stands in `bytes`, in any case; nil for those that are not read.
  static func named(_ bytes: [UInt8], _ range: Range<Int>) -> HTMLAttribute? {
    // Most attributes of a page are data for scripts; their first letter and length tell.
    guard (2...11).contains(range.count) else { return nil }
    switch (bytes[range.lowerBound] | 0x20, range.count) {
    case (0x63, 5), (0x63, 7), (0x69, 2), (0x69, 8), (0x72, 3), (0x72, 4), (0x68, 4), (0x68, 6),
      (0x61, 11), (0x73, 5), (0x64, 8), (0x6E, 4), (0x70, 8), (0x6C, 4), (0x78, 8), (0x74, 4):
      let name = String(decoding: bytes[range].map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) },
        as: UTF8.self)
      return byName[name]
    default: return nil
    }
  }
}

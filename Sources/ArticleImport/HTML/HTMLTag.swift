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

  private static let byName = NameTable(
    allCases.filter { $0 != .text && $0 != .other }.map { (String(describing: $0), $0.rawValue) })

  private static let endTags = allCases.map { Array("</\($0)".utf8) }

  /// `</name`.
  var endTag: [UInt8] { Self.endTags[Int(rawValue)] }

  /// The element whose name stands in `bytes`, in any case.
  static func named(_ bytes: [UInt8], _ range: Range<Int>) -> HTMLTag {
    byName.find(bytes, range).flatMap { HTMLTag(rawValue: $0) } ?? .other
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

  /// Elements of which an article keeps only the text, and empty ones that it does not keep: their
  /// tags are left out before parsing. Among them are all formatting elements (HTML standard,
  /// 13.2.4.3) but `a`, which a parser reopens in every later block where their end tag is missing.
  var isTransparent: Bool {
    switch self {
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u, .nobr, .sub, .sup,
      .abbr, .ins, .mark, .kbd, .q, .wbr, .img, .source, .input, .embed, .area, .base, .frame,
      .picture, .col, .marquee:
      true
    default: false
    }
  }

  /// Elements whose start ends a paragraph of running text.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .title, .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt,
      .dd,
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
  case `class`, id, itemprop, itemtype, rel, href, hidden, ariaHidden, style, datetime, content,
    name
  case property, lang, xmlLang, role, type

  var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .xmlLang: "xml:lang"
    case .class: "class"
    default: String(describing: self)
    }
  }

  private static let byName = NameTable(allCases.map { ($0.spelling, $0.rawValue) })
  private static let written = allCases.map { [0x20] + Array($0.spelling.utf8) + [0x3D] }

  /// ` name=`, as it stands in a tag.
  var bytes: [UInt8] { Self.written[Int(rawValue)] }

  /// The attribute whose name stands in `bytes`, in any case; nil for those that are not read.
  static func named(_ bytes: [UInt8], _ range: Range<Int>) -> HTMLAttribute? {
    byName.find(bytes, range).flatMap { HTMLAttribute(rawValue: $0) }
  }
}

/// A rough model of the parser's open elements, kept while scanning: enough to bound, before the
/// parser runs, how deep its tree and how long its list of formatting elements can become.
///
/// The parser's time is quadratic in depth, and every block reopens all unclosed formatting elements.
struct OpenElements {
  /// The deepest tree that is parsed.
  static let deepest = 512

  private var stack: [HTMLTag] = []
  private var counts = [Int](repeating: 0, count: HTMLTag.allCases.count)
  private var formatting = 0
  private var tags = 0
  private var reopened = 0
  /// Whether the page is nested too deeply, or reopens too much, to be parsed.
  private(set) var isTooDeep = false

  mutating func start(_ tag: HTMLTag) {
    tags += 1
    if formatting > 4 { reopened += formatting }
    if tag.isVoid { return }
    closeImplied(by: tag)
    if tag.isFormatting { formatting += 1 }
    stack.append(tag)
    counts[Int(tag.rawValue)] += 1
    if stack.count > Self.deepest || reopened > tags * 2 + 100_000 { isTooDeep = true }
    // Nothing is gained by following a page that is given up.
    if isTooDeep, stack.count > Self.deepest { pop(to: 0) }
  }

  mutating func end(_ tag: HTMLTag) {
    tags += 1
    if tag.isFormatting, formatting > 0 { formatting -= 1 }
    guard counts[Int(tag.rawValue)] > 0, let at = stack.lastIndex(of: tag) else { return }
    pop(to: at)
  }

  private mutating func pop(to count: Int) {
    while stack.count > count, let last = stack.popLast() { counts[Int(last.rawValue)] -= 1 }
  }

  /// Elements whose end tag may be left out (HTML standard, 13.1.2.4).
  private mutating func closeImplied(by tag: HTMLTag) {
    switch tag {
    case .li: close([.li], within: [.ul, .ol, .menu])
    case .dt, .dd: close([.dt, .dd], within: [.dl])
    case .td, .th: close([.td, .th], within: [.table, .tr])
    case .tr: close([.tr], within: [.table])
    case .tbody, .thead, .tfoot: close([.tbody, .thead, .tfoot], within: [.table])
    case .option: close([.option], within: [.select])
    case .a: close([.a], within: [.table, .td, .th])
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .blockquote, .pre, .div, .center, .address,
      .article, .section, .main, .header, .footer, .nav, .aside, .figure, .figcaption, .table,
      .form, .details, .fieldset, .menu:
      close([.p], within: [.td, .th, .caption, .button, .table, .object])
    default: break
    }
  }

  private mutating func close(_ tags: [HTMLTag], within limits: [HTMLTag]) {
    guard tags.contains(where: { counts[Int($0.rawValue)] > 0 }) else { return }
    var index = stack.count
    while index > 0, stack.count - index < 64 {
      index -= 1
      if tags.contains(stack[index]) { return pop(to: index) }
      if limits.contains(stack[index]) { return }
    }
  }
}

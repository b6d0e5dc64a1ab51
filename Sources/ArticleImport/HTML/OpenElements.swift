/// A rough model of the parser's open elements, kept while scanning: enough to bound, before the
/// parser runs, how deep its tree can become. The parser's time is quadratic in depth.
struct OpenElements {
  /// The deepest tree that is parsed.
  static let deepest = 512

  private var stack: [HTMLTag] = []
  private var counts = [Int](repeating: 0, count: HTMLTag.allCases.count)
  /// Whether the page is nested too deeply to be parsed.
  private(set) var isTooDeep = false

  mutating func start(_ tag: HTMLTag) {
    if tag.isVoid || !Self.isCounted(tag) { return }
    // Outside a table the parser ignores the tags of its parts.
    if Self.isTablePart(tag), counts[Int(HTMLTag.table.rawValue)] == 0 { return }
    closeImplied(by: tag)
    stack.append(tag)
    counts[Int(tag.rawValue)] += 1
    if stack.count > Self.deepest {
      isTooDeep = true
      // Nothing is gained by following a page that is given up.
      pop(to: 0)
    }
  }

  /// Where the parser would ignore an end tag, so does the model: what it takes for closed must be
  /// closed, or the tree could be deeper than it thinks.
  mutating func end(_ tag: HTMLTag) {
    guard Self.isCounted(tag), counts[Int(tag.rawValue)] > 0 else { return }
    var index = stack.count
    while index > 0 {
      index -= 1
      if stack[index] == tag { return pop(to: index) }
      if Self.hides(stack[index], tag) { return }
    }
  }

  /// Elements that the parser takes off its stack without what stands in them, or never.
  private static func isCounted(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .a, .form, .html, .body, .head: false
    default: true
    }
  }

  private static func isTablePart(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .tr, .td, .th, .tbody, .thead, .tfoot, .caption, .colgroup: true
    default: false
    }
  }

  /// Whether an open `element` keeps an end tag from what is outside (HTML standard, 13.2.4.2).
  private static func hides(_ element: HTMLTag, _ tag: HTMLTag) -> Bool {
    switch tag {
    case .table: return false
    case _ where isTablePart(tag): return element == .table
    default: break
    }
    switch element {
    case .table, .td, .th, .caption: return true
    case .button: return tag == .p
    case .ul, .ol: return tag == .li
    default: return !tag.isBlock && element.isBlock
    }
  }

  private mutating func pop(to count: Int) {
    while stack.count > count, let last = stack.popLast() { counts[Int(last.rawValue)] -= 1 }
  }

  /// Elements whose end tag may be left out (HTML standard, 13.1.2.4).
  private mutating func closeImplied(by tag: HTMLTag) {
    switch tag {
    case .li: close([.li]) { $0.isBlock && $0 != .div && $0 != .p && $0 != .address }
    case .dt, .dd: close([.dt, .dd]) { $0.isBlock && $0 != .div && $0 != .p && $0 != .address }
    case .td, .th: close([.td, .th]) { $0 == .table }
    case .tr: close([.tr]) { $0 == .table }
    case .tbody, .thead, .tfoot: close([.tbody, .thead, .tfoot]) { $0 == .table }
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .blockquote, .pre, .div, .center,
      .address,
      .article, .section, .main, .header, .footer, .nav, .aside, .figure, .figcaption, .details,
      .fieldset, .menu:
      close([.p]) { Self.hides($0, .p) }
    default: break
    }
  }

  private mutating func close(_ tags: [HTMLTag], unless hides: (HTMLTag) -> Bool) {
    guard tags.contains(where: { counts[Int($0.rawValue)] > 0 }) else { return }
    var index = stack.count
    while index > 0, stack.count - index < 64 {
      index -= 1
      if tags.contains(stack[index]) { return pop(to: index) }
      if hides(stack[index]) { return }
    }
  }
}

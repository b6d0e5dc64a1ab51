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
    if tag.isVoid { return }
    closeImplied(by: tag)
    stack.append(tag)
    counts[Int(tag.rawValue)] += 1
    if stack.count > Self.deepest {
      isTooDeep = true
      // Nothing is gained by following a page that is given up.
      pop(to: 0)
    }
  }

  mutating func end(_ tag: HTMLTag) {
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
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .blockquote, .pre, .div, .center,
      .address,
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

internal import DossierModel

/// What a page says of itself: title, date, publisher, author, language, address. Each datum has an
/// order of places; the first that speaks is believed, and its rule is named. Nothing is guessed.
struct PageMetadata {
  let tree: HTMLTree
  let linked: LinkedData
  /// The line of the capture in which a text node starts.
  let line: (Int) -> Int?

  let head: PageHead

  init(tree: HTMLTree, linked: LinkedData, line: @escaping (Int) -> Int?) {
    self.tree = tree
    self.linked = linked
    self.line = line
    head = PageHead(tree)
  }

  /// A single `h1`; else the `h1` that shares most words with the page's own title; else that title
  /// without the site's name. (A single `h1` is the title of 84 % of 845 pages, `og:title` as it
  /// stands of 59 %: the sites add their names.)
  func title() -> Inferred<String>? {
    let stated = head["og:title"] ?? linked.headline ?? head["twitter:title"] ?? head.title
    let wanted = Set(stated.map { WordHash.phrase($0) } ?? [])
    let site = publisher()?.value.lowercased()
    var headings: [(node: Int, text: String, shared: Int)] = []
    for node in tree.nodes.indices where tree.nodes[node].tag == .h1 {
      let text = tree.text(of: node)
      guard !text.isEmpty, text.utf8.count <= 400, text.lowercased() != site else { continue }
      if headings.contains(where: { $0.text == text }) { continue }
      let shared = Set(WordHash.phrase(text)).intersection(wanted).count
      headings.append((node, text, shared))
      if headings.count == 64 { break }
    }
    if headings.count == 1, let only = headings.first {
      return Inferred(only.text, rule: "html-single-h1", line: line(only.node))
    }
    if let best = headings.max(by: { $0.shared < $1.shared }), best.shared > 0 {
      return Inferred(best.text, rule: "html-h1-like-title", line: line(best.node))
    }
    if let text = head["og:title"] {
      return Inferred(withoutSite(text), rule: "html-og-title", line: nil)
    }
    if let text = linked.headline {
      return Inferred(text, rule: "html-json-ld-headline", line: nil)
    }
    return head.title.map { Inferred(withoutSite($0), rule: "html-title-element", line: nil) }
  }

  /// The title without ` | Site` or ` - Site` at its end: a piece of at most five words that is no
  /// longer than what is left, or that is the site's name.
  private func withoutSite(_ title: String) -> String {
    let site = publisher()?.value.lowercased()
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » "] {
      let pieces = title.split(separator: mark)
      guard pieces.count > 1, let last = pieces.last else { continue }
      let rest = title.utf8.count - last.utf8.count - mark.utf8.count
      let isSite = last.lowercased() == site
      let isBar = mark != " - " && mark != " – " && mark != " — "
      guard isSite || isBar && last.split(separator: " ").count <= 5 && last.utf8.count < rest
      else {
        continue
      }
      return String(decoding: Array(title.utf8).prefix(rest), as: UTF8.self)
    }
    return title
  }

  func publisher() -> Inferred<String>? {
    if let name = Self.name(linked.publisher) {
      return Inferred(name, rule: "html-json-ld-publisher", line: nil)
    }
    if let name = Self.name(head["og:site_name"]) {
      return Inferred(name, rule: "html-og-site-name", line: nil)
    }
    if let name = Self.name(head["dc.publisher"] ?? head["citation_publisher"]) {
      return Inferred(name, rule: "html-meta-publisher", line: nil)
    }
    if let name = siteBehindTitle() {
      return Inferred(name, rule: "html-site-behind-title", line: nil)
    }
    if let name = Self.name(head["application-name"]) {
      return Inferred(name, rule: "html-application-name", line: nil)
    }
    return nil
  }

  /// What the `title` element has behind a mark, if all before it is an `h1` or the title that the page
  /// gives to others, and it is one to five words.
  private func siteBehindTitle() -> String? {
    guard let title = head.title else { return nil }
    var titles: Set<UInt64> = []
    for text in [head["og:title"], linked.headline, head["twitter:title"]] {
      if let bytes = text.map({ Array($0.utf8) }) {
        titles.insert(PageTitleKeys.key(bytes, bytes.indices))
      }
    }
    for node in tree.nodes.indices.lazy.filter({ tree.nodes[$0].tag == .h1 }).prefix(64) {
      let bytes = Array(tree.text(of: node).utf8)
      titles.insert(PageTitleKeys.key(bytes, bytes.indices))
    }
    titles.remove(WordHash.seed)
    let bytes = Array(title.utf8)
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » "] {
      let pieces = title.split(separator: mark)
      guard pieces.count > 1, let last = pieces.last else { continue }
      let rest = bytes.count - last.utf8.count - mark.utf8.count
      guard rest > 0, titles.contains(PageTitleKeys.key(bytes, 0..<rest)),
        (1...5).contains(last.split(separator: " ").count)
      else { continue }
      return Self.name(String(last))
    }
    return nil
  }

  /// The one author whom the page's data names with a personal name. A page with several, or with a
  /// desk's name, has none by this rule.
  func author() -> Inferred<String>? {
    if linked.authors > 1 { return nil }
    let stated: [(String?, String)] = [
      (linked.author, "html-json-ld-author"), (head["author"], "html-meta-author"),
      (head["article:author"], "html-meta-author"), (head["dc.creator"], "html-meta-author"),
      (head["parsely-author"], "html-meta-author"), (head["sailthru.author"], "html-meta-author"),
    ]
    for (text, rule) in stated {
      if let text, let name = PageName.person(in: text) {
        return Inferred(name, rule: rule, line: nil)
      }
    }
    for node in tree.nodes.indices {
      guard
        tree.value(.itemprop, of: node)?.elementsEqual("author".utf8) ?? false
          || tree.value(.rel, of: node)?.elementsEqual("author".utf8) ?? false
      else { continue }
      let text = tree.text(of: node)
      guard text.utf8.count <= 80 else { continue }
      return PageName.person(in: text).map {
        Inferred($0, rule: "html-author-element", line: line(node))
      }
    }
    return nil
  }

  /// `address`: the page's canonical address, for a date in its path.
  func published(address: String?) -> Inferred<String>? {
    if let date = linked.published.flatMap(PageDate.edtf) {
      return Inferred(date, rule: "html-json-ld-date-published", line: nil)
    }
    for name in PageHead.dateNames {
      if let date = head[name].flatMap(PageDate.edtf) {
        return Inferred(date, rule: "html-meta-date", line: nil)
      }
    }
    for node in tree.nodes.indices {
      guard let name = tree.value(.itemprop, of: node), name.elementsEqual("datePublished".utf8)
      else { continue }
      let text =
        tree.string(.content, of: node) ?? tree.string(.datetime, of: node) ?? tree.text(of: node)
      if let date = PageDate.edtf(text) {
        return Inferred(date, rule: "html-itemprop-date", line: line(node))
      }
    }
    if let date = address.flatMap(PageDate.inAddress) {
      return Inferred(date, rule: "html-address-date", line: nil)
    }
    return dateBesideTitle()
  }

  /// A `time` element, or a short line with a full date, between the title and the 40th block behind
  /// it.
  private func dateBesideTitle() -> Inferred<String>? {
    guard let title = tree.nodes.firstIndex(where: { $0.tag == .h1 }) else { return nil }
    for node in tree.nodes.indices where tree.nodes[node].tag == .time && node > title - 200 {
      guard node < title + 400 else { break }
      if let date = PageDate.edtf(tree.string(.datetime, of: node) ?? tree.text(of: node)) {
        return Inferred(date, rule: "html-time-element", line: line(node))
      }
    }
    let end = min(Int(tree.nodes[title].end) + 200, tree.nodes.count)
    for node in Int(tree.nodes[title].end)..<max(end, Int(tree.nodes[title].end))
    where tree.nodes[node].tag == .text {
      let length = tree.nodes[node].upper - tree.nodes[node].lower
      guard length >= 8, length <= 80 else { continue }
      if let date = PageDate.edtf(tree.text(of: node)) {
        return Inferred(date, rule: "html-stamp-near-title", line: line(node))
      }
    }
    return nil
  }

  /// BCP 47, the primary subtag and a script or region as the page gives them.
  func language() -> Inferred<String>? {
    if let root = tree.nodes.indices.first,
      let tag = Self.languageTag(tree.string(.lang, of: root) ?? tree.string(.xmlLang, of: root))
    {
      return Inferred(tag, rule: "html-lang", line: nil)
    }
    if let tag = Self.languageTag(linked.language) {
      return Inferred(tag, rule: "html-json-ld-language", line: nil)
    }
    if let tag = Self.languageTag(head["og:locale"]) {
      return Inferred(tag, rule: "html-og-locale", line: nil)
    }
    return nil
  }

  private static func languageTag(_ text: String?) -> String? {
    guard let text else { return nil }
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let primary = parts.first, (2...3).contains(primary.utf8.count),
      primary.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    return primary.lowercased()
  }

  func address() -> Inferred<String>? {
    if let address = SafeAddress.absolute(head.canonical) {
      return Inferred(address, rule: "html-canonical", line: nil)
    }
    if let address = SafeAddress.absolute(head["og:url"]) {
      return Inferred(address, rule: "html-og-url", line: nil)
    }
    return nil
  }

  private static func name(_ text: String?) -> String? {
    guard let text, (2...80).contains(text.utf8.count), !text.contains("://") else { return nil }
    return text.lowercased().hasPrefix("www.") ? String(text.dropFirst(4)) : text
  }
}

/// Links that may be shown: nothing but web addresses.
enum SafeAddress {
  /// The address if it is absolute http or https (a missing scheme before `//` is https); nil for
  /// every other scheme and for addresses with control characters.
  static func absolute(_ text: String?) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    let trimmed = CleanText.folded(bytes, 0, bytes.count)
    guard trimmed.count <= 2048, !trimmed.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      return nil
    }
    for scheme in ["https://", "http://"] where trimmed.count > scheme.utf8.count {
      guard ByteScan.matches(Array(scheme.utf8), in: trimmed, at: 0) else { continue }
      return hasHost(trimmed, at: scheme.utf8.count)
        ? String(decoding: trimmed, as: UTF8.self) : nil
    }
    return trimmed.starts(with: [0x2F, 0x2F]) && hasHost(trimmed, at: 2)
      ? "https:" + String(decoding: trimmed, as: UTF8.self) : nil
  }

  private static func hasHost(_ address: [UInt8], at index: Int) -> Bool {
    index < address.count && ![0x2F, 0x3F, 0x23, 0x5C, 0x3A].contains(address[index])
  }
}

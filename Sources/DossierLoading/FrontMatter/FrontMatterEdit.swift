package import Diagnostics
package import YAML

/// Edits the front matter of a page, or a sidecar, and leaves every byte alone that it need not change:
/// comments, quotes, order, line ends.
///
/// Each edit is read back: one after which anything but the edited key reads otherwise (as where two
/// keys share an anchor) is refused, and the file stays as it was. Each is O(front matter).
package struct FrontMatterEdit: Sendable {
  /// Why an edit cannot be made, at the place in the file (`front-matter-edit`, or what is wrong with the
  /// YAML itself).
  package struct Refusal: Error, Sendable {
    package let finding: Diagnostic
  }

  /// The file as it is after the edits so far.
  package private(set) var file: SourceFile
  private let isPage: Bool
  /// The YAML in the file.
  private(set) var range: Range<Int>
  private(set) var mapping: YAMLMapping

  /// - Parameter page: a Markdown file with front matter.
  package init(page file: SourceFile) throws(Refusal) {
    try self.init(file, isPage: true)
  }

  /// - Parameter document: a file that is YAML as a whole, as a sidecar is.
  package init(document file: SourceFile) throws(Refusal) {
    try self.init(file, isPage: false)
  }

  private init(_ file: SourceFile, isPage: Bool) throws(Refusal) {
    self.file = file
    self.isPage = isPage
    (range, mapping) = try Self.parse(file, isPage: isPage)
  }

  private static func parse(
    _ file: SourceFile, isPage: Bool
  ) throws(Refusal) -> (range: Range<Int>, mapping: YAMLMapping) {
    var range = 0..<file.bytes.count
    if isPage {
      let split = FrontMatter.split(file)
      if let problem = split.diagnostics.first { throw Refusal(finding: problem) }
      guard let yaml = split.yaml else {
        throw refusal("the page has no front matter", file.place(0..<0))
      }
      range = yaml
    } else if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      range = 3..<file.bytes.count
    }
    let (mapping, problems) = YAMLDocument.parseMapping(file, in: range)
    if let problem = problems.first(where: { $0.severity == .error }) {
      throw Refusal(finding: problem)
    }
    guard let mapping else { throw refusal("it cannot be read", file.place(range)) }
    return (range, mapping)
  }

  // MARK: Edits

  /// Adds a text to the list under `key`; false where it is there already, by itself or as the `name` of
  /// an entry. A list is made where there is one value or none.
  @discardableResult
  package mutating func add(_ text: String, to key: String) throws(Refusal) -> Bool {
    try add(YAMLNode(.scalar(text, style: .quoted), range: 0..<0), to: key)
  }

  /// Adds an item to the list under `key`, as `add(_:to:)` does: a text, or `{name: …}` with more.
  @discardableResult
  package mutating func add(_ item: YAMLNode, to key: String) throws(Refusal) -> Bool {
    let text = YAMLText.flow(item)
    guard let value = entry(key)?.value, !value.isNull else {
      try put("[\(text)]", under: key, YAMLNode(.list([item]), range: 0..<0))
      return true
    }
    let items = Self.items(value)
    if let name = Self.name(of: item), items.contains(where: { Self.name(of: $0) == name }) {
      return false
    }
    let edit: (range: Range<Int>, text: String)?
    if case .list = value.content {
      edit = appending(text, to: items, in: value)
    } else {
      edit = wrapping(value, text)
    }
    guard let edit else { throw obstacle(value.range, key) }
    try apply(edit, expecting: key, YAMLNode(.list(items + [item]), range: 0..<0))
    return true
  }

  /// Makes `text` the value of `key`, in the kind of quotes that the value had; false where it is that
  /// already.
  @discardableResult
  package mutating func set(_ key: String, to text: String) throws(Refusal) -> Bool {
    let node = YAMLNode(.scalar(text, style: .quoted), range: 0..<0)
    let isFlow = file.bytes.starts(with: "{".utf8, at: mapping.range.lowerBound)
    guard let value = entry(key)?.value, !value.isNull else {
      try put(YAMLText.scalar(text, inFlow: isFlow), under: key, node)
      return true
    }
    guard let old = value.text, isWritten(value) else { throw obstacle(value.range, key) }
    guard old != text else { return false }
    let written = Self.scalar(text, like: file.bytes[value.range], inFlow: isFlow)
    try apply((value.range, written), expecting: key, node)
    return true
  }

  /// Takes an item, or an entry of that `name`, out of the list under `key`, and with the last one the
  /// key; false where it is not there.
  @discardableResult
  package mutating func remove(_ text: String, from key: String) throws(Refusal) -> Bool {
    guard let (index, entry) = indexed(key) else { return false }
    let items = Self.items(entry.value)
    guard let position = items.firstIndex(where: { Self.name(of: $0) == text }) else {
      return false
    }
    var rest = items
    rest.remove(at: position)
    guard !rest.isEmpty else {
      guard let lines = lines(of: entry.key.range.lowerBound..<entry.value.range.upperBound) else {
        throw obstacle(entry.value.range, key)
      }
      var entries = mapping.entries
      entries.remove(at: index)
      try apply((lines, ""), expecting: entries)
      return true
    }
    guard isWritten(entry.value), case .list = entry.value.content,
      let cut = cut(position, of: items, in: entry.value)
    else { throw obstacle(entry.value.range, key) }
    try apply((cut, ""), expecting: key, YAMLNode(.list(rest), range: 0..<0))
    return true
  }

  /// `text` as a scalar in the kind of quotes of `old`, to be put in its place.
  static func scalar(_ text: String, like old: ArraySlice<UInt8>, inFlow: Bool = true) -> String {
    switch old.first {
    case UInt8(ascii: "\""): YAMLText.scalar(text, .double)
    case UInt8(ascii: "'"): YAMLText.scalar(text, .single)
    default: YAMLText.scalar(text, inFlow: inFlow)
    }
  }

  // MARK: Entries

  /// What stands under `key`.
  package func value(_ key: String) -> YAMLNode? { entry(key)?.value }

  /// The items of a list; another value is a list of one, as readers take it.
  package static func items(_ value: YAMLNode) -> [YAMLNode] {
    if value.isNull { return [] }
    guard case .list(let items) = value.content else { return [value] }
    return items
  }

  /// What an item is called: its text, or its `name`.
  package static func name(of item: YAMLNode) -> String? {
    guard case .mapping(let entries) = item.content else { return item.text }
    return entries.first { $0.key.text == "name" }?.value.text
  }

  private func entry(_ key: String) -> (key: YAMLNode, value: YAMLNode)? { indexed(key)?.entry }

  private func indexed(_ key: String) -> (index: Int, entry: (key: YAMLNode, value: YAMLNode))? {
    mapping.entries.firstIndex { $0.key.text == key }.map { ($0, mapping.entries[$0]) }
  }

  /// Whether a value stands where it is used, and is no alias of another.
  private func isWritten(_ node: YAMLNode) -> Bool {
    !file.bytes.starts(with: "*".utf8, at: node.range.lowerBound)
  }

  // MARK: Where an edit goes

  /// Writes a key that is not there, or has no value.
  private mutating func put(
    _ text: String, under key: String, _ node: YAMLNode
  ) throws(Refusal) {
    if let value = entry(key)?.value {
      guard isWritten(value) else { throw obstacle(value.range, key) }
      let gap = value.range.isEmpty ? " " : ""
      return try apply((value.range, gap + text), expecting: key, node)
    }
    let line = "\(key): \(text)"
    let entries =
      mapping.entries + [(YAMLNode(.scalar(key, style: .plain), range: 0..<0), node)]
    guard let last = neighbour(of: key) else {
      let hasLine = range.upperBound == 0 || file.bytes[range.upperBound - 1] == 0x0A
      let isBlank = range.isEmpty || hasLine
      return try apply(
        (range.upperBound..<range.upperBound, isBlank ? line + newline : newline + line),
        expecting: entries)
    }
    if file.bytes.starts(with: "{".utf8, at: mapping.range.lowerBound) {
      let end = last.value.range.upperBound
      return try apply((end..<end, ", " + line), expecting: entries)
    }
    guard let indent = indent(before: last.key.range.lowerBound) else {
      throw obstacle(last.key.range, key)
    }
    let end = lineEnd(last.value.range.upperBound)
    try apply(
      (end..<end, newline + String(repeating: " ", count: indent) + line), expecting: entries)
  }

  /// The entry that a new key is written behind: the last of those that go before it, as they are listed
  /// for authors, else the last.
  private func neighbour(of key: String) -> (key: YAMLNode, value: YAMLNode)? {
    let order = isPage ? FrontMatterReader.keys : SidecarReader.keys
    let before = order.prefix { $0 != key }
    return mapping.entries.last { before.contains($0.key.text ?? "") } ?? mapping.entries.last
  }

  /// Behind the last item of a list.
  private func appending(
    _ text: String, to items: [YAMLNode], in list: YAMLNode
  ) -> (range: Range<Int>, text: String)? {
    guard isWritten(list) else { return nil }
    if file.bytes.starts(with: "[".utf8, at: list.range.lowerBound) {
      let end = items.last?.range.upperBound ?? list.range.lowerBound + 1
      return (end..<end, (items.isEmpty ? "" : ", ") + text)
    }
    guard let last = items.last, let indent = dash(before: last) else { return nil }
    let end = lineEnd(last.range.upperBound)
    return (end..<end, newline + String(repeating: " ", count: indent) + "- " + text)
  }

  /// A single value made a list of two.
  private func wrapping(_ value: YAMLNode, _ text: String) -> (range: Range<Int>, text: String)? {
    guard isWritten(value) else { return nil }
    let raw = file.bytes[value.range]
    var isOneLine = !raw.contains { $0 == 0x0A || $0 == 0x0D }
    switch value.content {
    case .scalar(_, style: .plain):
      let cuts = ",[]{}:?".utf8
      isOneLine = isOneLine && !raw.contains { cuts.contains($0) }
    case .scalar(_, style: .quoted): break
    case .scalar(_, style: .block): isOneLine = false
    case .mapping, .list:
      isOneLine = isOneLine && raw.first == UInt8(ascii: "{")
      // Written anew, a mapping over several lines would lose its comments.
      if !isOneLine, raw.contains(UInt8(ascii: "#")) { return nil }
    }
    if isOneLine {
      return (value.range, "[\(String(decoding: raw, as: UTF8.self)), \(text)]")
    }
    // A mapping that begins below its key would leave the list on a line without its indentation.
    return (value.range, "[\(YAMLText.flow(value)), \(text)]")
  }

  /// What goes with an item that is taken out of a list of several.
  private func cut(_ position: Int, of items: [YAMLNode], in list: YAMLNode) -> Range<Int>? {
    let item = items[position].range
    if file.bytes.starts(with: "[".utf8, at: list.range.lowerBound) {
      let range =
        position + 1 < items.count
        ? item.lowerBound..<items[position + 1].range.lowerBound
        : items[position - 1].range.upperBound..<item.upperBound
      return file.bytes[range].contains(UInt8(ascii: "#")) ? nil : range
    }
    guard let indent = dash(before: items[position]) else { return nil }
    let start = lineStart(item.lowerBound)
    guard start + indent < item.lowerBound else { return nil }
    return lines(of: (start + indent)..<item.upperBound)
  }

  // MARK: Lines

  private var newline: String {
    guard let first = file.bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return "\n"
    }
    guard file.bytes[first] == 0x0D else { return "\n" }
    return file.bytes.starts(with: "\n".utf8, at: first + 1) ? "\r\n" : "\r"
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > range.lowerBound, file.bytes[start - 1] != 0x0A, file.bytes[start - 1] != 0x0D {
      start -= 1
    }
    return start
  }

  private func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < range.upperBound, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// How far what begins at `offset` is indented; nil where it does not begin its line.
  private func indent(before offset: Int) -> Int? {
    let start = lineStart(offset)
    return file.bytes[start..<offset].allSatisfy { $0 == 0x20 } ? offset - start : nil
  }

  /// How far the dash of a list's item is indented; nil where it is not on the item's line.
  private func dash(before item: YAMLNode) -> Int? {
    let start = lineStart(item.range.lowerBound)
    let line = file.bytes[start..<item.range.lowerBound]
    guard let dash = line.firstIndex(where: { $0 != 0x20 }), line[dash] == UInt8(ascii: "-"),
      line[(dash + 1)...].allSatisfy({ $0 == 0x20 })
    else { return nil }
    return dash - start
  }

  /// The whole lines of what begins and ends its lines, but for a comment behind it.
  private func lines(of part: Range<Int>) -> Range<Int>? {
    guard indent(before: part.lowerBound) != nil else { return nil }
    let end = lineEnd(part.upperBound)
    let rest = file.bytes[part.upperBound..<end].drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
    var next = end
    if next < range.upperBound, file.bytes[next] == 0x0D { next += 1 }
    if next < range.upperBound, file.bytes[next] == 0x0A { next += 1 }
    return lineStart(part.lowerBound)..<next
  }

  // MARK: Applying

  private mutating func apply(
    _ edit: (range: Range<Int>, text: String), expecting key: String, _ value: YAMLNode
  ) throws(Refusal) {
    try apply(edit, expecting: mapping.entries.map { $0.key.text == key ? ($0.key, value) : $0 })
  }

  /// Makes the edit if the file then has `entries`, in whatever order.
  private mutating func apply(
    _ edit: (range: Range<Int>, text: String), expecting entries: [(key: YAMLNode, value: YAMLNode)]
  ) throws(Refusal) {
    var bytes = file.bytes
    bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    let edited = SourceFile(path: file.path, bytes: bytes)
    guard let (range, mapping) = try? Self.parse(edited, isPage: isPage),
      Self.meaning(of: mapping.entries) == Self.meaning(of: entries)
    else { throw obstacle(edit.range, nil) }
    file = edited
    self.range = range
    self.mapping = mapping
  }

  private static func meaning(of entries: [(key: YAMLNode, value: YAMLNode)]) -> [String] {
    entries.map { "\($0.key.text ?? ""): \(meaning(of: $0.value))" }.sorted()
  }

  /// What a value says, however it is written. Recursion is bounded by `YAMLLimits.depth`.
  private static func meaning(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): node.isNull ? "~" : YAMLText.scalar(text, .double)
    case .list(let items): "[" + items.map { meaning(of: $0) }.joined(separator: ",") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\(meaning(of: $0.key)):\(meaning(of: $0.value))" }.joined(separator: ",")
        + "}"
    }
  }

  private func obstacle(_ range: Range<Int>, _ key: String?) -> Refusal {
    Self.refusal(
      key.map { "“\($0)” cannot be edited where it stands" } ?? "this cannot be edited",
      file.place(range))
  }

  private static func refusal(_ summary: String, _ place: SourcePlace) -> Refusal {
    Refusal(
      finding: Diagnostic(
        .error, "front-matter-edit", summary, at: place,
        help: "write it plainly, `key: value` or `key: [value, value]`, without anchors"))
  }
}

extension [UInt8] {
  /// Whether `text` stands at `offset`.
  func starts(with text: String.UTF8View, at offset: Int) -> Bool {
    offset >= 0 && offset <= count && self[offset...].starts(with: text)
  }
}

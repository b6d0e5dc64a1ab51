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
  let isPage: Bool
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

  /// Adds `name: value` to the entries under `key`; false where the name is there already.
  @discardableResult
  package mutating func add(
    _ name: String, _ value: YAMLNode, toEntriesOf key: String
  ) throws(Refusal) -> Bool {
    let written = "\(YAMLText.scalar(name)): \(YAMLText.flow(value))"
    let new = (key: YAMLNode(.scalar(name, style: .plain), range: 0..<0), value: value)
    guard let old = entry(key)?.value, !old.isNull else {
      try put("{\(written)}", under: key, YAMLNode(.mapping([new]), range: 0..<0))
      return true
    }
    guard case .mapping(let entries) = old.content, isWritten(old) else {
      throw obstacle(old.range, key)
    }
    guard !entries.contains(where: { $0.key.text == name }) else { return false }
    let expected = YAMLNode(.mapping(entries + [new]), range: 0..<0)
    if file.bytes.starts(with: "{".utf8, at: old.range.lowerBound) {
      let end = entries.last?.value.range.upperBound ?? old.range.lowerBound + 1
      let text = (entries.isEmpty ? "" : ", ") + written
      try apply((end..<end, text), expecting: key, expected)
    } else {
      guard let last = entries.last, let indent = indent(before: last.key.range.lowerBound) else {
        throw obstacle(old.range, key)
      }
      let end = lineEnd(last.value.range.upperBound)
      let text = newline + String(repeating: " ", count: indent) + written
      try apply((end..<end, text), expecting: key, expected)
    }
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

  func entry(_ key: String) -> (key: YAMLNode, value: YAMLNode)? { indexed(key)?.entry }

  func indexed(_ key: String) -> (index: Int, entry: (key: YAMLNode, value: YAMLNode))? {
    mapping.entries.firstIndex { $0.key.text == key }.map { ($0, mapping.entries[$0]) }
  }

  /// Whether a value stands where it is used, and is no alias of another.
  func isWritten(_ node: YAMLNode) -> Bool {
    !file.bytes.starts(with: "*".utf8, at: node.range.lowerBound)
  }

  // MARK: Applying

  mutating func apply(
    _ edit: (range: Range<Int>, text: String), expecting key: String, _ value: YAMLNode
  ) throws(Refusal) {
    try apply(edit, expecting: mapping.entries.map { $0.key.text == key ? ($0.key, value) : $0 })
  }

  /// Makes the edit if the file then has `entries`, in whatever order.
  mutating func apply(
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
  static func meaning(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): node.isNull ? "~" : YAMLText.scalar(text, .double)
    case .list(let items): "[" + items.map { meaning(of: $0) }.joined(separator: ",") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\(meaning(of: $0.key)):\(meaning(of: $0.value))" }.joined(separator: ",")
        + "}"
    }
  }

  func obstacle(_ range: Range<Int>, _ key: String?) -> Refusal {
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

import Diagnostics
import YAML

/// Where in the file an edit goes, and what goes with it.
extension FrontMatterEdit {
  // MARK: Where an edit goes

  /// Writes a key that is not there, or has no value.
  mutating func put(
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
  func neighbour(of key: String) -> (key: YAMLNode, value: YAMLNode)? {
    let order = isPage ? FrontMatterReader.keys : SidecarReader.keys
    let before = order.prefix { $0 != key }
    return mapping.entries.last { before.contains($0.key.text ?? "") } ?? mapping.entries.last
  }

  /// Behind the last item of a list.
  func appending(
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
  func wrapping(_ value: YAMLNode, _ text: String) -> (range: Range<Int>, text: String)? {
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
  func cut(_ position: Int, of items: [YAMLNode], in list: YAMLNode) -> Range<Int>? {
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

  var newline: String {
    guard let first = file.bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return "\n"
    }
    guard file.bytes[first] == 0x0D else { return "\n" }
    return file.bytes.starts(with: "\n".utf8, at: first + 1) ? "\r\n" : "\r"
  }

  func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > range.lowerBound, file.bytes[start - 1] != 0x0A, file.bytes[start - 1] != 0x0D {
      start -= 1
    }
    return start
  }

  func lineEnd(_ offset: Int) -> Int {
    var end = offset
    while end < range.upperBound, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// How far what begins at `offset` is indented; nil where it does not begin its line.
  func indent(before offset: Int) -> Int? {
    let start = lineStart(offset)
    return file.bytes[start..<offset].allSatisfy { $0 == 0x20 } ? offset - start : nil
  }

  /// How far the dash of a list's item is indented; nil where it is not on the item's line.
  func dash(before item: YAMLNode) -> Int? {
    let start = lineStart(item.range.lowerBound)
    let line = file.bytes[start..<item.range.lowerBound]
    guard let dash = line.firstIndex(where: { $0 != 0x20 }), line[dash] == UInt8(ascii: "-"),
      line[(dash + 1)...].allSatisfy({ $0 == 0x20 })
    else { return nil }
    return dash - start
  }

  /// The whole lines of what begins and ends its lines, but for a comment behind it.
  func lines(of part: Range<Int>) -> Range<Int>? {
    guard indent(before: part.lowerBound) != nil else { return nil }
    let end = lineEnd(part.upperBound)
    let rest = file.bytes[part.upperBound..<end].drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
    var next = end
    if next < range.upperBound, file.bytes[next] == 0x0D { next += 1 }
    if next < range.upperBound, file.bytes[next] == 0x0A { next += 1 }
    return lineStart(part.lowerBound)..<next
  }
}

extension [UInt8] {
  /// Whether `text` stands at `offset`.
  func starts(with text: String.UTF8View, at offset: Int) -> Bool {
    offset >= 0 && offset <= count && self[offset...].starts(with: text)
  }
}

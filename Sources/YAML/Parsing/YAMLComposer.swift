import Diagnostics

/// Builds nodes from events, on a stack of its own, and holds them against `YAMLLimits`.
struct YAMLComposer {
  /// A list or mapping that is still open.
  private struct Frame {
    let isMapping: Bool
    let isFlow: Bool
    let anchor: String?
    let start: Int
    /// The size at its start, to know its own at its end.
    let sizeBefore: Size
    /// The end of what was added last.
    var end: Int
    /// Of a list.
    var items: [YAMLNode] = []
    /// Of a mapping, whose keys are texts that occur once.
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    /// The key that waits for its value.
    var pendingKey: YAMLNode?
    /// The places of the keys, kept only for a long mapping.
    var seen: [String: Range<Int>] = [:]
    var height = 1
  }

  /// How much a node is once its aliases are replaced.
  private struct Size {
    var nodes = 0
    var textBytes = 0
  }

  /// A node that aliases can stand for.
  private struct Anchored {
    let node: YAMLNode
    let size: Size
    /// Levels of lists and mappings: 0 for a scalar.
    let height: Int
  }

  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  private var stack: [Frame] = []
  private var anchors: [String: Anchored] = [:]
  private var size = Size()
  private var root: YAMLNode?

  init(file: SourceFile) { self.file = file }

  /// The root of the first document; nil when it has none, or cannot be read.
  mutating func compose(_ input: YAMLInput) -> YAMLNode? {
    let failed = unsafe file.bytes.withUnsafeBufferPointer { bytes -> Bool in
      let part = unsafe UnsafeBufferPointer(rebasing: bytes[input.range])
      guard var parser = unsafe LibYAMLParser(part) else {
        report("yaml-syntax", 0..<0, "there is no memory left to read the YAML")
        return true
      }
      var marks = MarkConverter(input)
      return !run(&parser, &marks, input)
    }
    return failed ? nil : root
  }

  /// Reads to the end; false when the document cannot be used.
  private mutating func run(
    _ parser: inout LibYAMLParser, _ marks: inout MarkConverter, _ input: YAMLInput
  ) -> Bool {
    var documents = 0
    while true {
      let event: YAMLEvent
      do {
        event = try parser.next()
      } catch {
        diagnostics.append(error.diagnostic(in: input, &marks))
        return false
      }
      switch event {
      case .streamStart, .documentEnd: break
      case .streamEnd: return true
      case .documentStart:
        documents += 1
        guard documents > 1 else { break }
        let start = marks.offset(parser.start, in: file.bytes)
        report(
          "yaml-documents", start..<marks.offset(parser.end, in: file.bytes),
          "a second YAML document starts here, which nothing reads",
          help: "keep one document in a file")
        return true
      default:
        let start = marks.offset(parser.start, in: file.bytes)
        let end = marks.offset(parser.end, in: file.bytes)
        guard add(event, start..<max(start, end)) else { return false }
      }
    }
  }

  /// Takes one event of a document's content; false when a limit ends the reading.
  private mutating func add(_ event: YAMLEvent, _ range: Range<Int>) -> Bool {
    switch event {
    case .scalar(let text, let style, let properties):
      checkTag(properties, range)
      var place = style == .block ? trimmed(range) : range
      if properties.anchor != nil || properties.hasTag { place = withoutProperties(place) }
      let node = YAMLNode(.scalar(text, style: style), range: place)
      let own = Size(nodes: 1, textBytes: text.utf8.count)
      return grow(by: own, range) && add(node, own, height: 0, anchor: properties.anchor)
    case .oversizedScalar:
      report(
        "yaml-size", range.lowerBound..<range.lowerBound,
        "this text is longer than \(YAMLLimits.scalarBytes >> 10) kB")
      return false
    case .alias(let name):
      return addAlias(name, range)
    case .listStart(let isFlow, let properties):
      return open(isMapping: false, isFlow: isFlow, properties, range)
    case .mappingStart(let isFlow, let properties):
      return open(isMapping: true, isFlow: isFlow, properties, range)
    case .end:
      return close(range)
    case .streamStart, .streamEnd, .documentStart, .documentEnd:
      return true
    }
  }

  private mutating func open(
    isMapping: Bool, isFlow: Bool, _ properties: YAMLEvent.Properties, _ range: Range<Int>
  ) -> Bool {
    checkTag(properties, range)
    let sizeBefore = size
    guard grow(by: Size(nodes: 1), range), reach(stack.count + 1, range) else { return false }
    stack.append(
      Frame(
        isMapping: isMapping, isFlow: isFlow, anchor: properties.anchor, start: range.lowerBound,
        sizeBefore: sizeBefore, end: range.lowerBound))
    return true
  }

  private mutating func close(_ range: Range<Int>) -> Bool {
    guard let frame = stack.popLast() else { return true }
    // The end of a block collection is only seen at the next token, lines later.
    let end = frame.isFlow ? range.upperBound : frame.end
    let content: YAMLNode.Content =
      frame.isMapping ? .mapping(frame.entries) : .list(frame.items)
    let own = Size(
      nodes: size.nodes - frame.sizeBefore.nodes,
      textBytes: size.textBytes - frame.sizeBefore.textBytes)
    let node = YAMLNode(content, range: frame.start..<max(frame.start, end))
    return add(node, own, height: frame.height, anchor: frame.anchor)
  }

  private mutating func addAlias(_ name: String, _ range: Range<Int>) -> Bool {
    guard let anchored = anchors[name] else {
      let isInside = stack.contains { $0.anchor == name }
      report(
        "yaml-alias", range,
        isInside
          ? "the alias “*\(name)” stands inside what it stands for"
          : "the alias “*\(name)” has no anchor “&\(name)” before it",
        help: isInside ? nil : "to begin a text with “*”, put it in quotes")
      return false
    }
    guard grow(by: anchored.size, range), reach(stack.count + anchored.height, range) else {
      return false
    }
    // Findings about the value belong where it is used.
    let node = YAMLNode(anchored.node.content, range: range)
    return add(node, anchored.size, height: anchored.height, anchor: nil)
  }

  /// Puts a finished node where it belongs.
  private mutating func add(
    _ node: YAMLNode, _ own: Size, height: Int, anchor: String?
  ) -> Bool {
    if let anchor { anchors[anchor] = Anchored(node: node, size: own, height: height) }
    let top = stack.count - 1
    guard top >= 0 else {
      root = node
      return true
    }
    stack[top].end = max(stack[top].end, node.range.upperBound)
    stack[top].height = max(stack[top].height, height + 1)
    if !stack[top].isMapping {
      stack[top].items.append(node)
    } else if let key = stack[top].pendingKey.take() {
      if let name = accepted(key) {
        if stack[top].entries.count >= Self.longMapping { stack[top].seen[name] = key.range }
        stack[top].entries.append((key, node))
      }
    } else {
      stack[top].pendingKey = node
    }
    return true
  }

  private mutating func grow(by more: Size, _ range: Range<Int>) -> Bool {
    size.nodes += more.nodes
    size.textBytes += more.textBytes
    if size.nodes > YAMLLimits.nodes {
      report(
        "yaml-alias-limit", range,
        "the YAML has more than \(YAMLLimits.nodes) values once its aliases are replaced")
      return false
    }
    if size.textBytes > YAMLLimits.textBytes {
      report(
        "yaml-alias-limit", range,
        "the YAML has more than \(YAMLLimits.textBytes >> 20) MB of text once its aliases are"
          + " replaced")
      return false
    }
    return true
  }

  private mutating func reach(_ depth: Int, _ range: Range<Int>) -> Bool {
    guard depth > YAMLLimits.depth else { return true }
    report(
      "yaml-depth", range,
      "lists and mappings are nested more than \(YAMLLimits.depth) levels deep")
    return false
  }

  private mutating func checkTag(_ properties: YAMLEvent.Properties, _ range: Range<Int>) {
    guard properties.hasTag else { return }
    report(
      "yaml-tag", tag(before: range), "YAML tags are not supported",
      help: "leave it out; to make a value text, put it in quotes")
  }

  /// The tag itself: an event's range begins with its anchor and tag.
  private func tag(before range: Range<Int>) -> Range<Int> {
    let bytes = file.bytes
    guard let start = bytes[range].firstIndex(of: UInt8(ascii: "!")) else { return range }
    let end = bytes[start..<range.upperBound].firstIndex { $0 <= 0x20 } ?? range.upperBound
    return start..<end
  }

  /// `range` without the anchor and tag that it begins with.
  private func withoutProperties(_ range: Range<Int>) -> Range<Int> {
    let bytes = file.bytes
    var start = range.lowerBound
    while start < range.upperBound,
      bytes[start] == UInt8(ascii: "&") || bytes[start] == UInt8(ascii: "!")
    {
      while start < range.upperBound, bytes[start] > 0x20 { start += 1 }
      while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
    }
    return start..<range.upperBound
  }

  /// A mapping with more entries finds its keys by a table.
  private static let longMapping = 32

  /// The text of a key that may stand in the innermost mapping; nil, with a finding, for another.
  private mutating func accepted(_ key: YAMLNode) -> String? {
    guard case .scalar(let name, let style) = key.content else {
      report("yaml-key", key.range, "a key must be text, not \(key.kind)")
      return nil
    }
    if name.isEmpty {
      report("yaml-key", key.range, "a key is missing here")
      return nil
    }
    if name == "<<", style == .plain {
      report(
        "yaml-merge-key", key.range, "the merge key “<<” is not supported",
        help: "write the entries out")
      return nil
    }
    guard let earlier = earlierPlace(of: name) else { return name }
    diagnostics.append(
      Diagnostic(
        .error, "duplicate-key", "the key “\(name)” stands here a second time",
        at: file.place(key.range),
        notes: [Diagnostic.Note("it stands here first", at: file.place(earlier))]))
    return nil
  }

  /// Where the innermost mapping has the key already.
  private func earlierPlace(of name: String) -> Range<Int>? {
    let top = stack.count - 1
    for index in 0..<min(stack[top].entries.count, Self.longMapping) {
      if case .scalar(name, _) = stack[top].entries[index].key.content {
        return stack[top].entries[index].key.range
      }
    }
    return stack[top].seen.isEmpty ? nil : stack[top].seen[name]
  }

  /// `range` without the white space and line ends at its end.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func report(
    _ id: DiagnosticID, _ range: Range<Int>, _ summary: String, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(.error, id, summary, at: file.place(range), help: help))
  }
}

/// What Markdown's marks at the start of a line mean for a capture. Front matter is ignored (an
/// editor's sidecar says such things), a first-level heading is the title, other headings are
/// paragraphs without their `#`, quote and list marks are dropped.
struct MarkdownLines {
  let bytes: [UInt8]

  func joined(_ lines: [CaptureUnit]) -> [CaptureUnit] {
    var result: [CaptureUnit] = []
    var inFence = false
    var inFrontMatter = false
    var mayJoin = false
    for (position, line) in lines.enumerated() {
      var unit = line
      if inFrontMatter || position == 0 && unit.firstLine == 0 && isRule(unit, 0x2D) {
        unit.markup = .frontMatter
        let closes = inFrontMatter && isRule(unit, 0x2D)
        inFrontMatter = !closes && (inFrontMatter || closesLater(lines, after: position))
        if !inFrontMatter, !closes { unit.markup = .thematicBreak }
        result.append(unit)
        mayJoin = false
        continue
      }
      if startsWith(unit, "```") || startsWith(unit, "~~~") {
        inFence.toggle()
        unit.markup = .fence
        result.append(unit)
        mayJoin = false
        continue
      }
      let opened = inFence ? false : strip(&unit)
      guard unit.start < unit.end else { continue }
      if mayJoin, !opened, unit.blanksAbove == 0, unit.markup == .plain {
        result[result.count - 1].lastLine = unit.lastLine
        result[result.count - 1].end = unit.end
      } else {
        result.append(unit)
      }
      mayJoin = !inFence && (unit.markup == .plain || unit.markup == .listItem)
    }
    return result
  }

  private func closesLater(_ lines: [CaptureUnit], after position: Int) -> Bool {
    // Front matter is short; a document that merely opens with a rule is not searched to its end.
    lines.dropFirst(position + 1).prefix(200).contains { isRule($0, 0x2D) }
  }

  /// Moves `start` behind the marks; true when the line begins a block of its own.
  private func strip(_ unit: inout CaptureUnit) -> Bool {
    if isRule(unit, 0x2D) || isRule(unit, 0x2A) || isRule(unit, 0x5F) || isRule(unit, 0x3D) {
      unit.markup = .thematicBreak
      return true
    }
    var level = 0
    while unit.start + level < unit.end, bytes[unit.start + level] == 0x23 { level += 1 }
    if level > 0, level <= 6, unit.start + level < unit.end, bytes[unit.start + level] == 0x20 {
      unit.markup = .heading(level)
      unit.start += level
      skipSpaces(&unit)
      while unit.end > unit.start, bytes[unit.end - 1] == 0x23 || bytes[unit.end - 1] == 0x20 {
        unit.end -= 1
      }
      return true
    }
    if startsWith(unit, "![") { unit.markup = .image }
    if bytes[unit.start] == 0x7C { unit.markup = .table }
    if unit.markup != .plain { return true }
    var opened = false
    while unit.start < unit.end, bytes[unit.start] == 0x3E {
      unit.start += 1
      skipSpaces(&unit)
    }
    if unit.start + 1 < unit.end, bytes[unit.start + 1] == 0x20,
      [0x2D, 0x2A, 0x2B].contains(bytes[unit.start])
    {
      unit.start += 2
      skipSpaces(&unit)
      unit.markup = .listItem
      opened = true
    }
    return opened || startsWith(unit, "[^")
  }

  private func skipSpaces(_ unit: inout CaptureUnit) {
    while unit.start < unit.end, bytes[unit.start] == 0x20 { unit.start += 1 }
  }

  private func startsWith(_ unit: CaptureUnit, _ mark: String) -> Bool {
    bytes[unit.start..<unit.end].starts(with: mark.utf8)
  }

  /// Three or more of one mark and nothing else.
  private func isRule(_ unit: CaptureUnit, _ mark: UInt8) -> Bool {
    guard unit.end - unit.start >= 3 else { return false }
    return bytes[unit.start..<unit.end].allSatisfy { $0 == mark || $0 == 0x20 }
  }
}

package import Diagnostics

/// The YAML between `---` lines at the head of a Markdown file.
package enum FrontMatter {
  /// Splits a file into its front matter and its body, as UTF-8 offsets. O(front matter).
  ///
  /// Front matter opens with `---` on the first line and closes with a line `---` or `...`; spaces
  /// and tabs may follow the marks, a byte order mark may precede them, lines may end in LF, CRLF or
  /// CR. `yaml` excludes both marks and is nil without an opening. Without a closing line there is an
  /// error (`front-matter-end`) at the opening one, and no body, since none can be told apart.
  package static func split(
    _ file: SourceFile
  ) -> (yaml: Range<Int>?, bodyStart: Int, diagnostics: [Diagnostic]) {
    let bytes = file.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let mark = UInt8(ascii: "-")
    guard isFence(bytes, at: start, of: mark) else { return (nil, start, []) }
    let yamlStart = nextLine(bytes, after: start)
    var line = yamlStart
    while line < bytes.count {
      if isFence(bytes, at: line, of: mark) || isFence(bytes, at: line, of: UInt8(ascii: ".")) {
        return (yamlStart..<line, nextLine(bytes, after: line), [])
      }
      line = nextLine(bytes, after: line)
    }
    let finding = Diagnostic(
      .error, "front-matter-end", "the front matter that begins here has no end",
      at: file.place(start..<start + 3),
      help: "close it with a line “---” before the text of the page")
    return (nil, bytes.count, [finding])
  }

  /// Whether the line at `start` is three times `mark` and blanks.
  private static func isFence(_ bytes: [UInt8], at start: Int, of mark: UInt8) -> Bool {
    guard start + 3 <= bytes.count, bytes[start] == mark, bytes[start + 1] == mark,
      bytes[start + 2] == mark
    else { return false }
    var index = start + 3
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  private static func nextLine(_ bytes: [UInt8], after start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { return index }
      if byte == 0x0D {
        return index < bytes.count && bytes[index] == 0x0A ? index + 1 : index
      }
    }
    return index
  }
}

import Diagnostics

/// Why libyaml stopped: its words and its marks, in code points from the start of its input.
struct YAMLProblem: Error {
  let words: String
  let mark: Int
  /// What it was doing: “while scanning a quoted scalar”; empty when it does not say.
  let context: String
  let contextMark: Int

  /// The finding, in plain English, at the place where a writer would look.
  func diagnostic(in input: YAMLInput, _ marks: inout MarkConverter) -> Diagnostic {
    let surroundings = Surroundings(input, marks.offset(mark, in: input.file.bytes))
    let message = message(surroundings)
    let place =
      message.isAtContext
      ? Surroundings(input, marks.offset(contextMark, in: input.file.bytes)) : surroundings
    return Diagnostic(
      .error, "yaml-syntax", message.summary, at: input.file.place(place.visible),
      help: message.help)
  }

  /// What stands at and around a mark, as far as messages speak of it.
  private struct Surroundings {
    /// The code point at the mark, and the next; empty at the end.
    let character: String
    let next: String
    /// The last code point before it in its line that is no blank; empty at the start of the line.
    let before: String
    /// Whether its line has an earlier colon that ends a key.
    let followsKey: Bool
    let isAtEnd: Bool
    /// The code point, or at the end of the input the point behind the last visible one.
    let visible: Range<Int>

    init(_ input: YAMLInput, _ index: Int) {
      let bytes = input.file.bytes
      let (lower, upper) = (input.range.lowerBound, input.range.upperBound)
      func scalarEnd(_ start: Int) -> Int {
        var end = min(start + 1, upper)
        while end < upper, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
      }
      let end = scalarEnd(index)
      character = String(decoding: bytes[index..<end], as: UTF8.self)
      next = String(decoding: bytes[end..<scalarEnd(end)], as: UTF8.self)
      isAtEnd = index == upper
      var lineStart = index
      while lineStart > lower, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D {
        lineStart -= 1
      }
      let line = bytes[lineStart..<index]
      let last = line.last { $0 > 0x20 }
      before = last.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "…" } ?? ""
      followsKey = line.indices.contains {
        line[$0] == UInt8(ascii: ":") && $0 + 1 < index && bytes[$0 + 1] == 0x20
      }
      if isAtEnd {
        var start = index
        while start > lower, bytes[start - 1] <= 0x20 { start -= 1 }
        visible = start..<start
      } else {
        visible = index..<(bytes[index] > 0x20 ? end : index)
      }
    }
  }

  private struct Message {
    let summary: String
    var help: String?
    var isAtContext = false
  }

  private func message(_ at: Surroundings) -> Message {
    let character = at.character
    switch words {
    case "found character that cannot start any token":
      if character == "\t" {
        return Message(
          summary: "a tab cannot indent YAML", help: "indent by spaces")
      }
      return Message(
        summary: "a value cannot begin with “\(character)”", help: "put the value in quotes")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return Message(summary: "a tab cannot indent YAML", help: "indent by spaces")
    case "mapping values are not allowed in this context":
      return at.followsKey
        ? Message(
          summary: "a second “: ” cannot stand in this line",
          help: "put a value that contains “: ” in quotes")
        : Message(
          summary: "this key continues the text of the line before it",
          help: "is that line “key: value”, and are both indented by the same spaces?")
    case "could not find expected ':'":
      return Message(
        summary: "this line is not “key: value”",
        help: "is there a colon and a space behind the key?",
        isAtContext: true)
    case "block sequence entries are not allowed in this context":
      return Message(
        summary: "a list item cannot begin here", help: "begin each “- ” on a line of its own")
    case "mapping keys are not allowed in this context":
      return Message(summary: "a key cannot stand here")
    case "did not find expected key": return messageForKey(at)
    case "did not find expected '-' indicator":
      return Message(
        summary: "a list item “- ” is expected here",
        help: "indent items of one list by the same spaces")
    case "did not find expected ',' or ']'":
      return Message(
        summary: "the list that begins here has no “]”, or lacks a comma", isAtContext: true)
    case "did not find expected ',' or '}'":
      return Message(
        summary: "the mapping that begins here has no “}”, or lacks a comma", isAtContext: true)
    case "did not find expected node content":
      let isOpen = at.isAtEnd && context.contains("flow")
      return Message(
        summary: isOpen ? "a value is expected here, or a “]” or “}”" : "a value is expected here")
    case "found an indentation indicator equal to 0":
      return Message(summary: "the number behind “|” or “>” is between 1 and 9")
    case "did not find expected <document start>":
      return Message(
        summary: "this cannot follow the value before it",
        help: "write “key: value” lines, all indented by the same spaces")
    case "found unexpected end of stream", "found unexpected document indicator":
      return Message(
        summary: "the quoted text that begins here is not closed",
        help: "is a quote inside it? write the text with the other kind of quotes",
        isAtContext: true)
    case "found unknown escape character":
      return Message(
        summary: "there is no escape “\(character)\(at.next)”",
        help: "write a backslash in double quotes as “\\\\”, or use single quotes")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return Message(summary: "this is no escape of a Unicode character")
    case "did not find expected alphabetic or numeric character":
      return Message(
        summary: "a name must follow “*” or “&” here",
        help: "put a value that begins with “*” or “&” in quotes", isAtContext: true)
    case "did not find expected comment or line break" where context.contains("block scalar"):
      return Message(summary: "nothing may follow “|” or “>” on its line")
    default: break
    }
    if context.contains("tag") {
      return Message(
        summary: "YAML tags are not supported",
        help: "put a value that begins with “!” in quotes", isAtContext: true)
    }
    if context.contains("directive") || words.contains("directive") {
      return Message(
        summary: "YAML directives are not supported",
        help: "put a value that begins with “%” in quotes", isAtContext: !context.isEmpty)
    }
    return Message(summary: "the YAML cannot be read: \(words)")
  }

  /// Where a key of a block mapping is missing, what stands before the mark tells why.
  private func messageForKey(_ at: Surroundings) -> Message {
    switch at.before {
    case "'":
      return Message(
        summary: "this stands behind the closing “'” of a text",
        help: "inside single quotes an apostrophe is written twice: ''")
    case "\"":
      return Message(
        summary: "this stands behind the closing “\"” of a text",
        help: "inside double quotes a quote is written “\\\"”")
    case "]", "}":
      return Message(
        summary: "this stands behind the closing “\(at.before)”",
        help: "put a value that begins with “[” or “{” in quotes")
    case "" where at.character == ":":
      return Message(summary: "a key is missing before this colon")
    case "" where at.character == "-" && at.next == " ":
      return Message(
        summary: "a list item cannot stand among keys",
        help: "put the list below a key that has no value")
    default:
      return Message(
        summary: "a key is expected here", help: "indent keys of one mapping by the same spaces")
    }
  }
}

import Diagnostics
import EDTF

/// Reads what stands behind the colon of a line.
struct ReviewValueReader {
  struct Fault: Error {
    let summary: String
    let help: String?
  }

  let kind: ReviewKind

  init(_ kind: ReviewKind) { self.kind = kind }

  /// O(length).
  func value(_ text: String) -> Result<ReviewItem.Value, Fault> {
    guard kind.hasValue else {
      guard text.isEmpty else {
        return .failure(Fault(summary: "the line takes no value", help: "remove “\(text)”"))
      }
      return .success(.none)
    }
    guard !text.isEmpty else {
      return .failure(Fault(summary: "the line has no value", help: example))
    }
    switch kind {
    case .title, .publisher, .author:
      let plain = ReviewText.unescaped(text)
      return .success(plain == "unknown" ? .unknown : .text(plain))
    case .published, .date:
      if text == "unknown", kind == .published { return .success(.unknown) }
      return EDTF.parse(text).map { .date($0) }.mapError {
        Fault(summary: "“\(text)” is no EDTF date: \($0.message)", help: $0.help)
      }
    case .meaning, .speaker:
      guard let slug = ReviewLine.wikilink(text) else {
        return .failure(Fault(summary: "“\(text)” names no page", help: example))
      }
      return .success(.page(slug))
    case .name: return name(text)
    case .same, .duplicate: return .success(.none)
    }
  }

  private var example: String {
    switch kind {
    case .title, .publisher, .author: "write the \(kind.rawValue), or remove the line"
    case .published, .date: "write a date such as 2020-10-15, or remove the line"
    case .meaning, .speaker: "write the page as [[slug]], or refuse the line with [-]"
    case .name, .same, .duplicate: "write `new actor`, `alias of [[page]]` or `ignore`"
    }
  }

  private func name(_ text: String) -> Result<ReviewItem.Value, Fault> {
    if text == "ignore" { return .success(.ignore) }
    if text.hasPrefix("alias of ") {
      guard let slug = ReviewLine.wikilink(String(text.dropFirst("alias of ".count))) else {
        return .failure(Fault(summary: "“\(text)” names no page", help: "write alias of [[page]]"))
      }
      return .success(.alias(slug))
    }
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard words.first == "new", words.count == 2 || words.count == 3 else {
      return .failure(Fault(summary: "“\(text)” is no answer to a name", help: example))
    }
    guard let kind = PageKind(rawValue: words[1]) else {
      let kinds = PageKind.allCases.map(\.rawValue)
      return .failure(
        Fault(
          summary: "“\(words[1])” is no kind of page",
          help: NearMiss.question(for: words[1], in: kinds)
            ?? "kinds are \(kinds.joined(separator: ", "))"))
    }
    guard words.count == 3 else { return .success(.newPage(kind, sort: nil)) }
    guard kind.sorts.contains(words[2]) else {
      return .failure(
        Fault(
          summary: "“\(words[2])” is no kind of \(kind.rawValue)",
          help: NearMiss.question(for: words[2], in: kind.sorts)
            ?? "known kinds are \(kind.sorts.joined(separator: ", "))"))
    }
    return .success(.newPage(kind, sort: words[2]))
  }
}

/// Text of captures and editors as review files have it: nothing in it may be taken for a citation, a
/// wikilink or code when the file is read as Markdown.
package enum ReviewText {
  private static let escaped = Set("\\`[]<*_".unicodeScalars)

  /// With a backslash before each mark that Markdown would obey, in one line. O(length).
  package static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if escaped.contains(scalar) { result.append("\\") }
      let isControl =
        scalar.properties.generalCategory == .control || scalar.value == 0x2028
        || scalar.value == 0x2029
      result.append(isControl ? " " : scalar)
    }
    return String(result)
  }

  /// Without the backslashes before ASCII punctuation (CommonMark 0.31.2, section 2.4). O(length).
  package static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        let isMark =
          (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value)
          || (0x5B...0x60).contains(scalar.value) || (0x7B...0x7E).contains(scalar.value)
        if !isMark { result.append("\\") }
        result.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }

  /// Words between quotation marks: what would end them, or be Markdown, becomes what is not compared.
  /// O(length).
  package static func quoted(_ words: String) -> String {
    var result = String.UnicodeScalarView("“".unicodeScalars)
    for scalar in words.unicodeScalars {
      switch scalar {
      case "“", "”", "\"", "`": result.append("″")
      case "[": result.append("(")
      case "]": result.append(")")
      case "\\", "<", "*", "_": result.append(" ")
      default:
        result.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    result.append("”")
    return String(result)
  }
}

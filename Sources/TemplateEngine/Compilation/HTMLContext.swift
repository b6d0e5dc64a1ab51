/// Where in an HTML document the template stands: it is fed the static text and says how a value
/// printed here is escaped. A small part of the tokenizer of the HTML standard (13.2.5), enough for
/// the markup that templates consist of.
struct HTMLContext: Hashable, Sendable {
  enum State: Hashable, Sendable {
    /// Not HTML: nothing is escaped.
    case plain
    /// Not HTML: only JSON may be inserted.
    case data
    case text
    case tagOpen, tagName, inTag, attributeName, afterAttributeName, beforeValue
    case doubleQuoted, singleQuoted, unquoted
    case comment, declaration
    /// Inside script or style, up to its end tag.
    case script
    /// Inside title or textarea.
    case title
  }

  enum Element: Hashable, Sendable { case other, script, style, title, textarea }

  enum Attribute: Hashable, Sendable {
    case other
    /// Holds an address.
    case address
    /// Holds addresses with widths.
    case addresses
    case style
    /// Holds a program or a document.
    case program
  }

  /// What is known of an address that is being written.
  enum Address: Hashable, Sendable {
    case start
    /// Something without a scheme so far; a `:` could still make one.
    case open
    /// The scheme is written or impossible.
    case settled
    /// The template itself writes a scheme that may hold no value.
    case refused
  }

  private(set) var state: State
  private var element = Element.other
  private var attribute = Attribute.other
  private var address = Address.settled
  /// The name that is being read, or what of `-->` or an end tag has been seen.
  private var word: [UInt8] = []
  /// XML has no elements whose text is not parsed.
  private var isXML = false

  /// The context at the start of the template of that name.
  init(templateNamed name: String) {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    switch ending.lowercased() {
    case "html", "htm": state = .text
    case "xml", "svg", "xhtml", "atom", "rss":
      state = .text
      isXML = true
    case "json", "js", "css", "webmanifest", "geojson": state = .data
    default: state = .plain
    }
  }

  /// Whether the document is at rest: outside any tag, comment or script.
  var isAtRest: Bool { state == .text || state == .plain || state == .data }

  /// Whether markup is inserted here as it is.
  var isText: Bool { state == .text || state == .plain }

  /// For messages: where this is.
  var description: String {
    switch state {
    case .plain, .data, .text: "between tags"
    case .tagOpen, .tagName: "in the name of a tag"
    case .inTag, .attributeName, .afterAttributeName, .beforeValue: "inside a tag"
    case .doubleQuoted, .singleQuoted, .unquoted: "in the value of an attribute"
    case .comment, .declaration: "in a comment"
    case .script: element == .style ? "inside <style>" : "inside <script>"
    case .title: "inside <title> or <textarea>"
    }
  }

  // MARK: printing

  enum Decision {
    case print(Escape)
    case refused(String, help: String?)
  }

  /// How a value of that type is printed here, after which the context is that behind the value.
  mutating func print(_ type: TemplateType) -> Decision {
    switch state {
    case .plain: return .print(.nothing)
    case .data, .script:
      let place = state == .data ? "in this file" : description
      return type == .json || type == .invalid
        ? .print(.nothing)
        : .refused("only JSON may be inserted \(place)", help: "use `| tojson`")
    case .text: return .print(.text)
    case .title, .comment, .declaration:
      if state == .comment { word = [] }
      return .print(.attribute)
    case .tagOpen, .tagName:
      if state == .tagName, type == .int { return .print(.text) }
      return .refused("the name of a tag may not come from a value", help: nil)
    case .inTag, .attributeName, .afterAttributeName:
      return .refused(
        "a value may stand in the value of an attribute only",
        help: "for an attribute that is there or not, use {% if %}")
    case .beforeValue, .unquoted:
      state = .unquoted
      return .refused("the value of this attribute must be quoted", help: "write name=\"{{ … }}\"")
    case .doubleQuoted, .singleQuoted: return printInAttribute(type)
    }
  }

  private mutating func printInAttribute(_ type: TemplateType) -> Decision {
    switch attribute {
    case .other: return .print(.attribute)
    case .addresses: return .print(.address)
    case .program:
      return .refused("no value may stand in an attribute that holds a program", help: "use data-…")
    case .style:
      return type.isNumber && type != .any
        ? .print(.attribute)
        : .refused("only a number may stand in a style attribute", help: "use a class")
    case .address:
      defer { if address == .start { address = .open } }
      switch address {
      case .start: return .print(.address)
      case .open: return .print(.addressPart)
      case .settled: return .print(.attribute)
      case .refused:
        return .refused(
          "no value may follow this scheme", help: "http, https, mailto, tel, ftp may")
      }
    }
  }

  /// The context after either of two ways; nil where they have nothing in common.
  func joined(_ other: HTMLContext) -> HTMLContext? {
    if self == other { return self }
    var left = restedInTag
    var right = other.restedInTag
    if left.address != right.address {
      let joined: Address =
        left.address == .refused || right.address == .refused ? .refused : .open
      left.address = joined
      right.address = joined
    }
    return left == right ? left : nil
  }

  /// Anywhere between the attributes of a tag is the same.
  private var restedInTag: HTMLContext {
    var copy = self
    switch state {
    case .tagName, .attributeName, .afterAttributeName, .inTag:
      if state == .tagName { copy.finishTagName() }
      copy.state = .inTag
      copy.word = []
      copy.attribute = .other
      copy.address = .settled
    case .text, .script, .title:
      copy.word = []
      copy.attribute = .other
      copy.address = .settled
    default: break
    }
    return copy
  }

  // MARK: reading text

  enum Problem {
    /// A value began an address and text continues its scheme.
    case schemeFromValue
  }

  /// Reads static text. O(length).
  mutating func feed(_ bytes: [UInt8]) -> Problem? {
    var problem: Problem?
    for byte in bytes {
      switch state {
      case .plain, .data: return nil
      case .text:
        if byte == UInt8(ascii: "<") { begin(.tagOpen) }
      case .tagOpen: feedTagOpen(byte)
      case .tagName: feedTagName(byte)
      case .inTag, .attributeName, .afterAttributeName, .beforeValue: feedTag(byte)
      case .doubleQuoted, .singleQuoted:
        let quote = state == .doubleQuoted ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        if byte == quote { begin(.inTag) } else if feedValue(byte) { problem = .schemeFromValue }
      case .unquoted:
        if Whitespace.isSpace(byte) { begin(.inTag) } else if byte == UInt8(ascii: ">") { endTag() }
      case .comment:
        if byte == UInt8(ascii: "-") {
          if word.count < 2 { word.append(byte) }
        } else {
          if byte == UInt8(ascii: ">"), word.count == 2 { state = .text }
          word = []
        }
      case .declaration:
        if byte == UInt8(ascii: ">") { begin(.text) } else { feedDeclaration(byte) }
      case .script, .title: feedRawText(byte)
      }
    }
    return problem
  }

  private mutating func begin(_ state: State) {
    self.state = state
    word = []
  }

  private mutating func feedTagOpen(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): begin(.declaration)
    case UInt8(ascii: "/"):
      begin(.tagName)
      word = [byte]
    default:
      if Lexer.isWord(byte) {
        begin(.tagName)
        word = [byte | 0x20]
      } else if byte != UInt8(ascii: "<") {
        begin(.text)
      }
    }
  }

  private mutating func feedDeclaration(_ byte: UInt8) {
    if word.count < 2, byte == UInt8(ascii: "-") {
      word.append(byte)
      if word.count == 2 { begin(.comment) }
    } else {
      word = [0, 0]
    }
  }

  private mutating func feedTagName(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      finishTagName()
      endTag()
    } else if Whitespace.isSpace(byte) || byte == UInt8(ascii: "/") {
      finishTagName()
      begin(.inTag)
    } else {
      word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
  }

  private mutating func finishTagName() {
    element = isXML ? .other : Self.element(word)
  }

  private static func element(_ name: [UInt8]) -> Element {
    if name.elementsEqual("script".utf8) { return .script }
    if name.elementsEqual("style".utf8) { return .style }
    if name.elementsEqual("title".utf8) { return .title }
    return name.elementsEqual("textarea".utf8) ? .textarea : .other
  }

  private mutating func endTag() {
    switch element {
    case .other: begin(.text)
    case .script, .style: begin(.script)
    case .title, .textarea: begin(.title)
    }
  }

  private mutating func feedTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/") where state != .beforeValue: begin(.inTag)
    case UInt8(ascii: "=") where state == .attributeName || state == .afterAttributeName:
      attribute = Self.attribute(word)
      address = attribute == .address ? .start : .settled
      begin(.beforeValue)
    case UInt8(ascii: "\"") where state == .beforeValue: begin(.doubleQuoted)
    case UInt8(ascii: "'") where state == .beforeValue: begin(.singleQuoted)
    default:
      if Whitespace.isSpace(byte) {
        if state == .attributeName { state = .afterAttributeName }
      } else if state == .beforeValue {
        begin(.unquoted)
      } else {
        if state != .attributeName { begin(.attributeName) }
        word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
  }

  private static let addressNames = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "longdesc",
    "manifest", "xlink:href",
  ]

  private static func attribute(_ name: [UInt8]) -> Attribute {
    if addressNames.contains(where: { $0.utf8.elementsEqual(name) }) { return .address }
    if name.elementsEqual("srcset".utf8) || name.elementsEqual("imagesrcset".utf8) {
      return .addresses
    }
    if name.elementsEqual("style".utf8) { return .style }
    if name.starts(with: "on".utf8) || name.elementsEqual("srcdoc".utf8) { return .program }
    return .other
  }

  /// Whether the byte continues a scheme that a value began.
  private mutating func feedValue(_ byte: UInt8) -> Bool {
    guard attribute == .address, address != .settled, address != .refused else { return false }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
      address = .settled
      return false
    case UInt8(ascii: ":"):
      // After a value nothing is in `word`: what began the scheme is not known.
      let isKnown = address == .start
      let isHarmless = AddressScheme.verdict(word + [byte]) == .harmless
      address = isKnown && isHarmless ? .settled : .refused
      return !isKnown
    default:
      word.append(byte)
      return false
    }
  }

  private mutating func feedRawText(_ byte: UInt8) {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    let name =
      switch element {
      case .script: "</script"
      case .style: "</style"
      case .title: "</title"
      default: "</textarea"
      }
    if word.count == name.utf8.count {
      if byte == UInt8(ascii: ">") {
        element = .other
        begin(.text)
      } else if Whitespace.isSpace(byte) || byte == UInt8(ascii: "/") {
        element = .other
        begin(.inTag)
      } else {
        word = []
      }
    } else if Array(name.utf8)[word.count] == lower {
      word.append(lower)
    } else {
      word = byte == UInt8(ascii: "<") ? [byte] : []
    }
  }
}

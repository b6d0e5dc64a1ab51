/// Reads a JSON text by RFC 8259: nothing is repaired, the first mistake ends the reading. Linear in the
/// length of the text, and in its depth bounded and without recursion.
struct JSONReader {
  /// How deep lists and objects may nest; as deep as a template's expressions may.
  static let depthLimit = 64

  /// A list or object whose end has not been read.
  private struct Open {
    /// Its position among the nodes.
    let node: Int
    let isObject: Bool
    var elements: [Int] = []
    var members: [(name: String, value: Int)] = []
    var names: Set<String> = []
    /// The name that waits for its value.
    var pending: String?
  }

  let bytes: [UInt8]
  var position: Int
  private var document = JSONDocument()
  private var open: [Open] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // RFC 8259, section 8.1: a reader may pass over a byte order mark.
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The document that `bytes` are.
  static func read(_ bytes: [UInt8]) throws(JSONFailure) -> JSONDocument {
    var reader = JSONReader(bytes)
    return try reader.run()
  }

  private mutating func run() throws(JSONFailure) -> JSONDocument {
    try value()
    while !open.isEmpty {
      skipSpace()
      if open[open.count - 1].isObject { try member() } else { try element() }
    }
    skipSpace()
    if position < bytes.count { throw unexpected("the end") }
    return document
  }

  // MARK: values

  /// Reads a scalar, or the opening bracket of a list or object, and files it with what holds it.
  private mutating func value() throws(JSONFailure) {
    skipSpace()
    let start = position
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if open.count == Self.depthLimit {
        throw JSONFailure(
          kind: .limit, message: "lists and objects nest deeper than \(Self.depthLimit) levels",
          range: start..<(start + 1))
      }
      let isObject = byte == UInt8(ascii: "{")
      position += 1
      add(isObject ? .object([]) : .list([]), from: start)
      open.append(Open(node: document.nodes.count - 1, isObject: isObject))
    case UInt8(ascii: "\""): add(.string(try string()), from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      add(try number(), from: start)
    default:
      if take("true") {
        add(.bool(true), from: start)
      } else if take("false") {
        add(.bool(false), from: start)
      } else if take("null") {
        add(.null, from: start)
      } else {
        throw unexpected("a value")
      }
    }
  }

  private mutating func add(_ kind: JSONDocument.Kind, from start: Int) {
    let number = document.nodes.count
    document.nodes.append(JSONDocument.Node(kind: kind, range: start..<position))
    guard !open.isEmpty else { return }
    if let name = open[open.count - 1].pending {
      open[open.count - 1].members.append((name, number))
      open[open.count - 1].pending = nil
    } else {
      open[open.count - 1].elements.append(number)
    }
  }

  private mutating func element() throws(JSONFailure) {
    if byte == UInt8(ascii: "]") { return close() }
    if !open[open.count - 1].elements.isEmpty {
      guard byte == UInt8(ascii: ",") else { throw unexpected("“,” or “]”") }
      position += 1
    }
    try value()
  }

  private mutating func member() throws(JSONFailure) {
    if byte == UInt8(ascii: "}") { return close() }
    if !open[open.count - 1].members.isEmpty {
      guard byte == UInt8(ascii: ",") else { throw unexpected("“,” or “}”") }
      position += 1
      skipSpace()
    }
    let start = position
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes") }
    let name = try string()
    guard open[open.count - 1].names.insert(name).inserted else {
      throw JSONFailure(
        kind: .duplicate, message: "the name “\(name)” stands here twice", range: start..<position)
    }
    skipSpace()
    guard byte == UInt8(ascii: ":") else { throw unexpected("“:”") }
    position += 1
    open[open.count - 1].pending = name
    try value()
  }

  private mutating func close() {
    position += 1
    guard let done = open.popLast() else { return }
    document.nodes[done.node] = JSONDocument.Node(
      kind: done.isObject ? .object(done.members) : .list(done.elements),
      range: document.nodes[done.node].range)
  }

  // MARK: bytes

  /// The byte at hand; 0, which stands nowhere in JSON, at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.count,
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      position += 1
    }
  }

  /// Passes over the word if it stands here.
  private mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    let matches = word.description.utf8.elementsEqual(
      bytes[position..<min(bytes.count, position + length)])
    if matches { position += length }
    return matches
  }

  /// Complains of what stands here: a word as a whole, else one character.
  func unexpected(_ wanted: String) -> JSONFailure {
    guard position < bytes.count else {
      return JSONFailure(
        kind: .syntax, message: "expected \(wanted), but the text ends", range: position..<position)
    }
    var end = position + 1
    func isWord(_ byte: UInt8) -> Bool {
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: byte == UInt8(ascii: "_")
      }
    }
    if isWord(byte) {
      while end < bytes.count, isWord(bytes[end]), end - position < 40 { end += 1 }
    } else {
      while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - position < 4 { end += 1 }
    }
    return JSONFailure(
      kind: .syntax,
      message:
        "expected \(wanted), found “\(String(decoding: bytes[position..<end], as: UTF8.self))”",
      range: position..<end)
  }
}

/// A JSON text (RFC 8259) as a flat list of values, for looking up a few keys. Bounded: texts over
/// 4 MB, more than 200,000 values and nesting over 64 are refused. A raw line break in a string, which
/// pages write by mistake, is let through.
struct JSONTape {
  enum Kind { case object, array, string, scalar }

  struct Value {
    let kind: Kind
    let parent: Int
    /// The key under which it stands in its parent object; empty in an array.
    let key: Range<Int>
    /// For strings, between the quotes; for others their first byte on.
    var bytes: Range<Int>
  }

  private let source: [UInt8]
  private(set) var values: [Value] = []
  private var index = 0

  /// nil when the text is no JSON or breaks a bound. O(n), no recursion.
  init?(_ script: ArraySlice<UInt8>) {
    guard script.count <= 4 << 20 else { return nil }
    source = Array(script)
    guard parse() else { return nil }
  }

  /// The values that are objects, outer ones first.
  var objects: [Int] { values.indices.filter { values[$0].kind == .object } }

  /// The string under a key of an object.
  func string(of object: Int, _ key: String) -> String? { strings(of: object, key).first }

  /// The string under a key of an object, or the strings of the array there.
  func strings(of object: Int, _ key: String) -> [String] {
    members(of: object, key).compactMap { values[$0].kind == .string ? text($0) : nil }
  }

  /// The names under a key: a string, an object's `name`, or an array of these.
  func names(of object: Int, _ key: String) -> [String] {
    members(of: object, key).compactMap {
      values[$0].kind == .string ? text($0) : string(of: $0, "name")
    }
  }

  /// The value under a key, or the elements of the array there. Children follow their parent, so the
  /// walk ends with the object.
  private func members(of object: Int, _ key: String) -> [Int] {
    let wanted = Array(key.utf8)
    var found: [Int] = []
    var array = -1
    var at = object + 1
    while at < values.count, values[at].parent >= object {
      let value = values[at]
      if value.parent == object, source[value.key].elementsEqual(wanted) {
        if value.kind == .array { array = at } else { found.append(at) }
      } else if value.parent == array, array >= 0 {
        found.append(at)
      }
      at += 1
    }
    return found
  }

  private func text(_ value: Int) -> String {
    let range = values[value].bytes
    var out: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if source[at] != 0x5C {
        out.append(source[at])
        at += 1
        continue
      }
      at += 1
      guard at < range.upperBound else { break }
      switch source[at] {
      case 0x6E, 0x72, 0x74, 0x62, 0x66: out.append(0x20)
      case 0x75:
        var scalar = unit(at + 1, range.upperBound)
        at += 4
        if scalar >= 0xD800, scalar < 0xDC00, at + 6 < range.upperBound, source[at + 1] == 0x5C,
          source[at + 2] == 0x75
        {
          let low = unit(at + 3, range.upperBound)
          if low >= 0xDC00, low < 0xE000 {
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            at += 6
          }
        }
        UTF8Bytes.append(Unicode.Scalar(scalar) == nil ? 0xFFFD : scalar, to: &out)
      default: out.append(source[at])
      }
      at += 1
    }
    let resolved = CharacterReferences.resolve(out[...])
    return String(decoding: CleanText.folded(resolved, 0, resolved.count), as: UTF8.self)
  }

  private func unit(_ start: Int, _ end: Int) -> UInt32 {
    guard start + 4 <= end else { return 0xFFFD }
    return UInt32(String(decoding: source[start..<start + 4], as: UTF8.self), radix: 16) ?? 0xFFFD
  }

  private mutating func parse() -> Bool {
    var stack: [Int] = []
    var key = 0..<0
    while true {
      skipSpace()
      guard index < source.count else { return stack.isEmpty && !values.isEmpty }
      let parent = stack.last ?? -1
      switch source[index] {
      case 0x7B, 0x5B:
        guard stack.count < 64 else { return false }
        values.append(
          Value(
            kind: source[index] == 0x7B ? .object : .array, parent: parent, key: key,
            bytes: index..<index + 1))
        stack.append(values.count - 1)
        index += 1
      case 0x7D, 0x5D:
        guard stack.popLast() != nil else { return false }
        index += 1
      case 0x2C, 0x3A:
        index += 1
        continue
      case 0x22:
        guard let string = string() else { return false }
        skipSpace()
        if index < source.count, source[index] == 0x3A, parent >= 0, values[parent].kind == .object
        {
          key = string
          index += 1
          continue
        }
        values.append(Value(kind: .string, parent: parent, key: key, bytes: string))
      default:
        let start = index
        while index < source.count, Self.isScalar(source[index]) { index += 1 }
        // Comments around the text and a last semicolon are passed over.
        guard index > start else {
          index += 1
          continue
        }
        values.append(Value(kind: .scalar, parent: parent, key: key, bytes: start..<index))
      }
      key = 0..<0
      guard values.count <= 200_000 else { return false }
    }
  }

  private mutating func string() -> Range<Int>? {
    let start = index + 1
    var at = start
    while at < source.count, source[at] != 0x22 { at += source[at] == 0x5C ? 2 : 1 }
    guard at < source.count else { return nil }
    index = at + 1
    return start..<at
  }

  private mutating func skipSpace() {
    while index < source.count, source[index] <= 0x20 { index += 1 }
  }

  private static func isScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }
}

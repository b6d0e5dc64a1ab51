/// Case, accents and look-alikes folded away, scalar by scalar: `Ç` is `c`, `ı` is `i`, `’` is `'`.
///
/// A pure function of the scalar, kept as a table. ASCII is folded by its own rule, without it.
package struct LetterFolding: Sendable {
  /// What a scalar is to matching.
  enum Class: UInt8 {
    /// A letter or digit: part of a word.
    case letter
    /// A mark on the letter before it: part of the word, folded to nothing.
    case mark
    /// White space, punctuation, symbols: the end of a word.
    case boundary
  }

  /// By scalar below `limit`: the class in the low 2 bits, the number of folded bytes in the next 6,
  /// their place in `pool` above.
  private let table: [UInt32]
  private let pool: [UInt8]

  /// Scalars from here on are letters that fold to themselves (CJK and beyond).
  package static let limit: UInt32 = 0x3100

  package init() {
    var forms: [UInt32: String.UTF8View] = [:]
    for line in foldedLetters.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { continue }
      for scalar in parts[1].unicodeScalars { forms[scalar.value] = String(parts[0]).utf8 }
    }
    var table: [UInt32] = []
    var pool: [UInt8] = []
    table.reserveCapacity(Int(Self.limit))
    for value in 0..<Self.limit {
      guard let scalar = Unicode.Scalar(value) else {
        table.append(UInt32(Class.boundary.rawValue))
        continue
      }
      let scalarClass = Self.classify(scalar)
      let start = pool.count
      switch scalarClass {
      case .letter:
        if let form = forms[value] {
          pool += form
        } else if value < 0x80 {
          pool.append(UInt8(value) | (value >= 0x41 && value <= 0x5A ? 0x20 : 0))
        } else {
          pool += String(scalar).utf8
        }
      case .mark: break
      case .boundary: pool.append(Self.boundaryByte(scalar))
      }
      table.append(
        UInt32(scalarClass.rawValue) | UInt32(pool.count - start) << 2 | UInt32(start) << 8)
    }
    self.table = table
    self.pool = pool
  }

  private static func classify(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .spacingMark:
      scalar == "\u{640}" ? .mark : .letter  // the Arabic tatweel only stretches a word
    case .nonspacingMark, .enclosingMark: .mark
    case .format: scalar == "\u{AD}" ? .mark : .boundary
    default: .boundary
    }
  }

  private static func boundaryByte(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      UInt8(ascii: " ")
    case 0x21..<0x80: UInt8(scalar.value)
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    case 0x2018...0x201B, 0x02BC, 0x02B9, 0x00B4, 0x2032: UInt8(ascii: "'")
    case 0x201C...0x201F, 0xAB, 0xBB: UInt8(ascii: "\"")
    default: 0x01
    }
  }

  @inline(__always)
  func scalarClass(_ scalar: UInt32) -> Class {
    guard scalar < Self.limit else { return .letter }
    return Class(rawValue: UInt8(truncatingIfNeeded: table[Int(scalar)] & 3)) ?? .boundary
  }

  /// Whether a scalar is part of a word: a letter, a digit, or a mark on one.
  package func isPartOfWord(_ scalar: UInt32) -> Bool { scalarClass(scalar) != .boundary }

  /// The place of the folded bytes of a scalar below `limit` in the pool.
  @inline(__always)
  func foldedRange(_ scalar: UInt32) -> Range<Int> {
    let entry = table[Int(scalar)]
    let start = Int(entry >> 8)
    return start..<(start + Int(entry >> 2 & 63))
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 { pool[index] }

  /// `text` folded: what two spellings of one name have in common. O(length).
  package func folded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < Self.limit {
        for index in foldedRange(scalar.value) { result.append(pool[index]) }
      } else {
        result += String(scalar).utf8
      }
    }
    return result
  }
}

/// Gives every heading an address: lower-case letters and digits of any script, everything else one
/// `-`; a second `a` becomes `a-2`.
struct HeadingAnchors {
  private var used: Set<String>
  /// The last number given to a repeated name.
  private var counts: [String: Int] = [:]

  init(reserved: Set<String>) { used = reserved }

  mutating func anchor(for title: some Sequence<UInt8>) -> String {
    let name = Self.slug(String(decoding: Array(title), as: UTF8.self))
    if used.insert(name).inserted { return name }
    var number = counts[name] ?? 1
    var anchor: String
    repeat {
      number += 1
      anchor = "\(name)-\(number)"
    } while !used.insert(anchor).inserted
    counts[name] = number
    return anchor
  }

  static func slug(_ title: String) -> String {
    var slug = ""
    var isPending = false
    for scalar in title.unicodeScalars {
      guard isWord(scalar) else {
        isPending = true
        continue
      }
      if isPending, !slug.isEmpty { slug.append("-") }
      isPending = false
      if scalar.isASCII {
        slug.unicodeScalars.append(scalar.value &- 0x41 < 26 ? lowerCase(scalar) : scalar)
      } else {
        slug += scalar.properties.lowercaseMapping
      }
    }
    guard !slug.isEmpty else { return "section" }
    return isFootnoteAddress(slug) ? "section-" + slug : slug
  }

  private static func lowerCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.value &- 0x30 < 10 || (scalar.value | 0x20) &- 0x61 < 26
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// The footnotes' addresses are `fn-1` and `fnref-1`.
  private static func isFootnoteAddress(_ slug: String) -> Bool {
    for prefix in ["fn-", "fnref-"] where slug.hasPrefix(prefix) {
      if slug.utf8.dropFirst(prefix.utf8.count).first.map({ $0 &- 0x30 < 10 }) == true {
        return true
      }
    }
    return false
  }
}

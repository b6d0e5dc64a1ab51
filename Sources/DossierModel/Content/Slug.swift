/// The name of a page within the site, as it stands in wikilinks, facts and addresses: `russia`.
///
/// Lower-case letters and digits of any script, with `-`, `_` or `.` between them; at most 200 bytes.
/// One slug names one page, whatever its folder.
package struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Nil when `rawValue` is not a slug as described above.
  package init?(_ rawValue: String) {
    guard Self.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  package var description: String { rawValue }

  package static func < (left: Slug, right: Slug) -> Bool { left.rawValue < right.rawValue }

  private static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 200 else { return false }
    var lastWasLetter = false
    for scalar in text.unicodeScalars {
      if isLetterOrDigit(scalar) {
        lastWasLetter = true
      } else if scalar == "-" || scalar == "_" || scalar == "." {
        guard lastWasLetter else { return false }
        lastWasLetter = false
      } else {
        return false
      }
    }
    return lastWasLetter
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      return true
    default: return false
    }
  }

  /// A slug made from a name for people: letters and digits kept in lower case, the rest one hyphen.
  package static func suggested(for name: String) -> Slug? {
    var text = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      if isLetterOrDigit(scalar) {
        text.append(scalar)
      } else if scalar != "'", scalar != "’", let last = text.last, last != "-" {
        text.append("-")
      }
    }
    while text.last == "-" { text.removeLast() }
    return Slug(String(text))
  }
}

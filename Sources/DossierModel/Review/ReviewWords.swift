/// Words of captures as review files quote them.
package enum ReviewWords {
  /// How many words tell one quotation of a paragraph from another.
  package static let openingCount = 8

  /// What is compared: letters and digits in lower case, one space for whatever else stands between them.
  /// So the marks that a review file cannot have may be replaced. O(length).
  package static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    var isApart = false
    for scalar in text.unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        // “don’t” is one word, whatever the mark.
        if scalar != "'" && scalar != "’" { isApart = !result.isEmpty }
        continue
      }
      if isApart { result.append(" ") }
      isApart = false
      if scalar.isASCII {
        let isCapital = (0x41...0x5A).contains(scalar.value)
        result.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  /// The first words of a quotation. O(length of `text`).
  package static func opening(of text: String) -> String {
    let words = Words.ranges(in: text).prefix(openingCount)
    guard let last = words.last else { return "" }
    return String(decoding: Array(text.utf8)[..<last.upperBound], as: UTF8.self)
  }
}

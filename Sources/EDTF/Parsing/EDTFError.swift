/// Why a text is no EDTF value.
package struct EDTFError: Error, Hashable, Sendable {
  /// Where the fault begins, in UTF-8 bytes from the start of the text.
  package let offset: Int
  /// One line, lower case, without a full stop at its end.
  package let message: String
  /// What may have been meant: valid EDTF, the likeliest first. More than one when the text is
  /// ambiguous (`07/12/2020`).
  package let suggestions: [String]

  /// The suggestions as a help: `write “2020-07-12”`; nil without any.
  package var help: String? {
    guard let last = suggestions.last else { return nil }
    let quoted = suggestions.map { "“\($0)”" }
    guard quoted.count > 1 else { return "write “\(last)”" }
    return "write " + quoted.dropLast().joined(separator: ", ") + " or “\(last)”"
  }
}

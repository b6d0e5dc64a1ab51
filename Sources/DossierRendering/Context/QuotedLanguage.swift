import DossierModel

/// What a page says of the language of words that it quotes: nothing where it is the page's own.
struct QuotedLanguage: Hashable, Sendable {
  /// BCP 47; nil for the site's own language, or where nobody knows.
  let tag: String?
  /// For `dir`: `rtl` for languages written so, else what the words themselves begin with.
  let direction: String

  static let own = QuotedLanguage(nil, on: "")

  init(_ tag: String?, on site: String) {
    self.tag = tag.flatMap { Language.foreign($0, to: site) }
    direction = self.tag.map { Language.isRightToLeft($0) } == true ? "rtl" : "auto"
  }

  /// As attributes, each with a space before it: ` lang="ar" dir="rtl"`.
  var attributes: [UInt8] {
    var output: [UInt8] = []
    if let tag {
      output += " lang=\"".utf8
      Markup.appendEscaped(tag, to: &output)
      output += "\"".utf8
    }
    return output + " dir=\"\(direction)\"".utf8
  }
}

/// What BCP 47 language tags say of a text: whether it is another language than that of the page around
/// it, and which way it is written.
package enum Language {
  /// `tag` where it names another language than the site's: what a page says of the text it quotes
  /// (WCAG 2.2, 3.1.2). Nil where both are one language, whatever the region, or nobody knows.
  package static func foreign(_ tag: String?, to site: String) -> String? {
    guard let tag, primary(tag) != primary(site) || isRightToLeft(tag) != isRightToLeft(site) else {
      return nil
    }
    return tag
  }

  /// Whether the language is written from right to left: by its script where the tag names one, else by
  /// the script that the language is written in by default (CLDR, likely subtags).
  package static func isRightToLeft(_ tag: String) -> Bool {
    let parts = tag.lowercased().split(separator: "-")
    // Four letters behind the language are a script (RFC 5646, section 2.1).
    if let script = parts.dropFirst().first(where: {
      $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }) {
      return rightToLeftScripts.contains(String(script))
    }
    return parts.first.map { rightToLeftLanguages.contains(String($0)) } ?? false
  }

  private static func primary(_ tag: String) -> String {
    tag.lowercased().split(separator: "-").first.map(String.init) ?? ""
  }

  private static let rightToLeftScripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  private static let rightToLeftLanguages: Set<String> = [
    "ar", "arc", "ary", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "khw",
    "ks",
    "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
  ]
}

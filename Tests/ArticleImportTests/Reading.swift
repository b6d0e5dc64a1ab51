import ArticleImport
import Diagnostics
import DossierModel

/// A capture given as text, and what came of it.
func read(_ text: String, path: String = "seeds/capture.txt") -> Article {
  ArticleImporter().read(SourceFile(path: path, text: text)).article
}

/// What the importer says of each line that is not blank: `3 body paragraph`.
func outline(_ text: String, path: String = "seeds/capture.txt") -> [String] {
  read(text, path: path).lines.filter { $0.lineClass != .blank }
    .map { "\($0.number) \($0.lineClass.rawValue) \($0.rule)" }
}

/// Paragraphs of an invented article, for rules that need one around them.
enum Prose {
  static let title = "Lake towns agree to share the old bridge"
  static let first = """
    The two towns on the lake have agreed to share the old bridge, which has been closed to carts and \
    cars since the flood of last winter.
    """
  static let second = """
    Engineers said that the middle arch of the bridge had moved by the width of a hand, and that it \
    would have to be taken down before anybody could cross it again.
    """
  static let third = """
    The mayors signed the paper in the boat house, because neither of them wanted to do so in the hall \
    of the other, and then they went home by separate boats.
    """
  static let fourth = """
    Work on the arch is to begin after the harvest, when the water is low, and it is expected to take \
    until the spring of the following year.
    """

  /// A capture with `inserted` between the second and the third paragraph; the lines of `inserted`
  /// start at line 7.
  static func around(_ inserted: [String]) -> String {
    ([title, "", first, "", second, ""] + inserted + ["", third, "", fourth])
      .joined(separator: "\n")
  }

  /// A capture with `above` before the title, which starts at line 1.
  static func below(_ above: [String]) -> String {
    (above + [title, "", first, "", second, "", third, "", fourth]).joined(separator: "\n")
  }

  /// A capture with `after` behind the last paragraph, from line 11.
  static func above(_ after: [String]) -> String {
    ([title, "", first, "", second, "", third, "", fourth, ""] + after).joined(separator: "\n")
  }

  /// A capture with `between` title and text, from line 2.
  static func under(title: String = Prose.title, _ between: [String]) -> String {
    ([title] + between + ["", first, "", second, "", third, "", fourth]).joined(separator: "\n")
  }
}

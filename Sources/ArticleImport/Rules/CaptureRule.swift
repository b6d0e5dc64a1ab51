/// One rule: reads what is known of a capture, classes units or finds a datum, and logs its name.
///
/// Rules are general: a rule that fires on one known capture only says so in `about`.
protocol CaptureRule: Sendable {
  /// The name it logs, kebab case.
  static var id: String { get }
  /// What it catches, and what it must leave alone; one or two sentences for the documentation.
  static var about: String { get }
  /// O(size of the capture).
  func apply(to reading: inout CaptureReading)
}

/// The rules in the order in which they run. The order is part of their meaning: the first rule that
/// classes a line keeps it.
package enum CaptureRules {
  static let all: [any CaptureRule] = [
    // Marks of the format.
    FrontMatter(), MarkdownMark(), FootnoteBlock(), NotesSection(),
    // Furniture that is known by its own words.
    ReactionCounter(), FollowLine(), ShareBar(), PageTool(), SiteNotice(), SignUpBox(),
    SourceLine(), CopyrightLine(),
    CrossLink(), LinkBar(), StampReading(), BylineReading(), NavigationBlock(),
    // Where the article is.
    PageTitle(), EndOfArticle(), CommentThread(), MainText(),
    // What stands around it.
    MarkdownTitle(), RepeatedTitle(), TitleAboveStamp(), TitleInText(), TitleFirstLine(),
    TitleDuplicate(), RepeatedOutlet(), RepeatedText(), PublicationStamp(), FollowAuthor(),
    TrailingAuthor(), Masthead(), OutletInPassing(), PhotoCaption(), CreditLine(),
    StandfirstAboveByline(), StandfirstBelowByline(), OtherScript(), LinkList(), VerblessCaption(),
    OutsideArticle(), BodyText(),
    // What it says of others.
    CitedOutlets(),
  ]

  /// Every rule with what it does, in order: the source of the documentation's table.
  package static var table: [(id: String, about: String)] {
    all.map { (type(of: $0).id, type(of: $0).about) }
  }
}

import ArticleImport
import DossierModel
import Testing

/// One line of a capture and what the rules must say of it.
struct LineCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let line: Int
  let expected: String

  init(_ name: String, _ text: String, _ line: Int, _ expected: String) {
    testDescription = name
    self.text = text
    self.line = line
    self.expected = expected
  }

  var actual: String {
    let line = read(text).lines[line - 1]
    return "\(line.lineClass.rawValue) \(line.rule)"
  }
}

@Suite("A furniture rule catches its line and leaves its neighbour alone")
struct FurnitureRuleTests {
  @Test("inside the article", arguments: insideText)
  func inside(_ example: LineCase) { #expect(example.actual == example.expected) }

  static let signUp = [
    "Enjoying this? Get one letter a month.", "Your email", "Subscribe", "No spam, ever.",
  ]
  static let insideText: [LineCase] = [
    LineCase(
      "a line of no-break spaces is blank", Prose.around(["\u{A0} \u{A0}"]), 7, "blank blank"),
    LineCase(
      "a cross-link in capitals", Prose.around(["READ: The mill that nobody wanted to buy"]), 7,
      "chrome cross-link"),
    LineCase(
      "an unknown label in capitals", Prose.around(["LAKESIDE: The mill that nobody wanted"]), 7,
      "chrome cross-link-capitals"),
    LineCase(
      "a dateline in capitals ends its sentence",
      Prose.around(["LAKESIDE: The council met on the shore and did not vote."]), 7,
      "body paragraph"),
    LineCase(
      "a cross-link in another language",
      Prose.around(["Читайте также: Мельница, которую никто не купил"]), 7, "chrome cross-link"),
    LineCase("a share bar", Prose.around(["Facebook Twitter Print 12"]), 7, "chrome share-bar"),
    LineCase(
      "a sentence that names networks",
      Prose.around(["The mayor now writes on Facebook and on Twitter about the bridge."]), 7,
      "body paragraph"),
    LineCase("a page tool", Prose.around(["Printer friendly page"]), 7, "chrome page-tool"),
    LineCase(
      "a short subheading is text", Prose.around(["An arch of stone"]), 7, "body subheading"),
    LineCase(
      "a newsletter prompt", Prose.around(["Sign up for our weekly letter from the lake."]), 7,
      "chrome site-notice"),
    LineCase(
      "a quotation that opens like a prompt",
      Prose.around(["“Sign up for the work, and you will be paid,” the mayor said."]), 7,
      "body paragraph"),
    LineCase("a sign-up box's invitation", Prose.around(signUp), 7, "chrome sign-up-box"),
    LineCase("a sign-up box's field", Prose.around(signUp), 8, "chrome sign-up-box"),
    LineCase("a sign-up box's promise", Prose.around(signUp), 10, "chrome sign-up-box"),
    LineCase(
      "an invitation without a form",
      Prose.around(["The stories that matter, in your inbox every Friday."]), 7,
      "chrome sign-up-box"),
    LineCase(
      "what somebody says of an inbox",
      Prose.around(["“It is in your inbox,” the mayor said to the men in the boat house."]), 7,
      "body paragraph"),
    LineCase(
      "an invitation that belongs to no form",
      Prose.around(["Get one boat a month, the mayor said, and you will own a fleet."]), 7,
      "body paragraph"),
    LineCase(
      "a caption with a credit in brackets",
      Prose.around([
        "The old bridge seen from the boat house on 3 May 2019 [Lake Office/Arch Photos]"
      ]),
      7, "caption caption-credit"),
    LineCase(
      "a reference in brackets is no credit",
      Prose.around([
        "The arch has stood since the first mill was built there (see the Lake Paper, May 3)."
      ]),
      7, "body paragraph"),
    LineCase(
      "a file photo", Prose.around(["The mayor looks at the water in this file photo."]), 7,
      "caption photo-caption"),
    LineCase(
      "a photographer in a sentence",
      Prose.around(["The photographer who took the picture has since moved to another town."]), 7,
      "body paragraph"),
    LineCase(
      "a line without a verb", Prose.around(["The ruined middle arch of the bridge"]), 7,
      "caption caption-verbless"),
    LineCase(
      "a picture's place leaves blank lines", Prose.around(["", "", "The boat house"]), 9,
      "caption caption-verbless"),
    LineCase(
      "a headline with a verb is no caption",
      Prose.around(["Why the mayors could not agree before"]), 7, "body subheading"),
    LineCase(
      "three lines of links",
      Prose.around(["Mill sold at last", "Eel prices up", "Dry summer feared"]), 8,
      "chrome link-list"),
    LineCase(
      "a list below a colon",
      Prose.around([
        "The paper says:", "one toll for all", "no carts at night", "free passage for fish",
      ]), 9,
      "body subheading"),
    LineCase(
      "a line in another script", Prose.around(["Что вы об этом думаете"]), 7, "chrome other-script"
    ),
    LineCase(
      "a name in its own script inside a sentence",
      Prose.around(["The river is called Белая by those who live above the falls."]), 7,
      "body paragraph"),
    LineCase(
      "a pull quote repeats its paragraph",
      Prose.around(["the middle arch of the bridge had moved by the width of a hand"]), 7,
      "chrome pull-quote"),
    LineCase(
      "a paragraph that shares some words",
      Prose.around(["The middle arch of the bridge is older than both of the towns beside it."]), 7,
      "body paragraph"),
    LineCase(
      "a menu in the middle", Prose.around(["Mills", "Eels", "Boats", "Ice", "Fog"]), 9,
      "chrome navigation-block"),
    LineCase(
      "four short lines are no menu", Prose.around(["They came.", "They saw.", "They left."]), 8,
      "body paragraph"),
  ]

  @Test("below the article", arguments: belowText)
  func below(_ example: LineCase) { #expect(example.actual == example.expected) }

  static let counters = ["What do you think?", "like", "0", "sad", "3", "angry", "1"]
  static let belowText: [LineCase] = [
    LineCase("reaction counters", Prose.above(counters), 14, "chrome reaction-counter"),
    LineCase("the question above them", Prose.above(counters), 11, "chrome reaction-question"),
    LineCase(
      "two pairs are no counter", Prose.above(["like", "0", "sad", "3"]), 11,
      "chrome below-article"),
    LineCase(
      "latest headlines", Prose.above(["Latest Headlines", "Mill burns down"]), 12,
      "chrome latest-headlines"),
    LineCase(
      "comments", Prose.above(["2 comments", "I never liked that bridge anyway."]), 12,
      "chrome comments-section"),
    LineCase(
      "a comment thread without a heading",
      Prose.above([
        "eelfan says:", "3 May 2019 at 09:14", "Build it.", "miller says:", "3 May 2019 at 10:01",
        "No.",
        "ada says:", "3 May 2019 at 11:40", "Why not?",
      ]), 13, "chrome comment-thread"),
    LineCase("a source line", Prose.above(["Source: Lake Paper 2019"]), 11, "chrome source-line"),
    LineCase("a copyright line", Prose.above(["© 2019 Lake Paper"]), 11, "chrome copyright-line"),
    LineCase(
      "a notice about comments",
      Prose.above(["Please let us know if you have trouble with the form."]), 11,
      "chrome site-notice"),
    LineCase("top of page", Prose.above(["Top of page"]), 11, "chrome page-tool"),
    LineCase(
      "a follow line", Prose.above(["Follow Ada Quill on Facebook and Twitter."]), 11,
      "byline follow-line"),
    LineCase(
      "a widget in another language", Prose.above(["Ne düşünüyorsun"]), 11,
      "chrome other-language"),
    LineCase("a stray line", Prose.above(["Lake Paper Holdings"]), 11, "chrome below-article"),
    LineCase(
      "a note", Prose.above(["[1] Letter of 3 May 2019.", "[2] The same."]), 12,
      "footnote footnote-mark"),
    LineCase(
      "a second note of that number", Prose.above(["[1] Letter.", "[1] Another."]), 12,
      "chrome footnote-number-repeated"),
    LineCase(
      "a single mark that nothing cites", Prose.above(["[1] Letter of 3 May 2019."]), 11,
      "body paragraph"),
    LineCase(
      "notes below their heading", Prose.above(["Notes", "1. A letter.", "2. A map."]), 12,
      "footnote notes-section"),
    LineCase(
      "a numbered list without a heading", Prose.above(["1. A letter.", "3. A map."]), 11,
      "body paragraph"),
  ]

  @Test("above the article", arguments: aboveText)
  func above(_ example: LineCase) { #expect(example.actual == example.expected) }

  static let below = "standfirst standfirst-below-byline"
  /// A line between the byline and a text that opens with `opening`.
  static func summary(_ opening: String) -> String {
    let line = "A short account of how two towns share a bridge and a debt."
    let text = Prose.first.replacingFirst("The two towns", opening)
    return [
      Prose.title, "By Ada Quill", "", line, "", text, "", Prose.second, "", Prose.third,
    ].joined(separator: "\n")
  }
  static let menu = ["Mills", "", "Eels", "", "Boats", "", "Ice", "", "Fog", ""]
  static let aboveText: [LineCase] = [
    LineCase("a menu", Prose.below(menu), 5, "chrome navigation-block"),
    LineCase("a menu of four", Prose.below(Array(menu.prefix(8))), 5, "chrome above-article"),
    LineCase("a link bar", Prose.below(["Mills | Eels | Boats", ""]), 1, "chrome link-bar"),
    LineCase("bread crumbs", Prose.below(["Home » Lake » Bridges", ""]), 1, "chrome link-bar"),
    LineCase("a motto", Prose.below(["Clear water since 1901", ""]), 1, "chrome above-article"),
    LineCase(
      "the title below a motto", Prose.below(["Clear water since 1901", ""]), 3,
      "title title-in-text"),
    LineCase(
      "the title again", Prose.below([Prose.title, ""]), 3, "title-duplicate title-duplicate"),
    LineCase(
      "the title in capitals again", Prose.under([Prose.title.uppercased()]), 2,
      "title-duplicate title-duplicate"),
    LineCase(
      "a teaser that repeats a paragraph", Prose.under([Prose.third]), 2,
      "chrome teaser-repeats-line"),
    LineCase(
      "a lead that repeats two paragraphs",
      Prose.under([Prose.second + " " + Prose.third]), 2, "standfirst lead-repeats-text"),
    LineCase(
      "a summary above the byline",
      Prose.under(["A closed crossing will open again after the harvest.", "By Ada Quill"]), 2,
      "standfirst standfirst-above-byline"),
    LineCase("a summary before a drop cap", summary("T he two towns"), 4, below),
    LineCase("a summary before a dateline", summary("HARBOUR (Wire) — The two towns"), 4, below),
    LineCase(
      "a first paragraph with nothing behind it", summary("The two towns"), 4, "body paragraph"),
    LineCase(
      "the first paragraph below the byline", Prose.under(["By Ada Quill"]), 4, "body paragraph"),
    LineCase("a byline", Prose.under(["By Ada Quill, Lake Paper"]), 2, "byline byline"),
    LineCase(
      "a sentence that opens like a byline",
      Prose.under(["", "By Friday, Ada Quill and her crew had left the lake for good."]), 3,
      "body paragraph"),
    LineCase(
      "a stamp", Prose.under(["October 3, 2019 at 2:07 pm"]), 2,
      "stamp stamp-month-day-year"),
    LineCase("an age", Prose.under(["3 hours ago"]), 2, "stamp stamp-relative"),
  ]

  @Test("every rule has a name of its own and says what it does")
  func table() {
    let table = CaptureRules.table
    #expect(Set(table.map(\.id)).count == table.count)
    for rule in table {
      #expect(rule.about.hasSuffix(".") && !rule.about.contains("\n"))
      #expect(rule.id.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) })
    }
  }
}

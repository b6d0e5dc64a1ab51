extension ImportRuleTable {
  private typealias Entry = ImportRuleEntry

  /// What is no part of the text.
  static let lineRules: [ImportRuleEntry] = [
    Entry(
      "blank", "A line of white space, no-break spaces among it.", "`NBSP NBSP`",
      not: "a line with one letter"),
    Entry(
      "front-matter", "The lines between `---` at the head of a Markdown capture.",
      "`---`, `title: x`, `---`", not: "a rule between paragraphs", seen: .never),
    Entry(
      "markdown-mark", "A thematic break, code fence, table row or image of a Markdown capture.",
      "`* * *`", not: "a list item", seen: .never),
    Entry(
      "no-words", "A line without letter and digit.", "`* * *`", not: "`1.`"),
    Entry(
      "reaction-counter", "Three or more pairs of a short label and a line that is one number.",
      "like / 0 / sad / 3 / angry / 1", not: "two such pairs", seen: .once),
    Entry(
      "reaction-question", "The question right above such pairs.", "What do you think?",
      not: "a question in the text", seen: .once),
    Entry(
      "follow-line", "“Follow X on” with a network's name.", "Follow Ada Quill on Facebook",
      not: "Follow the minister on his visit"),
    Entry(
      "share-bar", "A line of names of networks and page tools alone.", "Facebook Twitter Print 12",
      not: "The mayor writes on Facebook."),
    Entry(
      "page-tool", "A line that is a label of a closed list.", "Printer friendly page",
      not: "The printer was friendly."),
    Entry(
      "site-notice", "A line that opens as a site speaks of itself, or holds the words of such.",
      "Sign up for our weekly letter.", not: "“Sign up for the work,” the mayor said."),
    Entry(
      "sign-up-box",
      "A field with a button near it and the lines around that invite to them; a line on “your inbox” "
        + "or “our newsletter”.", "Get one letter a month. / Your email / Subscribe",
      not: "a button alone; “It is in your inbox,” he said."),
    Entry(
      "cross-link", "A label that points to another article, with a colon.",
      "READ: The mill that nobody wanted", not: "The paper says: one toll for all"),
    Entry(
      "cross-link-capitals", "Any label in capitals before words that end no sentence.",
      "LAKESIDE: The mill that nobody wanted", not: "LAKESIDE: The council did not vote."),
    Entry(
      "link-bar", "Short pieces between bars, arrows or dots.", "Home » Lake » Bridges",
      not: "a title with its site behind one bar"),
    Entry(
      "navigation-block", "Five or more lines in a row of at most three words.",
      "Mills / Eels / Boats / Ice / Fog", not: "four of them"),
    Entry(
      "link-list", "Three or more lines in a row inside the article that end no sentence.",
      "Mill sold / Eel prices up / Dry summer feared", not: "the same below a colon"),
    Entry(
      "list-of-others", "The heading of a list of other articles in the middle of one.",
      "Related stories", not: "a subheading of its own words"),
    Entry(
      "latest-headlines", "From such a heading below the article to the end.", "Latest Headlines",
      not: "the same above most of the text"),
    Entry(
      "comments-section", "From the heading of the readers' comments to the end.", "2 comments",
      not: "The mayor's comments were brief."),
    Entry(
      "comment-thread",
      "Three or more stamps with an hour below the text: comments without heading.",
      "eelfan says: / 3 May 2019 at 09:14 …", not: "one stamp below the text"),
    Entry(
      "teaser-repeats-line", "A line whose word pairs all stand in one later line.",
      "a teaser above its article", not: "a line that shares some words"),
    Entry(
      "pull-quote", "A line whose word pairs all stand in one other line of the text.",
      "a quotation set large", not: "a paragraph that is longer than the other"),
    Entry(
      "other-script", "A short line in another script than the article's.", "Что вы думаете",
      not: "a name in its own script in a sentence"),
    Entry(
      "other-language", "A short line outside an English article with letters English lacks.",
      "Ne düşünüyorsun", not: "the same in a sentence of the article"),
    Entry(
      "credit-line", "A line that is only a credit.", "Jane Roe/Agency",
      not: "a caption with its credit"),
    Entry(
      "source-line", "“Source:” and a name in at most eight words.", "Source: Lake Paper 2019",
      not: "a source inside a sentence"),
    Entry(
      "copyright-line", "A line that opens with ©, (c) or Copyright.", "© 2019 Lake Paper",
      not: "a photo's credit in brackets"),
    Entry(
      "footnote-number-repeated", "A second note of one number.", "[1] Letter. / [1] Another.",
      not: "the first of them", seen: .never),
    Entry(
      "notes-heading", "The heading of a list of notes.", "Notes", not: "Notes from the harbour",
      seen: .never),
    Entry(
      "stray-label", "One to three words above the first paragraph.", "Analysis",
      not: "a subheading further down"),
    Entry(
      "above-article", "What no other rule classed above title or text.", "a site's motto",
      not: "a summary below the title"),
    Entry(
      "below-article", "What no other rule classed below the last paragraph.", "Lake Holdings",
      not: "a name alone, which is the author"),
    Entry(
      "title-duplicate", "The title again, in any case, alone or with a site's name.",
      "LAKE TOWNS AGREE", not: "a longer line that begins so"),
    Entry(
      "stamp-published", "A line that labels its date as that of publication.",
      "Published: 3 May 2019", not: "a date in a sentence"),
    Entry(
      "stamp-updated", "A line that labels its date as that of a change.", "Updated: 9 May 2019",
      not: "The map was updated on 9 May."),
    Entry(
      "stamp-relative", "A stamp that gives an age.", "3 hours ago", not: "It began 3 hours ago."),
  ]

  /// What is a part of the text, or a layer beside it.
  static let textRules: [ImportRuleEntry] = [
    Entry(
      "paragraph", "What is left inside the article and ends a sentence.", "They came.",
      not: "a line without a full stop"),
    Entry(
      "subheading", "What is left inside the article and ends none.", "An arch of stone",
      not: "six words without a verb, which are a caption"),
    Entry(
      "everything", "With `--plain`, every line that is not blank.", "a menu", not: "a blank line"),
    Entry(
      "standfirst-above-byline", "A summary between title and byline or stamp.",
      "Four routes will stay closed. / By Ada Quill", not: "the first paragraph below the byline"),
    Entry(
      "standfirst-below-byline",
      "A summary below the byline, where a drop cap, a dateline, a share bar or a full stop that it alone "
        + "lacks says that the text begins behind it.",
      "By Ada Quill / A short reading of a short text. / T he statement …",
      not: "a first paragraph with a picture below it", seen: .once),
    Entry(
      "standfirst-below-title", "A sentence between title and text that density left out.",
      "The bridge will open again.", not: "a label of two words"),
    Entry(
      "lead-repeats-text", "An opening paragraph whose word pairs stand in two or more later ones.",
      "a lead made of two paragraphs", not: "a lead in words of its own", seen: .once),
    Entry(
      "photo-caption", "A line that names a photograph.", "The mayor in this file photo.",
      not: "The photographer has moved."),
    Entry(
      "photo-label", "A line behind “Photo:”, “Image:” …", "Image: sketch by the author",
      not: "The image of the town: a bridge."),
    Entry(
      "caption-credit", "A line that ends in a credit in brackets.",
      "The bridge [Ada Quill/Agency]",
      not: "a reference, (Lake Paper, May 3)"),
    Entry(
      "caption-verbless",
      "A line between paragraphs without verb and full stop, of six words or set "
        + "apart.", "The ruined middle arch of the bridge", not: "An arch of stone"),
    Entry(
      "footnote-mark", "A note by its mark, `[n]`, `[^n]:` or a raised number.",
      "[1] Letter of 3 May.", not: "a single mark that nothing cites"),
    Entry(
      "footnote-continued", "The lines of a note below its first.", "[1] Letter / of 3 May.",
      not: "a line behind a blank one", seen: .never),
    Entry(
      "notes-section", "Lines that count up from 1 below a heading of notes.",
      "Notes / 1. A letter. / 2. A map.", not: "a numbered list without the heading", seen: .never),
    Entry(
      "main-text", "Where the article is: the run of lines with most prose and least furniture.",
      "paragraphs between menus", not: "a teaser between links"),
  ]
}

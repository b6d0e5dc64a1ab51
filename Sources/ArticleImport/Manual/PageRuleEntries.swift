extension ImportRuleTable {
  private typealias Entry = ImportRuleEntry

  /// What decides on the text of a saved page.
  static let pageRules: [ImportRuleEntry] = [
    Entry(
      "page-scan",
      "Scripts, styles, comments, embedded media and all but a closed list of attributes are "
        + "left out before anything is parsed.", "`<script>`, `onclick`", not: "`<p>`"),
    Entry(
      "page-hidden", "What is hidden by attribute, style or class.", "`<p hidden>`",
      not: "a hidden class on a fifth of the page's prose"),
    Entry(
      "page-furniture",
      "Navigation, footers, buttons; asides and forms; elements whose role or class says "
        + "so, unless they hold a third of the prose.", "`<div class=related>`",
      not: "`<body class=has-sidebar>`"),
    Entry(
      "page-form-box", "What is around a form, in up to two elements, if it is short.",
      "Get our letter, and a form", not: "an element with the `h1`"),
    Entry(
      "page-particulars", "Elements whose class says byline, date, tags.", "`<p class=byline>`",
      not: "the same with a seventh of the prose"),
    Entry(
      "page-caption",
      "Captions of pictures and tables between title and last paragraph: a layer of their "
        + "own.", "`<figcaption>`", not: "a caption in a list of other articles"),
    Entry(
      "page-teasers", "A lone paragraph beside a link, three times or more.",
      "headline and summary, twelve times", not: "a linked sentence in a paragraph"),
    Entry(
      "page-consent", "A paragraph outside the core on cookies and consent.", "We use cookies …",
      not: "an article on cookies"),
    Entry(
      "page-invitation",
      "At most 35 words on “your inbox” or “our newsletter” that ask for something.",
      "Get our newsletter in your inbox.", not: "a quotation that says so"),
    Entry(
      "page-top",
      "The element with the greatest value: running text counts by its length, links and "
        + "labels against it.", "`<article>`", not: "a list of links"),
    Entry(
      "page-core",
      "The smallest element in it with seven tenths of the text; outside it only running text "
        + "is believed.", "`<div class=story-body>`", not: "a label beside it"),
    Entry(
      "page-standfirst", "Running text before the core, in a header or in an element of that name.",
      "`<p class=standfirst>`", not: "the first paragraph"),
    Entry(
      "page-title-again", "A block with the words of the title.", "the headline in the text",
      not: "a paragraph that begins so"),
    Entry(
      "page-bare-heading", "A heading with no text before the next of its level.", "Comments",
      not: "What comes next, and a paragraph"),
    Entry(
      "page-link-density", "A block that is mostly links, unless it is running text.",
      "More on this",
      not: "a paragraph with one link"),
  ]
}

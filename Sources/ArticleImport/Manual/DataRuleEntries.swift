extension ImportRuleTable {
  private typealias Entry = ImportRuleEntry

  static let titleRules: [ImportRuleEntry] = [
    Entry(
      "page-title-repeated",
      "The first line, with or without a site's name, once more further down.",
      "Bridge opens – Lake Paper … Bridge opens", not: "a first line of two words"),
    Entry(
      "title-heading", "The first heading of the first level of a Markdown capture.",
      "# Bridge opens",
      not: "## What comes next", seen: .never),
    Entry(
      "title-repeated", "A line that comes again above the text, which uses its words.",
      "Bridge opens / Bridge opens", not: "a repeated menu entry"),
    Entry(
      "title-above-stamp", "The line above the first stamp or byline.",
      "Bridge opens / By Ada Quill",
      not: "a motto above it"),
    Entry(
      "title-in-text", "The first line above the text of whose words the text uses half.",
      "Lake towns share a bridge", not: "the site's name"),
    Entry(
      "title-first-line", "The only line that can be a title.", "one line above the text",
      not: "either of two", seen: .never),
    Entry(
      "html-single-h1", "The only `h1` of a page.", "`<h1>`", not: "the site's name in an `h1`"),
    Entry(
      "html-h1-like-title", "Of several `h1` the one most like the page's own title.",
      "two `h1`, one in `og:title`", not: "an `h1` that shares no word"),
    Entry(
      "html-og-title", "`og:title`, without the site's name.", "`og:title`", not: "Title | Site"),
    Entry(
      "html-json-ld-headline", "`headline` of an article in JSON-LD.", "NewsArticle",
      not: "a WebPage's", seen: .never),
    Entry(
      "html-title-element", "The `title` element, without the site's name.", "`<title>`",
      not: "a page that says more", seen: .never),
    Entry("file-name", "The file's name, where nothing gives a title.", "x.txt", not: "any title"),
  ]

  static let publisherRules: [ImportRuleEntry] = [
    Entry(
      "source-line", "The name in a source line.", "Source: Lake Paper 2019",
      not: "a source inside a sentence"),
    Entry(
      "copyright-line", "The owner, if another line opens or ends with the name.",
      "© 2019 Lake Paper, below Lake Paper", not: "© 2019 Somebody Holdings"),
    Entry(
      "title-with-site", "What stands behind the repeated title in the first line.",
      "Bridge opens – Lake Paper", not: "more than four words"),
    Entry(
      "site-behind-title", "What stands behind a bar in the title's own line.",
      "Bridge opens | Lake Paper", not: "Bridge opens | World News", seen: .never),
    Entry(
      "outlet-repeated", "A short name above the text and again below it.",
      "Lake Paper … LAKE PAPER",
      not: "a name that stands once"),
    Entry(
      "masthead",
      "The first line, if it is an outlet's name by a word in it, or has a motto or a bar of "
        + "links directly below.", "The Slow Lake / maps and second thoughts",
      not: "Breaking News; a name further down", seen: .never),
    Entry(
      "byline-outlet", "The outlet behind the author's name.", "By Ada Quill, Lake Courier",
      not: "By Ada Quill, transport correspondent", seen: .never),
    Entry(
      "notice-outlet", "The outlet that a notice asks to follow, join or support.",
      "Subscribe to The Lake Courier", not: "Subscribe to Ada's letter", seen: .never),
    Entry(
      "rights-outlet",
      "The owner in a copyright line, where it is an outlet's name by a word in it and no "
        + "other rule finds one.", "© 2019 Lake Courier", not: "© 2019 The Associated Press",
      seen: .never),
    Entry(
      "html-json-ld-publisher", "`publisher` of an article in JSON-LD.", "NewsArticle",
      not: "a Person's"),
    Entry(
      "html-og-site-name", "`og:site_name`.", "Lake Paper", not: "an address"),
    Entry(
      "html-meta-publisher", "`dc.publisher`, `citation_publisher`.", "Lake Paper",
      not: "`generator`", seen: .never),
    Entry(
      "html-site-behind-title", "What the `title` element has behind the page's title.",
      "`<h1>` Bridge opens, `<title>` Bridge opens – Lake Paper",
      not: "a title with a dash of its own"),
    Entry(
      "html-application-name", "`application-name`.", "Lake Paper", not: "an address", seen: .once),
  ]

  static let authorRules: [ImportRuleEntry] = [
    Entry(
      "byline", "A name behind “By”, “Von”, “Автор” …", "By Ada Quill, Lake Paper",
      not: "By Friday, Ada Quill had left. By Staff Writers"),
    Entry(
      "follow-author", "Who is to be followed, if it is one person.",
      "Follow Ada Quill on Facebook", not: "Follow Lake News on Twitter", seen: .once),
    Entry(
      "trailing-name", "A name alone below the last paragraph.", "— Ada Quill", not: "North Africa",
      seen: .never),
    Entry(
      "html-json-ld-author", "The one `author` of an article in JSON-LD.", "Ada Quill",
      not: "two authors; a desk"),
    Entry(
      "html-meta-author", "`author` and its like, if it is one personal name.", "Ada Quill",
      not: "admin; an address"),
    Entry(
      "html-author-element", "An element with `itemprop` or `rel` author.", "`<a rel=author>`",
      not: "a link to a profile without it"),
  ]

  static let dateRules: [ImportRuleEntry] = [
    Entry(
      "published",
      "Which stamp counts: a labelled one, else one below the title, else the byline's, else "
        + "one right above the title or below the text. Its form names the rule.",
      "Published: 3 May 2019", not: "Updated: 9 May 2019"),
    Entry(
      "stamp-month-day-year", "The month's name first.", "October 15, 2020", not: "Oct. 14"),
    Entry(
      "stamp-day-month-year", "The day first.", "15th of October, 2020", not: "30 February 2020"),
    Entry(
      "stamp-month-year", "Month and year; never where a day is to be had.", "October 2020",
      not: "May you live", seen: .never),
    Entry("stamp-iso-date", "ISO 8601.", "2020-10-15T12:48Z", not: "2020-13-01"),
    Entry(
      "stamp-year-month-day", "The year first, other marks or words between.", "2020/10/15",
      not: "a house number", seen: .never),
    Entry("stamp-compact-date", "Eight digits.", "20201015", not: "20191301", seen: .never),
    Entry(
      "stamp-day-month-year-numeric", "Digits with the day first, where only that can be meant.",
      "18/11/2020", not: "10/11/2020 in English", seen: .once),
    Entry(
      "stamp-month-day-year-numeric", "Digits with the month first, where only that can be meant.",
      "11/18/2020", not: "10/11/2020"),
    Entry(
      "stamp-month-day", "A stamp without its year: a stamp, but no date.", "Oct. 14",
      not: "Oct. 14, 2020", seen: .never),
    Entry(
      "stamp-day-month", "The same, day first.", "14 October", not: "14 October 2020", seen: .once),
    Entry(
      "stamp-ambiguous-numeric", "A stamp whose day and month cannot be told apart: no date.",
      "10/11/2020", not: "18/11/2020", seen: .never),
    Entry(
      "stamp-impossible-date", "A stamp with a day that no calendar has: no date.",
      "30 February 2020", not: "29 February 2020", seen: .never),
    Entry(
      "stamp-time", "The time of day beside the date.", "at 2:07 pm", not: "2 min read"),
    Entry(
      "html-json-ld-date-published", "`datePublished` in JSON-LD.", "2020-10-15T23:10-05:00",
      not: "`dateModified`"),
    Entry(
      "html-meta-date", "A `meta` element of a closed list.", "`article:published_time`",
      not: "`article:modified_time`"),
    Entry(
      "html-itemprop-date", "An element with `itemprop` datePublished.", "`<meta itemprop>`",
      not: "05/06/2020"),
    Entry(
      "html-address-date", "A day in the path of the page's address.", "/2020/10/15/bridge",
      not: "/20201/"),
    Entry(
      "html-time-element", "A `time` element beside the title.", "`<time datetime>`",
      not: "one in a list of links"),
    Entry(
      "html-stamp-near-title", "A short line with one full date right behind the title.",
      "15 October 2020, 10:00", not: "two dates in one line"),
  ]

  static let otherRules: [ImportRuleEntry] = [
    Entry(
      "function-words",
      "The language with most function words, if they are an eighth of all words and a "
        + "fifth more than the next language has.", "the, and, it", not: "six words"),
    Entry("html-lang", "`lang` of the page.", "`<html lang=en-GB>`", not: "`lang` of a paragraph"),
    Entry(
      "html-json-ld-language", "`inLanguage` in JSON-LD.", "en", not: "English, please",
      seen: .never),
    Entry("html-og-locale", "`og:locale`.", "en_GB", not: "x", seen: .never),
    Entry(
      "encoding-byte-order-mark", "The mark at the start of the bytes.", "`EF BB BF`",
      not: "the same further on", seen: .never),
    Entry(
      "encoding-stated", "What the sidecar says under `encoding`.", "windows-1251",
      not: "a label outside the list", seen: .never),
    Entry(
      "encoding-declared", "What the server or the page says, where the bytes agree.",
      "`<meta charset=koi8-r>`", not: "UTF-8 that is said to be Latin 1"),
    Entry(
      "encoding-valid-utf-8", "Bytes that are valid UTF-8.", "any ASCII", not: "one broken sequence"
    ),
    Entry(
      "encoding-by-letters",
      "Which letters there are and how they stand: Cyrillic in runs, Turkish by its "
        + "own letters, UTF-16 by its zeros. Of a text a warning says so.",
      "windows-1251 without a word of it", not: "Greek, Arabic, DOS: an error", seen: .never),
    Entry(
      "cited-outlets", "The rule that looks for outlets the text has something from.",
      "see the next four", not: "a name alone"),
    Entry(
      "cited-in-brackets", "A name and a date in brackets.", "(Lake Courier, May 2)",
      not: "(see the map)"),
    Entry(
      "cited-in-note", "Two words or more before the date that ends a note.",
      "…, Lake Courier, 23.07.2020", not: "…, Baku, 23.07.2020"),
    Entry(
      "cited-as-outlet", "A name beside “news agency”, “newspaper” …", "the Meridian news agency",
      not: "the Russian news agency"),
    Entry("cited-agency", "An agency of a short list.", "told Interfax", not: "an agency told us"),
    Entry(
      "html-canonical", "The address in `link rel=canonical`.", "https://example.org/b",
      not: "javascript:x"),
    Entry("html-og-url", "The address in `og:url`.", "https://example.org/b", not: "/b"),
  ]
}

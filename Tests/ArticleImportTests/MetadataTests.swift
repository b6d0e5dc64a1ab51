import ArticleImport
import DossierModel
import Testing

@Suite("Metadata is read where a rule finds it and nil elsewhere")
struct MetadataTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let expected: String?

    init(_ name: String, _ text: String, _ expected: String?) {
      (testDescription, self.text, self.expected) = (name, text, expected)
    }
  }

  @Test("date of publication", arguments: dates)
  func date(_ example: Case) {
    #expect(read(example.text).published?.value == example.expected)
  }

  static let dates: [Case] =
    [
      ("October 15, 2020 at 2:07 pm", "2020-10-15"), ("Oct. 5, 2020", "2020-10-05"),
      ("15 October 2020", "2020-10-15"), ("15th of October, 2020", "2020-10-15"),
      ("Thursday, 15 Oct 2020 14:07 GMT", "2020-10-15"), ("2020-10-15", "2020-10-15"),
      ("2020-10-15T12:48:14Z", "2020-10-15"), ("10 m.   |  2020-08-31", "2020-08-31"),
      ("2020/10/15", "2020-10-15"), ("20201015", "2020-10-15"), ("31.08.2020", "2020-08-31"),
      ("18/11/2020", "2020-11-18"), ("11/18/2020", "2020-11-18"), ("18/11/20", "2020-11-18"),
      ("07/07/2020", "2020-07-07"), ("15. Oktober 2020", "2020-10-15"),
      ("15 octobre 2020 à 14:07", "2020-10-15"), ("15 de octubre de 2020", "2020-10-15"),
      ("15 октября 2020 г., 14:07", "2020-10-15"), ("15 Ekim 2020", "2020-10-15"),
      ("15 жовтня 2020", "2020-10-15"), ("2020 թ. հոկտեմբերի 15", "2020-10-15"),
      ("15 oktyabr 2020", "2020-10-15"), ("15 أكتوبر 2020", "2020-10-15"),
      ("۱۵ اکتبر ۲۰۲۰", "2020-10-15"),
      ("Published: 3 May 2019 | Updated: 9 May 2019", "2019-05-03"),
      // What stays unknown.
      ("10/11/2020", nil), ("Oct. 14", nil), ("Last updated: 9 May 2019", nil),
      ("3 hours ago", nil),
      ("30 February 2020", nil), ("31.13.2020", nil), ("1 May 20190", nil),
    ].map { Case($0.0, Prose.under([$0.0]), $0.1) } + [
      Case(
        "a label wins over what stands nearer",
        Prose.under(["9 May 2019", "Published: 3 May 2019"]), "2019-05-03"),
      Case(
        "a date in the text is not the article's",
        Prose.around(["On 3 May 2019 the two mayors met for the first time in the mill."]), nil),
      Case("a byline's date", Prose.under(["By Ada Quill, LAKE PAPER 18/11/20"]), "2020-11-18"),
      Case("a stamp right above the title", Prose.below(["3 May 2019", ""]), "2019-05-03"),
    ]

  @Test("author", arguments: authors)
  func author(_ example: Case) { #expect(read(example.text).author?.value == example.expected) }

  static let authors: [Case] = [
    Case("by", Prose.under(["By Ada Quill"]), "Ada Quill"),
    Case(
      "by, with outlet and date", Prose.under(["By Ada Quill, LAKE PAPER 18/11/20"]), "Ada Quill"),
    Case("two", Prose.under(["By Ada Quill and Jon van der Meer"]), "Ada Quill, Jon van der Meer"),
    Case("behind a date", Prose.under(["5:45 AM 3 May 2019 by Ada Quill"]), "Ada Quill"),
    Case("posted by", Prose.under(["Posted by Ada Quill on May 3, 2019"]), "Ada Quill"),
    Case("German", Prose.under(["Von Ada Quill publiziert am 3. Mai 2019"]), "Ada Quill"),
    Case("Russian", Prose.under(["Автор: Анна Кольцова"]), "Анна Кольцова"),
    Case("a desk is nobody", Prose.under(["By Staff Writers"]), nil),
    Case("an agency is nobody", Prose.under(["By Reuters"]), nil),
    Case("followed", Prose.above(["Follow Ada Quill on Facebook and Twitter."]), "Ada Quill"),
    Case("the site is nobody", Prose.above(["Follow us on Twitter"]), nil),
    Case("an outlet is nobody", Prose.above(["Follow Lake News on Twitter"]), nil),
    Case("a name below the text", Prose.above(["— Ada Quill"]), "Ada Quill"),
    Case("a name alone below the text", Prose.above(["Ada Quill"]), "Ada Quill"),
    Case("a place below the text", Prose.above(["North Africa"]), nil),
    Case("nobody", Prose.under([]), nil),
  ]

  @Test("publisher", arguments: publishers)
  func publisher(_ example: Case) {
    #expect(read(example.text).publisher?.value == example.expected)
  }

  static let publishers: [Case] = [
    Case("a source line", Prose.above(["Source:Lake Paper 2019"]), "Lake Paper"),
    Case(
      "a source line, spelt as at the top",
      "Lake.Paper\n\n" + Prose.above(["Source:lake.paper 2019"]), "Lake.Paper"),
    Case("above and below the text", Prose.under(["Lake Paper"]) + "\n\nLAKE PAPER", "Lake Paper"),
    Case("only above the text", Prose.under(["Lake Paper"]), nil),
    Case(
      "behind the page's title",
      Prose.title + " | Lake Paper\n\n" + Prose.under([]), "Lake Paper"),
    Case(
      "a confirmed copyright",
      "Lake Paper\n\n" + Prose.above(["© 2019 Lake Paper. All rights reserved."]),
      "Lake Paper"),
    Case("an owner that is an outlet", Prose.above(["© 2019 Lake Courier."]), "Lake Courier"),
    Case("an outlet at the top", "Lake Courier\n\n" + Prose.under([]), "Lake Courier"),
    Case(
      "a name with a motto right below",
      "The Slow Lake\nmaps, eels & second thoughts\n\n" + Prose.under(["By Ada Quill"]),
      "The Slow Lake"),
    Case("a name with nothing right below", "The Slow Lake\n\n" + Prose.under([]), nil),
    Case("a section at the top", "Breaking News\n\n" + Prose.under([]), nil),
    Case(
      "behind a title that comes once", Prose.under(title: Prose.title + " | Lake Paper", []),
      "Lake Paper"),
    Case("in the byline", Prose.under(["By Ada Quill, Lake Courier"]), "Lake Courier"),
    Case("a role in the byline", Prose.under(["By Ada Quill, bridge correspondent"]), nil),
    Case(
      "in a notice", Prose.above(["Subscribe to The Lake Courier and never miss an eel."]),
      "The Lake Courier"),
    Case(
      "two outlets in notices",
      Prose.above(["Follow Lake News on Twitter", "Subscribe to The Lake Courier."]), nil),
    Case("an owner that nothing confirms", Prose.above(["© 2019 Somebody Holdings"]), nil),
  ]

  @Test("title", arguments: titles)
  func title(_ example: Case) { #expect(read(example.text).title?.value == example.expected) }

  static let titles: [Case] = [
    Case("first line", Prose.under([]), Prose.title),
    Case(
      "below site name and motto", Prose.below(["Lake Paper", "", "Clear water since 1901", ""]),
      Prose.title),
    Case(
      "above a section with its reading time",
      Prose.under(["", "Letters | 9 min read", "By Ada Quill", "3 May 2019"]), Prose.title),
    Case(
      "with its reading time behind it",
      Prose.under(title: Prose.title + " | 9 min read", ["By Ada Quill"]), Prose.title),
    Case(
      "page title with its site", Prose.title + " – Lake Paper\n\n" + Prose.under([]), Prose.title),
    Case(
      "above a byline, though the text uses other words",
      Prose.under(title: "Who owes what to whom?", ["By Ada Quill"]), "Who owes what to whom?"),
    Case("none", [Prose.first, "", Prose.second].joined(separator: "\n"), nil),
  ]

  @Test("a datum that is not known has its reason", arguments: reasons)
  func reason(_ example: Reason) {
    let article = read(example.text)
    #expect(article.reasons[example.datum] == example.expected)
    let known = [
      article.title != nil, article.publisher != nil, article.author != nil,
      article.published != nil, article.language != nil,
    ]
    #expect(Article.Datum.allCases.map { article.reasons[$0] == nil } == known)
  }

  struct Reason: Sendable, CustomTestStringConvertible {
    let datum: Article.Datum
    let text: String
    let expected: String?
    var testDescription: String { expected ?? "known" }
  }

  static let reasons: [Reason] = [
    Reason(
      datum: .title, text: [Prose.first, "", Prose.second].joined(separator: "\n"),
      expected: "no line stands above the first paragraph"),
    Reason(
      datum: .published, text: Prose.under(["10/11/2020"]),
      expected: "day and month on line 2 cannot be told apart"),
    Reason(
      datum: .published, text: Prose.under(["Oct. 14"]),
      expected: "the date on line 2 has no year"),
    Reason(
      datum: .published, text: Prose.under(["30 February 2020"]),
      expected: "line 2 names a day that no calendar has"),
    Reason(
      datum: .published, text: Prose.under(["Last updated: 9 May 2019"]),
      expected: "line 2 says when it was updated, not published"),
    Reason(
      datum: .published, text: Prose.under(["3 hours ago"]),
      expected: "line 2 gives an age and no date"),
    Reason(
      datum: .published, text: Prose.under([]),
      expected: "no line is a stamp, and a date in the text is not taken for the article's"),
    Reason(datum: .published, text: Prose.under(["3 May 2019"]), expected: nil),
    Reason(
      datum: .author, text: Prose.under(["By Staff Writers"]),
      expected: "the byline on line 2 names no person"),
    Reason(
      datum: .author, text: Prose.under([]),
      expected: "no line is a byline, and no name stands alone below the text"),
    Reason(
      datum: .publisher, text: Prose.above(["© 2019 Somebody Holdings"]),
      expected: "line 11 claims the rights, but nothing else says that its name is the outlet's"),
    Reason(
      datum: .language, text: "Zorp blick mandu fray.",
      expected:
        "the text has too few function words of any language that is known, or as many of two"),
    Reason(
      datum: .author, text: "\u{A0}\n", expected: "the capture is empty"),
  ]

  @Test(
    "language",
    arguments: [
      (
        "The towns have agreed to share the bridge, and it will be open to all of them after the flood.",
        "en"
      ),
      (
        "Les deux villes ont décidé de partager le pont, qui est fermé depuis la crue de l’hiver dernier.",
        "fr"
      ),
      (
        "Die beiden Städte haben sich geeinigt, und die Brücke wird nach der Ernte wieder für alle frei sein.",
        "de"
      ),
      (
        "Los dos pueblos han acordado que el puente se abra de nuevo para todos después de la cosecha.",
        "es"
      ),
      (
        "Города договорились о том, что мост будет открыт для всех после того, как вода уйдёт из долины.",
        "ru"
      ),
      (
        "İki kasaba köprü için anlaştı ve bu köprü hasat sonra herkes için yeniden açık olacak gibi, daha çok yol var.",
        "tr"
      ),
      (
        "Міста домовилися про те, що міст буде відкрито для всіх після того, як вода піде з долини.",
        "uk"
      ),
      (
        "Երկու քաղաքները համաձայնել են, որ կամուրջը բաց կլինի բոլորի համար բերքահավաքից հետո։", "hy"
      ),
      (
        "İki şəhər körpü haqqında razılığa gəlib və bu körpü məhsuldan sonra hamı üçün yenidən açıq olacaq.",
        "az"
      ),
      ("اتفقت المدينتان على أن يفتح الجسر من جديد بعد الحصاد وقد كان ذلك في هذا العام.", "ar"),
      ("دو شهر توافق کردند که پل را برای همه باز کنند و این کار پس از برداشت انجام شود.", "fa"),
    ])
  func language(_ text: String, _ expected: String) {
    #expect(read(text).language?.value == expected)
  }

  @Test("too few function words say nothing of the language")
  func noLanguage() { #expect(read("Zorp blick mandu fray.").language == nil) }
}

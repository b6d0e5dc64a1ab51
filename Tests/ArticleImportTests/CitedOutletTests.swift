import ArticleImport
import DossierModel
import Testing

@Suite("Outlets that an article cites, and the time of its stamp, are read by rules")
struct CitedOutletTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let outlets: [String]

    init(_ text: String, _ outlets: [String]) { (self.text, self.outlets) = (text, outlets) }

    var testDescription: String { text }
  }

  @Test("in a paragraph", arguments: cases)
  func outlets(_ example: Case) {
    let article = read(Prose.around([example.text]))
    #expect(article.citedOutlets.map { "\($0.rule): \($0.value)" } == example.outlets)
    #expect(article.citedOutlets.allSatisfy { $0.line == 7 })
  }

  static let cases: [Case] = [
    Case(
      "The bridge was closed again for two days (Lake Courier, May 3), and nobody knew why it was.",
      ["cited-in-brackets: Lake Courier"]),
    Case(
      "Two arches had moved (Lake Courier, May 3; Mill Post, 4 May 2019), as the engineers had said.",
      ["cited-in-brackets: Lake Courier", "cited-in-brackets: Mill Post"]),
    Case(
      "The mayor told the Meridian news agency that the water was still too high for the work.",
      ["cited-as-outlet: Meridian"]),
    Case(
      "The mayor told the Russian news agency that the water was still too high for the work.", []),
    Case(
      "The bridge will be closed until the spring, the mayor told Reuters and Interfax on Monday.",
      ["cited-agency: Reuters", "cited-agency: Interfax"]),
    Case(
      "The towns on the lake (North Quay, Mill Bank) agreed, and so did the villages around.", []),
    Case(
      "The ministers met twice that summer (Jane Roe, John Doe and others) without any result.", []),
  ]

  @Test("at the end of a footnote, where the name has two words")
  func notes() {
    let article = read(
      Prose.above([
        "[1] The bridge is closed, Nor Lake, 23.07.2020",
        "[2] A briefing of the mayor's office, Town, 24 July 2020",
        "[3] The arch has moved, Courier, 25.07.2020", "[4] The arch stands, Courier, 26.07.2020",
      ]))
    #expect(article.citedOutlets.map(\.value) == ["Nor Lake"])
  }

  @Test(
    "the time of a stamp",
    arguments: [
      ("October 15, 2020 at 2:07 pm", "14:07"), ("Nov 18, 2020 - 3:32:34 PM", "15:32:34"),
      ("2020-10-15T12:48:14Z", "12:48:14Z"), ("2020-10-15T12:48+04:00", "12:48+04:00"),
      ("Thursday, 15 Oct 2020 14:07 GMT", "14:07Z"), ("14:07, 15 October 2020", "14:07"),
      ("15. Oktober 2020, 14.07 Uhr", "14:07"), ("15 octobre 2020 à 14h07", "14:07"),
      ("12:15 a.m. 15 October 2020", "00:15"),
      ("Published: 3 May 2019 08:00 | Updated: 9 May 2019 10:00", "08:00"),
      ("15 October 2020", nil), ("15 October 2020 25:07", nil),
    ] as [(String, String?)])
  func time(_ stamp: String, _ expected: String?) {
    #expect(read(Prose.under([stamp])).publishedTime?.value == expected)
  }
}

import DossierModel
import Testing

@Suite("Sentences of captures with their dates")
struct DatedSentenceTests {
  /// The dates of a capture's first paragraph as `date [words] anchor`, with what keeps each from being
  /// shown.
  private func dates(in text: String, published: String?) throws -> [String] {
    let site = try Self.site(text, published: published)
    let source = try #require(site.model.sources.first)
    return site.index.sources[0].dates.map { dated in
      let text = Array(source.article.paragraphs[Int(dated.paragraph)].text.utf8)
      let words = String(
        decoding: text[Int(dated.expression.lowerBound)..<Int(dated.expression.upperBound)],
        as: UTF8.self)
      return "\(dated.date) [\(words)] \(dated.anchor.rawValue)"
        + (dated.datesCitation ? " citation" : "") + (dated.isAhead ? " ahead" : "")
        + (dated.isDoubtful ? " doubtful" : "")
        + (dated.isPublic ? "" : " hidden")
    }
  }

  static func site(
    _ text: String, published: String?, width: Int = 1
  ) throws -> LinkedSite {
    try LinkedSite(
      [
        "Content/actors/norland.md": "---\ntitle: Norland\n---\n",
        "Content/conflicts/war.md": "---\ntitle: Harbour war\n---\n",
        "Content/places/port.md": "---\ntitle: Grey Port\n---\n",
        "seeds/tide.txt": "A long report about the tide\n\n\(text)\n",
        "seeds/tide.yml": published.map { "published: \($0)\n" } ?? "published: unknown\n",
      ], width: width)
  }

  @Test(
    "a date is as exact as its words, and says where the rest of it comes from",
    arguments: [
      (
        "The envoys of Norland met on 14 October 2020, an official of the harbour office said.",
        "2020-10-15", ["2020-10-14 [14 October 2020] none"]
      ),
      (
        "The envoys of Norland met on Wednesday, an official of the harbour office said.",
        "2020-10-15", ["2020-10-14 [Wednesday] editor"]
      ),
      (
        "The envoys of Norland met on Wednesday, an official of the harbour office said.", nil, []
      ),
      (
        "The envoys of Norland met in July 2020, an official of the harbour office said.",
        "2020-10-15", ["2020-07 [July 2020] none"]
      ),
      (
        "The envoys of Norland sat together from 9 to 11 July 2020, an official said.",
        "2020-10-15", ["2020-07-09/2020-07-11 [9 to 11 July 2020] none"]
      ),
      (
        "The envoys of Norland sat together from April to June 2019, an official said.",
        "2020-10-15", ["2019-04/2019-06 [April to June 2019] none"]
      ),
      (
        "The fleet left in 1992, which nobody forgot. In May of that year Norland lost the town.",
        "2020-10-15", ["1992 [1992] none", "1992-05 [May of that year] narrative hidden"]
      ),
      (
        "Norland denied all of it in a long statement (The Gazette, 12 October 2020).",
        "2020-10-15", ["2020-10-12 [12 October 2020] none citation hidden"]
      ),
      (
        "In October 2020 Norland sent its envoys, who came on 14 October 2020 to the harbour.",
        "2020-10-15", ["2020-10-14 [14 October 2020] none"]
      ),
      (
        "Norland is to leave the harbour to its fishermen by 1 December 2020, the office said.",
        "2020-10-15", ["2020-12-01 [1 December 2020] none ahead"]
      ),
      (
        "Norland is to leave the harbour to its fishermen by December 1, an official said.",
        "2020-11-20", ["2019-12-01 [December 1] editor doubtful hidden"]
      ),
      (
        "Norland left the harbour to its fishermen before the winter storms, an official said.",
        "2020-10-15", ["2019-24 [winter] editor doubtful hidden"]
      ),
      (
        "Norland left the harbour to its fishermen on March 1, an official of the office said.",
        "2020-11-20", ["2020-03-01 [March 1] editor"]
      ),
      (
        "Norland left the harbour that day, and an official of the harbour office said so.",
        "2020-11-20", ["2020-11-20 [that day] editor doubtful hidden"]
      ),
      (
        "Norland left the harbour this month, and an official of the harbour office said so.",
        "2020-11-20", ["2020-11 [this month] editor"]
      ),
      (
        "The talks of Norland lasted for three days and will be held every Monday, he said.",
        "2020-10-15", []
      ),
    ] as [(String, String?, [String])])
  func read(text: String, published: String?, expected: [String]) throws {
    #expect(try dates(in: text, published: published) == expected)
  }

  @Test func `of a sentence that is a list of dates the first eight count`() throws {
    let list = (1...12).map { "\($0) May 2019" }.joined(separator: ", and again on ")
    #expect(
      try dates(in: "The boats of Norland went out on \(list) alone.", published: nil).count == 8)
  }

  @Test func `a footnote dates what it cites, and carries nothing into the text`() throws {
    let text = """
      The envoys of Norland met at the harbour, an official of the harbour office said.[1]

      Nobody from the harbour office would say more about it when he was asked again and again.

      [1] “Norland and the harbour”, The Gazette, 3 March 2019.
      """
    #expect(
      try dates(in: text, published: "2020-10-15")
        == ["2019-03-03 [3 March 2019] none citation hidden"])
  }

  @Test func `what is no sentence dates nothing`() throws {
    let text = """
      The envoys of Norland met at the harbour, an official of the harbour office said.

      Norland and its boats before the storm, August 2020

      Nobody from the harbour office would say more about it when he was asked again and again.
      """
    #expect(try dates(in: text, published: "2020-10-15") == [])
  }

  /// By page: the sentences that its timeline is made of.
  private func named(_ site: LinkedSite) throws -> [String] {
    try ["norland", "war", "port"].map { slug in
      let mentions = site.index.dated[try site.id(slug)].map { mention in
        "\(site.index.sources[mention.source.index].dates[Int(mention.sentence)].date)"
      }
      return "\(slug): " + mentions.joined(separator: " ")
    }
  }

  static let chronicle = """
    Norland opened the Harbour war on 3 May 2019, said Norland itself. It was cold in June 2019. \
    Grey Port was calm on 4 July 2019, and nobody there spoke of the war that day.

    Norland signed on 5 August 2019. In the same month the Harbour war was over, and on 6 August \
    2019 Norland and Grey Port were at peace, as were the fishermen.
    """

  @Test func `a dated sentence belongs to the actors and conflicts that it names, once each`()
    throws
  {
    #expect(
      try named(Self.site(Self.chronicle, published: "2020-10-15"))
        == ["norland: 2019-05-03 2019-08-05 2019-08-06", "war: 2019-05-03 2019-08-06", "port: "])
  }

  @Test func `the dates are the same on any number of threads`() throws {
    let one = try Self.site(Self.chronicle, published: "2020-10-15")
    let four = try Self.site(Self.chronicle, published: "2020-10-15", width: 4)
    #expect(one.index.sources.map(\.dates) == four.index.sources.map(\.dates))
    #expect(try named(one) == named(four))
  }
}

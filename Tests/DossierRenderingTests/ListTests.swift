import DossierRendering
import Testing

/// Mentions, indexes and A–Z: counts, order, and how they split when they grow.
struct ListTests {
  static func events(_ count: Int, year: (Int) -> String) -> [String: String] {
    var files = SampleFiles.site
    for number in 0..<count {
      files["Content/events/incident-\(number).md"] = """
        ---
        title: Incident \(number)
        kind: other
        ---
        Norland protested.

        ## Facts
        - when: \(year(number))

        """
    }
    return files
  }

  @Test func `mentions are gathered by origin, with three sentences and the name marked`() throws {
    let page = try RenderedSite(SampleFiles.site).page("actors/norland.html")
    let groups = page["mention_groups"]
    #expect(groups.texts("title") == ["Sources", "Actors", "Conflicts"])
    #expect(page["mention_count"].int == 3)
    #expect(page["all_mentions"].isNull)
    let sentence = #"<p dir="auto">"#
    #expect(
      groups[2]["html"].text == """
        <ul class="mentions">
        <li><a href="../conflicts/dispute.html">Harbour dispute of 2020</a> \
        <time datetime="2020-09-27">27 September 2020</time>
        \(sentence)<mark>Norland</mark> is on one side.</p>
        \(sentence)<mark>Norland</mark> is on it for good.</p>
        \(sentence)So says <mark>Norland</mark>.</p>
        <p class="meta">and 1 more there</p>
        </li>
        </ul>
        """)
    let source = try #require(groups[0]["html"].text)
    #expect(source.contains("<span class=\"meta\">Tide Gazette</span>"))
    #expect(source.contains(##"<a class="anchor" href="../sources/tide.html#p1""##))
    #expect(source.contains("The envoys of <mark>Norland</mark> and Sudland met"))
  }

  /// How many origins the groups of a page list.
  static func entries(_ page: JSON) -> Int {
    page["mention_groups"].list.reduce(0) {
      $0 + ($1["html"].text ?? "").matches(of: /<li><a/).count
    }
  }

  @Test(arguments: [(47, false), (48, true)])
  func `from 51 origins on all mentions have a page`(events: Int, hasPage: Bool) throws {
    let site = try RenderedSite(Self.events(events) { _ in "2020-05-01" })
    let page = try site.page("actors/norland.html")
    #expect(page["mention_count"].int == events + 3)
    let shown = Self.entries(page)
    #expect(shown == 50)
    #expect(page["all_mentions"].isNull == !hasPage)
    #expect(site.paths.contains("mentions/norland.html") == hasPage)
    guard hasPage else { return }
    #expect(page["all_mentions"]["href"].text == "../mentions/norland.html")
    let all = try site.page("mentions/norland.html")
    #expect(all["count"].int == 51)
    #expect(Self.entries(all) == 51)
    #expect(all["parts"].list.count == 0)
    #expect(all["subject"]["href"].text == "../actors/norland.html")
  }

  @Test(arguments: [497, 498])
  func `over 500 mentions split by year, with every origin on one part`(events: Int) throws {
    let site = try RenderedSite(
      Self.events(events) { $0 % 50 == 0 ? "unknown" : "\(2000 + $0 % 5)-05-01" })
    let all = try site.page("mentions/norland.html")
    #expect(all["count"].int == events + 3)
    guard events + 3 > 500 else {
      #expect(all["parts"].list.count == 0)
      #expect(!site.paths.contains { $0.hasPrefix("mentions/norland/") })
      return
    }
    #expect(
      all["parts"].texts("title")
        == ["2020", "2004", "2003", "2002", "2001", "2000", "Undated"])
    #expect(all["mention_groups"].list.count == 0)
    var count = 0
    for part in all["parts"].list {
      let path = "mentions/" + (part["href"].text ?? "")
      let page = try site.page(path)
      #expect(page["parts"].list.filter { $0["is_current"].bool == true }.count == 1)
      count += Self.entries(page)
    }
    #expect(count == events + 3)
  }

  @Test func `an index over 500 splits at addresses that stay, and loses nobody`() throws {
    let site = try RenderedSite(Self.events(510) { "\(1990 + $0 % 3)-05-01" })
    let index = try site.page("events/index.html")
    #expect(index["count"].int == 513)
    #expect(index["groups"].list.count == 0)
    #expect(
      index["parts"].texts("href") == [
        "by-year/2020.html", "by-year/1992.html", "by-year/1991.html", "by-year/1990.html",
      ])
    let total = try ["2020", "1992", "1991", "1990"].reduce(0) {
      let page = try site.page("events/by-year/\($1).html")
      #expect(page["groups"].list.count == 1)
      return $0 + page["groups"][0]["cards"].list.count
    }
    #expect(total == 513)
    let small = try site.page("actors/index.html")
    #expect(small["parts"].list.count == 0)
    #expect(small["groups"].texts("title") == ["N", "S"])
  }

  @Test func `A to Z has every name once, other names with whose they are`() throws {
    let page = try RenderedSite(SampleFiles.site).page("a-z.html")
    let cards = page["groups"].list.flatMap { $0["cards"].list }
    let names = cards.map { [$0["title"].text ?? "", $0["role"].text ?? ""] }
    #expect(names.contains(["Norland", ""]))
    #expect(names.contains(["Kingdom of Norland", "Norland"]))
    #expect(names.contains(["Nordia", "Norland"]))
    #expect(!names.contains(["About", ""]))
    #expect(Set(names).count == names.count)
  }

  @Test func `letters fold marks and case, and each has one anchor`() throws {
    var files = SampleFiles.site
    let titles = [
      "Çavuşoğlu", "carrier", "Émile", "Ωmega", "1st Fleet", "1812", "Երևան", "ևս", "李",
      "ŉdiaye", "ßeta", "ﬁsh", "ǰoz", "İzmir", "ıspir", "عدن",
    ]
    for (number, title) in titles.enumerated() {
      files["Content/actors/x\(number).md"] = "---\ntitle: \(title)\nkind: person\n---\nx\n"
    }
    for path in ["a-z.html", "actors/index.html"] {
      let groups = try RenderedSite(files).page(path)["groups"]
      let anchors = groups.texts("anchor")
      let repeated = Set(anchors.filter { anchor in anchors.count { $0 == anchor } > 1 })
      #expect(repeated == [], "\(path)")
      let c = groups.list.first { $0["title"].text == "C" }
      #expect(c?["cards"].texts("title").contains("Çavuşoğlu") == true)
      #expect(c?["cards"].texts("title").contains("carrier") == true)
      let i = groups.list.first { $0["title"].text == "I" }
      #expect(i?["cards"].texts("title").contains("İzmir") == true)
    }
  }
}

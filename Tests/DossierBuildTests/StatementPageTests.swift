import DossierBuild
import DossierModel
import Testing

/// The pages of statements, and where they are listed.
struct StatementPageTests {
  static func capture(_ paragraphs: String...) -> String {
    """
    What the harbour towns say of one another

    The quarrel over the harbour has gone on for longer than anybody in either town can remember, \
    and this week it was heard of again.

    """ + paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// Two reports of one interview, one of them reviewed.
  static let files = SampleFiles.with([
    "seeds/envoy.txt": capture(
      "“We shall keep every <boat> of Norland out of the harbour,” Sudland said.",
      "“And nobody will ever say that we have not warned them of it.”"),
    "seeds/envoy.yml":
      "publisher: Envoy\npublished: 2020-10-16\norigin: interview\nreviewed: 2020-10-30\n",
    "seeds/letter.txt": capture(
      "“We shall keep every ship of Norland out of our harbour,” Sudland said on Friday."),
    "seeds/letter.yml": "publisher: Letter\npublished: 2020-10-17\norigin: interview\n",
  ])

  static func address(_ site: BuiltSite) throws -> String {
    try #require(site.paths.first { $0.hasPrefix("statements/sudland.envoy.") })
  }

  /// What stands between two marks of a text.
  static func part(_ text: String, from start: String, to end: String) -> String {
    guard let lower = text.firstRange(of: start),
      let upper = text[lower.upperBound...].firstRange(of: end)
    else { return "" }
    return String(text[lower.lowerBound..<upper.lowerBound])
  }

  @Test func `renderings stand side by side, and their origins are counted`() throws {
    let site = try BuiltSite.clean(Self.files, now: "2020-11-01")
    let page = try site.text(try Self.address(site))
    #expect(
      page.contains(
        "<h1><bdi>“We shall keep every &lt;boat&gt; of Norland out of the harbour”</bdi></h1>"))
    #expect(page.contains("<span>2 renderings, 1 origin</span>"))
    let list = Self.part(page, from: "<ol>\n<li id=\"rendering.1\">", to: "</ol>")
    #expect(
      list == """
        <ol>
        <li id="rendering.1">
        <blockquote dir="auto"><p>“We shall keep every &lt;boat&gt; of Norland out of the harbour”</p></blockquote>
        <ul class="passages-of">
        <li><a href="../sources/envoy.html#p2"><bdi>Envoy</bdi></a>, paragraph 2, published <time datetime="2020-10-16">16 October 2020</time>, from <bdi>interview</bdi></li>
        </ul>
        </li>
        <li id="rendering.2">
        <blockquote dir="auto"><p>“We shall keep every <mark class="differs"><span class="unseen">[</span>ship<span class="unseen">]</span></mark> of Norland out of <mark class="differs"><span class="unseen">[</span>our<span class="unseen">]</span></mark> harbour”</p></blockquote>
        <p class="meta">Not here: <bdi>“boat”</bdi> · <bdi>“the”</bdi></p>
        <ul class="passages-of">
        <li><a href="../sources/letter.html#p2"><bdi>Letter</bdi></a>, paragraph 2, published <time datetime="2020-10-17">17 October 2020</time>, from <bdi>interview</bdi> <span class="label alert">Read by rule, not reviewed</span></li>
        </ul>
        </li>

        """, "\(list)")
  }

  @Test func `four dates are not mixed: publication is no day of the utterance`() throws {
    let page = try BuiltSite.clean(Self.files)
    let text = try page.text(try Self.address(page))
    let data = Self.part(text, from: "<dt>Spoken</dt>", to: "<dt>Origin</dt>")
    #expect(
      data == """
        <dt>Spoken</dt>
        <dd class="unknown"><bdi>unknown</bdi> <span class="qualifiers">nobody has stated the day</span></dd>
        </div>
        <div>
        <dt>Published</dt>
        <dd><bdi>16 October 2020 to 17 October 2020</bdi> <span class="qualifiers">of the reports, not of the words</span></dd>
        </div>
        <div>

        """, "\(data)")
  }

  @Test func `a speaker whom no cue names is nowhere`() throws {
    let site = try BuiltSite.clean(Self.files)
    #expect(site.paths(holding: "warned them of it").filter { $0.hasPrefix("statements/") } == [])
    #expect(site.paths(holding: "warned them of it").filter { $0.hasPrefix("actors/") } == [])
  }

  @Test func `actors, sources and the index list it, with relative links`() throws {
    let site = try BuiltSite.clean(Self.files, baseURL: "https://example.org/")
    let address = try Self.address(site)
    let link =
      "<a href=\"../\(address)\"><q dir=\"auto\">We shall keep every &lt;boat&gt; of Norland"
    #expect(
      Set(site.paths(holding: link)) == [
        "actors/norland.html", "actors/sudland.html", "sources/envoy.html",
      ])
    let own = "<a href=\"../\(address)\"><q dir=\"auto\">We shall keep every ship of Norland"
    #expect(site.paths(holding: own) == ["sources/letter.html"])
    let name = address.dropFirst("statements/".count)
    let index = try site.text("statements/index.html")
    #expect(index.contains("<h2 id=\"by.sudland\"><a href=\"../actors/sudland.html\">"))
    #expect(index.contains("<a href=\"\(name)\"><q dir=\"auto\">We shall keep"))
    #expect(try site.text("sitemap.xml").contains("<loc>https://example.org/\(address)</loc>"))
    #expect(
      try site.text("actors/sudland.html").contains(">published <time datetime=\"2020-10-16\">"))
  }

  @Test func `an editor's block has the page of its id, and two pages may show it`() throws {
    let site = try BuiltSite.clean(Self.files)
    let page = try site.text("statements/fish.html")
    #expect(page.contains("Statement by <a href=\"../actors/norland.html\">"))
    #expect(page.contains("<span>1 rendering, 1 origin</span>"))
    #expect(page.contains("<dt>Stands in</dt>\n<dd><a href=\"../conflicts/dispute.html#fish\">"))
    for shown in ["actors/norland.html", "conflicts/dispute.html"] {
      #expect(
        try site.text(shown).contains(
          "<a class=\"compare\" href=\"../statements/fish.html\">1 rendering, 1 origin</a>"))
    }
  }

  @Test func `a quotation of a named speaker is shown up to a hundred words, and not counted`()
    throws
  {
    let words = (0..<120).map { "word\($0)" }.joined(separator: " ")
    let site = try BuiltSite.clean(
      SampleFiles.with([
        "seeds/envoy.txt": Self.capture("“\(words),” Sudland said."),
        "seeds/envoy.yml": "publisher: Envoy\npublished: 2020-10-16\n",
      ]))
    let page = try site.text(try Self.address(site))
    #expect(page.contains("word98 word99 […]”"))
    #expect(site.paths(holding: "word100") == [])
  }
}

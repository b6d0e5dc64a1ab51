import DossierModel
import Testing

/// Timelines of actors and conflicts: what makes an entry, where it stands, and what is kept apart.
struct TimelineTests {
  static let reviewed =
    "publisher: Tide\npublished: 2020-10-15\nrights: full\nreviewed: 2020-10-20\n"

  /// A conflict, an actor, an event of theirs, and a capture.
  static func files(
    _ paragraphs: [String], facts: String = "- start: 2020-09-27 [@tide p2]\n",
    sidecar: String = reviewed, event: String? = nil
  ) -> [String: String] {
    var files = [
      "dossier.yml": "title: Harbour\n",
      "Content/conflicts/war.md": """
      ---
      title: Harbour war
      kind: interstate
      ---
      A war.

      ## Facts
      - side North: norland
      \(facts)
      """,
      "Content/actors/norland.md": "---\ntitle: Norland\nkind: state\n---\nA kingdom.\n",
      "seeds/tide.txt": "A long report about the tide\n\n"
        + paragraphs.joined(separator: "\n\n") + "\n",
      "seeds/tide.yml": sidecar,
    ]
    if let event {
      files["Content/events/landing.md"] = """
        ---
        title: Landing
        kind: battle
        conflicts: [war]
        summary: Boats came.
        ---
        Boats.

        ## Facts
        \(event)
        - participant: norland | role: initiator
        - initiated-by: norland

        """
    }
    return files
  }

  /// The words of some markup, a line for each item.
  static func lines(_ html: String?) -> [String] {
    var text = ""
    var inTag = false
    for character in (html ?? "").replacing("\n", with: " ").replacing("</li>", with: "\n")
      .replacing("</h4>", with: ":\n").replacing("</p> <ul", with: ":\n<ul").replacing(
        "<p", with: " <p")
    {
      if character == "<" { inTag = true }
      if !inTag { text.append(character) }
      if character == ">" { inTag = false }
    }
    return text.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// All parts of the timeline of the conflict's page, or another's.
  static func outline(_ files: [String: String], _ path: String = "conflicts/war.html") throws
    -> [String]
  {
    let timeline = try RenderedSite(files).page(path)["timeline"]
    var lines: [String] = []
    for year in timeline["years"].list {
      lines.append("# \(year["title"].text ?? "")")
      lines += Self.lines(year["html"].text)
    }
    for part in ["undated", "ahead", "background"] {
      let found = Self.lines(timeline[part].text)
      if !found.isEmpty { lines += ["# \(part)"] + found }
    }
    return lines
  }

  static let filler =
    "Nobody from the harbour office would say more about it when he was asked in the evening."

  @Test(
    "what a sentence of a capture becomes",
    arguments: [
      (
        "a date with its words marked, rule and place",
        "The Harbour war reached the pier on 3 October 2020, an official of the office said.",
        [
          "# 2020", "27 September:", "Start Tide, p2", "3 October:",
          "The Harbour war reached the pier on 3 October 2020, an official of the office said. "
            + "Tide, p1 Read by rule time-full-date",
        ]
      ),
      (
        "the day of publication anchors it",
        "The Harbour war reached the pier on Wednesday, an official of the office said.",
        [
          "# 2020", "27 September:", "Start Tide, p2", "14 October:",
          "The Harbour war reached the pier on Wednesday, an official of the office said. "
            + "Tide, p1 Read by rule time-weekday, counted from the day of publication",
        ]
      ),
      (
        "a month is no day",
        "The Harbour war reached the pier in October 2020, an official of the office said.",
        [
          "# 2020", "27 September:", "Start Tide, p2", "October 2020:",
          "The Harbour war reached the pier in October 2020, an official of the office said. "
            + "Tide, p1 Read by rule time-month-year",
        ]
      ),
      (
        "a range stays one",
        "The Harbour war stood still from 3 to 5 October 2020, an official of the office said.",
        [
          "# 2020", "27 September:", "Start Tide, p2", "3–5 October 2020:",
          "The Harbour war stood still from 3 to 5 October 2020, an official of the office said. "
            + "Tide, p1 Read by rule time-elided-month",
        ]
      ),
      (
        "what dates a citation is left out",
        "The Harbour war goes on as it did in the first days (The Gazette, 12 October 2020).",
        ["# 2020", "27 September:", "Start Tide, p2"]
      ),
      (
        "a year inherited from the text before is left out",
        "The fleet left in 1992, which nobody forgot. In May of that year the Harbour war began.",
        ["# 2020", "27 September:", "Start Tide, p2"]
      ),
      (
        "years far from the conflict are background",
        "The Harbour war has its roots in the quarrel of 1988, as every fisherman will tell you.",
        [
          "# 2020", "27 September:", "Start Tide, p2", "# background", "1988:",
          "The Harbour war has its roots in the quarrel of 1988, as every fisherman will tell you. "
            + "Tide, p1 Read by rule time-year",
        ]
      ),
      (
        "two years before the war are its story",
        "The Harbour war has its roots in the quarrel of October 2018, as every fisherman says.",
        [
          "# 2018", "October 2018:",
          "The Harbour war has its roots in the quarrel of October 2018, as every fisherman says. "
            + "Tide, p1 Read by rule time-month-year",
          "# 2020", "27 September:", "Start Tide, p2",
        ]
      ),
      (
        "what lay ahead of the report stands apart",
        "The Harbour war is to end by 1 December 2020, an official of the harbour office said.",
        [
          "# 2020", "27 September:", "Start Tide, p2", "# ahead",
          "1 December 2020:",
          "The Harbour war is to end by 1 December 2020, an official of the harbour office said. "
            + "Tide, p1 Read by rule time-full-date",
        ]
      ),
      (
        "who is not named has no entry",
        "The fishermen reached the pier on 3 October 2020, an official of the office said.",
        ["# 2020", "27 September:", "Start Tide, p2"]
      ),
    ])
  func sentence(_: String, text: String, expected: [String]) throws {
    let found = try Self.outline(Self.files([text, Self.filler]))
    #expect(found == expected)
  }

  @Test func `a fact stands for the sentence of the paragraph that it cites, and for no other`()
    throws
  {
    let text = "The Harbour war began on 27 September 2020, an official of the harbour office said."
    #expect(
      try Self.outline(Self.files([text], facts: "- start: 2020-09-27 [@tide p1]\n"))
        == ["# 2020", "27 September:", "Start Tide, p1"])
    #expect(
      try Self.outline(Self.files([Self.filler, text], facts: "- start: 2020-09-27 [@tide p1]\n"))
        == [
          "# 2020", "27 September:", "Start Tide, p1",
          text + " Tide, p2 Read by rule time-full-date",
        ])
    // The night of the 9th to the 10th, told by either day.
    #expect(
      try Self.outline(
        Self.files(
          ["The Harbour war ended on 10 October 2020, an official of the harbour office said."],
          facts: "- end: 2020-10-09/2020-10-10 [@tide p1]\n"))
        == ["# 2020", "9–10 October 2020:", "End Tide, p1"])
  }

  @Test func `two sources of one day stand under it side by side, unreviewed ones marked`() throws {
    let text = "The Harbour war reached the pier on 3 October 2020, an official of the office said."
    var files = Self.files([text], facts: "")
    files["seeds/wave.txt"] = "Another report about the pier\n\n\(text)\n\n\(Self.filler)\n"
    files["seeds/wave.yml"] = "title: The wave\npublished: 2020-10-16\nrights: full\n"
    #expect(
      try Self.outline(files) == [
        "# 2020", "3 October:", text + " Tide, p1 Read by rule time-full-date",
        text + " The wave, p1 Read by rule, not reviewed time-full-date",
      ])
  }

  @Test func `no value is given a day that it lacks, and what is uncertain stands by itself`()
    throws
  {
    let facts = """
      - start: 2020-09-27
        - 2020-09-27?
        - 2020-09
        - 2020
        - 2020-08-30/2020-09-02
        - 201X
        - 2020-21
        - unknown

      """
    #expect(
      try Self.outline(Self.files([Self.filler], facts: facts)) == [
        "# the 2010s", "the 2010s:", "Start Other account",
        "# 2020", "August:", "30 August – 2 September 2020:", "Start Other account",
        "September:", "27 September:", "Start", "27 September 2020 (uncertain):",
        "Start Other account", "September 2020:", "Start Other account",
        "No month given:", "spring 2020:", "Start Other account", "2020:", "Start Other account",
      ])
  }

  @Test func `an event stands once with all its roles, its source and its rival dates`() throws {
    let files = Self.files(
      [Self.filler], facts: "- start: 2020-09-27\n",
      event: "- when: 2020-10-01 [@tide p1]\n  - 2020-10-02 [@tide]")
    #expect(
      try Self.outline(files, "actors/norland.html") == [
        "# 2020", "September:", "27 September:", "Harbour war Start",
        "October:", "1 October:", "Landing battle initiator Boats came. Tide, p1",
        "2 October:", "Landing battle initiator Other account Boats came. Tide",
      ])
    let undated = Self.files([Self.filler], facts: "", event: "- when: unknown")
    #expect(try Self.outline(undated) == ["# undated", "Landing battle Boats came."])
  }

  @Test func `a dated relation stands with both, and with the conflict that it names`() throws {
    var files = Self.files([Self.filler], facts: "")
    files["Content/actors/sudland.md"] = """
      ---
      title: Sudland
      kind: state
      ---
      Another.

      ## Facts
      - opposes: norland | in: war | when: 2020-10 [@tide p1]

      """
    let day = ["# 2020", "October 2020:"]
    #expect(
      try Self.outline(files, "actors/sudland.html")
        == day + ["Opposes Norland in: Harbour war Tide, p1"])
    #expect(
      try Self.outline(files, "actors/norland.html")
        == day + ["Sudland Opposes Norland in: Harbour war Tide, p1"])
    #expect(try Self.outline(files) == day + ["Sudland Opposes Norland Tide, p1"])
  }

  @Test func `the markup leads to the paragraph, and says language and direction`() throws {
    let text = "The <Harbour war> reached the pier on 3 October 2020, an official of it said."
    let files = Self.files([text], facts: "", sidecar: Self.reviewed + "language: ar\n")
    let site = try RenderedSite(files)
    let timeline = try site.page("conflicts/war.html")["timeline"]
    #expect(timeline["count"].int == 1)
    #expect(timeline["has_read"].bool == true)
    #expect(timeline["years"].texts("anchor") == ["year.2020"])
    #expect(
      timeline["years"][0]["html"].text == """
        <ol class="timeline">
        <li id="time.2020-10-03"><p class="when"><time datetime="2020-10-03">3 October</time></p>
        <ul class="told">
        <li><p class="read" lang="ar" dir="rtl">The &lt;Harbour war&gt; reached the pier on \
        <mark>3 October 2020</mark>, an official of it said.</p>
        <p class="from"><a href="../sources/tide.html#p1"><bdi>Tide</bdi>, p1</a> \
        <span class="label">Read by rule</span> <span class="meta">time-full-date</span></p>
        </li>
        </ul></li>
        </ol>
        """)
    let inputs = try site.artifact("conflicts/war.html").inputs
    #expect(inputs.contains(.query("timeline-of:war")) && inputs.contains(.file("seeds/tide.txt")))
  }

  @Test func `a sentence that the ledger does not grant is its place alone`() throws {
    let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
    let files = Self.files(
      ["The Harbour war reached the pier on 3 October 2020 \(long) to the end."], facts: "",
      sidecar: "publisher: Tide\npublished: 2020-10-15\n")
    #expect(
      try Self.outline(files) == [
        "# 2020", "3 October:",
        "Tide, p1 Read by rule, not reviewed time-full-date",
      ])
  }

  @Test func `a page without a date has no timeline`() throws {
    let site = try RenderedSite(Self.files([Self.filler], facts: ""))
    #expect(try site.page("conflicts/war.html")["timeline"].isNull)
    #expect(try site.page("actors/norland.html")["timeline"].isNull)
  }

  @Test(arguments: [500, 501])
  func `over 500 entries have pages of their own by year, and lose nobody`(count: Int) throws {
    var files = Self.files([Self.filler], facts: "")
    for number in 0..<count {
      let when = number % 50 == 0 ? "unknown" : "\(2000 + number % 5)-05-\(10 + number % 20)"
      files["Content/events/e\(number).md"] = """
        ---
        title: Event \(number)
        kind: other
        conflicts: [war]
        ---
        It happened.

        ## Facts
        - when: \(when) [@tide p1]

        """
    }
    let site = try RenderedSite(files)
    let timeline = try site.page("conflicts/war.html")["timeline"]
    #expect(timeline["count"].int == count)
    guard count > 500 else {
      #expect(timeline["years"].list.reduce(0) { $0 + ($1["count"].int ?? 0) } == 490)
      #expect(!site.paths.contains { $0.hasPrefix("timelines/") })
      return
    }
    #expect(timeline["years"].list.count == 0)
    #expect(timeline["all"]["href"].text == "../timelines/war.html")
    let all = try site.page("timelines/war.html")
    #expect(all["subject"]["href"].text == "../conflicts/war.html")
    #expect(
      all["parts"].texts("href")
        == (2000...2004).map { "war/\($0).html" })
    #expect(Self.lines(all["timeline"]["undated"].text).count == 11)
    var total = 11
    for year in 2000...2004 {
      let page = try site.page("timelines/war/\(year).html")
      #expect(page["timeline"]["years"].texts("title") == ["\(year)"])
      total += page["timeline"]["years"][0]["count"].int ?? 0
      let html = page["timeline"]["years"][0]["html"].text ?? ""
      #expect(html.contains("<a href=\"../../events/e"))
      #expect(html.contains("<a href=\"../../sources/tide.html#p1\">"))
      #expect(page["parts"].list.filter { $0["is_current"].bool == true }.count == 1)
    }
    #expect(total == count)
  }
}

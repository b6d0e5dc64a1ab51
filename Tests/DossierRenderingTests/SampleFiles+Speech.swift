extension SampleFiles {
  /// The site with everything that pages of statements show.
  static var spoken: [String: String] {
    var files = site
    files["seeds/envoy.txt"] = speech(
      "“We shall keep every boat of Norland out of the harbour,” Sudland said.")
    files["seeds/envoy.yml"] = "published: 2020-10-16\norigin: harbour-office\n"
    files["seeds/letter.txt"] = speech(
      "“We shall keep every ship of Norland out of our harbour,” Sudland said on Friday.")
    files["seeds/letter.yml"] =
      "publisher: Tide Gazette\npublished: 2020-10-17\nreliability: C\norigin: harbour-office\n"
    files["Content/events/speech.md"] = """
      ---
      title: Speech
      kind: statement
      ---
      A speech.

      ## Facts
      - when: 2020-10-12

      ## Statements
      > "Neither side said who had asked for the meeting" [@tide p3]
      > "Neither side said" [@gull p3]
      > -- sudland {#neither-side}

      """
    return files
  }

  private static func speech(_ paragraph: String) -> String {
    """
    What the harbour towns say of one another

    The quarrel over the harbour has gone on for longer than anybody in either town can remember, \
    and this week it was heard of again.

    \(paragraph)

    """
  }
}

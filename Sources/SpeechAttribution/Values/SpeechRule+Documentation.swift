extension SpeechRule {
  /// What a rule says, for editors, and the texts that show it. Paragraphs are parted by line feeds.
  package struct Documentation: Sendable, Hashable {
    /// One sentence.
    package let summary: String
    /// A text in which the rule decides about a quote.
    package let catches: String
    /// A text in which it looks as if it might, and must not.
    package let leaves: String
  }

  /// The line of the rule in the documentation, with its example and counterexample.
  package var documentation: Documentation {
    switch self {
    case .transcriptLabel, .quoteVerbSubject, .quoteSubjectVerb, .accordingTo, .subjectVerbQuote,
      .sharedSubject, .dependentVerb, .relativeClause, .passiveAgent, .speechNoun, .dashSignature,
      .sentenceFinalCue, .colonLead, .sameCue:
      explicitDocumentation
    case .unlistedVerb, .phraseOfDocument, .sameParagraph, .precedingSentence, .quoteOnlyParagraph:
      inferredDocumentation
    case .unclosedMark, .reopenedParagraph, .splitQuote:
      markDocumentation
    case .soCalled, .namedThing, .opposedWording, .attributiveName, .shortUnattributed, .pronoun,
      .definiteRole, .issuer, .surname:
      otherDocumentation
    }
  }

  private var explicitDocumentation: Documentation {
    switch self {
    case .transcriptLabel:
      Documentation(
        summary:
          "A name and a colon before the quote, in capitals within it, or before a headline.",
        catches: "KESTREL: “We have never asked for troops at the border.”",
        leaves: "There was one answer: “We have never asked for troops at the border.”")
    case .quoteVerbSubject:
      Documentation(
        summary: "“Q,” said S: a verb of saying right behind the quote, then its subject.",
        catches: "“The bridge will open again in May,” said Anna Kestrel, the mayor.",
        leaves: "“The Bridge at Low Tide” describes Anna Kestrel and her town.")
    case .quoteSubjectVerb:
      Documentation(
        summary: "“Q,” S said: a subject right behind the quote, then its verb of saying.",
        catches: "“The bridge will open again in May,” Mayor Anna Kestrel told reporters.",
        leaves: "He left “the bridge that will never open.” Anna Kestrel said nothing.")
    case .accordingTo:
      Documentation(
        summary: "“Q,” according to S; per S. Of a document, whoever issued it.",
        catches: "“The bridge will open again in May,” according to Anna Kestrel.",
        leaves: "“The bridge will open again in May,” Anna Kestrel said, according to plan.")
    case .subjectVerbQuote:
      Documentation(
        summary: "S said (that) “Q”: the nearest verb of saying before the quote, and its subject.",
        catches: "Anna Kestrel, the mayor, said that the bridge “will open again in May.”",
        leaves: "Anna Kestrel read a novel in which the bridge “will open again in May.”")
    case .sharedSubject:
      Documentation(
        summary:
          "S did this and said “Q”: the subject is that of an earlier verb, or of the sentence.",
        catches: "Anna Kestrel welcomed the vote and promised that the bridge “will open in May.”",
        leaves: "Anna Kestrel promised that the bridge “will open again in May.”")
    case .dependentVerb:
      Documentation(
        summary: "S …, adding “Q”; S went on to say “Q”; S was quoted as saying “Q”.",
        catches: "Anna Kestrel welcomed the vote, adding that the bridge “will open again in May.”",
        leaves: "Anna Kestrel added that the bridge “will open again in May.”")
    case .relativeClause:
      Documentation(
        summary: "S, who said “Q”: the word before the relative clause.",
        catches: "The town follows Anna Kestrel, who promised that “the bridge will open in May.”",
        leaves: "Who promised that? Anna Kestrel said “the bridge will open again in May.”")
    case .passiveAgent:
      Documentation(
        summary: "X was called “Q” by S: the agent of a passive.",
        catches: "The bridge was described as “a danger to all of us” by Anna Kestrel.",
        leaves: "The bridge was described as “a danger to all of us” before Anna Kestrel came.")
    case .speechNoun:
      Documentation(
        summary: "S’s claim that “Q”, a statement from S: “Q”: a noun of saying and whose it is.",
        catches: "Nobody forgot Anna Kestrel’s promise that “the bridge will open again in May.”",
        leaves: "Nobody forgot Anna Kestrel’s bridge, which “will open again in May.”")
    case .dashSignature:
      Documentation(
        summary: "“Q” — S at a paragraph’s end: a signature.",
        catches: "“The bridge will open again in May.” — Anna Kestrel",
        leaves: "“The bridge will open again in May” — that was all.")
    case .sentenceFinalCue:
      Documentation(
        summary: "“Q” with more of the sentence behind it, which ends in “, S said.”",
        catches: "“The bridge will open again in May” but the road would not, Anna Kestrel said.",
        leaves: "“The bridge will open again in May” but the road would not, as Anna Kestrel knew.")
    case .colonLead:
      Documentation(
        summary: "S said something that ends in a colon, and the quote begins the next paragraph.",
        catches: "Anna Kestrel went further and explained:\n“The bridge will open again in May.”",
        leaves: "The transcript was as follows:\n“The bridge will open again in May.”")
    case .sameCue:
      Documentation(
        summary: "A second quote in the reach of the cue that the first one has behind it.",
        catches: "“A danger to us,” according to Anna Kestrel, and “a shame for the whole town.”",
        leaves:
          "“A danger to us,” according to Anna Kestrel. Heron wrote of “a shame for the town.”")
    default: Documentation(summary: "", catches: "", leaves: "")
    }
  }

  private var markDocumentation: Documentation {
    switch self {
    case .unclosedMark:
      Documentation(
        summary:
          "A mark that is never closed: the quote runs to a note mark [n] or the paragraph’s end.",
        catches: "Anna Kestrel said: “The bridge will open again in May [3].",
        leaves: "Anna Kestrel said: “The bridge will open again in May” [3].")
    case .reopenedParagraph:
      Documentation(
        summary: "A paragraph that opens anew a quote which the one before left open: one quote.",
        catches: "Anna Kestrel said: “It is safe, and we know it.\n“The bridge will open in May.”",
        leaves:
          "Anna Kestrel said: “It is safe, and we know it.”\n“The bridge will open,” Ben Heron said."
      )
    case .splitQuote:
      Documentation(
        summary: "“Q1,” S said, “Q2”: one quote in two segments.",
        catches: "“The bridge,” Anna Kestrel said, “will open again in May.”",
        leaves: "“The bridge will open,” Anna Kestrel said. “It will open again in May.”")
    default: Documentation(summary: "", catches: "", leaves: "")
    }
  }

  private var inferredDocumentation: Documentation {
    switch self {
    case .unlistedVerb:
      Documentation(
        summary: "“Q,” S + a verb of no list, where the quote ends in a comma. Inferred.",
        catches: "“The bridge will open again in May,” Anna Kestrel trilled.",
        leaves: "“The Bridge at Low Tide” Anna Kestrel never finished.")
    case .phraseOfDocument:
      Documentation(
        summary: "The phrase “Q” beside a document named before: whoever issued it. Inferred.",
        catches:
          "The Harbour Ministry reports a delay.\nThe phrase “all bridge owners” in the message is new.",
        leaves: "The Harbour Ministry reports a delay.\nThe phrase “all bridge owners” is new.")
    case .sameParagraph:
      Documentation(
        summary: "A quote without cue behind a quote of the same paragraph that has one. Inferred.",
        catches: "“It is safe,” said Anna Kestrel. “The bridge will open again in May.”",
        leaves: "“It is safe,” said Anna Kestrel. “It will open,” said Ben Heron.")
    case .precedingSentence:
      Documentation(
        summary: "A quote without cue right behind a sentence in which somebody reports. Inferred.",
        catches: "Anna Kestrel denied that it was unsafe. “The bridge will open again in May.”",
        leaves: "It rained for days. “The bridge will open again in May.”")
    case .quoteOnlyParagraph:
      Documentation(
        summary:
          "A paragraph that is a quote and nothing else: the paragraph before’s last speaker.",
        catches:
          "Mayor Anna Kestrel denied that it was unsafe.\n“The bridge will open again in May.”",
        leaves: "It rained for days on the town.\n“The bridge will open again in May.”")
    default: Documentation(summary: "", catches: "", leaves: "")
    }
  }

  private var otherDocumentation: Documentation {
    switch self {
    case .soCalled:
      Documentation(
        summary: "So-called “Q”, the phrase or term “Q”: marks of distance. A scare quote.",
        catches: "The town had one of the so-called “bridges to nowhere at all” in its care.",
        leaves: "The mayor, Anna Kestrel, called it a “bridge to nowhere at all.”")
    case .namedThing:
      Documentation(
        summary: "A thing called “Q”: it is named, nobody speaks. A scare quote.",
        catches: "She joined a group called “Friends of the Old Bridge” last year.",
        leaves: "Anna Kestrel called it “a friend of the town.”")
    case .opposedWording:
      Documentation(
        summary: "Up to three words that a verb denies or rejects are another’s. A scare quote.",
        catches: "Anna Kestrel dismissed the description of the bridge as “unsafe” on Monday.",
        leaves: "Anna Kestrel described the bridge as “unsafe” on Monday.")
    case .attributiveName:
      Documentation(
        summary: "The “Q” resolution: up to five words that stand before a noun as its name.",
        catches: "Anna Kestrel recalled the “one river, two towns” resolution of that year.",
        leaves: "Anna Kestrel said “one river, two towns” in that year.")
    case .shortUnattributed:
      Documentation(
        summary: "Up to three words without a cue of their own. A scare quote.",
        catches: "The “old lady” is a bridge.",
        leaves: "Anna Kestrel called the bridge an “old lady.”")
    case .pronoun:
      Documentation(
        summary: "He or she is the last person who was a subject; it, the last organisation.",
        catches: "Anna Kestrel came late. “The bridge will open again in May,” she said.",
        leaves: "They came late. “The bridge will open again in May,” they said.")
    case .definiteRole:
      Documentation(
        summary:
          "The minister is the last person of that role, else the last person who was a subject.",
        catches: "Mayor Anna Kestrel came late. “The bridge will open in May,” the mayor said.",
        leaves: "Mayor Anna Kestrel came late. “The bridge will open in May,” a mayor said.")
    case .issuer:
      Documentation(
        summary:
          "The statement stands for the last organisation that was a subject, or for its source.",
        catches:
          "The Harbour Ministry issued a statement. “It will open in May,” the statement said.",
        leaves: "A statement was issued. “The bridge will open in May,” the statement said.")
    case .surname:
      Documentation(
        summary:
          "A surname is the last person of that surname who was a subject with more of a name.",
        catches: "Anna Kestrel came late. “The bridge will open in May,” Kestrel said.",
        leaves: "Anna Kestrel came late. “The bridge will open in May,” Heron said.")
    default: Documentation(summary: "", catches: "", leaves: "")
    }
  }
}

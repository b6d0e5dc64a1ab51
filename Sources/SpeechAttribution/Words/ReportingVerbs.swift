/// Verbs that report speech, written for this project from general knowledge of newspaper English.
enum ReportingVerbs {
  /// How a verb reports.
  struct Kind {
    let words: String
    let classes: WordClass
  }

  /// Regular verbs by their base form. A `+` doubles the last consonant before `-ed` and `-ing`.
  /// A `*` says that the base form and the form in `-s` are nouns as well.
  static let regular: [Kind] = [
    Kind(
      words: """
        accept accuse acknowledge add admit+ admonish advise advocate affirm agree
        allege announce answer* apologise apologize appeal* applaud appreciate argue articulate
        ask assail assert assess assure attest aver+ avow bellow bemoan berate blame* blast*
        bluster boast* brag+ castigate caution* celebrate characterise
        characterize charge* chastise chide chime cite claim* clarify comment* commend
        complain concede conclude concur+ condemn confess confide confirm congratulate
        contend counsel* counter* cry* criticise criticize critique* decide declare decry deem
        defend demand* denounce depict deride describe disclose discuss
        dictate echo* elaborate emphasise emphasize encourage endorse estimate*
        exclaim exhort explain express extol+ fault* forecast fret+ fume gripe*
        grumble guarantee* hail* hint*
        implore imply indicate inform inquire insinuate insist instruct insult*
        interject interpret joke* lambast lambaste lament* laud
        liken list* maintain marvel* mention* mock mumble muse mutter
        note* observe opine outline* paraphrase phrase* plead
        pledge* ponder postulate praise* preach predict proclaim profess promise* pronounce
        propose protest* quip+ quote* rail rant* reaffirm
        reason* reassure rebuke* recall recommend recount reflect regret+ reiterate relay* remark*
        remember remind report* request* respond restate retort* reveal ridicule* rule*
        scoff scold scream* shout* signal* slam+ snap+ specify speculate
        state* stress suggest summarise summarize tease*
        testify thank threaten thunder* tout tweet* retweet*
        underline underscore urge* utter venture* voice* volunteer* vow* warn
        welcome whisper* wonder* yell* post*
        deplore email* message* blog+ reply* repeat
        deadpan+ intimate convey attribute sigh*
        """,
      classes: []),
    Kind(words: "expect fear* hope* suspect* guess* imagine worry* wish* doubt*", classes: .mental),
    Kind(words: "call* name* title* dub+ label+ brand* term* nickname* entitle", classes: .naming),
    Kind(
      words: """
        deny dismiss reject refute rebut+ dispute* disavow disown contradict contest discredit debunk
        disagree object* repudiate rebuff decline refuse
        """, classes: .opposing),
    Kind(
      words: """
        continue conclude laugh* smile* grin+ nod+ shrug+ start* finish end*
        gesture* pause* offer* interrupt beam* gush chuckle* warm chip+ pipe*
        cheer* wink* frown* gasp*
        """, classes: .adjacent),
  ]
  /// Irregular verbs: base, third person, gerund, past, participle.
  static let irregular: [Kind] = [
    Kind(
      words: """
        say says saying said said
        tell tells telling told told
        write writes writing wrote written
        speak speaks speaking spoke spoken
        swear swears swearing swore sworn
        forbid forbids forbidding forbade forbidden
        foresee foresees foreseeing foresaw foreseen
        forewarn forewarns forewarning forewarned forewarned
        bet bets betting bet bet
        hold holds holding held held
        rewrite rewrites rewriting rewrote rewritten
        """, classes: []),
    Kind(
      words: """
        believe believes believing believed believed
        think thinks thinking thought thought
        feel feels feeling felt felt
        know knows knowing knew known
        """, classes: .mental),
    Kind(
      words: """
        go goes going went gone
        read reads reading read read
        begin begins beginning began begun
        put puts putting put put
        sing sings singing sang sung
        """, classes: .adjacent),
  ]

  /// All forms with their classes, in the order of the lists. O(list).
  static func forms() -> [(word: String, classes: WordClass)] {
    var result: [(word: String, classes: WordClass)] = []
    for kind in regular {
      for entry in kind.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        var base = Substring(entry)
        var noun: WordClass = []
        var doubles = false
        if base.last == "*" {
          noun = .nominal
          base = base.dropLast()
        }
        if base.last == "+" {
          doubles = true
          base = base.dropLast()
        }
        let verb = Inflection(base: String(base), doubles: doubles)
        result.append((verb.base, kind.classes.union([.base, .finite]).union(noun)))
        result.append((verb.thirdPerson, kind.classes.union(.finite).union(noun)))
        result.append((verb.gerund, kind.classes.union(.gerund)))
        result.append((verb.past, kind.classes.union([.finite, .participle])))
      }
    }
    for kind in irregular {
      for line in kind.words.split(separator: "\n") {
        let forms = line.split(separator: " ").map(String.init)
        guard forms.count == 5 else { continue }
        result.append((forms[0], kind.classes.union([.base, .finite])))
        result.append((forms[1], kind.classes.union(.finite)))
        result.append((forms[2], kind.classes.union(.gerund)))
        result.append((forms[3], kind.classes.union(.finite)))
        result.append((forms[4], kind.classes.union(.participle)))
      }
    }
    return result
  }
}

/// The regular forms of an English verb.
struct Inflection {
  let base: String
  let thirdPerson: String
  let gerund: String
  let past: String

  /// `doubles`: the last consonant doubles before `-ed` and `-ing` (`admit`, `admitted`).
  init(base: String, doubles: Bool) {
    self.base = base
    let stem = doubles ? base + String(base.suffix(1)) : base
    let before = base.dropLast().last.map(String.init) ?? ""
    let endsInConsonantY = base.hasSuffix("y") && !["a", "e", "o", "u"].contains(before)
    if endsInConsonantY {
      thirdPerson = base.dropLast() + "ies"
      past = base.dropLast() + "ied"
      gerund = base + "ing"
    } else if base.hasSuffix("ee") {
      thirdPerson = base + "s"
      past = base + "d"
      gerund = base + "ing"
    } else if base.hasSuffix("e") {
      thirdPerson = base + "s"
      past = base + "d"
      gerund = base.dropLast() + "ing"
    } else {
      let hisses = ["s", "x", "ch", "sh", "z", "o"].contains { base.hasSuffix($0) }
      thirdPerson = (doubles && base.hasSuffix("z") ? stem : base) + (hisses ? "es" : "s")
      past = stem + "ed"
      gerund = stem + "ing"
    }
  }
}

/// The closed lists of English words that the rules go by, lower case.
enum WordLists {
  static let classes: [(words: String, classes: WordClass)] = [
    ("am is are was were be been being isn't aren't wasn't weren't", [.auxiliary, .being]),
    (
      """
      has have had having do does did will would shall should can could may might must ought
      hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't
      """, .auxiliary
    ),
    ("will would shall should can could may might must ought", .modal),
    (
      """
      not never isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't
      can't couldn't shouldn't mustn't
      """, .negation
    ),
    (
      """
      also later then even once often again never always already just still now soon further
      furthermore moreover meanwhile however instead afterward afterwards earlier ago not only
      recently previously subsequently repeatedly finally simply too almost perhaps indeed rather
      quite very more most nonetheless nevertheless therefore thus hence yet besides otherwise
      sometimes ultimately specifically twice thrice here there back else ever far first jokingly
      """, .adverb
    ),
    (
      """
      the a an this that these those his her their its my our your some many several one another
      both all each every no any few other such most two three four five six seven eight nine ten
      dozens hundreds thousands half what whose more
      """, .determiner
    ),
    (
      """
      of in on at by for from with about after before during over under against among between
      into through amid despite than as like without within since until upon via following
      including regarding concerning toward towards near behind beyond across around along outside
      inside onto off per versus alongside throughout because beneath beside except out up down
      """, .preposition
    ),
    ("to", [.preposition, .infinitive]),
    ("and or but nor plus so", .conjunction),
    (
      """
      while when whenever if although though because whereas whether unless until since as once
      after before that where why how
      """, .subordinator
    ),
    ("he", [.singularPronoun, .masculine]),
    ("she", [.singularPronoun, .feminine]),
    ("it", [.otherPronoun, .neuter]),
    ("i", .singularPronoun),
    ("they we you", .pluralPronoun),
    (
      """
      him them us me himself herself themselves itself myself ourselves everyone everybody
      nobody nothing something anything everything someone's it's that's he's she's they're there's
      """, .otherPronoun
    ),
    (
      "i've i'm we're you're we've he'd she'd they'd i'd we'd i'll we'll he'll she'll they'll",
      .otherPronoun
    ),
    ("who which whom", .relative),
    ("mr messrs sir lord king prince pope imam rabbi shaykh sheikh sheik", [.title, .masculine]),
    ("mrs ms miss lady queen princess madam dame", [.title, .feminine]),
    ("chairman spokesman businessman congressman", [.title, .role, .masculine]),
    ("chairwoman spokeswoman businesswoman congresswoman actress", [.title, .role, .feminine]),
    (
      "mr mrs ms dr sen rep gov gen lt col capt sgt prof maj adm cmdr hon rev fr st sens reps jr sr",
      .abbreviation
    ),
    ("dr sen rep gov gen lt col capt sgt prof maj adm cmdr hon rev brig sens reps", .title),
    (
      "vs etc inc corp co ltd no nos jan feb mar apr jun jul aug sep sept oct nov dec dept univ ave fig vol art",
      .abbreviation
    ),
    (
      """
      president minister secretary senator governor chancellor ambassador general colonel captain
      major admiral lieutenant sergeant commander judge justice speaker premier mayor
      representative commissioner envoy director chief professor doctor editor attorney sheriff
      spokesperson chairperson chair counsel deputy vice prime foreign defense defence former
      acting then-president ex-president co-chairman co-chair founder co-founder candidate nominee
      activist analyst author journalist reporter correspondent columnist historian economist pollster
      strategist adviser advisor aide lawyer host leader
      """, .title
    ),
    (
      """
      president minister secretary senator governor chancellor ambassador general colonel captain
      admiral commander judge justice speaker premier mayor representative commissioner envoy
      director chief professor doctor editor attorney sheriff spokesperson chairperson candidate
      nominee leader official diplomat lawmaker politician billionaire businessperson executive
      writer author analyst activist journalist reporter correspondent columnist historian economist
      strategist adviser advisor aide lawyer prosecutor pollster expert scholar researcher scientist
      teacher actor singer mogul veteran veteran's negotiator mediator founder coach officer
      democrat republican conservative congressperson incumbent premier-designate monarch
      """, .role
    ),
    (
      """
      ministry government party committee campaign council organisation organization company agency
      department office network union coalition alliance university institute commission bureau
      association federation court bank administration parliament congress senate house army
      police times post journal news tribune herald telegraph guardian press magazine daily group
      corporation foundation center centre caucus board team embassy assembly pentagon
      treasury bloc club league society trust authority service services forces church inc corp
      nations reuters cnn nbc cbs abc msnbc bbc npr bloomberg registry review gazette
      chronicle observer radio television tv media project pac initiative fund presidency
      """, .organisation
    ),
    (
      """
      statement release report letter message tweet post memo memorandum email e-mail filing
      lawsuit document article editorial story book ad advertisement video clip communique
      communiqué declaration resolution indictment ruling website site text note complaint
      petition manifesto caption headline piece column essay transcript paper summary readout
      affidavit decree order notice
      """, .document
    ),
    (
      """
      statement claim claims comment comments remark remarks assertion assertions accusation
      accusations allegation allegations pledge promise warning insistence argument contention
      suggestion declaration observation complaint tweet tweets assessment description
      characterization characterisation view belief conclusion admission call calls statements
      speech words quip joke announcement criticism praise response reply answer question vow demand
      """, .speechNoun
    ),
    (
      """
      monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
      january february march april may june july august september october november december
      jan feb mar apr jun jul aug sep sept oct nov dec week month year morning afternoon evening
      night weekend
      """, .temporal
    ),
    (
      """
      state defense defence interior treasury finance health education energy labor labour commerce
      transport transportation agriculture staff economy culture environment affairs security trade
      industry justice homeland foreign
      """, .portfolio
    ),
    (
      "so-called socalled self-styled self-described supposed ostensible quote-unquote", .distancing
    ),
    ("phrase term terms word words expression label nickname moniker slogan phrases", .wording),
    ("de del della di da dos du van von der den la le el al bin ibn abu ben af ter ap", .particle),
    ("countries nations states sides parties governments ministers leaders", .plural),
    (
      """
      officials sources critics voters supporters aides allies experts analysts lawmakers people
      republicans democrats reporters attorneys lawyers leaders residents opponents advocates
      activists authorities prosecutors police investigators researchers scientists economists
      diplomats observers witnesses backers surrogates advisers advisors campaigners organizers
      organisers organizations groups companies agencies governments ministers senators members
      friends relatives parents women men students scholars strategists historians journalists
      editors authors writers commentators pollsters demonstrators protesters families others many
      some most conservatives liberals progressives insiders executives users viewers doctors
      """, .people
    ),
  ]
}

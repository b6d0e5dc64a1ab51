/// The closed lists that the finder of unknown names goes by, written for this project from general
/// knowledge of newspaper English. Lower case, ASCII.
enum NameWords {
  /// Words that are no part of a name, however they are written.
  static let common = WordSet(
    """
    a about above according across after again against ago all almost along already also although
    always am amid among an and another any anyone anything are around as aside at away back be because
    been before behind being below beside besides between beyond both but by can cannot could despite
    did do does done down due during each earlier either else elsewhere enough even eventually ever
    every everyone everything except experts few fewer finally first five following for four former
    from further furthermore given had has have having he hence her here hers herself him himself his
    how however i if in indeed inside instead into is it its itself just last late later latest least
    less let like likewise many may me meanwhile might more moreover most much must my namely near
    nearly neither never nevertheless next nine no nobody none nonetheless nor not notably nothing
    notwithstanding now of off often on once one only onto or other others otherwise our out over own
    part per perhaps please rather read reports same second see seven several shall she should since
    six so some someone something sometimes soon still such ten than that the their them themselves
    then there thereafter therefore these they third this those though three through throughout thus
    to today together tomorrow tonight too toward towards two under unlike until unless up upon us very
    via was we were what whatever when whenever where whereas whether which while who whole whom whose
    why will with within without would yes yesterday yet you your
    opinion watch listen photo video analysis exclusive breaking update updated source sources via
    sir madam dear ii iii iv vi vii viii ix xi xii
    """)

  /// Articles, conjunctions and prepositions, which headlines in capitals leave small.
  static let smallInHeadlines = WordSet(
    """
    a about after against amid among an and as at before behind between but by during for from if in
    into is its nor of off on onto or over per so than that the through to toward towards under until
    up upon via vs with within without yet
    """)

  /// Days and months, which are capitalised and no names.
  static let calendar = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon
    tue wed thu fri sat sun spring summer autumn fall winter easter christmas ramadan
    """)
  static let months = WordSet(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec accessed
    """)

  /// Peoples, faiths and tongues that are no state’s, and other capitals that name nobody.
  static let adjectives = WordSet(
    """
    christian christians muslim muslims islamic islam christianity judaism jewish jew jews orthodox
    catholic catholics protestant sunni sunnis shia shiite shiites hindu hindus buddhist buddhists
    islamist islamists jihadist marxist communist communists socialist liberal conservative democrat
    democrats republican republicans arab arabs kurd kurds kurdish turkic slavic slav slavs persian
    western eastern northern southern european europeans asian asians african africans american
    americans english arabic latin soviet soviets ottoman god internet covid covid-19 twitter facebook
    instagram youtube whatsapp google wikipedia west east north south western-backed co-chair co-chairs
    parliament congress senate cabinet constitution earth web online tweet nobel pm
    yazidi yazidis assyrian assyrians
    """)

  /// Titles and posts that stand before a person’s name.
  static let titles = WordSet(
    """
    mr mrs ms miss sir lord lady dame dr doctor prof professor president presidents premier chancellor
    king queen prince princess emir sultan sheikh sheik shaykh pope patriarch archbishop bishop cardinal
    imam ayatollah mullah rabbi minister ministers secretary ambassador envoy general gen colonel col
    lieutenant lt major maj captain capt marshal admiral adm sergeant sgt brigadier brig commodore
    senator sen congressman congresswoman representative rep governor gov mayor judge justice chairman
    chairwoman chair chairperson co-chair chief commander commissioner director spokesman spokeswoman
    spokesperson speaker leader counterpart colleague warlord strongman dictator ruler tyrant analyst
    expert journalist reporter correspondent author historian activist lawmaker negotiator mediator
    diplomat politician lawyer economist founder co-founder editor candidate ombudsman prosecutor adviser
    advisor aide researcher scholar fellow philosopher poet writer novelist oligarch businessman
    businesswoman tycoon billionaire rebel deputy vice-president ex-president then-president chieftain
    mp pm fm rear-admiral vice-admiral lieutenant-colonel lieutenant-general major-general
    brigadier-general vice-chancellor vice-chairman tsar czar shah baron duke archduke
    """)
  /// Titles after which one word alone is a surname.
  static let strongTitles = WordSet(
    """
    mr mrs ms miss dr prof professor president premier chancellor king queen prince princess emir sultan
    sheikh pope patriarch minister gen general col colonel lt lieutenant maj major capt captain marshal
    admiral senator sen governor gov ambassador secretary mayor ayatollah commander ex-president
    then-president rear-admiral vice-admiral lieutenant-colonel lieutenant-general major-general
    brigadier-general tsar czar
    """)
  /// What stands between a title and its portfolio: `Minister of Defence`, `General Staff`.
  static let portfolios = WordSet(
    """
    foreign defense defence interior finance financial health education energy economy economic security
    national armed air land naval military central supreme constitutional high higher federal state
    public information press external internal home affairs trade prime regional local international
    joint special political social emergency emergencies environment culture cultural labor labour
    intelligence border coast civil people's people’s justice transport transportation agriculture industry
    development tourism sport sports science technology communications digital cooperation co-operation
    peace human rights staff general refugees youth treasury commerce water housing executive relations
    ground strategic investigative criminal main and
    """)

  /// Words for bodies, with what a body called so mostly is.
  static let bodies: [(words: String, sort: String?)] = [
    (
      """
      ministry department directorate presidency parliament staff court tribunal embassy consulate
      secretariat administration bureau office service services authority police senate cabinet board
      council committee commission assembly agency
      """, "office"
    ),
    (
      """
      forces army navy guard guards corps brigade brigades battalion regiment militia militias
      division legion
      """, "armed-group"
    ),
    (
      "organization organisation nations union community commonwealth confederation league",
      "intergovernmental-organisation"
    ),
    ("alliance", "alliance"),
    ("party", "party"),
    (
      """
      foundation institute institution university academy association society network initiative
      fund center centre international watch crescent cross campaign federation institution
      """, "ngo"
    ),
    ("movement front group coalition company corporation holding club bank congress mission", nil),
    (
      """
      times post herald gazette tribune journal news radio tv television observer chronicle guardian
      telegraph magazine daily today weekly
      """, "media-outlet"
    ),
  ]
  /// Bodies that a state has: with nothing but a word for its people before them they are named.
  static let organs = WordSet(
    """
    ministry forces army navy parliament staff court embassy guard guards presidency police council
    assembly
    """)
  /// Bodies that may be named with `of` alone.
  static let ofBodies = WordSet("government republic state union federation kingdom emirate")

  /// Words for places behind a name, with the sort of place.
  static let placeNouns: [(words: String, sort: String?)] = [
    ("region regions corridor enclave exclave zone highlands borderlands", "region"),
    ("province district oblast governorate county canton municipality raion", "district"),
    ("city town village settlement", "settlement"),
    ("sea lake river gulf bay strait straits ocean canal", "water"),
    ("airport airfield base port bridge dam monastery pass camp refinery", "site"),
    (
      "valley mountains mountain peninsula island islands desert coast plateau steppe heights hills",
      nil
    ),
  ]
  /// All of those words.
  static let placeWords = WordSet(placeNouns.map(\.words).joined(separator: " "))
  /// Points of the compass and the like as first words of a name of a region.
  static let quarters = WordSet(
    "south north east west central middle upper lower near far southern northern eastern western")
  static let quartersOnly = WordSet("east west south north")

  /// Words of place; what stands behind them is where something is.
  static let locatives = WordSet("in inside across throughout near outside around")
  /// What is said “in” something that is printed or broadcast.
  static let printed = WordSet(
    """
    published wrote writing written article interview report column piece editorial op-ed printed
    appeared speaking confidence trust faith interest belief believe believes believed role
    """)
  static let directions = WordSet(
    """
    northern southern eastern western central mainland downtown occupied rebel-held northeastern
    northwestern southeastern southwestern north-eastern north-western neighboring neighbouring nearby
    war-torn
    """)

  /// Words for armed conflict behind a name.
  static let conflicts = WordSet(
    "war conflict clashes uprising insurgency revolution rebellion intifada mutiny")
  /// Other words for what a conflict’s name has said.
  static let disputes = WordSet("issue question dispute tension tensions problem crisis standoff")
  static let ordinals = WordSet("first second third fourth initial")
  static let civil = WordSet("civil")
  static let civilConflicts = WordSet("uprising insurgency revolution rebellion mutiny")
  static let massacres = WordSet("genocide massacre pogrom pogroms")
  /// Capitalised words that make a name of what was agreed or met, with the sort of event.
  static let events: [(words: String, sort: String)] = [
    ("agreement accord accords treaty declaration memorandum protocol", "agreement"),
    ("summit conference forum", "meeting"),
    ("process format", "mediation"),
    ("ceasefire armistice truce", "ceasefire"),
  ]

  /// Verbs of saying, as they stand behind who speaks.
  static let saying = WordSet(
    """
    said says told tells stated states added adds announced announces declared declares stressed
    stresses noted notes warned warns claimed claims asserted asserts insisted insists argued argues
    explained explains emphasized emphasised emphasizes emphasises reiterated reiterates acknowledged
    acknowledges admitted admits denied denies vowed pledged confirmed confirms replied responded wrote
    writes commented remarked tweeted recalled condemned urged
    """)
  static let conversations = WordSet(
    "conversation conversations meeting talks call discussion phone")

  /// Words for outlets, before their name.
  static let outlets = WordSet(
    """
    outlet outlets newspaper newspapers daily broadcaster magazine weekly tabloid agency website channel
    """)

  /// Short forms in capitals that name nobody.
  static let shortForms = WordSet(
    """
    tv pm am fm ceo cfo gdp covid uav uavs dna hiv aids ngo ngos mp mps phd it ai id pr pc bc ad gmt utc
    est cet usd eur ok vip pow pows idp idps ied ieds atgm mlrs rpg suv icu faq pdf url qr ii iii iv vi
    vii viii ix xi xii xiii xiv xix xx xxi la st op ed mr ms dr sms gps lng oil cia-style icbm nato-led
    ppe pcr r l c
    """)

  /// States that are no more, beside the built-in list; the first of a line names it.
  static let formerStates = [
    ["Soviet Union", "USSR"], ["Yugoslavia"], ["Czechoslovakia"], ["Ottoman Empire"],
    ["Russian Empire"], ["East Germany"], ["West Germany"], ["Austria-Hungary"], ["South Vietnam"],
    ["North Yemen"], ["South Yemen"], ["Rhodesia"], ["Zaire"],
  ]

  /// Particles within a person’s name.
  static let particles = WordSet(
    "al el bin ibn bint abu von van de da del della der la di ul ud ben")

  /// Given names, of many countries: with a capitalised word behind them they are a person.
  static let givenNames = WordSet(
    """
    aaron abdel abdul abdullah abraham adam adnan ahmad ahmed akbar alan albert alejandro aleksandr
    aleksei aleksey alex alexander alexandra alexandre alexei alexey alfred ali alice amal amanda amina
    amir ana anastasia anatoly andre andrea andreas andrei andrew andrey andriy angela anna anne anthony
    antonio antony anwar arjun armen arsen arthur artur ashraf asif ayman aziz barbara bashir ben
    benjamin bernard bill bob boris brian bruce carl carlos carol caroline catherine charles charlotte
    chen chris christian christine christopher claire claude daniel david deborah denis dennis diana diego
    dimitri dmitri dmitriy dmitry don donald dorothy douglas edward elena eli elias elizabeth emily emma
    emmanuel eric erik ernest eva evgeny fatima felix ferdinand fernando francesco francis francisco
    francois frank franz fred frederick gabriel gary gennady geoffrey george gerald gerhard giorgi
    giovanni giuseppe gordon graham grace greg gregory grigory guido gustav hamid hamza hannah hans
    harold harry hasan hassan heinrich helen helena henri henry herbert hillary hossein howard hugo
    hussein ian ibrahim igor imran irina isaac isabel ivan ivo jack jacob jacques jaime jakob james jan
    jane janet javier jay jean jeff jennifer jeremy jerry jessica jim joachim joan joe johan johann john
    johnny jonathan jorge jose josef joseph joshua juan judith julia julian julio karen karim karl
    katherine kemal ken kenneth kevin khaled khalid kim konstantin kumar larry lars laura laurent lee
    leo leon leonid lev levon lewis liam lisa lloyd louis lucas lucy luis luke maria mariam marie marina
    mario mark marko martha martin mary matthew maurice max mehmet melissa michael michel michelle miguel
    mike mikhail milan mohamed mohammad mohammed moshe muhammad murat mustafa nabil nadia nancy naomi
    nasser natalia nathan neil nicholas nick nicolas nikita nikola nikolai nikolay noah nora oleg olga
    oliver olivier omar orhan oscar osman otto pablo pamela patricia patrick paul paula pavel pedro
    peter petr philip philippe pierre piotr rachel rafael rahul ralph rania rashid raul raymond rebecca
    rene ricardo richard robert roberto roger roman ronald rosa ruben ruslan russell ruth ryan saad
    salim salman samuel sara sarah scott sean sebastian sergei sergey sergio sergiy serhiy shimon simon
    sofia sonia stanislav stefan stephen steve steven stuart susan svetlana tamara tariq tatiana taras
    ted teresa terry theodore theresa thomas tigran tim timothy tom tony vadim valentin valery vasily
    vera victor victoria viktor vincent vitaly vitali vladimir volodymyr walter wang wei wilhelm william
    wolfgang xavier yasser yevgeny yitzhak yulia yuri yusuf yves zeynep zoran
    """)
}

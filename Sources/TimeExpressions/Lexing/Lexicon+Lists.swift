extension Lexicon {
  /// Words of one kind. Each string of `words` holds those of one value, in lower case; the values
  /// count from `first` by `step`.
  struct List {
    let word: Word
    var first = 1
    var step = 1
    var flags: Token.Flags = []
    let words: [String]

    init(
      _ word: Word, from first: Int = 1, step: Int = 1, flags: Token.Flags = [],
      _ words: [String]
    ) {
      self.word = word
      self.first = first
      self.step = step
      self.flags = flags
      self.words = words
    }
  }

  static let lists: [List] = calendar + numerals + modifiers + times + neighbours

  private static let calendar = [
    List(
      .month,
      [
        "january", "february", "", "april", "", "june", "july", "august", "september", "october",
        "november", "december",
      ]),
    List(.month, from: 3, step: 2, flags: .ambiguous, ["march", "may"]),
    List(
      .month, flags: .abbreviation,
      ["jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec"]),
    // Russian, as dates have them (genitive) and alone.
    List(
      .otherMonth,
      [
        "января январь январе", "февраля февраль феврале", "марта март марте",
        "апреля апрель апреле", "мая май мае", "июня июнь июне", "июля июль июле",
        "августа август августе", "сентября сентябрь сентябре", "октября октябрь октябре",
        "ноября ноябрь ноябре", "декабря декабрь декабре",
      ]),
    // Turkish; German and French where they differ from English.
    List(
      .otherMonth, flags: .ambiguous,
      [
        "ocak januar janvier", "şubat Şubat februar février", "mart märz mars", "nisan avril",
        "mayıs mai", "haziran juni juin", "temmuz juli juillet", "ağustos août", "eylül septembre",
        "ekim oktober octobre", "kasım novembre", "aralık dezember décembre",
      ]),
    List(.otherYear, ["года год году г"]),
    List(
      .weekday,
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    List(
      .weekday, flags: .plural,
      [
        "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
      ]),
    List(
      .weekday, flags: .abbreviation,
      ["mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"]),
    List(
      .unit, from: 0,
      [
        "", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "year",
        "decade",
        "century",
      ]),
    List(
      .unit, from: 0, flags: .plural,
      [
        "seconds", "minutes", "hours", "days", "weekends", "weeks", "fortnights", "months", "",
        "years", "decades", "centuries",
      ]),
    List(.season, ["", "summer", "autumn", "winter"]),
    List(.season, from: 1, step: 2, flags: .ambiguous, ["spring", "fall"]),
    List(.season, from: 1, flags: .plural, ["springs", "summers", "autumns", "winters"]),
    List(
      .dayPart,
      ["morning", "noon midday", "afternoon", "evening", "night midnight nighttime", "daytime"]),
    List(.dayPart, flags: .plural, ["mornings", "", "afternoons", "evenings", "nights"]),
  ]

  private static let numerals = [
    List(
      .numeral,
      [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      ]),
    List(.numeral, from: 12, ["twelve"]),
    List(
      .numeral, from: 20, step: 10,
      ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]),
    List(.hundred, from: 100, step: 900, ["hundred", "thousand"]),
    List(.hundred, from: 100, step: 900, flags: .plural, ["hundreds", "thousands"]),
    List(.dozen, from: 12, ["dozen"]),
    List(
      .ordinal,
      [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth", "twentieth",
      ]),
    List(.vague, from: 0, ["few several many numerous some countless dozens tens", "", "couple"]),
    List(.half, ["half"]),
    List(.and, ["and"]),
  ]

  private static let modifiers = [
    List(.the, ["the"]), List(.a, ["a an"]), List(.this, ["this"]), List(.that, ["that"]),
    List(.these, ["these"]), List(.those, ["those"]), List(.each, ["each"]),
    List(.every, ["every"]), List(.per, ["per"]),
    List(.last, ["last"]), List(.past, ["past"]), List(.previous, ["previous preceding prior"]),
    List(.next, ["next"]), List(.following, ["following subsequent ensuing succeeding"]),
    List(.coming, ["coming upcoming"]), List(.same, ["same"]),
    List(.recent, ["recent"]),
    List(.early, ["early"]), List(.late, ["late"]), List(.later, ["later"]),
    List(.earlier, ["earlier previously"]), List(.mid, ["mid"]),
    List(.start, ["start beginning beginnings"]),
    List(.middle, ["middle midst"]),
    List(.end, ["end close ending"]), List(.latter, ["latter"]), List(.final, ["final closing"]),
    List(.part, ["part rest remainder"]),
    List(.approximately, ["approximately about around roughly circa ca"]),
    List(.lessThan, ["nearly almost", "under", "less fewer"]),
    List(.moreThan, ["over", "more"]),
    List(.than, ["than"]), List(.least, ["least"]), List(.most, ["most"]),
    List(.just, ["just only mere barely exactly"]),
    List(.ago, ["ago"]), List(.before, ["before beforehand"]),
    List(.after, ["after afterwards afterward thereafter"]),
    List(.hence, ["hence"]), List(.long, ["long"]), List(.old, ["old"]),
    List(.era, from: 0, ["bc bce", "ad ce"]),
    List(.meridiem, from: 0, ["am", "pm"]),
    List(
      .zone, from: -600, step: 60,
      [
        "hst", "akst", "pst", "mst pdt", "cst mdt", "est cdt", "edt", "", "", "", "gmt utc wet",
        "bst cet west", "cest eet", "msk trt eest",
      ]),
  ]

  private static let times = [
    List(.day, from: -1, ["yesterday", "today", "tomorrow"]),
    List(.day, from: 0, flags: .ambiguous, ["tonight"]),
    List(.now, ["now currently nowadays"]),
    List(.recently, ["recently lately"]), List(.tense, from: -1, ["former", "current"]),
    List(.present, ["present moment"]), List(.future, ["future"]),
    List(.time, ["time period"]),
    // The values are units.
    List(
      .repeated, from: 2,
      [
        "hourly", "daily everyday", "", "weekly", "", "monthly", "quarterly",
        "annually yearly",
      ]
    ),
    List(.repeated, from: 3, flags: .ambiguous, ["nightly"]),
  ]
}

/// What a token is to the rules. Words that no rule asks for are `other`.
enum Word: UInt8 {
  case other
  /// A single letter; its value is the lower-case ASCII code.
  case letter

  // Marks. The value of `dash` is 0 for a hyphen, 1 for an en dash or minus, 2 for an em dash.
  case comma, stop, open, close, dash, slash, colon, semicolon, apostrophe, quote, sentenceEnd
  case currency, percent, symbol, numberSign

  // Numbers. `quantity` is one with grouped thousands or more than nine digits, `ordinalDigits`
  // 3rd, `decadeDigits` 1960s.
  case number, quantity, ordinalDigits, decadeDigits

  // Time words, with their number as the value.
  case month, otherMonth, weekday, unit, season, dayPart

  // Numerals.
  case numeral, ordinal, hundred, vague, half, dozen, and

  // What stands before a time word.
  case the, a, this, that, these, those, each, every, per
  case last, past, previous, next, following, coming, same, recent
  case early, late, later, earlier, mid, start, middle, end, latter, final, part
  case approximately, lessThan, moreThan, than, least, most, just

  // What stands after one.
  case ago, before, after, hence, long, old
  case era, meridiem, zone, otherYear

  // Words that are a time by themselves.
  case day, now, recently, tense, present, future, time, repeated

  // Words that decide about their neighbours.
  case on, at, of, since, until, from, to, between, preposition, lasting, `or`
  case intention
  case function, pronoun, counted, numbering, reading, see, older
}

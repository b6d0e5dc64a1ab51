/// Dates in digits.
extension Recognizer {
  /// 2020-08-31, 2020-08, 31.08.2020, 18/11/20; numbers of two orders only as far as they are
  /// known.
  func numericDate(_ index: Int) -> Candidate? {
    guard word(index) == .number, !isInsideNumber(index), !at(index + 1).isSpaced,
      word(index + 2) == .number, !at(index + 2).isSpaced
    else { return nil }
    let mark = at(index + 1)
    let (first, second) = (at(index), at(index + 2))
    let third = at(index + 4)
    let hasThird =
      word(index + 3) == mark.word && third.word == .number && !at(index + 3).isSpaced
      && !third.isSpaced
    if first.digits == 4, second.digits <= 2, [.dash, .slash, .stop].contains(mark.word),
      mark.value == 0
    {
      if hasThird, third.digits <= 2 {
        return exact(index, index + 5, first.value, second.value, third.value, .isoDate)
      }
      // “2006-07” is two years that follow one another, “2020-07” a month.
      guard mark.word == .dash, second.digits == 2, (1...12).contains(second.value),
        second.value != first.value % 100 + 1, (1000...2099).contains(first.value), !hasThird
      else { return nil }
      return Candidate(
        index, index + 3, .isoMonth,
        .calendar(TimeDate(year: Int(first.value), month: Int(second.value))))
    }
    guard hasThird, first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2
    else { return nil }
    guard mark.word == .stop || mark.word == .slash || mark.word == .dash else { return nil }
    // Two digits of a year are those of the last hundred years to 2049.
    let year = third.digits == 4 ? third.value : third.value + (third.value < 50 ? 2000 : 1900)
    guard (1000...2199).contains(year) else { return nil }
    let end = index + 5
    // Stops are used where the day comes first (ISO's predecessors, DIN 5008 and GOST R 7.0.97).
    if mark.word == .stop || order == .dayFirst || first.value > 12 {
      if let date = exact(index, end, year, second.value, first.value, .numericDate) { return date }
      return order == .dayFirst || second.value <= 12
        ? nil : exact(index, end, year, first.value, second.value, .numericDate)
    }
    if order == .monthFirst || second.value > 12 {
      return exact(index, end, year, first.value, second.value, .numericDate)
    }
    if first.value == second.value {
      return exact(index, end, year, first.value, second.value, .numericDate)
    }
    guard third.digits == 4 else { return nil }
    var date = TimeDate(year: Int(year))
    date.part = .month
    date.day = TimeDate.unknownDay
    return Candidate(index, end, .numericAmbiguous, .calendar(date))
  }

  private func exact(
    _ index: Int, _ end: Int, _ year: Int32, _ month: Int32, _ day: Int32, _ rule: TimeRule
  ) -> Candidate? {
    let date = TimeDate(year: Int(year), month: Int(month), day: Int(day))
    guard date.civilDate != nil else { return nil }
    switch word(end) {
    case .stop, .slash, .dash: if isTight(end), word(end + 1) == .number { return nil }
    default: break
    }
    var candidate = Candidate(index, end, rule, .calendar(date))
    addTime(to: &candidate)
    return candidate
  }

  /// A time of day and, joined to it, its date: 8 PM; 15:00 GMT Saturday; 9:34 p.m., March 19 EST.
  func clockTime(_ index: Int) -> Candidate? {
    guard let (time, end) = clock(index) else { return nil }
    var candidate = Candidate(index, end, .clock, .clock)
    candidate.kind = .time
    candidate.time = time
    var next = end
    if word(next) == .comma { next += 1 }
    if word(next) == .on { next += 1 }
    if let date = calendar(next), let value = date.date, value.isDay {
      candidate.meaning = date.meaning
      candidate.end = date.end
      candidate.takesNarrativeYear = date.takesNarrativeYear
      candidate.rule = .dateAndClock
      if time.zone == .min, word(date.end) == .zone, at(date.end).isCapital {
        candidate.time.zone = Int16(clamping: at(date.end).value)
        candidate.end = date.end + 1
      }
    } else if word(next) == .day {
      candidate.meaning = .step(.day, Int(at(next).value), .document)
      candidate.end = next + 1
      candidate.rule = .dateAndClock
    }
    return candidate
  }

  /// 14:07; 3:33:30 PM; 8 p.m.; 15:00 GMT.
  func clock(_ index: Int, afterDate: Bool = false) -> (TimeDate, end: Int)? {
    let token = at(index)
    guard token.word == .number, token.digits <= 2, token.value <= 24, !isInsideNumber(index)
    else { return nil }
    var time = TimeDate()
    time.hour = UInt8(token.value)
    var end = index + 1
    var isExact = false
    let mark = word(end)
    let minutes = at(end + 1)
    if mark == .colon || mark == .stop, isTight(end), minutes.word == .number,
      minutes.digits == 2, minutes.value < 60
    {
      time.minute = UInt8(minutes.value)
      end += 2
      isExact = mark == .colon
      let seconds = at(end + 1)
      if word(end) == .colon, isTight(end), seconds.word == .number, seconds.digits == 2,
        seconds.value < 60
      {
        time.second = UInt8(seconds.value)
        end += 2
      }
    }
    let half = meridiem(end)
    if let half {
      guard token.value <= 12, token.value > 0 else { return nil }
      time.hour = UInt8(token.value % 12 + (half.isAfternoon ? 12 : 0))
      end = half.end
    }
    var hasZone = false
    if word(end) == .zone, at(end).isCapital, isExact || half != nil {
      time.zone = Int16(clamping: at(end).value)
      hasZone = true
      end += 1
    }
    guard half != nil || hasZone || isExact else { return nil }
    if half == nil, !hasZone, !afterDate {
      // A colon alone may be a score or a verse.
      switch word(index - 1) {
      case .at, .until, .from, .since, .before, .after, .preposition, .approximately, .between, .to,
        .dash, .comma:
        break
      default: return nil
      }
    }
    return (time, end)
  }

  private func meridiem(_ index: Int) -> (isAfternoon: Bool, end: Int)? {
    let token = at(index)
    if token.word == .meridiem { return (token.value == 1, index + 1) }
    guard token.value == 0x61 && token.word == .a || token.value == 0x70 && token.word == .letter,
      word(index + 1) == .stop, at(index + 2).word == .letter, at(index + 2).value == 0x6D,
      isTight(index + 1)
    else { return nil }
    // The stop of “p.m.” is its own unless the sentence ends with it; both read the same.
    let stop = word(index + 3) == .stop && !at(index + 3).isSpaced
    return (token.value == 0x70, stop ? index + 4 : index + 3)
  }

  /// The part of the day or the time of day that follows a date: “Sunday night”, “October 15, 2020
  /// at 2:07 pm”.
  func addTime(to candidate: inout Candidate) {
    guard !candidate.time.isTime else { return }
    switch candidate.meaning {
    case .calendar(let date) where date.isDay: break
    case .step(.day, _, _), .named: break
    default: return
    }
    let next = candidate.end
    if word(next) == .dayPart, !at(next).isPlural, let part = dayPart(next) {
      candidate.time.dayPart = part
      candidate.kind = .time
      candidate.end = next + 1
      return
    }
    var place = next
    switch word(place) {
    case .at, .comma: place += 1
    case .dash where at(place).isSpaced: place += 1
    default: break
    }
    if word(place) == .at { place += 1 }
    let isDate = candidate.date?.civilDate != nil
    if place > next || isDate, let (time, end) = clock(place, afterDate: isDate) {
      candidate.time = time
      candidate.kind = .time
      candidate.end = end
      candidate.rule = .dateAndClock
    }
  }

  func dayPart(_ index: Int) -> TimeDate.DayPart? {
    TimeDate.DayPart(rawValue: UInt8(clamping: Int(at(index).value)))
  }
}

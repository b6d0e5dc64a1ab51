/// Ranges and lists, whose later parts are elided: October 13, 15, 19; 13-15 April; 1861-63.
extension Recognizer {
  /// Days before the month that they share: “6-7 February”, “13 and 15 April 1920”. Appends them
  /// all.
  mutating func leadingDays(_ index: Int) -> Bool {
    guard day(index) != nil, word(index) == .number, !isInsideNumber(index) else { return false }
    var days = [index]
    var joints: [Int] = []
    var next = index + 1
    while days.count < 8 {
      var joint = next
      switch word(next) {
      case .dash, .to, .and, .or: next += 1
      case .comma:
        next += 1
        if word(next) == .and || word(next) == .or {
          joint = next
          next += 1
        }
      default: return false
      }
      guard word(next) == .number, at(next).digits <= 2, (1...31).contains(at(next).value) else {
        return false
      }
      days.append(next)
      joints.append(joint)
      if let last = dayFirst(next), let date = last.date {
        for (place, day) in days.enumerated() {
          var one = last
          one.first = day
          var value = date
          value.day = UInt8(clamping: Int(at(day).value))
          one.meaning = .calendar(value)
          if day != next {
            one.end = day + 1
            one.rule = .elidedMonth
            one.opensRange = isRange(joints[place], from: day)
          } else {
            addTime(to: &one)
          }
          found.append(one)
        }
        return true
      }
      next += 1
    }
    return false
  }

  /// Two years of which the first needs the second to be one: “499-493 BC”, “1861-1865”, “2007-08”.
  mutating func yearRange(_ index: Int) -> Bool {
    let token = at(index)
    let joint = index + 1
    let second = at(index + 2)
    guard token.word == .number, second.word == .number, token.digits <= 4, token.value > 0,
      !isInsideNumber(index)
    else { return false }
    switch word(joint) {
    case .dash, .to, .and, .until, .slash: break
    default: return false
    }
    if let (sign, end) = era(index + 3) {
      let years = sign < 0 ? token.value >= second.value : token.value <= second.value
      guard years || word(joint) == .and else { return false }
      var first = Candidate(
        index, joint, .elidedYear, .calendar(TimeDate(year: sign * Int(token.value))))
      first.opensRange = isRange(joint, from: index)
      found.append(first)
      found.append(
        Candidate(
          index + 2, end, .era, .calendar(TimeDate(year: sign * Int(second.value)))))
      return true
    }
    guard word(joint) == .dash || word(joint) == .slash, token.digits == 4,
      (1000...2099).contains(token.value)
    else { return false }
    var last = Int(second.value)
    switch second.digits {
    case 2: last += Int(token.value) / 100 * 100
    case 4: break
    default: return false
    }
    guard last > token.value, last < 2100, last - Int(token.value) < 500, isYearsEnd(index + 3),
      second.digits == 4 || isTight(joint)
    else { return false }
    var first = Candidate(index, joint, .year, .calendar(TimeDate(year: Int(token.value))))
    first.opensRange = word(joint) == .dash
    found.append(first)
    found.append(
      Candidate(
        index + 2, index + 3, second.digits == 2 ? .elidedYear : .year,
        .calendar(TimeDate(year: last))))
    return true
  }

  /// Whether what follows two numbers leaves them years.
  private func isYearsEnd(_ index: Int) -> Bool {
    let next = at(index)
    switch next.word {
    case .counted, .hundred, .unit, .percent, .currency: return false
    case .dash, .slash: return next.isSpaced || word(index + 1) != .number
    case .stop, .comma, .colon: return !(isTight(index) && word(index + 1) == .number)
    default: return true
    }
  }

  private func isRange(_ joint: Int, from day: Int) -> Bool {
    switch word(joint) {
    case .dash, .to, .until: true
    case .and: word(day - 1) == .between
    default: false
    }
  }

  /// Appends the elided expressions behind `candidate`; gives the token behind the last one.
  mutating func continued(from end: Int, after candidate: Candidate) -> Int {
    guard var date = candidate.date, candidate.kind == .date || candidate.time.dayPart != .none
    else { return end }
    var end = end
    // A day that goes before its month is continued by `leadingDays`.
    let isDay = date.part == .month && date.day > 0 && date.day != TimeDate.unknownDay
    if isDay, !endsInDay(end) && date.year == 0 || candidate.rule == .isoDate { return end }
    guard
      isDay || (date.part == .none && date.year > 0 && date.scale == .year)
        || date.part == .season
    else { return end }
    for _ in 0..<31 {
      var next = end
      var isList = false
      switch word(next) {
      case .dash, .to, .and, .or, .symbol, .until: next += 1
      case .comma:
        isList = true
        next += 1
        if word(next) == .and || word(next) == .or { next += 1 }
      default: return end
      }
      let token = at(next)
      guard token.word == .number || token.word == .ordinalDigits, !token.flags.contains(.odd)
      else { return end }
      if isDay {
        guard let day = day(next), monthFirst(next + 1) == nil, word(next + 1) != .month,
          clock(next) == nil, date.year == 0 || word(end) == .dash || endsInDay(end)
        else { return end }
        // “October 13, 15 and 19” goes on; “on May 4, 12 were killed” does not.
        if isList || word(end) == .and || word(end) == .or {
          switch word(next + 1) {
          case .comma, .close, .stop, .semicolon, .and, .or, .sentenceEnd, .dash, .colon: break
          case .function where !isList: break
          case .pronoun where !isList: break
          default: return end
          }
        }
        date.day = UInt8(clamping: day)
        var last = next + 1
        var rule = TimeRule.elidedMonth
        if date.year == 0 {
          let comma = word(last) == .comma ? last + 1 : last
          if let (year, behind) = explicitYear(comma) {
            date.year = Int16(clamping: year)
            last = behind
            rule = .elidedMonth
            for place in found.indices.reversed() {
              guard case .calendar(var earlier) = found[place].meaning, earlier.year == 0,
                found[place].first >= candidate.first
              else { break }
              earlier.year = date.year
              found[place].meaning = .calendar(earlier)
            }
          }
        }
        append(Candidate(next, last, rule, .calendar(date)), joint: end)
        end = last
      } else if date.part == .none || date.part == .season {
        // “1991–94”, “the winter of 1914–15”.
        guard word(end) == .dash, isTight(end), token.digits == 2, date.year > 0 else {
          return end
        }
        let last = Int(date.year) / 100 * 100 + Int(token.value)
        guard last > Int(date.year), isYearsEnd(next + 1) else { return end }
        append(
          Candidate(next, next + 1, .elidedYear, .calendar(TimeDate(year: last))), joint: end)
        return next + 1
      }
    }
    return end
  }

  /// Whether the token before `end` is the number of a day, not a year.
  private func endsInDay(_ end: Int) -> Bool {
    let token = at(end - 1)
    return token.word == .ordinalDigits || (token.word == .number && token.digits <= 2)
  }

  private mutating func append(_ candidate: Candidate, joint: Int) {
    if let last = found.indices.last, isRange(joint, from: found[last].first) {
      found[last].opensRange = true
    }
    found.append(candidate)
  }
}

/// Parts of a time: early 1862, the end of the month, the second half of 2008, the night of 8 July.
extension Recognizer {
  func prefixed(_ index: Int) -> Candidate? {
    var next = index
    let hasArticle = word(next) == .the
    if hasArticle { next += 1 }
    switch word(next) {
    case .start, .middle, .end:
      guard word(next + 1) == .of else { return nil }
      return part(of: next + 2, from: index, modifier(word(next)))
    case .early, .late, .latter, .mid, .final:
      let modifier = modifier(word(next))
      if word(next + 1) == .part || isPlural(next + 1), word(next + 2) == .of {
        return part(of: next + 3, from: index, modifier)
      }
      if word(next + 1) == .half, word(next + 2) == .of {
        return section(2, of: next + 3, from: index)
      }
      guard word(next) != .latter, word(next) != .final else { return nil }
      return early(next, from: index, modifier)
    case .later, .earlier:
      guard !hasArticle else { return nil }
      return early(next, from: index, nil)
    case .ordinal, .last:
      if word(next) == .ordinal, word(next + 1) == .half, word(next + 2) == .of, at(next).value <= 2
      {
        return section(Int(at(next).value), of: next + 3, from: index)
      }
      if word(next) == .ordinal, isQuarter(next + 1), at(next).value <= 4 {
        return section(
          -Int(at(next).value), of: word(next + 2) == .of ? next + 3 : next + 2, from: index)
      }
      return nil
    case .half where word(next + 1) == .of:
      return nil
    case .part where word(next + 1) == .of:
      return part(of: next + 2, from: index, nil)
    case .dayPart:
      guard word(next + 1) == .of, !at(next).isPlural, let part = dayPart(next),
        var whole = calendarOrDay(next + 2)
      else { return nil }
      whole.first = index
      whole.time.dayPart = part
      whole.kind = .time
      whole.rule = .dayPartOf
      return whole
    case .approximately where !hasArticle:
      // “about 1910”, “ca. 466 BC”
      var place = next + 1
      if word(place) == .stop, !at(place).isSpaced { place += 1 }
      guard word(place) == .number || word(place) == .month || word(place) == .the,
        var whole = calendar(place), whole.date?.year != 0 || whole.date?.part == .month
      else { return nil }
      whole.first = index
      whole.modifier = .approximate
      return whole
    default: return nil
    }
  }

  private func isPlural(_ index: Int) -> Bool {
    word(index) == .unit && at(index).isPlural
      && at(index).value >= Int32(TimeUnit.day.rawValue)
  }

  private func isQuarter(_ index: Int) -> Bool {
    word(index) == .unit && at(index).value == Int32(TimeUnit.quarter.rawValue)
  }

  private func modifier(_ word: Word) -> TimeExpression.Modifier? {
    switch word {
    case .start, .early: .start
    case .middle, .mid: .mid
    case .end, .late, .latter, .final: .end
    default: nil
    }
  }

  /// What “the end of” and the like stand before.
  private func part(
    of index: Int, from first: Int, _ modifier: TimeExpression.Modifier?
  ) -> Candidate? {
    guard var whole = core(index) ?? wholeUnit(index) else { return nil }
    switch whole.meaning {
    case .amount, .clock, .shift: return nil
    case .fixed(let value) where value.date == nil: return nil
    default: break
    }
    whole.first = first
    whole.modifier = modifier ?? whole.modifier
    switch whole.meaning {
    case .calendar: break
    default: if whole.rule != .wholeUnit { whole.rule = .boundary }
    }
    return whole
  }

  /// Early 1862, mid-July, late last July, early in the spring, later that month.
  private func early(
    _ index: Int, from first: Int, _ modifier: TimeExpression.Modifier?
  ) -> Candidate? {
    var next = index + 1
    if word(next) == .dash, !at(next).isSpaced { next += 1 }
    if word(next) == .to, word(index) == .early, word(next + 1) == .mid { return nil }
    let direct = next
    switch word(next) {
    case .preposition, .on: next += 1
    default: break
    }
    let isShift = modifier == nil
    if let whole = core(next) ?? (next > direct ? wholeUnit(next) : nil) {
      switch whole.meaning {
      case .calendar(let date):
        if isShift, next == direct { return nil }
        // “late 8” is no time, “late Friday” is.
        guard date.part != .month || date.day == 0 || next == direct else { return nil }
      case .step, .named: break
      default: return nil
      }
      var result = whole
      result.first = first
      result.modifier = modifier ?? whole.modifier
      return result
    }
    // “in the late evening”
    if word(next) == .dayPart, let part = dayPart(next), !isShift, !at(next).isPlural {
      var result = Candidate(first, next + 1, .dayPart, .clock)
      result.time.dayPart = part
      result.kind = .time
      result.modifier = modifier
      return result
    }
    return nil
  }

  /// A half (1, 2) or quarter (-1 to -4) of a year.
  private func section(_ number: Int, of index: Int, from first: Int) -> Candidate? {
    guard var whole = core(index) ?? wholeUnit(index) else { return nil }
    whole.first = first
    switch whole.meaning {
    case .calendar(let date) where date.part == .none && date.scale == .year:
      whole.section = number
      whole.rule = .section
    case .step(.year, _, _):
      whole.section = number
      whole.rule = .section
    default:
      whole.modifier = number == 1 ? .start : number == 2 ? .end : nil
    }
    return whole
  }

  /// “(The end of) the month”, “the year”, “year”: the narrative's.
  private func wholeUnit(_ index: Int) -> Candidate? {
    var next = index
    if word(next) == .the { next += 1 }
    guard word(next) == .unit, !at(next).isPlural, let unit = unit(next), unit >= .day else {
      return nil
    }
    return Candidate(index, next + 1, .wholeUnit, .step(unit, 0, .narrative))
  }

  func unit(_ index: Int) -> TimeUnit? {
    TimeUnit(rawValue: UInt8(clamping: Int(at(index).value)))
  }

  /// The date whose night is meant, which may be elided: “the night of 3-4 May”.
  private func calendarOrDay(_ index: Int) -> Candidate? {
    if let whole = calendar(index), whole.date?.isDay ?? true { return whole }
    guard day(index) != nil, word(index + 1) == .dash || word(index + 1) == .to,
      let last = dayFirst(index + 2), var date = last.date
    else { return nil }
    date.day = UInt8(clamping: Int(at(index).value))
    var first = Candidate(index, index + 1, .elidedMonth, .calendar(date))
    first.opensRange = true
    return first
  }
}

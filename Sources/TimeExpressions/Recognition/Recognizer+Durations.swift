/// Durations, and points that lie a duration away.
extension Recognizer {
  struct Amount {
    var value: TimeAmount
    var end: Int
    /// The unit is a plural.
    var isPlural: Bool
    /// The number is one, not an article.
    var isCounted: Bool
  }

  /// So many units: 45 days, a week, half a year, twenty-five years, 46-day, a couple of weeks.
  func amount(_ index: Int) -> Amount? {
    var next = index
    var tenths = 0
    var isCounted = true
    switch word(next) {
    case .a:
      next += 1
      switch word(next) {
      case .vague:
        tenths = Int(at(next).value) * 10
        next += word(next + 1) == .of ? 2 : 1
      case .half:
        return halved(next + 1)
      case .dozen, .hundred:
        tenths = Int(at(next).value) * 10
        next += 1
      case .just:
        guard word(next + 1) == .number || word(next + 1) == .numeral else { return nil }
        return amount(next + 1)
      default:
        tenths = 10
        isCounted = false
      }
    case .vague:
      tenths = Int(at(next).value) * 10
      next += word(next + 1) == .of ? 2 : 1
    case .half: return halved(next + 1)
    case .hundred where at(next).isPlural:
      next += word(next + 1) == .of ? 2 : 1
    case .number, .quantity, .numeral:
      guard !at(next).flags.contains(.odd), !isInsideNumber(next) else { return nil }
      tenths = Int(at(next).value) * 10
      let isNumeral = word(next) == .numeral
      next += 1
      if isNumeral, at(next - 1).value >= 20, word(next) == .dash || word(next) == .numeral {
        let unit = word(next) == .dash ? next + 1 : next
        if word(unit) == .numeral, at(unit).value < 10 {
          tenths += Int(at(unit).value) * 10
          next = unit + 1
        }
      } else if word(next) == .stop, isTight(next), word(next + 1) == .number,
        at(next + 1).digits == 1
      {
        tenths += Int(at(next + 1).value)
        next += 2
      } else if word(next) == .and, word(next + 1) == .a, word(next + 2) == .half {
        tenths += 5
        next += 3
      }
      if word(next) == .hundred, !at(next).isPlural {
        tenths = min(tenths, 1_000_000) * Int(at(next).value)
        next += 1
      } else if word(next) == .dozen {
        tenths *= 12
        next += 1
      }
    default: return nil
    }
    let isHyphenated = word(next) == .dash && isTight(next)
    if isHyphenated { next += 1 }
    // “two full days”, “another nine successive weeks”
    let skips =
      word(next) == .other && !at(next).isCapital && isCounted && !isHyphenated
      && word(next + 1) == .unit && at(next + 1).isPlural
    if skips { next += 1 }
    guard word(next) == .unit, let unit = unit(next), unit != .quarter else { return nil }
    if tenths == 0, !at(next).isPlural { return nil }
    if unit == .weekend || unit == .minute, !isCounted { return nil }
    return Amount(
      value: TimeAmount(tenths: tenths, unit), end: next + 1, isPlural: at(next).isPlural,
      isCounted: isCounted)
  }

  private func halved(_ index: Int) -> Amount? {
    var next = index
    if word(next) == .a || (word(next) == .dash && isTight(next)) { next += 1 }
    guard word(next) == .unit, !at(next).isPlural, let unit = unit(next) else { return nil }
    return Amount(
      value: TimeAmount(tenths: 5, unit), end: next + 1, isPlural: false, isCounted: true)
  }

  func duration(_ index: Int) -> Candidate? {
    var next = index
    var modifier: TimeExpression.Modifier?
    switch (word(next), word(next + 1)) {
    case (.moreThan, .than):
      modifier = .moreThan
      next += 2
    case (.lessThan, .than):
      modifier = .lessThan
      next += 2
    case (.at, .least), (.at, .most):
      modifier = word(next + 1) == .least ? .equalOrMore : .equalOrLess
      next += 2
    case (.moreThan, _):
      modifier = .moreThan
      next += 1
    case (.lessThan, _):
      modifier = .lessThan
      next += 1
    case (.approximately, _):
      modifier = .approximate
      next += 1
    case (.the, .number), (.the, .numeral):
      // “the 90 years”, but “the 46-day battle”
      if word(index + 2) == .dash { return nil }
      next += 1
    case (.a, .unit) where word(index + 2) == .dash:
      // “a [year-long] trial”
      return nil
    default: break
    }
    guard let amount = amount(next) ?? vagueAmount(next, alone: next == index) else { return nil }
    var candidate = Candidate(index, amount.end, .duration, .amount(amount.value))
    candidate.kind = .duration
    candidate.modifier = modifier
    return placed(candidate, amount)
  }

  /// “Days”, “years”; “year-long”.
  private func vagueAmount(_ index: Int, alone: Bool) -> Amount? {
    guard word(index) == .unit, let unit = unit(index) else { return nil }
    // “light-years”, “13.8 billion years”
    switch word(index - 1) {
    case .counted, .hundred: return nil
    case .dash where isTight(index - 1): return nil
    default: break
    }
    if at(index).isPlural {
      guard unit != .second, unit != .weekend, !at(index).isCapital || index == 0 else {
        return nil
      }
      return Amount(
        value: TimeAmount(tenths: 0, unit), end: index + 1, isPlural: true, isCounted: false)
    }
    guard alone, word(index + 1) == .dash, isTight(index + 1), word(index + 2) == .long else {
      return nil
    }
    return Amount(
      value: TimeAmount(1, unit), end: index + 1, isPlural: false, isCounted: false)
  }

  /// The duration with what follows it: “ago”, “later”, “before that”, “long”; nil for an age.
  private func placed(_ duration: Candidate, _ amount: Amount) -> Candidate? {
    var candidate = duration
    var next = amount.end
    if word(next) == .dash, isTight(next) {
      if word(next + 1) == .old { return nil }
      if word(next + 1) == .long { candidate.end = next + 2 }
      return candidate
    }
    switch word(next) {
    case .old: return nil
    case .and, .or:
      // “children of six months and older”
      if word(next + 1) == .older { return nil }
      return candidate
    case .long:
      candidate.end = next + 1
      return candidate
    case .ago, .hence:
      return shifted(candidate, amount, word(next) == .ago ? -1 : 1, .document, next + 1)
    case .from where word(next + 1) == .now:
      return shifted(candidate, amount, 1, .document, next + 2)
    case .later: return shifted(candidate, amount, 1, .narrative, next + 1)
    case .earlier:
      // “a month earlier than usual”
      if word(next + 1) == .than { return candidate }
      return shifted(candidate, amount, -1, .narrative, next + 1)
    case .after, .before:
      let sign = word(next) == .after ? 1 : -1
      if isClause(next + 1) {
        return shifted(candidate, amount, sign, .narrative, next + 1)
      }
      candidate.relation = sign
      return candidate
    default:
      // “five years’ probation”
      if word(next) == .apostrophe, amount.isPlural, !at(next).isSpaced, at(next + 1).isSpaced {
        next += 1
        candidate.end = next
      }
      return candidate
    }
  }

  private func shifted(
    _ duration: Candidate, _ amount: Amount, _ sign: Int, _ base: Candidate.Base, _ end: Int
  ) -> Candidate {
    var candidate = duration
    candidate.end = end
    candidate.kind = amount.value.unit < .day ? .time : .date
    candidate.rule = base == .document ? .ago : .later
    candidate.meaning = .shift(amount.value, sign, base)
    return candidate
  }
}

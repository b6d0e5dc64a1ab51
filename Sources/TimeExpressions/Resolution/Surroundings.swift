/// What an expression takes from its neighbours in the sentence: the year of a list or a range, a
/// citation, an outlook.
struct Surroundings {
  let tokens: [Token]
  var found: [Candidate]
  let isNote: Bool

  /// How far back a rule looks, in tokens.
  private static let reach = 24

  private func word(_ index: Int) -> Word {
    index >= 0 && index < tokens.count ? tokens[index].word : .sentenceEnd
  }

  mutating func settle() {
    for place in found.indices {
      findRange(place)
      found[place].isAhead = isAhead(found[place].first)
      found[place].isAside = isAside(found[place])
    }
    lendYears()
    for place in found.indices.dropLast() where found[place].opensRange {
      guard let start = found[place].date, let end = found[place + 1].date, end.year == 0,
        start.part == end.part, start.part == .month
      else { continue }
      found[place].rangeEnd = end
    }
    for place in found.indices { found[place].isCitation = isCitation(place) }
  }

  /// “From July 1 to July 3”, “between March and May”, “July 1 - August 2”.
  private mutating func findRange(_ place: Int) {
    guard place + 1 < found.count, !found[place].opensRange else { return }
    let (first, second) = (found[place], found[place + 1])
    guard isDate(first), isDate(second) else { return }
    var joint = first.end
    if word(joint) == .comma { joint += 1 }
    guard second.first == joint + 1 || (second.first == joint + 2 && word(joint + 1) == .on) else {
      return
    }
    let opening = word(first.first - 1)
    switch word(joint) {
    case .dash: found[place].opensRange = tokens[joint].value < 2
    case .to, .until:
      found[place].opensRange = opening == .from || isSameKind(first, second)
    case .and: found[place].opensRange = opening == .between
    default: break
    }
  }

  private func isDate(_ candidate: Candidate) -> Bool {
    switch candidate.meaning {
    case .calendar, .step, .named, .dayOfMonth: true
    default: false
    }
  }

  private func isSameKind(_ first: Candidate, _ second: Candidate) -> Bool {
    guard let first = first.date, let second = second.date else { return false }
    return first.part == second.part && (first.day > 0) == (second.day > 0)
  }

  /// “April to June 1968”, “the spring and early summer of 1943”: the year stands with the last.
  private mutating func lendYears() {
    for place in found.indices.dropLast().reversed() {
      guard var date = found[place].date, date.year == 0,
        date.part == .month || date.part == .season,
        !found[place].takesNarrativeYear, let next = found[place + 1].date, next.year != 0,
        next.part == .month || next.part == .season
      else { continue }
      let gap = found[place].end..<max(found[place].end, found[place + 1].first)
      guard !gap.isEmpty, gap.count <= 2, gap.allSatisfy({ isJoint(word($0)) }) else { continue }
      date.year = next.year
      if found[place].opensRange, date.part == next.part,
        (date.number, date.day) > (next.number, next.day)
      {
        date.year -= 1
      }
      found[place].meaning = .calendar(date)
      found[place].rule = .lentYear
    }
  }

  private func isJoint(_ word: Word) -> Bool {
    switch word {
    case .dash, .to, .and, .or, .until, .comma, .from: true
    default: false
    }
  }

  private func isAside(_ candidate: Candidate) -> Bool {
    switch candidate.meaning {
    case .shift(_, let sign, _): return sign < 0
    case .step(_, let steps, .narrative): return steps < 0
    case .calendar(let date):
      switch word(candidate.first - 1) {
      case .since: return true
      case .the, .a, .pronoun:
        return date.part == .none && date.scale == .year && word(candidate.end) == .other
      default: return false
      }
    default: return false
    }
  }

  /// Whether a word of intention stands before the token in its sentence, or “until” beside it.
  private func isAhead(_ index: Int) -> Bool {
    var place = index - 1
    let isUntil = word(place) == .until || word(place - 1) == .until && word(place) == .the
    var isPast = false
    let limit = max(0, index - Self.reach)
    scan: while place >= limit {
      let token = tokens[place]
      switch token.word {
      case .intention: return true
      case .sentenceEnd, .semicolon: break scan
      case .stop
      where tokens[place + 1].isSpaced && tokens[place + 1].isCapital && word(place - 1) != .month:
        break scan
      case .to
      where isUntil && !isPast && tokens[place + 1].word == .other && !tokens[place + 1].isCapital:
        // “a programme to run through June”
        return true
      case .function: isPast = isPast || token.value == 2
      default: isPast = isPast || token.flags.contains(.past)
      }
      place -= 1
    }
    // “He served until July” looks back, “it runs until July” ahead.
    return isUntil && !isPast
  }

  /// Whether the date dates a reference: “(Outlet, October 13, 15)”, “accessed November 12”, and in
  /// a note what stands behind a comma or at its end.
  private func isCitation(_ place: Int) -> Bool {
    let candidate = found[place]
    switch candidate.meaning {
    case .calendar, .dayOfMonth: break
    default: return false
    }
    let before = word(candidate.first - 1)
    if before == .reading || before == .see
      || before == .on && word(candidate.first - 2) == .reading
    {
      return true
    }
    if place > 0, found[place - 1].isCitation,
      candidate.first - found[place - 1].end <= 2,
      (found[place - 1].end..<candidate.first).allSatisfy({ isJoint(word($0)) })
    {
      return true
    }
    guard before == .comma || before == .open && isNote else {
      return isNote && candidate.end >= tokens.count - 1 && before != .preposition && before != .on
    }
    switch word(candidate.end) {
    case .close, .comma, .semicolon, .stop, .sentenceEnd, .dash, .and: break
    default: return false
    }
    if isNote { return true }
    var start = candidate.first - 1
    let limit = max(0, candidate.first - Self.reach)
    while start >= limit {
      switch tokens[start].word {
      case .open, .semicolon:
        // “(see EDM, October 13)”
        let skipped = word(start + 1) == .see && start + 2 < tokens.count ? 2 : 1
        let first = tokens[min(start + skipped, tokens.count - 1)]
        switch first.word {
        case .month, .weekday, .season, .day, .on, .at, .from, .since, .until, .between, .early,
          .late, .mid, .preposition, .function, .pronoun:
          return false
        default: return first.isCapital
        }
      case .close: return false
      default: start -= 1
      }
    }
    return false
  }
}

/// Finds noun phrases by closed lists and capitals. Every search is bounded, so that the cost of a
/// paragraph stays linear in its tokens.
struct PhraseFinder {
  /// No phrase is longer, in tokens.
  static let longest = 16

  let text: ParagraphText
  let names: [NameMention]
  let keyWords: KeyWords

  private let tokens: [Token]

  init(text: ParagraphText, names: [NameMention], keyWords: KeyWords) {
    self.text = text
    self.names = names
    self.keyWords = keyWords
    tokens = text.tokens
  }

  /// The phrase that ends with the token `end` and starts no earlier than `floor`; nil where what
  /// stands there cannot be a subject.
  /// `joins`: a name that “and” joins to it belongs to it.
  func phrase(endingAt end: Int, floor: Int, joins: Bool = true) -> Phrase? {
    var end = end
    var complement: Range<Int>?
    for _ in 0..<4 {
      guard let chunk = chunk(endingAt: end, floor: floor) else { return nil }
      let before = chunk.lowerBound - 1
      guard before >= floor, text.isWord(before, .preposition),
        !mayBeginClause(before, floor: floor)
      else {
        var phrase = head(of: chunk)
        phrase?.complement = complement
        if joins, let found = phrase { phrase = coordinated(found, floor: floor) }
        return phrase
      }
      // “In a television interview Smith said”: a name behind a noun stands for itself.
      if let split = trailingName(of: chunk), split.lowerBound > chunk.lowerBound {
        let previous = tokens[split.lowerBound - 1]
        if previous.kind == .word, !previous.isNameLike,
          previous.classes.isDisjoint(with: [.role, .title, .determiner, .people])
        {
          return name(split, in: split)
        }
      }
      guard before > floor else { return nil }
      if tokens[before].hash == keyWords.of, tokens[before - 1].isWord([.title, .role]),
        let person = officeHolder(in: chunk)
      {
        return person
      }
      complement = chunk
      end = before - 1
    }
    return nil
  }

  /// `As Smith put it`: a word that is a preposition elsewhere, and here begins a clause.
  private func mayBeginClause(_ index: Int, floor: Int) -> Bool {
    guard text.isWord(index, .subordinator) else { return false }
    guard index > floor else { return true }
    return tokens[index - 1].kind == .comma || tokens[index - 1].kind == .quote
  }

  /// `Minister of Defense Ann Smith`: the name behind what the office is of.
  private func officeHolder(in chunk: Range<Int>) -> Phrase? {
    let last = chunk.upperBound - 1
    guard tokens[last].isNameLike, !tokens[last].isPossessive else { return nil }
    var lower = chunk.lowerBound
    if tokens[last].name >= 0 {
      guard names[Int(tokens[last].name)].kind == .person else { return nil }
      while tokens[lower].name != tokens[last].name { lower += 1 }
    } else {
      while lower < last, tokens[lower].isWord([.portfolio, .determiner]) { lower += 1 }
    }
    guard lower > chunk.lowerBound else { return nil }
    return name(lower..<last + 1, in: lower..<last + 1)
  }

  /// A run of words without preposition, verb or conjunction that ends at `end`.
  private func chunk(endingAt end: Int, floor: Int) -> Range<Int>? {
    var index = end
    // “Smith (D-Wis.)”, “Jones [4]”
    while index > floor, tokens[index].kind == .close {
      var open = index - 1
      while open > floor, index - open < Self.longest, tokens[open].kind != .open { open -= 1 }
      guard tokens[open].kind == .open else { return nil }
      index = open - 1
    }
    let last = index
    while index >= floor, last - index < Self.longest {
      let token = tokens[index]
      if token.kind == .number || token.kind == .other {
        index -= 1
        continue
      }
      guard token.kind == .word else { break }
      if token.isNameLike {
        index -= 1
        continue
      }
      if token.isWord(.determiner) {
        if token.isWord(.preposition) { break }
        index -= 1
        if !text.isWord(index, .determiner) { break }
        continue
      }
      if isParticle(index, floor: floor) {
        index -= 1
        continue
      }
      guard token.classes.isDisjoint(with: .function) else { break }
      if token.isWord(.temporal), token.isCapital { break }
      if token.isWord([.finite, .gerund]),
        !token.isWord([.nominal, .role, .title, .participle, .document])
      {
        break
      }
      if token.isWord([.finite]), !token.isCapital, index == last || !mayBeAdjective(index) {
        if !token.isWord(.nominal) { break }
      }
      index -= 1
    }
    let lower = max(index + 1, floor)
    guard lower <= last else { return nil }
    return lower..<last + 1
  }

  /// `the accused official`: a past form between an article and a noun.
  private func mayBeAdjective(_ index: Int) -> Bool {
    text.isWord(index - 1, .determiner) && tokens[index].isWord([.participle, .nominal])
  }

  private func isParticle(_ index: Int, floor: Int) -> Bool {
    guard index > floor, index + 1 < tokens.count, tokens[index].isWord(.particle) else {
      return false
    }
    return tokens[index + 1].isNameLike && tokens[index - 1].isNameLike
  }

  /// The phrase that begins with the token `start` and ends before `ceiling`.
  func phrase(startingAt start: Int, ceiling: Int) -> Phrase? {
    var index = start
    let limit = min(ceiling, start + Self.longest)
    guard index < limit, tokens[index].kind == .word || tokens[index].kind == .number else {
      return nil
    }
    if let pronoun = pronoun(at: index) { return pronoun }
    while index < limit, text.isWord(index, .determiner), !tokens[index].isWord(.preposition) {
      index += 1
    }
    let content = index
    var hasName = false
    while index < limit {
      let token = tokens[index]
      if token.kind == .number || token.kind == .other {
        index += 1
        continue
      }
      guard token.kind == .word else { break }
      if token.isNameLike {
        // A name in possession goes on: “Smith’s campaign”.
        hasName = true
        index += 1
        continue
      }
      if token.hash == keyWords.of, index > content, index + 1 < limit,
        tokens[index - 1].isWord([.title, .role]), tokens[index + 1].isNameLike
      {
        index += 1
        continue
      }
      if index > content, isParticle(index, floor: start) {
        index += 1
        continue
      }
      guard token.classes.isDisjoint(with: .function), !token.isWord(.temporal) else { break }
      if token.isWord([.finite, .gerund]), !token.isWord([.role, .title, .document]) {
        guard token.isWord(.nominal), index == content, !hasName else { break }
      }
      let previous = index > start ? tokens[index - 1] : nil
      if hasName, previous?.isNameLike == true, previous?.isPossessive == false,
        token.classes.isDisjoint(with: [
          .role, .title, .organisation, .document, .people, .plural, .speechNoun,
        ])
      {
        break
      }
      if !hasName, index > content, !tokens[index - 1].isPossessive,
        tokens[index - 1].isWord([.role, .organisation, .document, .people, .plural]),
        token.classes.isDisjoint(with: [.role, .title, .organisation, .document, .people])
      {
        break
      }
      index += 1
    }
    guard index > content else {
      return index > start && text.isWord(start, .people)
        ? Phrase(kind: .description, tokens: start..<index, head: start..<index) : nil
    }
    return head(of: start..<index)
  }

  /// The name that ends with the token `end`, whatever governs it.
  func name(endingAt end: Int, floor: Int) -> Phrase? {
    guard let chunk = chunk(endingAt: end, floor: floor), let run = trailingName(of: chunk) else {
      return nil
    }
    return name(run, in: run)
  }

  /// `with experts` before `saying`: the phrase that ends with the token `end`, if “with” governs it.
  func companion(endingAt end: Int, floor: Int) -> Phrase? {
    guard end > floor, let chunk = chunk(endingAt: end, floor: floor), chunk.lowerBound > floor,
      tokens[chunk.lowerBound - 1].hash == keyWords.with
    else { return nil }
    return head(of: chunk)
  }

  /// The pronoun at `index`, if one stands there that can speak.
  func pronoun(at index: Int) -> Phrase? {
    guard text.isWord(index, [.singularPronoun, .pluralPronoun]) else { return nil }
    return Phrase(kind: .pronoun, tokens: index..<index + 1, head: index..<index + 1)
  }

  /// The capitals at a chunk's end, without titles.
  private func trailingName(of chunk: Range<Int>) -> Range<Int>? {
    let last = chunk.upperBound - 1
    guard tokens[last].isNameLike, !tokens[last].isPossessive else { return nil }
    var lower = last
    while lower > chunk.lowerBound {
      let previous = tokens[lower - 1]
      if previous.isPossessive { break }
      if previous.isNameLike || isParticle(lower - 1, floor: chunk.lowerBound) {
        lower -= 1
      } else if previous.kind == .other, lower - 2 >= chunk.lowerBound,
        tokens[lower - 2].isNameLike
      {
        lower -= 1
      } else {
        break
      }
    }
    return lower..<last + 1
  }

  /// What a chunk is called by.
  private func head(of chunk: Range<Int>) -> Phrase? {
    if let run = trailingName(of: chunk) { return name(run, in: chunk) }
    return description(chunk)
  }

  private func name(_ run: Range<Int>, in chunk: Range<Int>) -> Phrase? {
    let last = run.upperBound - 1
    if tokens[last].name >= 0 {
      let number = tokens[last].name
      var lower = last
      while lower > chunk.lowerBound, tokens[lower - 1].name == number { lower -= 1 }
      let kind: Phrase.Kind
      switch names[Int(number)].kind {
      case .person: kind = .person
      case .organisation: kind = .organisation
      case .other: kind = .other
      }
      return Phrase(kind: kind, tokens: chunk, head: lower..<last + 1, name: number)
    }
    if tokens[last].isWord(.organisation), run.count > 1 || !tokens[last].isWord([.role, .title]) {
      return Phrase(kind: .organisation, tokens: chunk, head: run)
    }
    var lower = run.lowerBound
    var hasTitle = chunk.lowerBound < lower && tokens[lower - 1].isWord([.title, .role])
    // Titles, and names of what the title belongs to, stand before the person's name.
    var index = last
    while index >= run.lowerBound {
      if index < last,
        tokens[index].isWord(.title) || index == run.lowerBound && tokens[index].isWord(.portfolio)
      {
        lower = index + 1
        hasTitle = true
        break
      }
      if index < last, tokens[index].name >= 0 {
        lower = index + 1
        break
      }
      index -= 1
    }
    if lower == last, tokens[last].isWord([.title, .role, .people, .speechNoun, .document]) {
      // “the President”, “Republicans”, “Comment”
      return description(chunk)
    }
    var kind = Phrase.Kind.person
    if !hasTitle, tokens[last].isAcronym || lower < last && tokens[lower].isWord(.organisation) {
      kind = .organisation
    }
    return Phrase(kind: kind, tokens: chunk, head: lower..<last + 1)
  }

  /// A phrase whose last word is a common noun. A bare one must be of a kind that speaks.
  private func description(_ chunk: Range<Int>) -> Phrase? {
    let last = tokens[chunk.upperBound - 1]
    guard last.kind == .word, !last.isPossessive else { return nil }
    let first = tokens[chunk.lowerBound]
    let speaks: WordClass = [.role, .title, .organisation, .people, .plural, .document]
    if chunk.count == 1, last.isWord(.determiner), !last.isWord(.people) { return nil }
    let hasArticle =
      first.isWord(.determiner) || first.kind == .number || first.isPossessive
      || first.isNameLike
    guard hasArticle || last.isWord(speaks) || last.endsInS else { return nil }
    if last.isWord([.temporal, .adverb]) || last.endsInLy && !last.isWord(speaks) { return nil }
    return Phrase(kind: .description, tokens: chunk, head: chunk)
  }

  /// Whether another name is joined to this one by “and”.
  private func coordinated(_ phrase: Phrase, floor: Int) -> Phrase {
    let and = phrase.tokens.lowerBound - 1
    guard phrase.kind != .description, phrase.kind != .pronoun, and > floor,
      tokens[and].hash == keyWords.and, let left = chunk(endingAt: and - 1, floor: floor),
      let other = trailingName(of: left)
    else { return phrase }
    let before = left.lowerBound - 1
    guard before < floor || tokens[before].kind == .comma || tokens[before].hash == keyWords.that
    else { return phrase }
    var result = phrase
    result.isCoordinated = true
    result.name = -1
    result.head = other.lowerBound..<phrase.head.upperBound
    result.tokens = left.lowerBound..<phrase.tokens.upperBound
    return result
  }
}

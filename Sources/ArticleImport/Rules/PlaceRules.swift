internal import DossierModel

/// A summary between the title and the byline.
struct StandfirstAboveByline: CaptureRule {
  static let id = "standfirst-above-byline"
  static let about = """
    A line of six words or more directly below the title that ends a sentence or has ten words, with a \
    stamp, a byline or a caption between it and the text. The first paragraph itself stays body.
    """

  func apply(to reading: inout CaptureReading) {
    guard let first = reading.firstParagraph else { return }
    // The title may be repeated between the standfirst and the text.
    for title in [reading.titleUnit, reading.headUnit] {
      if let title, title < first, mark(below: title, first, &reading) { return }
    }
  }

  private func mark(below title: Int, _ first: Int, _ reading: inout CaptureReading) -> Bool {
    for unit in (title + 1..<first + 1).prefix(4) where reading.isFree(unit) {
      let measured = reading.units[unit]
      guard measured.tokens >= 6, measured.tokens <= 60,
        measured.endsSentence || measured.tokens >= 10
      else { continue }
      let bylineBelow = (unit + 1..<min(unit + 5, reading.units.count)).contains {
        let lineClass = reading.verdicts[$0]?.lineClass
        return lineClass == .byline || lineClass == .stamp
      }
      if bylineBelow {
        reading.mark(unit, .standfirst, Self.id)
        return true
      }
    }
    return false
  }
}

/// A summary between the byline and the text.
struct StandfirstBelowByline: CaptureRule {
  static let id = "standfirst-below-byline"
  static let about = """
    The first line below title and byline or stamp, of 6 to 45 words, if running text comes next and \
    something says that it begins there: it has a drop cap or a dateline, a share bar stands between, or \
    the line has ten words, a verb and no full stop. A picture alone between two paragraphs says \
    nothing.
    """

  func apply(to reading: inout CaptureReading) {
    guard let head = reading.headUnit,
      let unit = reading.units.indices.first(where: { $0 > head && reading.isFree($0) }),
      unit <= head + 8, reading.main.contains(unit) || unit < reading.main.lowerBound
    else { return }
    let above = (head + 1..<unit).contains {
      let lineClass = reading.verdicts[$0]?.lineClass
      return lineClass == .byline || lineClass == .stamp
    }
    let measured = reading.units[unit]
    guard above, (6...45).contains(measured.tokens), !measured.endsColon,
      measured.markup == .plain,
      !reading.verdicts.contains(where: { $0?.lineClass == .standfirst }),
      let next = reading.units.indices.first(where: { $0 > unit && reading.isFree($0) }),
      next <= unit + 4, reading.isProse(next)
    else { return }
    let between = (unit + 1..<next).contains { reading.verdicts[$0]?.rule == ShareBar.id }
    let bytes = reading.text.bytes
    let opening = reading.units[next]
    let isOpen =
      between || DropCap.gap(bytes, opening.start, opening.end) != nil
      || hasDateline(next, reading)
      || !measured.endsSentence && measured.tokens >= 10
        && FiniteVerbs.occur(in: reading.slice(unit))
    if isOpen { reading.mark(unit, .standfirst, Self.id) }
  }

  /// `HARBOUR, Norland (Wire) — The …`: capitals at the start and a dash within the first ten words.
  private func hasDateline(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let slice = reading.slice(unit).prefix(10)
    guard let first = slice.first, first.traits.contains(.allCapitals), first.end - first.start >= 3
    else { return false }
    return zip(slice, slice.dropFirst()).contains { left, right in
      let gap = reading.text.bytes[Int(left.end)..<max(Int(left.end), Int(right.start))]
      let isDash =
        gap.contains(0x2D) && gap.contains(0x20)
        || zip(gap, gap.dropFirst()).contains { $0 == 0x80 && ($1 == 0x93 || $1 == 0x94) }
      return isDash && right.isCapitalised
    }
  }
}

/// Widgets in another language than the article's.
struct OtherScript: CaptureRule {
  static let id = "other-script"
  static let about = """
    A line of at most eight words that ends no sentence and is written in another script than the \
    article, or outside the article with letters that English does not have. A name in its own script \
    inside a sentence is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    guard let language = reading.language else { return }
    let own = script(of: FunctionWords.languages[language])
    for unit in reading.units.indices where reading.isFree(unit) {
      let measured = reading.units[unit]
      guard measured.tokens <= 8, unit != reading.titleUnit else { continue }
      let slice = reading.slice(unit).filter { !$0.isNumber }
      let foreign = slice.filter { script($0) != own }.count
      if foreign * 2 > slice.count, !measured.endsSentence || !reading.main.contains(unit) {
        reading.mark(unit, .chrome, Self.id)
      } else if !reading.main.contains(unit), own.isEmpty,
        FunctionWords.languages[language] == "en", slice.contains(where: { isMarked($0, reading) })
      {
        reading.mark(unit, .chrome, "other-language")
      }
    }
  }

  private func script(of language: String) -> Word.Traits {
    switch language {
    case "ru", "uk": .cyrillic
    case "hy": .armenian
    case "ar", "fa": .arabic
    default: []
    }
  }

  private func script(_ word: Word) -> Word.Traits {
    word.traits.intersection([.cyrillic, .armenian, .arabic])
  }

  private func isMarked(_ word: Word, _ reading: CaptureReading) -> Bool {
    reading.text.bytes[Int(word.start)..<Int(word.end)].contains { $0 >= 0x80 }
  }
}

/// Lists of links inside the article.
struct LinkList: CaptureRule {
  static let id = "link-list"
  static let about = """
    Three or more lines in a row inside the article that end no sentence and have at most twenty words, \
    not below a line that ends in a colon and not list items of Markdown. One or two such lines are \
    subheadings or captions.
    """

  func apply(to reading: inout CaptureReading) {
    var run: [Int] = []
    func close() {
      guard run.count >= 3, let first = run.first else { return }
      if first > 0, reading.units[first - 1].endsColon { return }
      for unit in run { reading.mark(unit, .chrome, Self.id) }
    }
    for unit in reading.main {
      let measured = reading.units[unit]
      guard reading.isFree(unit) else {
        if reading.verdicts[unit]?.lineClass != .chrome { run.removeAll() }
        continue
      }
      if measured.markup == .plain, !measured.endsSentence, !measured.endsColon,
        measured.tokens <= 20
      {
        run.append(unit)
      } else {
        close()
        run.removeAll()
      }
    }
    close()
  }
}

/// What stands above, below and beside the article.
struct OutsideArticle: CaptureRule {
  static let id = "outside-article"
  static let about = """
    What no rule has classed above or below the article is chrome: `above-article` before the title, \
    `below-article` after the last paragraph. A sentence of six words between title and text that the \
    density left out is the standfirst.
    """

  func apply(to reading: inout CaptureReading) {
    let title = reading.headUnit ?? -1
    for unit in reading.units.indices where reading.isFree(unit) {
      if unit < title {
        reading.mark(unit, .chrome, "above-article")
      } else if unit < reading.main.lowerBound {
        let measured = reading.units[unit]
        if title >= 0, unit <= title + 4, measured.endsSentence, measured.tokens >= 6 {
          reading.mark(unit, .standfirst, "standfirst-below-title")
        } else {
          reading.mark(unit, .chrome, "above-article")
        }
      } else if unit >= reading.main.upperBound {
        reading.mark(unit, .chrome, "below-article")
      }
    }
  }
}

/// What remains is the article.
struct BodyText: CaptureRule {
  static let id = "body"
  static let about = """
    What no rule has classed inside the article is body: `paragraph` if it ends a sentence, `list-item` \
    or `subheading` if not; a line of one or two words right below the title is a `stray-label`.
    """

  func apply(to reading: inout CaptureReading) {
    let first = reading.firstParagraph ?? 0
    for unit in reading.units.indices where reading.isFree(unit) {
      let measured = reading.units[unit]
      if measured.endsSentence || measured.tokens > 20 {
        reading.mark(unit, .body, "paragraph")
      } else if unit < first, measured.tokens <= 3, measured.markup == .plain {
        reading.mark(unit, .chrome, "stray-label")
      } else {
        reading.mark(unit, .body, measured.endsColon ? "paragraph" : "subheading")
      }
    }
  }
}

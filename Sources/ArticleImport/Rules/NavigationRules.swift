internal import DossierModel

/// A line of links between bars or arrows.
struct LinkBar: CaptureRule {
  static let id = "link-bar"
  static let about = """
    A line with two or more `|`, `»`, `›`, `>`, `·` between pieces of few words, or one of at most \
    eight words that ends in such a mark or sets one between short pieces (`Home » World`). Sentences \
    are left alone, and a title with one `|` before its site's name.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.isFree(unit) {
      let measured = reading.units[unit]
      guard measured.separators > 0, !measured.endsSentence || measured.separators >= 3,
        !StampShape.hasDate(unit, reading)
      else { continue }
      let pieces = measured.separators + 1
      let isBar = measured.separators >= 2 && measured.tokens <= pieces * 4
      if isBar || measured.tokens <= 4 && endsWithSeparator(measured, reading) {
        reading.mark(unit, .chrome, Self.id)
      }
    }
  }

  private func endsWithSeparator(_ unit: CaptureUnit, _ reading: CaptureReading) -> Bool {
    let start = UTF8Bytes.start(reading.text.bytes, before: unit.end, from: unit.start)
    return [0x7C, 0xBB, 0x203A, 0x3E].contains(UTF8Bytes.scalar(reading.text.bytes, start).value)
  }
}

/// A menu.
struct NavigationBlock: CaptureRule {
  static let id = "navigation-block"
  static let about = """
    Five or more lines in a row (blank lines aside) of at most three words that end no sentence. \
    Four are left alone; stamps and bylines break the row.
    """

  func apply(to reading: inout CaptureReading) {
    var start = 0
    var unit = 0
    func isEntry(_ unit: Int) -> Bool {
      let measured = reading.units[unit]
      return measured.tokens <= 3 && !measured.endsSentence
        && reading.verdicts[unit].map { $0.lineClass == .chrome } ?? true
    }
    var blocks: [Range<Int>] = []
    while unit <= reading.units.count {
      if unit < reading.units.count, isEntry(unit) {
        unit += 1
        continue
      }
      if unit - start >= 5 { blocks.append(start..<unit) }
      unit += 1
      start = unit
    }
    for block in blocks {
      for unit in block { reading.mark(unit, .chrome, Self.id) }
    }
  }
}

/// Everything below the article that lists other articles or holds the readers' comments.
struct EndOfArticle: CaptureRule {
  static let id = "latest-headlines"
  static let about = """
    From a line that is just “Latest Headlines”, “Most read”, “Comments” … to the end of the capture, \
    if at least 60 words of prose stand above it and, for lists of other articles, no more than a \
    quarter of that below. In the middle of an article such a line alone is dropped.
    """

  func apply(to reading: inout CaptureReading) {
    var below = 0
    let start = (reading.headUnit ?? -1) + 1
    for unit in start..<reading.units.count where reading.isProse(unit) {
      below += reading.units[unit].tokens
    }
    var above = 0
    for unit in start..<reading.units.count {
      if reading.isProse(unit) {
        above += reading.units[unit].tokens
        below -= reading.units[unit].tokens
        continue
      }
      let measured = reading.units[unit]
      guard measured.tokens <= 7 || measured.tokens <= 30 && measured.digits > 0,
        !measured.endsSentence || measured.separators > 0
      else { continue }
      var slice = reading.slice(unit)
      while slice.first?.isNumber == true { slice = slice.dropFirst() }
      while slice.last?.isNumber == true { slice = slice.dropLast() }
      let counted = Self.commentCounts.starts(slice)
      let comments = counted || FurniturePhrases.afterArticle.isWhole(slice)
      let others =
        FurniturePhrases.listsOfOthers.isWhole(slice)
        || measured.tokens <= 6
          && Self.openings.starts(slice) && !slice.isEmpty
      guard comments || others else { continue }
      let isEnd =
        above >= 60
        && (counted || (comments ? above * 3 >= below : above >= below * 4))
      if isEnd {
        for rest in unit..<reading.units.count {
          reading.mark(rest, .chrome, comments ? "comments-section" : Self.id)
        }
        return
      }
      reading.mark(unit, .chrome, "list-of-others")
    }
  }

  private static let commentCounts = PhraseTable(
    """
    responses to, response to, thoughts on, thought on, comments on, comment on, comments for,
    replies to, commentaires sur, kommentare zu, комментариев к, коментарів до, comentarios en
    """)

  private static let openings = PhraseTable(
    """
    more from, more on, more stories, related stories, related articles, recommended for, most popular
    in, latest from, popular in, about the author, trending in, trending on, also in, mehr von, mehr
    aus, weitere
    """)
}

/// Comments without a heading.
struct CommentThread: CaptureRule {
  static let id = "comment-thread"
  static let about = """
    Below 60 words of prose, three or more lines that are only a stamp with an hour or an age (“2 hours \
    ago”), none more than 25 lines behind the one before: from the line above the first of them to the \
    end, readers comment or other articles are listed. One stamp below an article is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    var above = 0
    var next = (reading.headUnit ?? -1) + 1
    var chain: [Int] = []
    for stamp in reading.stamps where stamp.hasTime || stamp.date == nil {
      guard stamp.unit >= next, stamp.role == .plain else { continue }
      while next < stamp.unit {
        if reading.isProse(next), reading.isFree(next), chain.isEmpty {
          above += reading.units[next].tokens
        }
        next += 1
      }
      guard above >= 60 else { continue }
      if let last = chain.last, stamp.unit - last > 25 { chain.removeAll() }
      chain.append(stamp.unit)
      if chain.count == 3 {
        let start = chain[0] - 1
        let from = reading.isProse(start) ? chain[0] : start
        for unit in from..<reading.units.count { reading.mark(unit, .chrome, Self.id) }
        return
      }
    }
  }
}

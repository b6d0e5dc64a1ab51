internal import DossierModel

/// Why a datum of a text capture is not known: what was looked for, and what was seen and not believed.
/// Each reason is one clause that names lines, never words of the capture.
struct UnknownData {
  let reading: CaptureReading

  /// A reason for each datum that the article lacks. O(lines).
  func reasons(for article: Article) -> [Article.Datum: String] {
    var reasons: [Article.Datum: String] = [:]
    if article.title == nil { reasons[.title] = title }
    if article.publisher == nil { reasons[.publisher] = publisher }
    if article.author == nil { reasons[.author] = author }
    if article.published == nil { reasons[.published] = published }
    if article.language == nil { reasons[.language] = Self.language }
    return reasons
  }

  static let language =
    "the text has too few function words of any language that is known, or as many of two"

  private var title: String {
    guard let first = reading.firstParagraph, first > 0 else {
      return "no line stands above the first paragraph"
    }
    let count = TitleCandidates.all(reading).filter { reading.units[$0].tokens >= 3 }.count
    return count > 1
      ? "\(count) lines above the first paragraph might be the title, and nothing settles which"
      : "no line above the first paragraph reads as a title"
  }

  private var publisher: String {
    if let line = line(where: { $0.rule == CopyrightLine.id }) {
      return "line \(line) claims the rights, but nothing else says that its name is the outlet's"
    }
    return
      "no line names the outlet as one of its own: at the top, behind the title, as source, or "
      + "with the rights"
  }

  private var author: String {
    if let line = line(where: { $0.rule == BylineReading.id }) {
      return "the byline on line \(line) names no person"
    }
    if let line = line(where: { $0.rule == FollowLine.id }) {
      return "line \(line) asks to follow somebody, but names no single person"
    }
    return "no line is a byline, and no name stands alone below the text"
  }

  private var published: String {
    // The most telling stamp: one with a date first, then whatever there is.
    let stamp =
      reading.stamps.first { $0.date != nil && $0.role != .updated }
      ?? reading.stamps.first { $0.role == .updated } ?? reading.stamps.first
    guard let stamp else {
      return "no line is a stamp, and a date in the text is not taken for the article's"
    }
    let line = reading.line(stamp.unit)
    if stamp.role == .updated { return "line \(line) says when it was updated, not published" }
    guard let date = stamp.date else { return "line \(line) gives an age and no date" }
    if date.edtf == nil {
      switch date.form {
      case "ambiguous-numeric": return "day and month on line \(line) cannot be told apart"
      case "impossible-date": return "line \(line) names a day that no calendar has"
      default: return "the date on line \(line) has no year"
      }
    }
    return "the date on line \(line) does not stand where pages date themselves"
  }

  private func line(where matches: (CaptureReading.Verdict) -> Bool) -> Int? {
    reading.units.indices.first { reading.verdicts[$0].map(matches) ?? false }
      .map { reading.line($0) }
  }
}

extension Article {
  /// An article of which nothing was read, for one reason.
  static func unread(because reason: String) -> Article {
    var article = Article()
    for datum in Datum.allCases { article.reasons[datum] = reason }
    return article
  }
}

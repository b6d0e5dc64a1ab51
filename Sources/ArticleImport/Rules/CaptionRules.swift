internal import DossierModel

/// Captions that say so.
struct PhotoCaption: CaptureRule {
  static let id = "photo-caption"
  static let about = """
    A line of at most sixty words that names a photograph (“file photo”, “Photo: …”, “Image credit”) or \
    ends in brackets with an agency or a `/` in them (`[Ministry/Agency]`). A reference in brackets \
    (`(Daily, 3 May)`) is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    let start = reading.headUnit.map { $0 + 1 } ?? 0
    for unit in start..<max(start, reading.main.upperBound) where reading.isFree(unit) {
      guard reading.units[unit].tokens <= 60 else { continue }
      let slice = reading.slice(unit)
      if Self.parts.occurs(in: slice) {
        let isCredit = slice.count <= 3
        reading.mark(unit, isCredit ? .chrome : .caption, isCredit ? CreditLine.id : Self.id)
      } else if Self.labels.starts(slice), labelled(slice, reading) {
        reading.mark(unit, .caption, "photo-label")
      } else if endsWithCredit(unit, reading) {
        reading.mark(unit, .caption, "caption-credit")
      }
    }
  }

  /// Whether a colon, bar or bracket stands behind the first word or two.
  private func labelled(_ slice: ArraySlice<Word>, _ reading: CaptureReading) -> Bool {
    slice.prefix(2).contains { word in
      let end = Int(word.end)
      return end < reading.text.bytes.count && [0x3A, 0x7C, 0x2F].contains(reading.text.bytes[end])
    }
  }

  private func endsWithCredit(_ unit: Int, _ reading: CaptureReading) -> Bool {
    let measured = reading.units[unit]
    let bytes = reading.text.bytes
    var end = measured.end - 1
    if bytes[end] == 0x2E, end > measured.start { end -= 1 }
    guard bytes[end] == 0x5D || bytes[end] == 0x29 else { return false }
    let opener: UInt8 = bytes[end] == 0x5D ? 0x5B : 0x28
    guard let start = bytes[measured.start..<end].lastIndex(of: opener), end - start <= 120 else {
      return false
    }
    let inside = reading.slice(unit).filter { Int($0.start) > start }
    guard !inside.isEmpty, inside.count <= 12 else { return false }
    let slash =
      bytes[start..<end].contains(0x2F) && !inside.contains { $0.isNumber }
      && !bytes[start..<end].contains(0x2E)
    return slash
      || inside.contains { Self.agencies.contains($0.hash) } && inside.count <= 8
        && !inside.contains { $0.isNumber }
  }

  private static let parts = PhraseTable(
    """
    file photo, file photograph, file picture, file image, archive photo, handout photo, handout photo
    provided, photo by, photograph by, picture by, image by, photo credit, image credit, picture credit,
    image caption, getty images, photo courtesy, image courtesy, photo courtesy of, ap photo, afp photo,
    reuters photo, via reuters, via ap, via afp, via getty, picture alliance, stock photo, illustrative
    photo, illustrative image, archivbild, symbolbild, foto archiv, photo d archives, foto de archivo,
    imagen de archivo, архивное фото, фото из архива, архівне фото, arşiv fotoğrafı, arxiv şəkli,
    արխիվային լուսանկար, صورة أرشيفية, عکس آرشیوی, in this photo, in this picture
    """)

  private static let labels = PhraseTable(
    """
    photo, photos, image, picture, credit, foto, bild, photo by, фото, фотография, fotoğraf, լուսանկար,
    صورة, عکس, caption
    """)

  private static let agencies = Set(
    """
    reuters afp ap tass tasr anadolu epa efe dpa getty images photo picture image sputnik ria xinhua \
    interfax ukrinform belga ansa archive file photograph screenshot youtube фото тасс foto fotoğraf
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })
}

/// A credit without a caption.
struct CreditLine: CaptureRule {
  static let id = "credit-line"
  static let about = """
    A line of at most six words above or in the article that is only a credit (`Courtesy X`, \
    `Jane Roe/Agency`). A sentence is left alone.
    """

  func apply(to reading: inout CaptureReading) {
    let start = reading.headUnit.map { $0 + 1 } ?? 0
    for unit in start..<max(start, reading.main.upperBound) where reading.isFree(unit) {
      let measured = reading.units[unit]
      guard measured.tokens <= 6, !measured.endsSentence, !measured.endsColon else { continue }
      let slice = reading.slice(unit)
      let names = slice.allSatisfy { $0.isCapitalised }
      let slash = reading.text.bytes[measured.start..<measured.end].contains(0x2F)
      if Self.openers.starts(slice) || names && slash && slice.count >= 2 {
        reading.mark(unit, .chrome, Self.id)
      }
    }
  }

  private static let openers = PhraseTable("courtesy, courtesy of, credit, photograph, via getty")
}

/// A line without a verb between paragraphs.
struct VerblessCaption: CaptureRule {
  static let id = "caption-verbless"
  static let about = """
    A line between paragraphs that ends no sentence and has no verb of the list is a caption if it has \
    six words or more, or if more blank lines stand above it than above paragraphs (a picture stood \
    there). Shorter lines are subheadings and stay in the text.
    """

  func apply(to reading: inout CaptureReading) {
    let gap = usualGap(reading)
    for unit in reading.main where reading.isFree(unit) {
      let measured = reading.units[unit]
      guard measured.markup == .plain, !measured.endsSentence, !measured.endsColon,
        measured.tokens <= 24
      else { continue }
      let wide = measured.blanksAbove > gap && measured.tokens >= 3
      guard wide || measured.tokens >= 6, !FiniteVerbs.occur(in: reading.slice(unit)) else {
        continue
      }
      reading.mark(unit, .caption, Self.id)
    }
  }

  /// The most frequent number of blank lines above the article's prose.
  private func usualGap(_ reading: CaptureReading) -> Int {
    var counts = [0, 0, 0, 0]
    for unit in reading.main.dropFirst() where reading.isProse(unit) {
      counts[min(reading.units[unit].blanksAbove, 3)] += 1
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return best
  }
}

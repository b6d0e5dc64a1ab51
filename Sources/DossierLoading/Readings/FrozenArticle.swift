import ArticleImport
package import Diagnostics
package import DossierModel
package import FileTree

/// A capture as today's rules read it, its paragraphs those that were frozen.
///
/// In a capture with the bytes that were frozen, each frozen paragraph is there: as today's rules read
/// it, or where they read none, by the bytes it had. In a capture with other bytes only those are there
/// whose text is. What today's rules read beyond that has no number, and is no paragraph.
package struct FrozenArticle: Sendable {
  package let article: Article
  /// Locators of paragraphs that were lost before.
  package let lost: [String]
  /// Whether the capture's bytes are those that were frozen.
  package let isSameCapture: Bool
  private let moves: [Move]
  private let capture: SourceFile

  /// A difference between what was frozen and what today's rules read.
  private struct Move {
    let text: String
    /// Where it is in the capture as it is now.
    let offset: Int?
  }

  /// O(capture) where something moved, else O(paragraphs + their text).
  ///
  /// - Parameters:
  ///   - read: as today's rules read the capture.
  ///   - capture: its file as it is now, with its hash.
  package init(_ read: Article, frozen: FrozenReading, capture: SourceFile, digest: Digest) {
    let isSame = digest == frozen.digest
    let match = ParagraphMatch(frozen.paragraphs, with: read.paragraphs, isSameCapture: isSame)
    self.capture = capture
    isSameCapture = isSame
    var passages: CapturePassages??
    var paragraphs: [Article.Paragraph] = []
    var moves: [Move] = []
    var isKnown = [Bool](repeating: false, count: read.paragraphs.count)
    for (index, old) in frozen.paragraphs.enumerated() where old.standing != .lost {
      guard let found = match.today[index] else {
        guard isSame else {
          moves.append(Move(text: "\(old.locator) is not in it any more", offset: nil))
          continue
        }
        let reader =
          passages
          ?? CapturePassages(
            capture, encoding: read.encoding.map { StatedEncoding($0.value, by: .editor) })
        passages = .some(reader)
        // Bytes that hold no text at all cannot have been a paragraph: somebody wrote the file.
        guard let text = reader?.text(at: old.bytes, layer: old.layer) else {
          moves.append(
            Move(text: "\(old.locator) has no text", offset: old.bytes.lowerBound))
          continue
        }
        if old.standing == .read {
          moves.append(
            Move(
              text: "\(old.locator) is no paragraph by today's rules",
              offset: old.bytes.lowerBound))
        }
        paragraphs.append(
          Article.Paragraph(
            number: old.number, layer: old.layer, line: old.line, bytes: old.bytes, text: text))
        continue
      }
      let today = read.paragraphs[found]
      isKnown[found] = true
      if today.locator != old.locator {
        moves.append(
          Move(
            text: "\(old.locator) would be \(today.locator)", offset: today.bytes.lowerBound))
      } else if match.digests[found] != old.digest {
        moves.append(
          Move(text: "\(old.locator) has other words today", offset: today.bytes.lowerBound))
      }
      paragraphs.append(
        Article.Paragraph(
          number: old.number, layer: old.layer, line: today.line,
          bytes: isSame ? old.bytes : today.bytes, text: today.text, kind: today.kind,
          links: today.links))
    }
    for (index, today) in read.paragraphs.enumerated() where !isKnown[index] {
      moves.append(Move(text: "a paragraph has no number", offset: today.bytes.lowerBound))
    }
    var article = read
    article.paragraphs = paragraphs
    self.article = article
    lost = frozen.paragraphs.filter { $0.standing == .lost }.map(\.locator)
    self.moves = moves
  }

  /// Whether anything is otherwise than it was frozen.
  package var hasMoved: Bool { !isSameCapture || !moves.isEmpty }

  /// `moved-paragraph` for what today's rules read otherwise, `capture-changed` for other bytes; nil
  /// when all is as it was frozen.
  package func finding(reading: SourceFile) -> Diagnostic? {
    let notes = moves.prefix(Self.shown).map { Diagnostic.Note($0.text, at: place($0)) }
    let more = moves.count - Self.shown
    let rest = more > 0 ? [Diagnostic.Note("and \(more) more")] : []
    guard isSameCapture else {
      return Diagnostic(
        .error, "capture-changed", "the capture is not what was ingested", at: capture.whole,
        help: "captures are evidence: restore the file; if its new bytes are meant, "
          + "`dossier ingest --refreeze \(capture.path)` moves the citations",
        notes: [.init("its hash was written down here", at: reading.whole)] + notes + rest)
    }
    guard let first = moves.first else { return nil }
    let count = moves.count == 1 ? "one paragraph" : "\(moves.count) paragraphs"
    return Diagnostic(
      .warning, "moved-paragraph", "today's rules read \(count) otherwise than was frozen",
      at: place(first) ?? capture.whole,
      help:
        "citations mean what was frozen; `dossier ingest --refreeze \(capture.path)` takes over "
        + "today's numbers and moves them along", notes: notes + rest)
  }

  /// How many differences a finding lists.
  private static let shown = 10

  private func place(_ move: Move) -> SourcePlace? {
    guard let offset = move.offset else { return nil }
    // UTF-16 has no lines that a frame could show.
    let isUTF16 =
      capture.bytes.starts(with: [0xFE, 0xFF]) || capture.bytes.starts(with: [0xFF, 0xFE])
    return isUTF16 ? capture.whole : capture.place(offset..<offset)
  }
}

import CommonMark
import Diagnostics
import DossierModel

/// Reads a block quote of `## Statements`: renderings, one a line, and a last line `-- speaker {#id}`.
struct StatementReader {
  let file: SourceFile
  let tree: MarkdownTree

  func read(_ quote: NodeID, reporting diagnostics: inout [Diagnostic]) -> Statement? {
    let lines = lines(of: tree[quote].source)
    guard let last = lines.last, file.bytes[last].starts(with: "--".utf8) else {
      if let last = lines.last, lines.count > 1, let finding = otherDash(last) {
        diagnostics.append(finding)
        return nil
      }
      let range = tree[quote].source
      diagnostics.append(
        Diagnostic(
          .error, "statement-syntax", "a statement ends in a line that names its speaker",
          at: file.place(range.lowerBound..<range.lowerBound),
          help: "add a last line `> -- speaker {#id}`"))
      return nil
    }
    let signature = signature(last, reporting: &diagnostics)
    let renderings = lines.dropLast().compactMap { rendering($0, reporting: &diagnostics) }
    guard lines.count > 1 else {
      diagnostics.append(
        Diagnostic(
          .error, "statement-syntax", "the statement has no words", at: file.place(last),
          help: "write each version on a line of its own: > \"words\" [@source p1]"))
      return nil
    }
    guard let (speaker, id) = signature, !renderings.isEmpty else { return nil }
    return Statement(id: id, speaker: speaker, renderings: renderings)
  }

  /// The finding about a last line that begins with another dash than two hyphens.
  private func otherDash(_ line: Range<Int>) -> Diagnostic? {
    for dash in ["—", "–", "―", "-"] where file.bytes[line].starts(with: dash.utf8) {
      return Diagnostic(
        .error, "statement-syntax", "the speaker's line begins with two hyphens",
        at: file.place(line.lowerBound..<(line.lowerBound + dash.utf8.count)),
        help: "write `> -- speaker {#id}`")
    }
    return nil
  }

  /// The lines of the quote without `>` and blanks.
  private func lines(of range: Range<Int>) -> [Range<Int>] {
    file.bytes[range].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      var lower = line.startIndex
      while lower < line.endIndex,
        FactLine.isSpace(file.bytes[lower]) || file.bytes[lower] == UInt8(ascii: ">")
      {
        lower += 1
      }
      let trimmed = FactLine.trimmed(lower..<line.endIndex, in: file.bytes)
      return trimmed.isEmpty ? nil : trimmed
    }
  }

  /// `-- speaker {#id}`.
  private func signature(
    _ line: Range<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> (speaker: PageReference, id: String?)? {
    let bytes = file.bytes
    var rest = FactLine.trimmed((line.lowerBound + 2)..<line.upperBound, in: bytes)
    var id: String?
    if let open = FactLine.find("{#", in: bytes, from: rest.lowerBound, to: rest.upperBound) {
      let text = FactLine.words((open + 2)..<rest.upperBound, in: bytes)
      guard text.hasSuffix("}"), let slug = Slug(String(text.dropLast())),
        !slug.rawValue.contains(".")
      else {
        diagnostics.append(
          Diagnostic(
            .error, "statement-syntax", "the id of a statement is written {#like-this}",
            at: file.place(open..<rest.upperBound),
            help: Slug.suggested(for: text).map { "write {#\($0)}" }))
        return nil
      }
      id = slug.rawValue
      rest = FactLine.trimmed(rest.lowerBound..<open, in: bytes)
    }
    if id == nil,
      let open = FactLine.find("{", in: bytes, from: rest.lowerBound, to: rest.upperBound)
    {
      let text = FactLine.words((open + 1)..<rest.upperBound, in: bytes)
      diagnostics.append(
        Diagnostic(
          .error, "statement-syntax", "the id of a statement is written {#like-this}",
          at: file.place(open..<rest.upperBound),
          help: Slug.suggested(for: text).map { "write {#\($0)}" }))
      return nil
    }
    let speaker = FactLine.reference(rest, in: bytes)
    guard !speaker.slug.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "statement-syntax", "the last line names no speaker", at: file.place(line),
          help: "write `> -- speaker {#id}`, the speaker by the slug of an actor"))
      return nil
    }
    return (speaker, id)
  }

  private func rendering(
    _ line: Range<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> Statement.Rendering? {
    let parts = FactLine(file, line, reporting: &diagnostics)
    guard parts.parts.count == 1, let words = parts.parts.first else {
      diagnostics.append(
        Diagnostic(
          .error, "statement-syntax", "a rendering is words and citations, without “|”",
          at: file.place(line), help: "who spoke stands in the last line: > -- speaker {#id}"))
      return nil
    }
    let text = Self.unquoted(FactLine.words(words, in: file.bytes))
    guard !text.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "statement-syntax", "the citation has no words before it", at: file.place(line),
          help: "write each version on a line of its own: > \"words\" [@source p1]"))
      return nil
    }
    return Statement.Rendering(text: text, citations: parts.citations, range: words)
  }

  /// `text` without the quotation marks around it.
  static func unquoted(_ text: String) -> String {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"),
    ]
    let scalars = text.unicodeScalars
    guard scalars.count >= 2, let first = scalars.first, let last = scalars.last,
      pairs.contains(where: { $0 == first && $1 == last })
    else { return text }
    return String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
  }
}

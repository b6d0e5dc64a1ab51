import ArticleImport
import Diagnostics
import DossierModel
import EDTF
import FileTree

/// Reads `seeds/`: each capture with the sidecar beside it, and sidecars that stand alone.
struct SourceLoader {
  static let folder = "seeds"
  /// The largest capture that is read, in bytes.
  static let captureLimit = ArticleImporter.captureLimit
  /// The largest capture that is only hashed, in bytes: a scan, a recording.
  static let unreadableLimit = 256 << 20

  let files: any FileSystem
  let width: Int

  /// The files of one source: a capture, a sidecar beside it, or either alone.
  private struct Entry: Sendable {
    /// The path without the ending.
    let path: String
    let stem: String
    var capture: String?
    var sidecar: String?
    var reading: String?
    /// A file of a type that no rule reads; a capture only where the sidecar says `unreadable`.
    var other: String?
  }

  /// What became of the files of one source.
  private struct Outcome: Sendable {
    var source: Source?
    var heldBack: HeldBackSource?
  }

  func load(
    _ entries: [FileEntry], reporting diagnostics: inout [Diagnostic]
  ) -> (sources: [Source], heldBack: [HeldBackSource]) {
    let grouped = group(entries, reporting: &diagnostics)
    let read = concurrentMap(grouped, width: width) { entry in
      var diagnostics: [Diagnostic] = []
      let outcome = outcome(entry, reporting: &diagnostics)
      return (outcome, diagnostics)
    }
    var heldBack: [HeldBackSource] = []
    var sources: [Source] = []
    var owners: [Slug: Int] = [:]
    for (outcome, findings) in read {
      diagnostics += findings
      if let held = outcome.heldBack { heldBack.append(held) }
      guard var source = outcome.source else { continue }
      guard let owner = owners[source.key] else {
        owners[source.key] = sources.count
        sources.append(source)
        continue
      }
      // Of a reviewed source and an inbox capture the latter waits, whichever was read first.
      if source.reviewed != nil, sources[owner].isHoldable { swap(&source, &sources[owner]) }
      let finding = Diagnostic(
        .error, "duplicate-source", "two sources are cited as “\(source.key)”",
        at: source.file?.whole, help: "give one of them another `cite-as` in its sidecar",
        notes: [.init("the other is here", at: sources[owner].file?.whole)])
      if source.isHoldable, let capture = source.capture {
        diagnostics.append(Self.heldBack(finding))
        // Its name leads to the other one.
        heldBack.append(HeldBackSource(key: nil, path: capture.path, reason: finding.summary))
      } else {
        diagnostics.append(finding)
      }
    }
    return (sources, heldBack)
  }

  private func group(
    _ entries: [FileEntry], reporting diagnostics: inout [Diagnostic]
  ) -> [Entry] {
    var byPath: [String: Entry] = [:]
    for entry in entries {
      if let problem = entry.problem {
        diagnostics.append(FileFindings.problem(entry.path, problem))
        continue
      }
      if entry.path.hasSuffix(ReadingReader.ending) {
        let path = String(entry.path.dropLast(ReadingReader.ending.utf8.count))
        let stem = path.split(separator: "/").last.map(String.init) ?? path
        byPath[path, default: Entry(path: path, stem: stem)].reading = entry.path
        continue
      }
      let (stem, ending) = PathParts.split(entry.path)
      let path = ending.isEmpty ? entry.path : String(entry.path.dropLast(ending.utf8.count + 1))
      let new = Entry(path: path, stem: stem)
      switch ending {
      case "yml", "yaml":
        // Of two the .yml counts, which is what a sidecar is called.
        let other = byPath[path]?.sidecar
        byPath[path, default: new].sidecar = ending == "yml" ? entry.path : other ?? entry.path
        if let other {
          diagnostics.append(
            Diagnostic(
              .error, "duplicate-sidecar", "there are two sidecars for one source",
              at: SourcePlace(path: entry.path), help: "keep one of them",
              notes: [.init("the other is here", at: SourcePlace(path: other))]))
        }
      case "txt", "md", "markdown", "html", "htm", "xhtml":
        if let other = byPath[path]?.capture {
          diagnostics.append(
            Diagnostic(
              .error, "duplicate-source", "two captures share the name “\(stem)”",
              at: SourcePlace(path: entry.path), help: "rename one of them",
              notes: [.init("the other is here", at: SourcePlace(path: other))]))
          continue
        }
        byPath[path, default: new].capture = entry.path
      default:
        if let other = byPath[path]?.other { diagnostics.append(Self.unread(other)) }
        byPath[path, default: new].other = entry.path
      }
    }
    return byPath.values.sorted { $0.path < $1.path }
  }

  private static func unread(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "unread-capture", "a file of this type is not read as a capture",
      at: SourcePlace(path: path),
      help: "captures are .txt, .md or .html; of others a sidecar says `status: unreadable`")
  }

  private func outcome(
    _ entry: Entry, reporting diagnostics: inout [Diagnostic]
  ) -> Outcome {
    let sidecar = entry.sidecar.flatMap { path in
      read(path, limit: FileFindings.textLimit, reporting: &diagnostics)
        .flatMap { SidecarReader().read($0, reporting: &diagnostics) }
    }
    let isInbox = sidecar?.reviewed == nil
    var found: [Diagnostic] = []
    let source = source(entry, sidecar, reporting: &found)
    // What is wrong with a capture that nobody reviewed holds back that capture, not the site. What is
    // wrong in a sidecar is somebody's own writing, and was reported above.
    // A withdrawn one keeps its address whatever is wrong with it: nothing of it is shown.
    if isInbox, sidecar?.withdrawn != nil, let source {
      diagnostics += found.map(Self.softened)
      return Outcome(source: source)
    }
    guard isInbox, sidecar?.isUnreadable != true, let path = entry.capture,
      let fault = found.first(where: { $0.severity == .error })
    else {
      diagnostics += found
      return Outcome(source: source)
    }
    diagnostics += found.map(Self.heldBack)
    let name = sidecar?.citeAs?.text ?? entry.stem
    let key = Slug(name) ?? Slug.suggested(for: name)
    return Outcome(heldBack: HeldBackSource(key: key, path: path, reason: fault.summary))
  }

  private func source(
    _ entry: Entry, _ sidecar: Sidecar?, reporting diagnostics: inout [Diagnostic]
  ) -> Source? {
    var capture: SourceFile?
    var article = Article()
    let isUnreadable = sidecar?.isUnreadable ?? false
    if let other = entry.other, !isUnreadable || entry.capture != nil {
      diagnostics.append(Self.unread(other))
    }
    let reading = entry.reading.flatMap { path -> Reading? in
      // Without a capture, a reading is what an interrupted ingest left.
      // Of a withdrawn source that was removed, it is where the hash is still known from.
      let hasCapture = entry.capture != nil || isUnreadable && entry.other != nil
      return (hasCapture || sidecar?.withdrawn != nil ? path : nil).flatMap { _ in
        read(path, limit: ReadingReader.limit, reporting: &diagnostics)
          .flatMap { self.reading($0, sidecar, reporting: &diagnostics) }
      }
    }
    var digest: Digest?
    var frozen: FrozenArticle?
    if isUnreadable, let path = entry.capture ?? entry.other {
      // It is evidence all the same: its bytes are hashed, and nothing in it is believed.
      capture = read(path, limit: Self.unreadableLimit, reporting: &diagnostics)
      guard let capture else { return nil }
      digest = Digest.of(capture.bytes)
    } else if let path = entry.capture {
      guard let file = read(path, limit: Self.captureLimit, reporting: &diagnostics) else {
        return nil
      }
      let (read, findings) = ArticleImporter().read(
        file, encoding: Self.encoding(sidecar, reading))
      let hash = Digest.of(file.bytes)
      capture = file
      digest = hash
      article = read
      diagnostics += findings
      if let numbers = reading?.frozen {
        let held = FrozenArticle(read, frozen: numbers, capture: file, digest: hash)
        article = held.article
        frozen = held
        if let reading { diagnostics += held.finding(reading: reading.file).map { [$0] } ?? [] }
      }
    } else if sidecar == nil {
      return nil
    } else if sidecar?.withdrawn != nil {
      digest = reading?.digest
    }
    guard let key = key(entry, sidecar, reporting: &diagnostics) else { return nil }
    let statedTitle = known(sidecar?.title, article.title)
    if statedTitle == nil, capture == nil || isUnreadable {
      diagnostics.append(
        Diagnostic(
          .error, "missing-title",
          isUnreadable
            ? "a source whose capture is unreadable needs a title"
            : "a source without a capture needs a title",
          at: sidecar?.file.whole, help: "add a line `title: …`"))
      return nil
    }
    let title = statedTitle ?? Known(key.rawValue, basis: .rule("file-name", line: nil))
    var source = Source(
      key: key, capture: capture, sidecar: sidecar?.file, digest: digest,
      byteCount: capture?.bytes.count ?? 0, title: title, article: article)
    source.isFrozen = frozen != nil
    source.lostParagraphs = frozen?.lost ?? []
    let unknown = sidecar?.unknown ?? []
    source.statedUnknown = unknown
    source.publisher =
      unknown.contains("publisher")
      ? nil : known(sidecar?.publisher, article.publisher)
    source.author = unknown.contains("author") ? nil : known(sidecar?.author, article.author)
    source.language = known(sidecar?.language, article.language)
    if !unknown.contains("published") {
      source.published =
        sidecar?.published.map { Known($0, basis: .sidecar) }
        ?? article.published.flatMap { inferred in
          EDTF(reading: inferred.value).map {
            Known($0, basis: .rule(inferred.rule, line: inferred.line))
          }
        }
    }
    if source.published?.basis != .sidecar, source.published != nil {
      source.publishedTime = article.publishedTime.map { Known($0) }
    }
    if frozen == nil, let reading, let capture, let was = reading.digest, was != digest {
      diagnostics.append(Self.changed(capture, reading))
    }
    source.captured =
      sidecar?.captured.map { Known($0, basis: .sidecar) }
      ?? reading?.captured.map { Known($0, basis: .ingest) }
    source.url =
      sidecar?.url.map { Known($0, basis: .sidecar) }
      ?? reading?.url.map { Known($0, basis: .ingest) } ?? article.address.map { Known($0) }
    source.contentType = reading?.contentType
    source.encoding = article.encoding.map {
      $0.rule == "encoding-stated" ? Known($0.value, basis: .sidecar) : Known($0)
    }
    source.reliability = sidecar?.reliability
    source.origin = sidecar?.origin
    source.via = sidecar?.via ?? []
    source.isUnreadable = isUnreadable
    source.rights = sidecar?.rights ?? .extracts
    source.reviewed = sidecar?.reviewed
    source.note = sidecar?.note
    source.redirects = sidecar?.redirects.map(\.path) ?? []
    source.redirectRanges = sidecar?.redirects.map(\.range) ?? []
    source.withdrawn = sidecar?.withdrawn
    return source
  }

  /// A reading that cannot be read may hold numbers that citations rely on; in the inbox nobody does yet.
  private func reading(
    _ file: SourceFile, _ sidecar: Sidecar?, reporting diagnostics: inout [Diagnostic]
  ) -> Reading? {
    var problems: [Diagnostic] = []
    let reading = ReadingReader().read(file, reporting: &problems)
    diagnostics += problems.map { problem in
      var problem = problem
      if sidecar?.reviewed == nil { problem.severity = .warning }
      return problem
    }
    return reading
  }

  private static func changed(_ capture: SourceFile, _ reading: Reading) -> Diagnostic {
    Diagnostic(
      .error, "capture-changed", "the capture is not what was ingested", at: capture.whole,
      help: "captures are evidence: restore the file, or ingest the new one under its own name",
      notes: [.init("its hash was written down here", at: reading.file.whole)])
  }

  private static func softened(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.severity = min(finding.severity, .warning)
    return finding
  }

  private static func heldBack(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      min(finding.severity, .warning), finding.id, finding.summary, at: finding.place,
      help: finding.help, notes: finding.notes + [.init("the capture is left out meanwhile")])
  }

  /// What is said of the capture's encoding: by the editor, else by the server it came from.
  static func encoding(_ sidecar: Sidecar?, _ reading: Reading?) -> StatedEncoding? {
    sidecar?.encoding.map { StatedEncoding($0, by: .editor) }
      ?? reading?.contentType.flatMap { StatedEncoding(contentType: $0) }
  }

  private func known(_ stated: String?, _ inferred: Inferred<String>?) -> Known<String>? {
    stated.map { Known($0, basis: .sidecar) } ?? inferred.map { Known($0) }
  }

  private func key(
    _ entry: Entry, _ sidecar: Sidecar?, reporting diagnostics: inout [Diagnostic]
  ) -> Slug? {
    if let (text, range) = sidecar?.citeAs {
      if let key = Slug(text) { return key }
      diagnostics.append(
        Diagnostic(
          .error, "bad-cite-as", "“\(text)” cannot stand in a citation",
          at: sidecar?.file.place(range),
          help: Slug.suggested(for: text).map { "write “\($0)”" }
            ?? "write a single word: letters, digits and hyphens"))
      // What cites it by the name it should have is not wrong as well.
      return Slug.suggested(for: text) ?? Slug.suggested(for: entry.stem)
    }
    if let key = Slug(entry.stem) { return key }
    guard let key = Slug.suggested(for: entry.stem) else {
      diagnostics.append(
        Diagnostic(
          .error, "bad-cite-as", "the name “\(entry.stem)” cannot stand in a citation",
          at: SourcePlace(path: entry.capture ?? entry.sidecar ?? entry.stem),
          help: "rename the file, or give it a `cite-as` in a sidecar"))
      return nil
    }
    return key
  }

  private func read(
    _ path: String, limit: Int, reporting diagnostics: inout [Diagnostic]
  ) -> SourceFile? {
    do {
      return SourceFile(path: path, bytes: try files.contents(of: path, limit: limit))
    } catch {
      diagnostics.append(FileFindings.unreadable(path, error))
      return nil
    }
  }
}

extension Source {
  /// Whether what is wrong with it holds it back: an inbox capture.
  fileprivate var isHoldable: Bool {
    reviewed == nil && capture != nil && !isUnreadable && !isWithdrawn
  }
}

/// The parts of a path that loaders ask for.
enum PathParts {
  /// The file's name without its ending, and the ending in lower case: `("ocnus", "txt")`.
  static func split(_ path: String) -> (stem: String, ending: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), name[name.index(after: dot)...].lowercased())
  }
}

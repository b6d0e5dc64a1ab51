import ArticleImport
import Diagnostics
import DossierLoading
import DossierModel
import FileTree

/// The folder `seeds/` as captures are put into it.
///
/// Each file appears whole or not at all, under a name that nobody has. The reading comes first, the
/// capture second: killed between, the folder holds a reading without a capture, which no build looks at
/// and which the next ingest of the same bytes takes over. The sidecar with the editor's words comes
/// last; an ingest of the same bytes writes what is missing.
struct CaptureStore {
  /// The site's folder.
  let site: String

  /// What became of a capture.
  struct Stored {
    /// From the site's folder: `seeds/town.txt`.
    let path: String
    /// Whether the same bytes were there before.
    let wasThere: Bool
    /// What could not be read in it, as warnings: it is evidence all the same.
    let findings: [Diagnostic]
    /// Whether there was a sidecar, into which what was said has not been written.
    var keptSidecar = false
  }

  private static let folder = "seeds"
  private static let endings = ["txt", "md", "html", "htm"]

  /// Stores a capture under `name`, or one made from what is known of it. Throws when it is empty, of
  /// no kind that is read, or cannot be written.
  func store(
    _ capture: IncomingCapture, name: String?, said: IngestSidecar
  ) throws(CommandFailure) -> Stored {
    let label = capture.address ?? capture.file ?? "standard input"
    var capture = capture
    capture.statedEncoding = said.encoding
    guard !capture.bytes.isEmpty else { throw .environment("\(label): is empty") }
    guard let ending = capture.ending else {
      throw .environment(
        "\(label): is \(capture.contentType ?? "no text"); captures are text, Markdown and HTML. "
          + "Put the file into seeds/ with a sidecar that says `status: unreadable`")
    }
    do throws(FileTreeError) {
      if let file = capture.file, let path = Self.path(of: file, in: site) {
        return try freeze(path, capture, said)
      }
      let name = name ?? self.name(for: capture, ending, said)
      if let stored = try put(capture, as: name, ending, said) { return stored }
    } catch {
      throw .environment("\(error)")
    }
    throw .environment("\(label): no free name in \(Self.folder)/")
  }

  /// nil when a thousand names like `name` are taken.
  private func put(
    _ capture: IncomingCapture, as name: String, _ ending: String, _ said: IngestSidecar
  ) throws(FileTreeError) -> Stored? {
    let folder = "\(site)/\(Self.folder)"
    try AtomicFile.createDirectories(folder)
    let digest = Digest.of(capture.bytes)
    if let known = try twin(of: capture, digest, folder: folder) {
      return try complete(known, capture, digest, said, isNamed: false)
    }
    let names = Set(try Folder(path: folder).names())
    for candidate in Self.candidates(for: name) {
      let path = "\(folder)/\(candidate)"
      guard try isFree(candidate, names, digest, folder) else { continue }
      let (reading, findings) = reading(of: capture, digest, "\(candidate).\(ending)", isNew: true)
      let isLeftOver = names.contains("\(candidate).read.json")
      do throws(FileTreeError) {
        if isLeftOver {
          try AtomicFile.write(reading, to: "\(path).read.json", sync: true)
        } else {
          try AtomicFile.create(reading, at: "\(path).read.json", sync: true)
        }
        try AtomicFile.create(capture.bytes, at: "\(path).\(ending)", sync: true)
      } catch {
        // Somebody was faster with this name.
        if case .alreadyThere = error { continue }
        throw error
      }
      try writeSidecar(said, at: "\(path).yml")
      return Stored(
        path: "\(Self.folder)/\(candidate).\(ending)", wasThere: false, findings: findings)
    }
    return nil
  }

  // MARK: Names

  /// `town`, `town-2`, `town-3` …
  private static func candidates(for name: String) -> [String] {
    [name] + (2...999).map { "\(name)-\($0)" }
  }

  /// A name that tells people what it is: the id it is cited by; the stem of its file; its title in at
  /// most sixty bytes; what its address ends with.
  private func name(for capture: IncomingCapture, _ ending: String, _ said: IngestSidecar)
    -> String
  {
    if let id = said.citeAs { return id }
    if let stem = capture.fileStem, let slug = Slug.suggested(for: stem) {
      return Self.shortened(slug.rawValue)
    }
    let file = SourceFile(path: "capture.\(ending)", bytes: capture.bytes)
    let title =
      said.title
      ?? ArticleImporter().read(file, encoding: capture.encoding).article.title?.value
    for text in [title, capture.hint] {
      if let text, let slug = Slug.suggested(for: text.filter { $0 != "…" }) {
        return Self.shortened(slug.rawValue)
      }
    }
    return "capture"
  }

  /// At most sixty bytes, cut at a hyphen where there is one.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > 60 else { return name }
    var cut = String.UnicodeScalarView()
    var count = 0
    for scalar in name.unicodeScalars {
      count += UTF8.width(scalar)
      guard count <= 60 else { break }
      cut.append(scalar)
    }
    let text = String(cut)
    let end = text.lastIndex(of: "-") ?? text.endIndex
    let short = text[..<end]
    return Slug(String(short)) == nil ? text.filter { $0.isLetter || $0.isNumber } : String(short)
  }

  /// Whether no file has the name with any ending, but for a reading of these very bytes that an
  /// interrupted ingest left.
  private func isFree(
    _ name: String, _ names: Set<String>, _ digest: Digest, _ folder: String
  ) throws(FileTreeError) -> Bool {
    let taken = names.filter { $0 == name || $0.hasPrefix(name + ".") }
    guard !taken.isEmpty else { return true }
    guard taken == [name + ".read.json"] else { return false }
    let reading = try WholeFile.contents(of: "\(folder)/\(name).read.json", limit: 64 << 20)
    let mark = Array("\"sha256\": \"\(digest.hex)\"".utf8)
    return reading.prefix(4096).indices.contains {
      reading[$0] == mark[0] && reading[$0...].starts(with: mark)
    }
  }

  // MARK: What is there already

  /// The capture in the folder that has the same bytes. Reads files of the same size only.
  private func twin(
    of capture: IncomingCapture, _ digest: Digest, folder: String
  ) throws(FileTreeError) -> String? {
    let files = DiskFileSystem(root: folder)
    for entry in try files.entries(under: "")
    where entry.problem == nil && entry.size == capture.bytes.count {
      let ending = entry.path.split(separator: ".").last.map(String.init) ?? ""
      guard Self.endings.contains(ending.lowercased()),
        let bytes = try? files.contents(of: entry.path, limit: capture.bytes.count),
        Digest.of(bytes) == digest
      else { continue }
      return entry.path
    }
    return nil
  }

  /// Gives a capture that lies in `seeds/` its reading, if it has none. The capture stays as it is.
  private func freeze(
    _ path: String, _ capture: IncomingCapture, _ said: IngestSidecar
  ) throws(FileTreeError) -> Stored {
    let digest = Digest.of(capture.bytes)
    let reading = "\(site)/" + ReadingReader.path(beside: "\(Self.folder)/\(path)")
    if FolderProbe.exists(reading) {
      let file = SourceFile(
        path: reading,
        bytes: try WholeFile.contents(of: reading, limit: ReadingReader.limit))
      var problems: [Diagnostic] = []
      let was = ReadingReader().read(file, reporting: &problems)
      guard let was, was.digest == nil || was.digest == digest else {
        throw .notWritable(
          path: "\(Self.folder)/\(path)",
          reason: was == nil
            ? "its reading is damaged; restore it, or remove it and ingest the capture again"
            : "it is not what was ingested; restore it, or give it to --refreeze")
      }
    }
    return try complete(path, capture, digest, said, isNamed: true)
  }

  /// The path below `seeds/` of a file that lies there already; nil for any other.
  static func path(of file: String, in site: String) -> String? {
    ResolvedPath("\(site)/\(folder)").relativePath(to: ResolvedPath(file))
  }

  /// Writes the reading and the sidecar of a stored capture where they are missing. A sidecar that is
  /// there is the editor's and stays as it is.
  ///
  /// - Parameter isNamed: whether the caller named this very file.
  private func complete(
    _ known: String, _ capture: IncomingCapture, _ digest: Digest, _ said: IngestSidecar,
    isNamed: Bool
  ) throws(FileTreeError) -> Stored {
    let path = "\(Self.folder)/\(known)"
    let reading = "\(site)/\(ReadingReader.path(beside: path))"
    let stem = reading.dropLast(ReadingReader.ending.utf8.count)
    var findings: [Diagnostic] = []
    let isFrozen = FolderProbe.exists(reading)
    if !isFrozen {
      let (bytes, found) = self.reading(of: capture, digest, known, isNew: false)
      try AtomicFile.create(bytes, at: reading, sync: true)
      findings = found
    }
    let hasSidecar = FolderProbe.exists("\(stem).yml") || FolderProbe.exists("\(stem).yaml")
    if !hasSidecar { try writeSidecar(said, at: "\(stem).yml") }
    return Stored(
      path: path, wasThere: !isNamed || isFrozen, findings: findings,
      keptSidecar: hasSidecar && !said.isEmpty)
  }

  private func writeSidecar(_ said: IngestSidecar, at path: String) throws(FileTreeError) {
    guard !said.isEmpty else { return }
    try AtomicFile.create(Array(said.yaml.utf8), at: path, sync: true)
  }

  // MARK: The reading

  private func reading(
    of capture: IncomingCapture, _ digest: Digest, _ path: String, isNew: Bool
  ) -> (bytes: [UInt8], findings: [Diagnostic]) {
    let file = SourceFile(path: "\(Self.folder)/\(path)", bytes: capture.bytes)
    let (article, findings) = ArticleImporter().read(file, encoding: capture.encoding)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let document = ReadingDocument(
      capture.provenance(name, digest, isNew: isNew), article: article)
    let warnings = findings.map {
      Diagnostic(
        min($0.severity, .warning), $0.id, $0.summary, at: $0.place, help: $0.help,
        notes: $0.notes)
    }
    return (document.bytes, warnings)
  }
}

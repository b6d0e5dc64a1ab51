package import Diagnostics
package import FileTree
package import GitHistory

/// What the cache knows of the last build that succeeded: by what it was made, from what, what it found,
/// and which files it left in the output folder.
package struct BuildRecord: Sendable {
  /// Which program made it, on which machine.
  package struct Maker: Hashable, Sendable {
    /// Names the machine and the time since it was started: only in it are stamps of files comparable.
    /// Empty where nobody knows.
    package var machine: String
    /// The program's own file: two builds of one version may differ.
    package var program: Digest
    package var programStamp: FileStamp?

    package init(machine: String, program: Digest, programStamp: FileStamp?) {
      self.machine = machine
      self.program = program
      self.programStamp = programStamp
    }
  }

  package var maker: Maker
  /// Everything besides files that the site depends on, as text: options, output folder.
  package let options: String
  package var inputs: InputRecord
  /// What was asked of the history; nil where nothing was.
  package let history: HistoryRecord?
  /// The findings, in reading order.
  package let findings: [Diagnostic]
  /// The paths of captures that are held back.
  package let heldBack: [String]
  /// Of the output folder's manifest.
  package let manifest: Digest

  package init(
    maker: Maker, options: String, inputs: InputRecord, history: HistoryRecord? = nil,
    findings: [Diagnostic], heldBack: [String], manifest: Digest
  ) {
    self.maker = maker
    self.options = options
    self.inputs = inputs
    self.history = history
    self.findings = findings
    self.heldBack = heldBack
    self.manifest = manifest
  }

  /// Raised with every change of the form below.
  private static let header = Array("dossier-build 2\n".utf8)

  /// The record as a file: a line that names the form, the digest of what follows, and the values.
  var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.text(maker.machine)
    writer.digest(maker.program)
    writer.optional(maker.programStamp) { $0.stamp($1) }
    writer.text(options)
    writer.inputs(inputs)
    writer.optional(history) { $0.history($1) }
    writer.list(findings) { $0.finding($1) }
    writer.list(heldBack) { $0.text($1) }
    writer.digest(manifest)
    return Self.header + Digest.of(writer.bytes).bytes + writer.bytes
  }

  /// Nil for what no version like this one wrote, or what was damaged since.
  init?(_ bytes: [UInt8]) {
    let start = Self.header.count + 32
    guard bytes.count >= start, bytes.starts(with: Self.header) else { return nil }
    let body = Array(bytes[start...])
    guard Digest.of(body).bytes.elementsEqual(bytes[Self.header.count..<start]) else { return nil }
    var reader = RecordReader(body)
    guard let machine = reader.text(), let program = reader.digest(),
      let stamp = reader.optional({ $0.stamp() }), let options = reader.text(),
      let inputs = reader.inputs(), let history = reader.optional({ $0.history() }),
      let findings = reader.list({ $0.finding() }),
      let heldBack = reader.list({ $0.text() }), let manifest = reader.digest(), reader.isAtEnd
    else { return nil }
    self.init(
      maker: Maker(machine: machine, program: program, programStamp: stamp), options: options,
      inputs: inputs, history: history, findings: findings, heldBack: heldBack, manifest: manifest)
  }
}

// MARK: The parts

extension RecordWriter {
  mutating func digest(_ digest: Digest) { append(digest.bytes) }

  mutating func stamp(_ stamp: FileStamp) {
    count(stamp.size)
    number(stamp.modified)
    number(stamp.changed)
    number(stamp.inode)
    number(stamp.device)
  }

  fileprivate mutating func inputs(_ inputs: InputRecord) {
    number(inputs.began)
    list(inputs.listings) { writer, listing in
      writer.text(listing.folder)
      writer.list(listing.entries) { writer, entry in
        writer.text(entry.path)
        writer.count(entry.size)
        writer.optional(entry.problem) { $0.text($1.rawValue) }
        writer.optional(entry.stamp) { $0.stamp($1) }
      }
      writer.optional(listing.failure) { $0.text($1) }
    }
    list(inputs.folders) { writer, folder in
      writer.text(folder.path)
      writer.count(folder.isThere ? 1 : 0)
    }
    list(inputs.contents) { writer, content in
      writer.text(content.question.path)
      writer.count(content.question.limit)
      writer.count(content.isListed ? 1 : 0)
      switch content.answer {
      case .digest(let digest):
        writer.count(0)
        writer.digest(digest)
      case .failure(let text):
        writer.count(1)
        writer.text(text)
      }
    }
  }

  fileprivate mutating func finding(_ finding: Diagnostic) {
    text(finding.id.rawValue)
    count(finding.severity.rawValue)
    text(finding.summary)
    optional(finding.place) { $0.place($1) }
    optional(finding.help) { $0.text($1) }
    list(finding.notes) { writer, note in
      writer.text(note.text)
      writer.optional(note.place) { $0.place($1) }
    }
  }

  private mutating func place(_ place: SourcePlace) {
    text(place.path)
    count(place.line)
    count(place.column)
    count(place.length)
    text(place.before)
    text(place.marked)
    text(place.after)
  }
}

extension RecordReader {
  mutating func digest() -> Digest? { take(32).flatMap { Digest(bytes: $0) } }

  mutating func stamp() -> FileStamp? {
    guard let size = size(), let modified = signed(), let changed = signed(),
      let inode = number(), let device = number()
    else { return nil }
    return FileStamp(
      size: size, modified: modified, changed: changed, inode: inode, device: device)
  }

  fileprivate mutating func inputs() -> InputRecord? {
    guard let began = signed(), let listings = list({ $0.listing() }),
      let folders = list({ $0.folderAnswer() }), let contents = list({ $0.content() })
    else { return nil }
    return InputRecord(began: began, listings: listings, folders: folders, contents: contents)
  }

  private mutating func listing() -> InputRecord.Listing? {
    guard let folder = text(), let entries = list({ $0.entry() }),
      let failure = optional({ $0.text() })
    else { return nil }
    return InputRecord.Listing(folder: folder, entries: entries, failure: failure)
  }

  private mutating func entry() -> FileEntry? {
    guard let path = text(), let size = size(), let problem = optional({ $0.text() }),
      let stamp = optional({ $0.stamp() })
    else { return nil }
    guard let problem else { return FileEntry(path: path, size: size, stamp: stamp) }
    return FileProblem(rawValue: problem).map { FileEntry(path: path, kind: .problem($0)) }
  }

  private mutating func folderAnswer() -> InputRecord.FolderAnswer? {
    guard let path = text(), let isThere = size() else { return nil }
    return InputRecord.FolderAnswer(path: path, isThere: isThere != 0)
  }

  private mutating func content() -> InputRecord.Content? {
    guard let path = text(), let limit = size(), let isListed = size(), let kind = size() else {
      return nil
    }
    let answer: InputRecord.Answer? =
      kind == 0 ? digest().map { .digest($0) } : text().map { .failure($0) }
    return answer.map {
      InputRecord.Content(
        question: .init(path: path, limit: limit), answer: $0, isListed: isListed != 0)
    }
  }

  fileprivate mutating func finding() -> Diagnostic? {
    guard let id = text(), let severity = size().flatMap({ Severity(rawValue: $0) }),
      let summary = text(), let place = optional({ $0.place() }),
      let help = optional({ $0.text() }), let notes = list({ $0.note() })
    else { return nil }
    return Diagnostic(
      severity, DiagnosticID(rawValue: id), summary, at: place, help: help, notes: notes)
  }

  private mutating func note() -> Diagnostic.Note? {
    guard let text = text(), let place = optional({ $0.place() }) else { return nil }
    return Diagnostic.Note(text, at: place)
  }

  private mutating func place() -> SourcePlace? {
    guard let path = text(), let line = size(), let column = size(), let length = size(),
      let before = text(), let marked = text(), let after = text()
    else { return nil }
    return SourcePlace(
      path: path, line: line, column: column, length: length, before: before, marked: marked,
      after: after)
  }
}

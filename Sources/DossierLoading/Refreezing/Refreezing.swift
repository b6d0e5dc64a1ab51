import ArticleImport
package import Diagnostics
import DossierModel
package import FileTree

/// Numbers the paragraphs of captures anew by today's rules and today's bytes, and moves what Content
/// says of them along. Reads only: what is to be written is a list of changes, to be made together.
package struct Refreezing: Sendable {
  /// What becomes of one capture.
  package struct Capture: Sendable, Hashable {
    package let path: String
    /// Old and new names of the paragraphs that are called otherwise: `p4` and `p5-6`.
    package var renamed: [String] = []
    package var paragraphCount = 0
  }

  package struct Plan: Sendable {
    /// Readings and Content files.
    package var changes: [FileTransaction.Change] = []
    /// By path, those that were looked at.
    package var captures: [Capture] = []
    /// By path: how many references of each Content file move.
    package var moved: [(path: String, count: Int)] = []
    /// What could not be moved, and why a capture is left as it was. In reading order.
    package var findings: [Diagnostic] = []

    /// Whether there is something that only a person can settle.
    package var needsAttention: Bool { findings.contains { $0.severity == .error } }
  }

  private let files: any FileSystem
  private let width: Int

  package init(files: any FileSystem, width: Int = 1) {
    self.files = files
    self.width = width
  }

  /// A Content file with all it says of paragraphs.
  private struct Text {
    let file: SourceFile
    let references: [ContentReference]
  }

  /// - Parameter paths: the captures, `seeds/town.txt`; nil for all.
  package func plan(_ paths: Set<String>? = nil) -> Plan {
    let loaded = SiteLoader(
      files: files, options: .init(width: width, includesDrafts: true)
    ).load()
    var plan = Plan()
    // A page that is not whole may hide a citation, which would then mean another paragraph.
    let faults = loaded.diagnostics.filter {
      $0.severity == .error && $0.place?.path.hasPrefix(SourceLoader.folder + "/") != true
    }
    guard faults.isEmpty, let model = loaded.model else {
      plan.findings = faults.sorted(by: Diagnostic.inReadingOrder)
      return plan
    }
    var texts = model.pages.map {
      Text(
        file: $0.file,
        references: ContentReference.all(in: $0.body, facts: $0.facts, statements: $0.statements))
    }
    if let home = model.home {
      texts.append(Text(file: home.file, references: ContentReference.all(in: home.body)))
    }
    let reviews = ReviewTexts.all(in: files, reporting: &plan.findings)
    guard plan.findings.isEmpty else { return plan }
    texts += reviews.map { Text(file: $0.file, references: ContentReference.all(in: $0.tree)) }
    let pageSlugs = Set(model.slugs)
    var renumberings: [String: Renumbering] = [:]
    for (key, path) in captures(of: model) where paths?.contains(path) ?? true {
      let uses = texts.flatMap { text in
        text.references.filter { $0.means(key, unless: pageSlugs) }.map { (text.file, $0) }
      }
      renumber(key, path, uses, into: &plan, &renumberings)
    }
    for text in texts.sorted(by: { $0.file.path < $1.file.path }) {
      rewrite(text, renumberings, pageSlugs, into: &plan)
    }
    plan.findings.sort(by: Diagnostic.inReadingOrder)
    return plan
  }

  /// What is cited and has a capture, held back or not, by path.
  private func captures(of model: SiteModel) -> [(key: String, path: String)] {
    var found = model.sources.compactMap { source in
      source.isUnreadable
        ? nil : source.capture.map { (key: source.key.rawValue, path: $0.path) }
    }
    var keys = Set(found.map(\.key))
    for held in model.heldBack {
      // One whose key is another's is cited by nobody, but may have numbers all the same.
      let key = held.key.flatMap { keys.insert($0.rawValue).inserted ? $0.rawValue : nil }
      found.append((key: key ?? "", path: held.path))
    }
    return found.sorted { $0.path < $1.path }
  }

  // MARK: One capture

  private func renumber(
    _ key: String, _ path: String, _ uses: [(file: SourceFile, reference: ContentReference)],
    into plan: inout Plan, _ renumberings: inout [String: Renumbering]
  ) {
    let capture: SourceFile
    let old: [UInt8]?
    do throws(FileTreeError) {
      capture = SourceFile(
        path: path, bytes: try files.contents(of: path, limit: SourceLoader.captureLimit))
      old = try contentsIfThere(ReadingReader.path(beside: path))
    } catch {
      plan.findings.append(FileFindings.unreadable(path, error))
      return
    }
    let readingFile = SourceFile(path: ReadingReader.path(beside: path), bytes: old ?? [])
    var problems: [Diagnostic] = []
    let reading =
      old == nil ? nil : ReadingReader().read(readingFile, reporting: &problems)
    guard problems.isEmpty else {
      // Which numbers its citations mean nobody can tell any more.
      plan.findings += problems
      return
    }
    let (article, faults) = ArticleImporter().read(
      capture, encoding: SourceLoader.encoding(sidecar(of: path), reading))
    guard faults.allSatisfy({ $0.severity < .error }) else {
      plan.findings += faults
      return
    }
    let digest = Digest.of(capture.bytes)
    var paragraphs: [FrozenReading.Paragraph]?
    var summary = Capture(path: path)
    if let frozen = reading?.frozen {
      let cited = uses.flatMap { use in
        use.reference.locator.numbers.map { Renumbering.Name(use.reference.locator.series, $0) }
      }
      let renumbering = Renumbering(
        frozen, today: article.paragraphs, capture: capture,
        isSameCapture: frozen.digest == digest,
        encoding: article.encoding.map { StatedEncoding($0.value, by: .editor) },
        cited: Set(cited))
      let obstacles = obstacles(key, uses, renumbering)
      guard obstacles.isEmpty else {
        plan.findings += obstacles
        return
      }
      renumberings[key] = renumbering
      paragraphs = renumbering.paragraphs
      summary.renamed = frozen.paragraphs.compactMap { old in
        let name = Citation.Locator(series: old.series, numbers: old.number...old.number)
        guard let now = renumbering.locators(for: name) else { return "\(old.locator) is gone" }
        guard now != [name] else { return nil }
        return "\(old.locator) → \(now.map(\.text).joined(separator: ", "))"
      }
    }
    summary.paragraphCount = article.paragraphs.count
    plan.captures.append(summary)
    let new = document(capture, digest, article, paragraphs, reading).bytes
    if new != old {
      plan.changes.append(FileTransaction.Change(path: readingFile.path, old: old, new: new))
    }
  }

  /// The sidecar beside a capture, for what it says of the encoding; its mistakes are reported elsewhere.
  private func sidecar(of path: String) -> Sidecar? {
    let stem = ReadingReader.path(beside: path).dropLast(ReadingReader.ending.utf8.count)
    for ending in ["yml", "yaml"] {
      let file = "\(stem).\(ending)"
      guard let bytes = try? files.contents(of: file, limit: FileFindings.textLimit) else {
        continue
      }
      var ignored: [Diagnostic] = []
      return SidecarReader().read(
        SourceFile(path: file, bytes: bytes), reporting: &ignored)
    }
    return nil
  }

  private func contentsIfThere(_ path: String) throws(FileTreeError) -> [UInt8]? {
    do {
      return try files.contents(of: path, limit: ReadingReader.limit)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  private func document(
    _ capture: SourceFile, _ digest: Digest, _ article: Article,
    _ paragraphs: [FrozenReading.Paragraph]?, _ reading: Reading?
  ) -> ReadingDocument {
    let name = capture.path.split(separator: "/").last.map(String.init) ?? capture.path
    var provenance = ReadingDocument.Provenance(
      name: name, digest: digest, byteCount: capture.bytes.count)
    provenance.url = reading?.url
    provenance.contentType = reading?.contentType
    provenance.redirects = reading?.redirects ?? []
    provenance.previous = reading?.previous ?? []
    if let was = reading?.digest, was != digest {
      // When these bytes came nobody wrote down.
      provenance.previous.append(was)
    } else {
      provenance.capturedAt = reading?.capturedAt
    }
    return ReadingDocument(provenance, article: article, paragraphs: paragraphs)
  }

  /// Why a capture must stay as it is: references that mean no paragraph, and would come to mean one.
  private func obstacles(
    _ key: String, _ uses: [(file: SourceFile, reference: ContentReference)],
    _ renumbering: Renumbering
  ) -> [Diagnostic] {
    uses.compactMap { file, reference in
      let place = file.place(reference.range)
      guard let locators = renumbering.locators(for: reference.locator) else {
        return Diagnostic(
          .error, "unmoved-citation", "“\(key)” never had a \(reference.locator.text)",
          at: place, help: "correct it; until then the capture keeps its numbers")
      }
      guard reference.edit(file.bytes, to: locators) == nil else { return nil }
      return Diagnostic(
        .error, "unmoved-citation", "the address of this link stands elsewhere", at: place,
        help: "write it in the link itself; until then the capture keeps its numbers")
    }
  }

  // MARK: One Content file

  private func rewrite(
    _ text: Text, _ renumberings: [String: Renumbering], _ pageSlugs: Set<String>,
    into plan: inout Plan
  ) {
    struct Edit {
      let range: Range<Int>
      let bytes: [UInt8]
      let key: String
      let was: Citation.Locator
      let now: [Citation.Locator]
    }
    // A link may have a citation among its words, so that they are sorted by what is replaced.
    let edits = text.references.compactMap { reference -> Edit? in
      guard let renumbering = renumberings[reference.key],
        reference.means(reference.key, unless: pageSlugs),
        let locators = renumbering.locators(for: reference.locator),
        let edit = reference.edit(text.file.bytes, to: locators)
      else { return nil }
      return Edit(
        range: edit.range, bytes: edit.bytes, key: reference.key, was: reference.locator,
        now: locators)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var bytes: [UInt8] = []
    var end = 0
    var count = 0
    var lost: [(range: Range<Int>, edit: Edit)] = []
    for edit in edits where edit.range.lowerBound >= end {
      bytes += text.file.bytes[end..<edit.range.lowerBound]
      let start = bytes.count
      bytes += edit.bytes
      end = edit.range.upperBound
      if edit.now != [edit.was] { count += 1 }
      if renumberings[edit.key]?.isLost(edit.now) == true {
        lost.append((start..<bytes.count, edit))
      }
    }
    bytes += text.file.bytes[end...]
    let file = SourceFile(path: text.file.path, bytes: bytes)
    plan.findings += lost.map { range, edit in
      let renumbering = renumberings[edit.key]
      let successors = edit.now.flatMap { locator in
        locator.numbers.compactMap {
          renumbering?.successors[Renumbering.Name(locator.series, $0)]?.locator
        }
      }
      return Diagnostic(
        .error, "lost-paragraph", "“\(edit.key)” no longer holds what \(edit.was.text) was",
        at: file.place(range),
        help:
          "cite the paragraph that carries it now, or take back what rests on it; until then it is "
          + "called \(edit.now.map(\.text).joined(separator: ", "))",
        notes: successors.map { .init("\($0) stands in its place now") })
    }
    guard bytes != text.file.bytes else { return }
    plan.moved.append((text.file.path, count))
    plan.changes.append(
      FileTransaction.Change(path: text.file.path, old: text.file.bytes, new: bytes))
  }
}

extension Renumbering {
  /// Whether a paragraph of `locators` is in the capture no longer.
  func isLost(_ locators: [Citation.Locator]) -> Bool {
    paragraphs.contains { paragraph in
      paragraph.standing == .lost
        && locators.contains {
          $0.series == paragraph.series && $0.numbers.contains(paragraph.number)
        }
    }
  }
}

extension ContentReference {
  /// Whether it names the source `key`: a wikilink may name a page of that slug instead.
  fileprivate func means(_ key: String, unless pageSlugs: Set<String>) -> Bool {
    self.key == key && (form == .citation || !pageSlugs.contains(key))
  }
}

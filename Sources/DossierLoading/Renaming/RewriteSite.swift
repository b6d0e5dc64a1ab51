import CommonMark
import Diagnostics
import DossierModel
import FileTree
import YAML

/// A site as it is before names change: every text that may name a page or a source.
struct RewriteSite {
  let model: SiteModel
  private let files: any FileSystem
  /// Files of `Content/review/`, with their trees.
  private var reviews: [(file: SourceFile, tree: MarkdownTree)] = []
  /// The sidecars, by path.
  private var sidecars: [SourceFile] = []

  /// Findings instead where a page cannot be read whole: it might hide a reference.
  static func load(
    _ files: any FileSystem, width: Int
  ) -> (site: RewriteSite?, findings: [Diagnostic]) {
    let loaded = SiteLoader(
      files: files, options: .init(width: width, includesDrafts: true)
    ).load()
    let faults = loaded.diagnostics.filter { finding in
      guard finding.severity == .error, let path = finding.place?.path else {
        return finding.severity == .error
      }
      // A capture at fault says nothing of pages; its sidecar names origins.
      return !path.hasPrefix(SourceLoader.folder + "/")
        || path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    }
    guard faults.isEmpty, let model = loaded.model else { return (nil, faults) }
    var site = RewriteSite(model: model, files: files)
    var findings: [Diagnostic] = []
    site.readOthers(&findings)
    return findings.isEmpty ? (site, []) : (nil, findings)
  }

  private init(model: SiteModel, files: any FileSystem) {
    self.model = model
    self.files = files
  }

  private mutating func readOthers(_ findings: inout [Diagnostic]) {
    reviews = ReviewTexts.all(in: files, reporting: &findings)
    for entry in Self.entries(SourceLoader.folder, files)
    where entry.path.hasSuffix(".yml") || entry.path.hasSuffix(".yaml") {
      if let file = read(entry.path, &findings) { sidecars.append(file) }
    }
  }

  private static func entries(_ folder: String, _ files: any FileSystem) -> [FileEntry] {
    let entries = (try? files.entries(under: folder)) ?? []
    return entries.filter { $0.problem == nil }.sorted { PathOrder.precedes($0.path, $1.path) }
  }

  private func read(_ path: String, _ findings: inout [Diagnostic]) -> SourceFile? {
    do throws(FileTreeError) {
      return SourceFile(
        path: path, bytes: try files.contents(of: path, limit: FileFindings.textLimit))
    } catch {
      findings.append(FileFindings.unreadable(path, error))
      return nil
    }
  }

  // MARK: Names

  /// The page or source that a command names. A page comes first, as in a wikilink.
  enum Named {
    case page(Page)
    case source(key: String, stem: String)
  }

  func named(_ name: String) -> Named? {
    if let id = model.page(slug: name) { return .page(model[id]) }
    guard let path = path(ofSource: name) else { return nil }
    return .source(key: name, stem: path)
  }

  /// The path of a source's files without their endings; nil for what is no source.
  private func path(ofSource key: String) -> String? {
    let file: String
    if let id = model.source(key: key) {
      // Of a capture and its sidecar both have the one name.
      guard let path = model[id].file?.path else { return nil }
      file = path
    } else if let held = model.heldBack(key: key) {
      file = held.path
    } else {
      return nil
    }
    let ending = PathParts.split(file).1
    return ending.isEmpty ? file : String(file.dropLast(ending.utf8.count + 1))
  }

  func unknown(_ name: String) -> RewritePlan {
    let names = model.slugs + model.sourceKeys + model.heldBack.compactMap { $0.key?.rawValue }
    var help = NearMiss.question(for: name, in: names)
    if help == nil,
      let page = model.pages.first(where: { page in
        let wanted = name.lowercased()
        return page.title.lowercased() == wanted
          || page.aliases.contains { $0.name.lowercased() == wanted }
      })
    {
      help = "write “\(page.slug)”"
    }
    return .misuse("unknown-name", "no page or source is called “\(name)”", help: help)
  }

  /// All addresses that links may lead to.
  var addresses: Set<SitePath> {
    var all = Set(model.pages.map(\.path)).union(model.sources.map(\.path))
    all.formUnion(model.attachments.map(\.path))
    for page in model.pages { all.formUnion(page.redirects) }
    for source in model.sources { all.formUnion(source.redirects) }
    return all
  }

  /// The sidecar beside `stem`, or the one that there would be.
  func sidecar(beside stem: String) -> SourceFile? {
    sidecars.first { $0.path == stem + ".yml" } ?? sidecars.first { $0.path == stem + ".yaml" }
  }

  /// Sources that had the address before.
  func sourceClaims(of path: SitePath, besides key: String) -> [Diagnostic] {
    model.sources.flatMap { source in
      zip(source.redirects, source.redirectRanges)
        .filter { $0.0 == path && source.key.rawValue != key }
        .map { _, range in
          Diagnostic(
            .error, "name-taken", "\(path) is an old address of “\(source.key)”",
            at: source.sidecar?.place(range),
            help: "choose another name, or give up the old address")
        }
    }
  }

  // MARK: Texts

  /// The bytes of all texts by path. O(files).
  func bytesByPath() -> [String: [UInt8]] {
    let files =
      model.pages.map(\.file) + reviews.map(\.file) + sidecars
      + (model.home.map { [$0.file] } ?? [])
    return Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The new bytes of each file that names what changes, by its path until now.
  func rewritten(
    _ change: NameChange, _ findings: inout [Diagnostic]
  ) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    func take(_ references: NamedReferences) {
      findings += references.findings
      guard !references.edits.isEmpty else { return }
      result[references.file.path] = TextEdit.apply(references.edits, to: references.file.bytes)
    }
    for page in model.pages {
      var references = NamedReferences(change, in: page.file, at: page.path)
      references.read(page)
      take(references)
    }
    if let home = model.home {
      var references = NamedReferences(
        change, in: home.file, at: SitePath(folder: "", file: "index.html"))
      references.read(home.body)
      take(references)
    }
    for (file, tree) in reviews {
      let name = String(file.path.split(separator: "/").last ?? "")
      var references = NamedReferences(
        change, in: file, at: SitePath(folder: "review", file: name))
      references.read(tree)
      take(references)
    }
    guard !change.isPage else { return result }
    for sidecar in sidecars {
      let edits = originEdits(change, in: sidecar)
      if !edits.isEmpty { result[sidecar.path] = TextEdit.apply(edits, to: sidecar.bytes) }
    }
    return result
  }

  /// Where a sidecar names a source as its `origin` or in `via`.
  private func originEdits(_ change: NameChange, in sidecar: SourceFile) -> [TextEdit] {
    origins(in: sidecar).filter { $0.text == change.old }.map { node in
      TextEdit(
        node.range, FrontMatterEdit.scalar(change.new, like: sidecar.bytes[node.range]))
    }
  }

  private func origins(in sidecar: SourceFile) -> [YAMLNode] {
    guard let mapping = YAMLDocument.parseMapping(sidecar).mapping else { return [] }
    return mapping.entries.filter { ["origin", "via"].contains($0.key.text) }
      .flatMap { FrontMatterEdit.items($0.value) }
  }

  // MARK: What a new name would capture

  /// Places that say `name` today and mean something else by it, or nothing: they would come to mean the
  /// page or source that gets the name.
  func captured(by name: String, asPage isPage: Bool, of old: String) -> [Diagnostic] {
    var places: [SourcePlace] = []
    // Who is called so already is meant by it already.
    let own = model.page(slug: old).map { model[$0] }
    let isOwn = own.map { page in
      ([page.title] + (page.aliases + page.names).map(\.name)).contains { $0.lowercased() == name }
    }
    func look(_ tree: MarkdownTree, _ file: SourceFile) {
      for wikilink in tree.wikilinks where wikilink.page == name && isOwn != true {
        places.append(file.place(tree[wikilink.node].source))
      }
      guard !isPage else { return }
      for mark in tree.citations {
        let origin = try? Citation.parseDetails(mark.rest).get().origin
        if mark.key == name || origin == name {
          places.append(file.place(tree[mark.node].source))
        }
      }
    }
    for page in model.pages {
      look(page.body, page.file)
      guard isPage else {
        // A citation of a fact may be wrapped, and then the tree knows it not.
        let citations =
          page.facts.flatMap(\.citations)
          + page.statements.flatMap(\.renderings).flatMap(\.citations)
        for citation in citations where citation.key == name || citation.origin == name {
          places.append(page.file.place(citation.range))
        }
        continue
      }
      for value in page.facts.flatMap(\.values) {
        for reference in value.pages + value.qualifiers.flatMap(\.pages)
        where reference.slug == name {
          places.append(page.file.place(reference.range))
        }
      }
    }
    if let home = model.home { look(home.body, home.file) }
    if !isPage {
      for sidecar in sidecars {
        places += origins(in: sidecar).filter { $0.text == name }.map { sidecar.place($0.range) }
      }
    }
    return Set(places).map { place in
      Diagnostic(
        .error, "name-captured", "“\(name)” stands here already and means something else",
        at: place, help: "choose another name, or write here what is meant")
    }
  }
}

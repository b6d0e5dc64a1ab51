import CommonMark
import Diagnostics
import DossierModel
import FileTree

/// Reads `Content/`: pages by folder, the home page's words, attachments.
struct ContentLoader {
  static let folder = "Content"
  static let homePath = "Content/index.md"
  /// Files that are copied as they are. Nothing a browser would run is among them.
  static let attachmentEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "pdf", "csv", "txt", "json", "geojson", "zip",
  ]

  let files: any FileSystem
  let width: Int
  let includesDrafts: Bool
  /// The keys of the site's own that front matter may have.
  let extraKeys: [ExtraKey]

  struct Loaded {
    var pages: [UnresolvedPage] = []
    var home: HomePage?
    var attachments: [Attachment] = []
    /// Pages left out as drafts.
    var drafts: [Draft] = []
    /// What reading a file alone found in it, by its path.
    var findings: [String: [Diagnostic]] = [:]
  }

  enum Item: Sendable {
    case page(UnresolvedPage)
    case home(HomePage)
    case attachment(Attachment)
    case nothing
  }

  func load(_ entries: [FileEntry], reporting diagnostics: inout [Diagnostic]) -> Loaded {
    // What `dossier review` writes is no page.
    let entries = entries.filter { !$0.path.hasPrefix("Content/review/") }
    let read = concurrentMap(entries, width: width) { entry in
      var diagnostics: [Diagnostic] = []
      let item = item(entry, reporting: &diagnostics)
      return (item, diagnostics)
    }
    var loaded = Loaded()
    var owners: [Slug: SourceFile] = [:]
    for (entry, (item, findings)) in zip(entries, read) {
      if !findings.isEmpty { loaded.findings[entry.path] = findings }
      switch item {
      case .page(let page):
        if let owner = owners[page.slug] {
          diagnostics.append(
            Diagnostic(
              .error, "duplicate-slug", "two pages are called “\(page.slug)”",
              at: page.file.whole, help: "rename one of the files",
              notes: [.init("the other is here", at: owner.whole)]))
          continue
        }
        owners[page.slug] = page.file
        if let draft = page.draft, !includesDrafts {
          loaded.drafts.append(draft)
        } else {
          loaded.pages.append(page)
        }
      case .home(let home): loaded.home = home
      case .attachment(let attachment): loaded.attachments.append(attachment)
      case .nothing: break
      }
    }
    diagnostics += PathFindings(loaded).all()
    return loaded
  }

  /// What one file is, and what is wrong with it whatever the others say.
  func item(_ entry: FileEntry, reporting diagnostics: inout [Diagnostic]) -> Item {
    let path = entry.path
    if let problem = entry.problem {
      diagnostics.append(FileFindings.problem(path, problem))
      return .nothing
    }
    let (stem, ending) = PathParts.split(path)
    guard ending == "md" else { return attachment(path, ending, reporting: &diagnostics) }
    let isHome = path == Self.homePath
    guard let kind = isHome ? .page : kind(path, reporting: &diagnostics),
      let bytes = read(path, limit: FileFindings.textLimit, reporting: &diagnostics)
    else { return .nothing }
    let file = SourceFile(path: path, bytes: bytes)
    if let finding = FileFindings.notUTF8(file) {
      diagnostics.append(finding)
      // Nothing further can be said of such a text; the page stands for those that refer to it.
      if isHome { return .nothing }
      guard let slug = Slug(stem) else { return .nothing }
      var ignored: [Diagnostic] = []
      let reader = PageReader(file: SourceFile(path: path, bytes: []), kind: kind)
      return .page(UnresolvedPage(reader.page(slug: slug, reporting: &ignored)))
    }
    let reader = PageReader(file: file, kind: kind, extraKeys: extraKeys)
    if isHome { return .home(reader.home(reporting: &diagnostics)) }
    let isIndex = stem == "index"
    if isIndex || Slug(stem) == nil {
      diagnostics.append(
        Diagnostic(
          .error, "bad-slug", "the file's name “\(stem)” cannot be a page's address",
          at: file.whole,
          help: isIndex
            ? "the site writes the index of a folder itself; put the words into a page of pages/"
            : Slug.suggested(for: stem).map { "rename it to \($0).md" }
              ?? "name it with lower-case letters, digits and hyphens"))
    }
    guard let slug = Slug(stem) ?? Slug.suggested(for: stem) else { return .nothing }
    let page = reader.page(slug: slug, reporting: &diagnostics)
    return isIndex ? .nothing : .page(UnresolvedPage(page))
  }

  private func kind(_ path: String, reporting diagnostics: inout [Diagnostic]) -> PageKind? {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count > 2, let kind = PageKind(folder: parts[1]) { return kind }
    let folders = PageKind.allCases.map(\.folder)
    let help =
      parts.count > 2
      ? NearMiss.question(for: parts[1], in: folders) : nil
    diagnostics.append(
      Diagnostic(
        .error, "unknown-folder",
        parts.count > 2
          ? "“\(parts[1])” is no folder of pages"
          : "a page stands in a folder that says what it is",
        at: SourcePlace(path: path),
        help: help ?? "pages stand in \(folders.map { "Content/\($0)" }.joined(separator: ", "))"))
    return nil
  }

  private func attachment(
    _ path: String, _ ending: String, reporting diagnostics: inout [Diagnostic]
  ) -> Item {
    guard Self.attachmentEndings.contains(ending) else {
      diagnostics.append(
        Diagnostic(
          .warning, "unpublished-file", "a file of this type is not published",
          at: SourcePlace(path: path),
          help: "published are \(Self.attachmentEndings.sorted().joined(separator: ", "))"))
      return .nothing
    }
    guard let target = SitePath(String(path.dropFirst(Self.folder.count + 1))),
      let bytes = read(path, limit: FileFindings.attachmentLimit, reporting: &diagnostics)
    else { return .nothing }
    return .attachment(Attachment(file: path, path: target, bytes: bytes))
  }

  private func read(
    _ path: String, limit: Int, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    do {
      return try files.contents(of: path, limit: limit)
    } catch {
      diagnostics.append(FileFindings.unreadable(path, error))
      return nil
    }
  }
}

/// Two pages for one address: redirects against pages and one another. Attachments have other endings
/// than pages, so none can collide with one.
struct PathFindings {
  private let loaded: ContentLoader.Loaded

  init(_ loaded: ContentLoader.Loaded) { self.loaded = loaded }

  func all() -> [Diagnostic] {
    // Pages alone cannot collide: their slugs are unique.
    guard !loaded.attachments.isEmpty || loaded.pages.contains(where: { !$0.redirects.isEmpty })
    else { return [] }
    var owners: [SitePath: SourcePlace] = [:]
    for page in loaded.pages { owners[page.path] = page.file.whole }
    var diagnostics: [Diagnostic] = []
    for page in loaded.pages {
      for (redirect, range) in zip(page.redirects, page.redirectRanges) {
        let place = page.file.place(range)
        guard let owner = owners[redirect] else {
          owners[redirect] = place
          continue
        }
        diagnostics.append(
          Diagnostic(
            .error, "duplicate-path",
            redirect == page.path
              ? "\(redirect) is the page's own address" : "two pages claim the address \(redirect)",
            at: place, help: "remove it from `redirect-from`",
            notes: redirect == page.path ? [] : [.init("the other is here", at: owner)]))
      }
    }
    return diagnostics
  }
}

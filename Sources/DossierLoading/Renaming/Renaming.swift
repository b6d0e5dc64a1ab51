import Diagnostics
import DossierModel
package import FileTree

/// Plans `dossier rename`: a page or a source gets another slug, and everything that names it follows.
/// Reads only; what is to be written is a list of changes, to be made together.
package struct Renaming: Sendable {
  private let files: any FileSystem
  private let width: Int

  package init(files: any FileSystem, width: Int = 1) {
    self.files = files
    self.width = width
  }

  /// The changes that call the page or source `old` by `new`. O(site).
  ///
  /// - Parameter title: its new title; the old one of a page becomes an alias.
  package func plan(_ old: String, to new: String, title: String? = nil) -> RewritePlan {
    guard let slug = Slug(new), new != "index" else {
      return .misuse(
        "bad-slug", "“\(new)” cannot be an address",
        help: Slug.suggested(for: new).flatMap { $0.rawValue == "index" ? nil : "write “\($0)”" }
          ?? "write lower-case letters, digits and hyphens")
    }
    let (site, faults) = RewriteSite.load(files, width: width)
    guard let site else { return .refused(faults) }
    guard let named = site.named(old) else { return site.unknown(old) }
    guard old != new || title != nil else {
      return .misuse("name-taken", "“\(old)” is called so already")
    }
    if old != new, let taken = taken(new, site) { return taken }
    do throws(FrontMatterEdit.Refusal) {
      switch named {
      case .page(let page): return try plan(page, to: slug, title, site)
      case .source(let key, let stem): return try plan(key, stem, to: slug, title, site)
      }
    } catch {
      return .refused([error.finding])
    }
  }

  /// Who has the name already; a page and a source of one name would be taken for one another.
  private func taken(_ new: String, _ site: RewriteSite) -> RewritePlan? {
    let summary: String
    switch site.named(new) {
    case .page(let page): summary = "“\(new)” is taken: \(page.file.path)"
    case .source(_, let stem): summary = "“\(new)” is taken by the source \(stem)"
    case nil: return nil
    }
    return .misuse(
      "name-taken", summary,
      help: "to make one of both, run `dossier merge`; else choose another name")
  }

  // MARK: Pages

  private func plan(
    _ page: Page, to new: Slug, _ title: String?, _ site: RewriteSite
  ) throws(FrontMatterEdit.Refusal) -> RewritePlan {
    let old = page.slug.rawValue
    let name = page.file.path.lastIndex(of: "/").map { page.file.path.index(after: $0) }
    let folder = page.file.path[..<(name ?? page.file.path.startIndex)]
    let target = "\(folder)\(new).md"
    let newPath = SitePath(folder: page.kind.folder, file: new.rawValue + ".html")
    let change = NameChange(
      old: old, new: new.rawValue, subject: .page(from: page.file.path, to: target),
      oldPath: page.path, addresses: site.addresses, slugs: Set(site.model.slugs))
    var findings: [Diagnostic] = []
    if old != new.rawValue {
      findings += site.captured(by: new.rawValue, asPage: true, of: old)
      findings += Self.claims(of: newPath, slug: new.rawValue, besides: page, site)
    }
    var texts = old == new.rawValue ? [:] : site.rewritten(change, &findings)
    guard findings.isEmpty else { return .refused(findings) }
    var own = try FrontMatterEdit(
      page: SourceFile(path: page.file.path, bytes: texts[page.file.path] ?? page.file.bytes))
    if old != new.rawValue {
      // Its own address is no old one; a name that it had before becomes its address again.
      for text in Self.spellings(of: newPath) { try own.remove(text, from: "redirect-from") }
      try own.add(page.path.rawValue, to: "redirect-from")
    }
    if let title, title != page.title {
      let others = own.value("names").map(FrontMatterEdit.items) ?? []
      if !others.contains(where: { FrontMatterEdit.name(of: $0) == page.title }) {
        try own.add(page.title, to: "aliases")
      }
      try own.remove(title, from: "aliases")
      try own.set("title", to: title)
    }
    texts[page.file.path] = nil
    var plan = RewritePlan()
    plan.changes = Self.changes(texts, site)
    if old == new.rawValue {
      plan.changes.append(.init(path: page.file.path, old: page.file.bytes, new: own.file.bytes))
    } else {
      plan.moved = (page.file.path, target)
      plan.changes.append(.init(path: target, old: nil, new: own.file.bytes))
      plan.changes.append(.init(path: page.file.path, old: page.file.bytes, new: nil))
    }
    plan.changes.sort { $0.path < $1.path }
    return plan
  }

  /// How an address may be written in `redirect-from`.
  static func spellings(of path: SitePath) -> [String] { [path.rawValue, "/" + path.rawValue] }

  /// Pages that had the address before, whose old readers would be led astray. Mentions and timelines
  /// of all kinds of page lie in one folder each, so that the slug alone counts.
  private static func claims(
    of path: SitePath, slug: String? = nil, besides page: Page?, _ site: RewriteSite
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for other in site.model.pages where other.slug != page?.slug {
      let named = slug.map { SitePath(folder: other.kind.folder, file: $0 + ".html") }
      for (old, range) in zip(other.redirects, other.redirectRanges)
      where old == path || old == named {
        findings.append(
          Diagnostic(
            .error, "name-taken", "\(old) is an old address of “\(other.slug)”",
            at: other.file.place(range), help: "choose another name, or give up the old address"))
      }
    }
    return findings
  }

  /// The files that are rewritten.
  static func changes(_ texts: [String: [UInt8]], _ site: RewriteSite) -> [FileTransaction.Change] {
    let before = site.bytesByPath()
    return texts.keys.sorted().compactMap { path in
      guard let old = before[path], let new = texts[path], old != new else { return nil }
      return FileTransaction.Change(path: path, old: old, new: new)
    }
  }

  // MARK: Sources

  /// The files of a source stay where they are, since the capture is evidence: its sidecar says what it is
  /// called, and what it was called before.
  private func plan(
    _ old: String, _ stem: String, to new: Slug, _ title: String?, _ site: RewriteSite
  ) throws(FrontMatterEdit.Refusal) -> RewritePlan {
    let path = SitePath(folder: "sources", file: old + ".html")
    let newPath = SitePath(folder: "sources", file: new.rawValue + ".html")
    let change = NameChange(
      old: old, new: new.rawValue, subject: .source, oldPath: path, addresses: site.addresses,
      slugs: Set(site.model.slugs))
    var findings: [Diagnostic] = []
    if old != new.rawValue {
      findings += site.captured(by: new.rawValue, asPage: false, of: old)
      findings += Self.claims(of: newPath, besides: nil, site)
      findings += site.sourceClaims(of: newPath, besides: old)
    }
    var texts = old == new.rawValue ? [:] : site.rewritten(change, &findings)
    guard findings.isEmpty else { return .refused(findings) }
    let sidecar = site.sidecar(beside: stem)
    let file = sidecar ?? SourceFile(path: stem + ".yml", bytes: [])
    var own = try FrontMatterEdit(
      document: SourceFile(path: file.path, bytes: texts[file.path] ?? file.bytes))
    if old != new.rawValue {
      try own.set("cite-as", to: new.rawValue)
      for text in Self.spellings(of: newPath) { try own.remove(text, from: "redirect-from") }
      try own.add(path.rawValue, to: "redirect-from")
    }
    if let title { try own.set("title", to: title) }
    texts[file.path] = nil
    var plan = RewritePlan()
    plan.changes = Self.changes(texts, site)
    if own.file.bytes != file.bytes {
      plan.changes.append(.init(path: file.path, old: sidecar?.bytes, new: own.file.bytes))
    }
    plan.changes.sort { $0.path < $1.path }
    return plan
  }
}

import CommonMark
import Diagnostics
import DossierModel
package import FileTree
import YAML

/// Plans `dossier merge`: one page takes up another about the same subject, and everything that named it.
/// Reads only; what is to be written is a list of changes, to be made together.
package struct Merging: Sendable {
  private let files: any FileSystem
  private let width: Int

  package init(files: any FileSystem, width: Int = 1) {
    self.files = files
    self.width = width
  }

  /// The changes that make one page of `from` and `into`, which stays. O(site).
  package func plan(_ from: String, into: String) -> RewritePlan {
    let (site, faults) = RewriteSite.load(files, width: width)
    guard let site else { return .refused(faults) }
    guard let taken = site.named(from) else { return site.unknown(from) }
    guard let kept = site.named(into) else { return site.unknown(into) }
    guard from != into else {
      return .misuse("merge-refused", "“\(from)” cannot be merged into itself")
    }
    guard case .page(let taken) = taken, case .page(let kept) = kept else {
      return .misuse(
        "merge-refused", "sources cannot be merged: each capture is evidence of its own",
        help: "say in the sidecars that both have one `origin`, or cite one of them")
    }
    guard taken.kind == kept.kind else {
      return .misuse(
        "merge-refused",
        "“\(from)” is a page of \(taken.kind.folder)/, “\(into)” of \(kept.kind.folder)/",
        help: "move one of the files first")
    }
    do throws(FrontMatterEdit.Refusal) {
      return try plan(taken, into: kept, site)
    } catch {
      return .refused([error.finding])
    }
  }

  private func plan(
    _ from: Page, into: Page, _ site: RewriteSite
  ) throws(FrontMatterEdit.Refusal) -> RewritePlan {
    let change = NameChange(
      old: from.slug.rawValue, new: into.slug.rawValue,
      subject: .page(from: from.file.path, to: into.file.path), oldPath: from.path,
      addresses: site.addresses, slugs: Set(site.model.slugs))
    var findings = relations(from, into) + relations(into, from)
    findings += headings(from, into, site) + links(from, into)
    var texts = site.rewritten(change, &findings)
    let takenFile = SourceFile(
      path: from.file.path, bytes: texts[from.file.path] ?? from.file.bytes)
    let keptFile = SourceFile(
      path: into.file.path, bytes: texts[into.file.path] ?? into.file.bytes)
    let keys = site.model.configuration.extraKeys
    guard
      let taken = PageSections(takenFile, kind: from.kind, slug: from.slug, extraKeys: keys),
      let kept = PageSections(keptFile, kind: into.kind, slug: into.slug, extraKeys: keys)
    else { return .refused(findings + [byHand(from, into)]) }
    var body = MergedBody(taken, into: kept, title: from.title)
    body.merge()
    findings += body.findings
    var edit = try FrontMatterEdit(
      page: SourceFile(path: into.file.path, bytes: TextEdit.apply(body.edits, to: keptFile.bytes)))
    var front = MergedFrontMatter(from: from, into: into)
    try front.merge(try FrontMatterEdit(page: takenFile), into: &edit)
    // A list that named both pages names one of them twice now.
    while (edit.value("conflicts").map(FrontMatterEdit.items) ?? [])
      .count(where: { $0.text == change.new }) > 1
    {
      try edit.remove(change.new, from: "conflicts")
    }
    findings += front.findings
    guard findings.isEmpty else { return .refused(findings) }
    guard
      let merged = PageSections(edit.file, kind: into.kind, slug: into.slug, extraKeys: keys),
      MergedBody.isWhole(merged, of: taken, and: kept)
    else { return .refused([byHand(from, into)]) }
    texts[from.file.path] = nil
    texts[into.file.path] = nil
    try removeDoubles(change, in: &texts)
    var plan = RewritePlan()
    plan.moved = (from.file.path, into.file.path)
    plan.changes = Renaming.changes(texts, site)
    plan.changes.append(.init(path: into.file.path, old: into.file.bytes, new: edit.file.bytes))
    plan.changes.append(.init(path: from.file.path, old: from.file.bytes, new: nil))
    plan.changes.sort { $0.path < $1.path }
    return plan
  }

  /// An event that belonged to both conflicts belongs to one now.
  private func removeDoubles(
    _ change: NameChange, in texts: inout [String: [UInt8]]
  ) throws(FrontMatterEdit.Refusal) {
    for path in texts.keys.sorted() {
      guard let bytes = texts[path],
        var edit = try? FrontMatterEdit(page: SourceFile(path: path, bytes: bytes))
      else { continue }
      while (edit.value("conflicts").map(FrontMatterEdit.items) ?? [])
        .count(where: { $0.text == change.new }) > 1
      {
        try edit.remove(change.new, from: "conflicts")
      }
      texts[path] = edit.file.bytes
    }
  }

  private func byHand(_ from: Page, _ into: Page) -> Diagnostic {
    Diagnostic(
      .error, "merge-conflict",
      "the words of “\(from.slug)” cannot be put beside those of “\(into.slug)” without changing them",
      at: from.file.whole,
      help: "both define the same link or note, it may be; name them differently, and run again",
      notes: [.init("the other page is here", at: into.file.whole)])
  }

  // MARK: Conflicts

  /// Relations that would lead from the page to itself.
  private func relations(_ page: Page, _ other: Page) -> [Diagnostic] {
    guard page.kind == .actor else { return [] }
    return page.facts.filter { FactVocabulary.relationKeys.contains($0.key) }.flatMap { fact in
      fact.values.flatMap(\.pages).filter { $0.slug == other.slug.rawValue }.map { reference in
        Diagnostic(
          .error, "merge-conflict", "“\(fact.key)” would name the page itself",
          at: page.file.place(reference.range), help: "take it away, and run again")
      }
    }
  }

  /// Wikilinks to a heading of the page that goes, where the page that stays has one of that name.
  private func headings(_ from: Page, _ into: Page, _ site: RewriteSite) -> [Diagnostic] {
    let own = Set(into.body.headings.flatMap { [$0.anchor, $0.title.lowercased()] })
    func clash(_ words: String) -> Bool {
      own.contains(words) || own.contains(words.lowercased())
    }
    var findings: [Diagnostic] = []
    func report(_ words: String, _ place: SourcePlace) {
      findings.append(
        Diagnostic(
          .error, "merge-conflict", "both pages have a heading “\(words)”, and this leads to one",
          at: place, help: "call one of the headings otherwise, and run again"))
    }
    func look(_ tree: MarkdownTree, _ file: SourceFile, _ path: SitePath) {
      for wikilink in tree.wikilinks {
        let isOwn = wikilink.page.isEmpty && file.path == from.file.path
        guard isOwn || wikilink.page == from.slug.rawValue, let words = wikilink.heading,
          clash(words), !["facts", "statements"].contains(words.lowercased())
        else { continue }
        report(words, file.place(tree[wikilink.node].source))
      }
      for link in tree.links {
        guard let address = SiteAddress(link.destination, from: path, file: file.path),
          let words = address.fragment, clash(words)
        else { continue }
        let leadsHere: Bool =
          switch address.target {
          case .samePage: file.path == from.file.path
          case .file(let target): target == from.file.path
          case .paths(let candidates): candidates.contains(from.path)
          }
        if leadsHere { report(words, file.place(tree[link.node].source)) }
      }
    }
    for page in site.model.pages { look(page.body, page.file, page.path) }
    if let home = site.model.home {
      look(home.body, home.file, SitePath(folder: "", file: "index.html"))
    }
    return findings
  }

  /// Links that count from the folder of a page that goes, where the other lies elsewhere.
  private func links(_ from: Page, _ into: Page) -> [Diagnostic] {
    func folder(_ page: Page) -> Substring {
      page.file.path[..<(page.file.path.lastIndex(of: "/") ?? page.file.path.startIndex)]
    }
    guard folder(from) != folder(into) else { return [] }
    return from.body.links.compactMap { link in
      guard let address = SiteAddress(link.destination, from: from.path, file: from.file.path),
        address.target != .samePage, !link.destination.hasPrefix("/")
      else { return nil }
      return Diagnostic(
        .error, "merge-conflict", "this link counts from a folder that the page leaves",
        at: from.file.place(from.body[link.node].source),
        help: "write it from the site's root, with a `/` before it, and run again")
    }
  }
}

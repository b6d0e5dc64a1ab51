import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import FileTree

/// `dossier review --apply`: accepted names become pages and aliases, and their lines say so. One change of
/// several files: all or nothing.
struct ReviewApplication {
  let site: String
  let files: DiskFileSystem
  let model: SiteModel
  let suggestions: Suggestions
  let isDry: Bool
  let format: FindingsFormat

  /// What is to be written.
  private struct Plan {
    /// New pages, by path.
    var pages: [DraftPage] = []
    /// Names to add, by the page's path in order of the lines.
    var aliases: [(page: PageID, names: [String])] = []
    /// By review file: where something is inserted behind a line, and what.
    var marks: [String: [(at: Int, text: String)]] = [:]
    var files: [String: SourceFile] = [:]
    var slugs: Set<String> = []
    var findings: [Diagnostic] = []
    var report: [String] = []
  }

  func run() throws(CommandFailure) {
    var plan = Plan()
    plan.slugs = Set(model.slugs + model.sourceKeys + ["index"])
    for item in model.decisions.items
    where item.kind == .name && item.mark == .accepted && item.applied == nil {
      switch item.value {
      case .newPage(let kind, let sort): page(item, kind, sort, &plan)
      case .alias(let slug): alias(item, slug, &plan)
      case .none, .text, .unknown, .date, .page, .ignore: break
      }
    }
    guard plan.findings.isEmpty else {
      FindingsPrinter(format).print(plan.findings)
      throw .content
    }
    guard !plan.marks.isEmpty else {
      Terminal.standardError.write("dossier: no accepted name waits to be applied\n")
      return
    }
    let changes = try changes(of: plan)
    try check(changes)
    if !isDry {
      let folders = ReviewFolder(site: site)
      try folders.check(
        Set(plan.pages.map { "Content/\($0.path.split(separator: "/")[1])" }).sorted())
      try folders.commit(changes)
    }
    let said = isDry ? "; nothing is written" : ""
    Terminal.standardOutput.write(
      plan.report.joined(separator: "\n") + "\n\(changes.count) files\(said)\n")
  }

  // MARK: Lines

  private func page(
    _ item: ReviewItem, _ kind: PageKind, _ sort: String?, _ plan: inout Plan
  ) {
    guard let name = item.subjects.first?.words else { return }
    let folded = ReviewWords.folded(name)
    if let known = model.pages.first(where: { $0.hasName(folded) && $0.kind == kind }) {
      // Somebody wrote the page meanwhile; then the line has nothing to add.
      mark(item, known.slug.rawValue, &plan)
      plan.report.append("\(known.file.path) is there already")
      return
    }
    let path = "Content/\(kind.folder)/"
    let twin = plan.pages.firstIndex { page in
      page.path.hasPrefix(path) && ReviewWords.folded(page.title) == folded
    }
    if let twin {
      mark(item, plan.pages[twin].slug, &plan)
      return
    }
    let suggestion = suggestions.pages.first {
      $0.kind == kind && ReviewWords.folded($0.title) == folded
    }
    guard let slug = self.slug(suggestion?.slug, name, &plan) else {
      plan.findings.append(
        Diagnostic(
          .error, "bad-slug", "“\(name)” gives a page no address", at: item.file.place(item.range),
          help: "write the page yourself, and accept `alias of [[page]]`"))
      return
    }
    let page = DraftPage(
      accepted: item, kind, sort: sort, slug: slug, suggestion: suggestion, of: model)
    plan.pages.append(page)
    plan.report.append("\(page.path): new \(kind.rawValue)")
    mark(item, slug, &plan)
  }

  private func slug(_ suggested: String?, _ name: String, _ plan: inout Plan) -> String? {
    guard let wanted = suggested ?? Slug.suggested(for: name)?.rawValue else { return nil }
    for candidate in [wanted] + (2...99).map({ "\(wanted)-\($0)" })
    where Slug(candidate) != nil && plan.slugs.insert(candidate).inserted {
      return candidate
    }
    return nil
  }

  private func alias(_ item: ReviewItem, _ slug: String, _ plan: inout Plan) {
    guard let name = item.subjects.first?.words else { return }
    guard let id = model.page(slug: slug) else {
      plan.findings.append(
        Diagnostic(
          .error, "outdated-review", "there is no page “\(slug)”",
          at: item.file.place(item.valueRange),
          help: NearMiss.question(for: slug, in: model.slugs)))
      return
    }
    mark(item, slug, &plan)
    let page = model[id]
    guard !page.hasName(ReviewWords.folded(name)) else {
      plan.report.append("\(page.file.path) has the name “\(name)” already")
      return
    }
    plan.report.append("\(page.file.path): also “\(name)”")
    if let index = plan.aliases.firstIndex(where: { $0.page == id }) {
      plan.aliases[index].names.append(name)
    } else {
      plan.aliases.append((id, [name]))
    }
  }

  private func mark(_ item: ReviewItem, _ slug: String, _ plan: inout Plan) {
    plan.files[item.file.path] = item.file
    plan.marks[item.file.path, default: []].append((item.range.upperBound, " → [[\(slug)]]"))
  }

  // MARK: Files

  private func changes(of plan: Plan) throws(CommandFailure) -> [FileTransaction.Change] {
    var changes = plan.pages.map {
      FileTransaction.Change(path: $0.path, old: nil, new: Array($0.text.utf8))
    }
    for (id, names) in plan.aliases {
      let file = model[id].file
      do throws(FrontMatterEdit.Refusal) {
        var edit = try FrontMatterEdit(page: file)
        for name in names { try edit.add(name, to: "aliases") }
        changes.append(.init(path: file.path, old: file.bytes, new: edit.file.bytes))
      } catch {
        FindingsPrinter(format).print([error.finding])
        throw .content
      }
    }
    for (path, marks) in plan.marks.sorted(by: { $0.key < $1.key }) {
      guard let file = plan.files[path] else { continue }
      var new: [UInt8] = []
      var start = 0
      for mark in marks.sorted(by: { $0.at < $1.at }) {
        new += file.bytes[start..<mark.at] + Array(mark.text.utf8)
        start = mark.at
      }
      changes.append(.init(path: path, old: file.bytes, new: new + file.bytes[start...]))
    }
    return changes
  }

  /// Loads the site as it would be: what is accepted may not keep it from building.
  private func check(_ changes: [FileTransaction.Change]) throws(CommandFailure) {
    let overlay = OverlayFiles(
      base: files,
      added: Dictionary(
        changes.map { ($0.path, $0.new ?? []) }, uniquingKeysWith: { first, _ in first }))
    let loaded = SiteLoader(
      files: overlay, options: .init(width: Environment.processorCount, includesDrafts: true)
    ).load()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      FindingsPrinter(format).print(errors.sorted(by: Diagnostic.inReadingOrder))
      throw .content
    }
  }
}

extension Page {
  /// Whether the page has a name, folded. O(length of its names).
  fileprivate func hasName(_ folded: String) -> Bool {
    ([title] + (aliases + names + demonyms).map(\.name)).contains {
      ReviewWords.folded($0) == folded
    }
  }
}

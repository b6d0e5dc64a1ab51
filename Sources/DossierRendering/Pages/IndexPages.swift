import DossierModel
import EDTF
import FileTree
import PhraseMatching
import TemplateEngine

/// The list of the pages of each kind, and of the sources: by letter, events by year.
struct IndexPages {
  let context: SiteContext
  let templates: TemplateSet

  /// An entry before it is filed: what is filed may be a page or a source.
  private struct Entry {
    let title: String
    let sortKey: [UInt8]
    let group: String
    let card: (Cards) -> TemplateValue
  }

  func render() throws(TemplateError) -> [Artifact] {
    var artifacts: [Artifact] = []
    for section in context.sections where section.name != StatementPages.folder {
      artifacts += try render(section)
    }
    return artifacts
  }

  private func render(_ section: SiteFiles.Section) throws(TemplateError) -> [Artifact] {
    let entries = entries(of: section)
    var groups: [(title: String, entries: [Entry])] = []
    for entry in entries {
      if groups.last?.title == entry.group {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((entry.group, [entry]))
      }
    }
    let path = SitePath(folder: section.name, file: "index.html")
    let query = InputID.query("pages:\(section.name)")
    guard entries.count > ListSplitting.limit else {
      return [
        try page(
          section, path, title: section.title, groups: groups, partPaths: [], current: nil,
          count: entries.count, query: query)
      ]
    }
    let partPaths = groups.map { ($0.title, partPath(section, $0.title)) }
    var artifacts = [
      try page(
        section, path, title: section.title, groups: [], partPaths: partPaths, current: nil,
        count: entries.count, query: query)
    ]
    for (group, part) in zip(groups, partPaths) {
      artifacts.append(
        try page(
          section, part.1, title: "\(section.title): \(group.title)", groups: [group],
          partPaths: partPaths, current: group.title, count: entries.count, query: query))
    }
    return artifacts
  }

  private func partPath(_ section: SiteFiles.Section, _ group: String) -> SitePath {
    section.kind == .event
      ? SitePath(folder: section.name + "/by-year", file: group.lowercased() + ".html")
      : SitePath(
        folder: section.name + "/by-letter",
        file: ListSplitting.addressPart(ofLetter: group) + ".html")
  }

  private func page(
    _ section: SiteFiles.Section, _ path: SitePath, title: String,
    groups: [(title: String, entries: [Entry])], partPaths: [(String, SitePath)],
    current: String?, count: Int, query: InputID
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path, section: section.name)
    let cards = Cards(context: context, path: path)
    var crumbs = [layout.home()]
    if current != nil { crumbs.append(layout.crumb(section.title, folder: section.name)) }
    var values = layout.values(layout.page(title, kind: "index"), breadcrumbs: crumbs)
    values += [
      .list(
        groups.map { group in
          CardGroupView(
            title: group.title, anchor: "group-" + ListSplitting.anchor(group.title),
            cards: group.entries.map { $0.card(cards) })
        }),
      .list(
        partPaths.map {
          LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.0 == current)
        }), .int(count),
    ]
    return try TemplatePage(templates: templates, name: "index.html", schema: PageSchema.index)
      .artifact(path, values, inputs: [query, .query("sections"), .query("now")])
  }

  private func entries(of section: SiteFiles.Section) -> [Entry] {
    let folding = LetterFolding()
    guard let kind = section.kind else {
      return context.model.sources.indices.map { index in
        let source = context.model.sources[index]
        return Entry(
          title: source.title.value, sortKey: folding.folded(source.title.value),
          group: ListSplitting.letter(of: source.title.value, folding),
          card: { $0.card(SourceID(index)) })
      }.sorted(by: Self.byLetter)
    }
    let pages = context.model.pages(of: kind)
    if kind == .event {
      // Newest first; within a year in the order of time reversed, undated at the end.
      let dated = SiteContext.byDate(pages, in: context.model).reversed()
      let entries = dated.map { id in
        let year = context.model[id].date?.start.date.map { String($0.year) } ?? "Undated"
        return Entry(
          title: context.model[id].title, sortKey: [], group: year, card: { $0.card(id) })
      }
      return entries.filter { $0.group != "Undated" } + entries.filter { $0.group == "Undated" }
    }
    return pages.map { id in
      let title = context.model[id].title
      return Entry(
        title: title, sortKey: folding.folded(title),
        group: ListSplitting.letter(of: title, folding), card: { $0.card(id) })
    }.sorted(by: Self.byLetter)
  }

  private static func byLetter(_ left: Entry, _ right: Entry) -> Bool {
    if left.group != right.group { return left.group < right.group }
    if left.sortKey != right.sortKey {
      return left.sortKey.lexicographicallyPrecedes(right.sortKey)
    }
    return left.title < right.title
  }
}

extension ListSplitting {
  /// A heading as an id: letters of addresses, years as they are.
  static func anchor(_ group: String) -> String {
    group.unicodeScalars.count == 1 ? addressPart(ofLetter: group) : group.lowercased()
  }
}

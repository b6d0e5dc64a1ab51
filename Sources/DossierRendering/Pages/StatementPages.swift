import DossierModel
import PhraseMatching
import TemplateEngine

/// The list of all statements, by speaker and date.
struct StatementPages {
  let context: SiteContext
  let templates: TemplateSet

  static let folder = "statements"
  static let title = "Statements"

  /// How many statements a page of somebody else's lists.
  static let shown = 50

  private struct Group {
    let speaker: SpeechAct.Speaker
    let title: String
    let sortKey: [UInt8]
    let anchor: String
    let acts: [Int]
  }

  func render() throws(TemplateError) -> [Artifact] {
    let acts = context.index.speech.acts
    guard !acts.isEmpty else { return [] }
    let groups = groups()
    let path = SitePath(folder: Self.folder, file: "index.html")
    guard acts.count > ListSplitting.limit else {
      return [try page(path, Self.title, groups, parts: [], current: nil)]
    }
    let parts = groups.map { ($0.title, Self.part(of: $0.anchor)) }
    var artifacts = [try page(path, Self.title, [], parts: parts, current: nil)]
    for (group, part) in zip(groups, parts) {
      artifacts.append(
        try page(
          part.1, "\(Self.title): \(group.title)", [group], parts: parts, current: part.1))
    }
    return artifacts
  }

  /// Where all statements of a speaker stand.
  static func address(of speaker: PageID, in context: SiteContext, from path: SitePath) -> String {
    let anchor = anchor(of: .page(speaker), context.model)
    return context.index.speech.acts.count > ListSplitting.limit
      ? part(of: anchor).link(from: path)
      : SitePath(folder: folder, file: "index.html").link(from: path) + "#" + anchor
  }

  private static func part(of anchor: String) -> SitePath {
    SitePath(
      folder: folder + "/by-speaker", file: String(anchor.dropFirst("by.".utf8.count)) + ".html")
  }

  /// `by.lavrov`; a name without a page begins with a full stop, as no slug does.
  private static func anchor(of speaker: SpeechAct.Speaker, _ model: SiteModel) -> String {
    switch speaker {
    case .page(let id): "by.\(model[id].slug)"
    case .name(let name): "by.name..\(Slug.suggested(for: name)?.rawValue ?? "unknown")"
    }
  }

  private func groups() -> [Group] {
    let folding = LetterFolding()
    let speech = context.index.speech
    var order: [SpeechAct.Speaker] = []
    var members: [SpeechAct.Speaker: [Int]] = [:]
    for act in SpeechIndex.byDate(speech.acts) {
      let speaker = speech.acts[act].speaker
      if members[speaker] == nil { order.append(speaker) }
      members[speaker, default: []].append(act)
    }
    let groups = order.map { speaker in
      let title =
        switch speaker {
        case .page(let id): context.model[id].title
        case .name(let name): name
        }
      return Group(
        speaker: speaker, title: title, sortKey: folding.folded(title),
        anchor: Self.anchor(of: speaker, context.model), acts: members[speaker] ?? [])
    }
    return groups.sorted { left, right in
      left.sortKey != right.sortKey
        ? left.sortKey.lexicographicallyPrecedes(right.sortKey) : left.anchor < right.anchor
    }
  }

  private func page(
    _ path: SitePath, _ title: String, _ groups: [Group], parts: [(String, SitePath)],
    current: SitePath?
  ) throws(TemplateError) -> Artifact {
    let layout = Layout(context: context, path: path, section: Self.folder)
    let words = StatementWords(context: context)
    var crumbs = [layout.home()]
    if current != nil { crumbs.append(layout.crumb(Self.title, folder: Self.folder)) }
    var values = layout.values(layout.page(title, kind: "index"), breadcrumbs: crumbs)
    values += [
      .list(
        groups.map { group in
          var speaker = LinkView(title: group.title, href: "")
          if let first = group.acts.first {
            speaker = words.speaker(of: context.index.speech.acts[first], from: path)
          }
          return StatementGroupView(
            speaker: speaker, anchor: group.anchor,
            entries: group.acts.map { words.entry($0, from: path) })
        }),
      .list(
        parts.map { LinkView(title: $0.0, href: $0.1.link(from: path), isCurrent: $0.1 == current) }
      ), .int(context.index.speech.acts.count),
    ]
    return try TemplatePage(
      templates: templates, name: "statements.html", schema: PageSchema.statements
    ).artifact(path, values, inputs: [.query("statements:all"), .query("sections"), .query("now")])
  }
}

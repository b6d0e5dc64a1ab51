import Diagnostics
import DossierModel

/// The old addresses of what hangs on a page or a source by its slug: pages of mentions, timelines,
/// statements whose id the program made. Nobody writes them down: `actors/old.html` among the old addresses
/// of a page says that its slug was `old`.
struct FormerAddresses {
  let context: SiteContext

  struct Redirect {
    let old: SitePath
    let path: SitePath
    let title: String
    /// The file that says what the page was called.
    let file: String
  }

  /// What an owner was called before, and its file.
  private struct Formers {
    let slugs: [String]
    let title: String
    let file: String
  }

  private var model: SiteModel { context.model }

  /// By old address, none of which is among `paths`. O(paths) where anything was renamed, else O(pages).
  func redirects(besides paths: [SitePath]) -> [Redirect] {
    let pages = formersOfPages()
    let sources = formersOfSources()
    guard !pages.isEmpty || !sources.isEmpty else { return [] }
    var found: [Redirect] = []
    for path in paths {
      let parts = path.rawValue.split(separator: "/", maxSplits: 1)
      guard parts.count == 2, parts[0] == "mentions" || parts[0] == "timelines" else { continue }
      let name = parts[1].split(separator: "/").first ?? ""
      let isFolder = name.utf8.count < parts[1].utf8.count
      let slug = isFolder ? String(name) : String(name.dropLast(".html".utf8.count))
      guard let formers = pages[slug] else { continue }
      for former in formers.slugs {
        let rest = parts[1].dropFirst(slug.utf8.count)
        add(SitePath("\(parts[0])/\(former)\(rest)"), path, formers, to: &found)
      }
    }
    for act in context.index.speech.acts { add(act, pages, sources, to: &found) }
    var taken = Set(paths.map { $0.rawValue.lowercased() })
    return found.sorted { ($0.old, $0.path) < ($1.old, $1.path) }
      .filter { taken.insert($0.old.rawValue.lowercased()).inserted }
  }

  private func add(
    _ old: SitePath?, _ path: SitePath, _ formers: Formers, to found: inout [Redirect]
  ) {
    guard let old else { return }
    found.append(Redirect(old: old, path: path, title: formers.title, file: formers.file))
  }

  private func formersOfPages() -> [String: Formers] {
    var result: [String: Formers] = [:]
    for page in model.pages where !page.redirects.isEmpty {
      let slugs = page.redirects.compactMap { Self.slug(of: $0, in: page.kind.folder) }
        .filter { model.page(slug: $0) == nil }
      guard !slugs.isEmpty else { continue }
      result[page.slug.rawValue] = Formers(
        slugs: slugs, title: page.title, file: page.file.path)
    }
    return result
  }

  private func formersOfSources() -> [String: Formers] {
    var result: [String: Formers] = [:]
    for source in model.sources where !source.redirects.isEmpty {
      let slugs = source.redirects.compactMap { Self.slug(of: $0, in: "sources") }
        .filter { model.source(key: $0) == nil }
      guard !slugs.isEmpty, let sidecar = source.sidecar else { continue }
      result[source.key.rawValue] = Formers(
        slugs: slugs, title: source.title.value, file: sidecar.path)
    }
    return result
  }

  private static func slug(of path: SitePath, in folder: String) -> String? {
    guard path.isDirectly(in: folder) else { return nil }
    let name = path.rawValue.dropFirst(folder.utf8.count + 1).dropLast(".html".utf8.count)
    return Slug(String(name))?.rawValue
  }

  /// A statement without an id of the editor's is called `speaker.place.digest`, its place being the page
  /// or the source that it stands on.
  private func add(
    _ act: SpeechAct, _ pages: [String: Formers], _ sources: [String: Formers],
    to found: inout [Redirect]
  ) {
    guard act.id.utf8.contains(UInt8(ascii: ".")), let dot = act.id.lastIndex(of: ".") else {
      return
    }
    let digest = act.id[dot...]
    let places =
      act.declarations.isEmpty
      ? act.sources.map { model[$0].key.rawValue }
      : act.declarations.map { model[$0.page].slug.rawValue }
    let formersOfPlace = act.declarations.isEmpty ? sources : pages
    guard let place = places.first(where: { act.id[..<dot].hasSuffix(Self.tail($0)) }) else {
      return
    }
    let speaker = String(act.id[..<dot].dropLast(Self.tail(place).count))
    var speakers = [speaker]
    var owner = formersOfPlace[place]
    if case .page(let id) = act.speaker,
      SpeechAct.shortened(model[id].slug.rawValue) == speaker,
      let formers = pages[model[id].slug.rawValue]
    {
      speakers += formers.slugs.map(SpeechAct.shortened)
      owner = owner ?? formers
    }
    guard let owner else { return }
    let formerPlaces = (formersOfPlace[place]?.slugs ?? []).map(SpeechAct.shortened)
    for speaker in speakers {
      for place in [SpeechAct.shortened(place)] + formerPlaces {
        let id = "\(speaker).\(place)\(digest)"
        guard id != act.id else { continue }
        add(SitePath("statements/\(id).html"), act.path, owner, to: &found)
      }
    }
  }

  private static func tail(_ place: String) -> String { "." + SpeechAct.shortened(place) }
}

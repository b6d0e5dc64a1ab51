import CommonMark
package import Diagnostics
package import DossierModel

/// A linked site with what is needed to link some of its pages again.
package struct LinkedSite: Sendable {
  package let index: LinkIndex
  package let diagnostics: [Diagnostic]
  /// What is wrong with names, which stands in front matter.
  let nameFindings: [Diagnostic]
  /// The findings that are of no page's own prose, wherever they stand.
  let movableFindings: [Diagnostic]
  let pages: [PageLinker.Result]
  let linker: PageLinker

  /// What linking some pages again came to.
  package struct Change: Sendable {
    package let site: LinkedSite
    /// The pages of which other sentences say something now, ascending.
    package let mentioned: [PageID]
    /// Whether a page is named in more or fewer sentences than before.
    package let hasOtherCounts: Bool
  }

  /// The site after the prose of some pages was written again, and nothing else: every name means what
  /// it meant, and every anchor is where it was (`Page.hasFace(of:)`). Nil where a page cites other
  /// sources than before, since then what the site may publish of them must be decided anew; or where a
  /// finding that is kept stands in one of their `files`, at a line that may be another now.
  ///
  /// O(prose of the pages), and O(backlinks) for the copy of their list.
  package func relinked(
    _ model: SiteModel, _ changed: [PageID], files: Set<String>
  ) -> Change? {
    func isThere(_ place: SourcePlace?) -> Bool { place.map { files.contains($0.path) } ?? false }
    guard
      !movableFindings.contains(where: { finding in
        isThere(finding.place) || finding.notes.contains { isThere($0.place) }
      })
    else { return nil }
    let old = linker.targets.model
    let linker = PageLinker(targets: linker.targets.over(model), finder: linker.finder)
    var results = pages
    for id in changed {
      results[id.index] = linker.link(id)
      guard results[id.index].uses == pages[id.index].uses else { return nil }
    }
    let lists = backlinks(of: changed, results)
    let mentioned = lists.map(\.target).filter { target in
      changed.contains { id in
        Self.words(pages[id.index], id, of: target, in: old)
          != Self.words(results[id.index], id, of: target, in: model)
      }
    }
    var links = index.pages
    for id in changed { links[id.index] = results[id.index].links }
    let site = LinkedSite(
      index: index.replacing(pages: links, backlinks: index.backlinks.replacing(lists)),
      diagnostics: nameFindings + movableFindings + results.flatMap(\.diagnostics),
      nameFindings: nameFindings, movableFindings: movableFindings, pages: results, linker: linker)
    return Change(
      site: site, mentioned: mentioned,
      hasOtherCounts: lists.contains { $0.backlinks.count != index.backlinks[$0.target].count })
  }

  /// The new lists of backlinks of all pages that the changed ones name or named, by target.
  private func backlinks(
    of changed: [PageID], _ results: [PageLinker.Result]
  ) -> [(target: PageID, backlinks: [Backlink])] {
    var found: [PageID: [Backlink]] = [:]
    for id in changed {
      for mention in pages[id.index].links.mentions { found[mention.target] = [] }
    }
    for id in changed.sorted() {
      SiteLinker.forEachBacklink(results[id.index].links.mentions, .page(id)) { target, backlink in
        found[target, default: []].append(backlink)
      }
    }
    let isChanged = Set(changed)
    return found.sorted { $0.key < $1.key }.map { target, new in
      // Sources come first, then pages in their order.
      var new = new[...]
      var list: [Backlink] = []
      for backlink in index.backlinks[target] {
        guard case .page(let origin) = backlink.origin else {
          list.append(backlink)
          continue
        }
        if isChanged.contains(origin) { continue }
        while let first = new.first, case .page(let id) = first.origin, id < origin {
          list.append(first)
          new.removeFirst()
        }
        list.append(backlink)
      }
      return (target, list + new)
    }
  }

  /// What a page's sentences say of a target: their words, and where in them its name stands.
  private static func words(
    _ result: PageLinker.Result, _ id: PageID, of target: PageID, in model: SiteModel
  ) -> [Said] {
    let text = model[id].body.text
    var said: [Said] = []
    SiteLinker.forEachBacklink(result.links.mentions, .page(id)) { named, backlink in
      guard named == target else { return }
      // A name may reach over what was taken for the end of its sentence.
      let sentence = Int(backlink.sentence.lowerBound)..<Int(backlink.sentence.upperBound)
      let name = Int(backlink.name.lowerBound)..<Int(backlink.name.upperBound)
      let start = min(sentence.lowerBound, name.lowerBound)
      said.append(
        Said(
          words: Array(text[start..<max(sentence.upperBound, name.upperBound)]),
          sentence: sentence.lowerBound - start..<sentence.upperBound - start,
          name: name.lowerBound - start..<name.upperBound - start))
    }
    return said
  }

  private struct Said: Equatable {
    let words: [UInt8]
    let sentence: Range<Int>
    let name: Range<Int>
  }
}

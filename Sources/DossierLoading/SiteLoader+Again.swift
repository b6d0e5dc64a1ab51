import Diagnostics
package import DossierModel
import FileTree

extension SiteLoader {
  /// The site after some page files were written again: `pages`, of the last model, are read anew, and
  /// nothing else is. Nil where a file is not the page any more that it was, so that all must be read. The
  /// findings are whole only where other pages take from these what they took before
  /// (`Page.hasFace(of:)`), which the caller sees to.
  ///
  /// O(bytes of the pages read), and O(pages) where something was wrong with references.
  package func load(again last: Result, _ pages: [PageID]) -> Result? {
    guard let model = last.model else { return nil }
    let loader = ContentLoader(
      files: files, width: options.width, includesDrafts: options.includesDrafts,
      extraKeys: model.configuration.extraKeys)
    var findings = last.contentFindings
    var read: [(id: PageID, page: UnresolvedPage)] = []
    for id in pages {
      let path = model[id].file.path
      var found: [Diagnostic] = []
      guard case .page(let page) = loader.item(FileEntry(path: path), reporting: &found),
        page.draft == nil || options.includesDrafts
      else { return nil }
      findings[path] = found.isEmpty ? nil : found
      read.append((id, page))
    }
    guard let next = model.replacing(read) else { return nil }
    return result(
      next, inputs: last.inputs, drafts: last.drafts, contentFindings: findings,
      otherFindings: last.otherFindings, again: last.referenceFindings.isEmpty ? pages : nil)
  }
}

import Diagnostics
import DossierModel
import YAML

/// Reads `redirect-from`, the old addresses of a page or a source.
enum RedirectReader {
  static func redirects(
    in mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic]
  ) -> [(path: SitePath, range: Range<Int>)] {
    guard let values = mapping.values("redirect-from", reporting: &diagnostics) else { return [] }
    return values.compactMap { value in
      guard let text = value.string(reporting: &diagnostics) else { return nil }
      let relative = text.hasPrefix("/") ? String(text.dropFirst()) : text
      let file = relative.hasSuffix("/") || relative.isEmpty ? relative + "index.html" : relative
      guard let path = SitePath(file), path.rawValue.hasSuffix(".html"),
        !path.rawValue.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      else {
        diagnostics.append(
          Diagnostic(
            .error, "bad-redirect", "“\(text)” is no address of a page of this site",
            at: value.place, help: "write the old address from the site's root: actors/old.html"))
        return nil
      }
      return (path, value.node.range)
    }
  }
}

/// The address a site is published at.
package enum BaseURL {
  /// `text` with a slash at its end; nil unless it is an http(s) address without query and fragment.
  package static func normalised(_ text: String) -> String? {
    guard
      let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return nil }
    let rest = text.dropFirst(scheme.count)
    guard let first = rest.unicodeScalars.first, first != "/", first != ":" else { return nil }
    for scalar in rest.unicodeScalars {
      guard scalar.value > 0x20, scalar.value != 0x7F,
        !"\"<>\\^`{|}?#".unicodeScalars.contains(scalar)
      else { return nil }
    }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension BaseURL {
  /// Whether `text` is an http(s) address without white space or control characters.
  package static func isWebAddress(_ text: String) -> Bool {
    guard
      let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) })
    else { return false }
    return text.count > scheme.count
      && text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0)
      }
  }

  /// The path of an address that `normalised` gave: `/folder/`.
  package static func path(of address: String) -> String? {
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return parts[2].firstIndex(of: "/").map { String(parts[2][$0...]) }
  }
}

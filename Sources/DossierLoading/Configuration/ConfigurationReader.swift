import Diagnostics
import DossierModel
import FileTree
import YAML

/// Reads dossier.yml. A missing file is an error: it is what makes a folder a site. One that cannot
/// be read is an error, too, but the rest of the site is still worth a look.
struct ConfigurationReader {
  static let path = "dossier.yml"
  static let keys = [
    "title", "description", "base-url", "language", "licence", "stale-after", "gazetteer",
    "search", "unreviewed", "changes-since", "extra",
  ]

  func read(
    from files: any FileSystem, reporting diagnostics: inout [Diagnostic]
  ) -> SiteConfiguration? {
    let bytes: [UInt8]
    do {
      bytes = try files.contents(of: Self.path, limit: 1 << 20)
    } catch FileTreeError.notFound {
      diagnostics.append(
        Diagnostic(
          .error, "missing-configuration", "there is no dossier.yml in this folder",
          at: SourcePlace(path: Self.path),
          help: "name the site's folder with --source, or make a site with `dossier init DIR`"))
      return nil
    } catch {
      diagnostics.append(FileFindings.unreadable(Self.path, error))
      return SiteConfiguration(title: "")
    }
    let file = SourceFile(path: Self.path, bytes: bytes)
    let (mapping, problems) = YAMLDocument.parseMapping(file, in: 0..<bytes.count)
    diagnostics += problems
    guard let mapping else { return SiteConfiguration(title: "") }
    mapping.reportUnknownKeys(known: Self.keys, reporting: &diagnostics)
    let title = mapping.string("title", reporting: &diagnostics)
    if title == nil, mapping.value(for: "title") == nil {
      diagnostics.append(
        Diagnostic(
          .error, "missing-title", "the site has no title", at: file.whole,
          help: "add a line `title: …`"))
    }
    var configuration = SiteConfiguration(title: title ?? "")
    configuration.description = mapping.string("description", reporting: &diagnostics)
    configuration.baseURL = baseURL(in: mapping, reporting: &diagnostics)
    configuration.licence = mapping.string("licence", reporting: &diagnostics)
    configuration.usesGazetteer = mapping.bool("gazetteer", reporting: &diagnostics) ?? true
    configuration.hasSearch = mapping.bool("search", reporting: &diagnostics) ?? true
    if let text = mapping.string("unreviewed", reporting: &diagnostics),
      let place = mapping.value(for: "unreviewed")?.place
    {
      if let policy = MachineReading.Policy(rawValue: text) {
        configuration.unreviewed = policy
      } else {
        let known = MachineReading.Policy.allCases.map(\.rawValue)
        diagnostics.append(
          Diagnostic(
            .error, "bad-unreviewed", "“\(text)” says not what becomes of unreviewed captures",
            at: place,
            help: NearMiss.question(for: text, in: known)
              ?? "write “marked” to show what was read in them with a mark, “hide” to leave it out")
        )
      }
    }
    if let days = mapping.int("stale-after", reporting: &diagnostics),
      let place = mapping.value(for: "stale-after")?.place
    {
      if days > 0 {
        configuration.staleAfter = days
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "wrong-type", "“stale-after” is a number of days above 0", at: place,
            help: "leave it out, and no page becomes stale"))
      }
    }
    if let language = mapping.string("language", reporting: &diagnostics),
      let place = mapping.value(for: "language")?.place
    {
      if LanguageTag.isValid(language) {
        configuration.language = language
      } else {
        diagnostics.append(LanguageTag.finding(language, at: place))
      }
    }
    configuration.changesSince = changesSince(in: mapping, reporting: &diagnostics)
    configuration.extraKeys = extraKeys(in: mapping, reporting: &diagnostics)
    return configuration
  }

  /// `30 days`, or the name of a revision.
  private func changesSince(
    in mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic]
  ) -> ChangesSince? {
    guard let text = mapping.string("changes-since", reporting: &diagnostics),
      let place = mapping.value(for: "changes-since")?.place
    else { return nil }
    let words = text.split(separator: " ")
    if words.count == 2, words[1] == "days" || words[1] == "day", let count = Int(words[0]),
      (1...36_500).contains(count)
    {
      return ChangesSince(base: .days(count), place: place)
    }
    guard words.count == 1, !text.hasPrefix("-") else {
      diagnostics.append(
        Diagnostic(
          .error, "bad-changes-since", "“\(text)” is neither a number of days nor a revision",
          at: place, help: "write `30 days`, or a tag, a branch or the hash of a commit"))
      return nil
    }
    return ChangesSince(base: .revision(text), place: place)
  }

  /// The keys of the site's own: `extra: {threat-level: text}`.
  private func extraKeys(
    in mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic]
  ) -> [ExtraKey] {
    guard let entries = mapping.mapping("extra", reporting: &diagnostics) else { return [] }
    let types = ExtraKey.ValueType.allCases.map(\.rawValue)
    return entries.keys.compactMap { name in
      if Slug(name) == nil {
        diagnostics.append(
          Diagnostic(
            .error, "bad-key", "“\(name)” cannot be a key", at: entries.keyPlace(of: name),
            help: Slug.suggested(for: name).map { "write “\($0)”" }
              ?? "write lower-case letters, digits and hyphens"))
        return nil
      }
      guard let value = entries.value(for: name), let text = value.string(reporting: &diagnostics)
      else { return nil }
      guard let type = ExtraKey.ValueType(rawValue: text) else {
        diagnostics.append(
          Diagnostic(
            .error, "unknown-type", "“\(text)” is no type of a key", at: value.place,
            help: NearMiss.question(for: text, in: types)
              ?? "known types are \(types.map { "“\($0)”" }.joined(separator: ", "))"))
        // The pages that have the key are not to blame.
        return ExtraKey(name: name, type: .text)
      }
      return ExtraKey(name: name, type: type)
    }
  }

  private func baseURL(
    in mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let text = mapping.string("base-url", reporting: &diagnostics),
      let place = mapping.value(for: "base-url")?.place
    else { return nil }
    guard let url = BaseURL.normalised(text) else {
      diagnostics.append(
        Diagnostic(
          .error, "bad-base-url", "“\(text)” is no address of a site", at: place,
          help: "write it whole: https://example.org/ or https://example.org/folder/"))
      return nil
    }
    return url
  }
}

/// BCP 47 language tags, as far as their form goes.
enum LanguageTag {
  static func isValid(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
      return false
    }
    return parts.dropFirst().allSatisfy {
      (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  static func finding(_ tag: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .error, "bad-language", "“\(tag)” is no language tag", at: place,
      help: "write a BCP 47 tag such as en, tr or zh-Hant")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

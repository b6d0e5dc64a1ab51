import Diagnostics
import DossierModel
import EDTF
import YAML

/// Reads the front matter of a page into its identity.
struct FrontMatterReader {
  static let keys = [
    "title", "summary", "kind", "aliases", "names", "part-of", "conflicts", "external", "reviewed",
    "draft", "redirect-from", "demonyms", "capital", "surname", "extra",
  ]

  /// What may stand in an alias that is a mapping.
  static let aliasKeys = ["name", "exclusive", "when", "metonym", "author-error"]

  let mapping: YAMLMapping
  let kind: PageKind
  /// The keys of the site's own, from dossier.yml.
  let extraKeys: [ExtraKey]

  private var file: SourceFile { mapping.file }

  /// The title and its range, with an error where there is none.
  func title(reporting diagnostics: inout [Diagnostic]) -> (text: String, range: Range<Int>)? {
    guard let value = mapping.value(for: "title") else {
      diagnostics.append(
        Diagnostic(
          .error, "missing-title", "the page has no title", at: file.place(0..<0),
          help: "add a line `title: …` to its front matter"))
      return nil
    }
    return value.string(reporting: &diagnostics).map { ($0, value.node.range) }
  }

  /// Fills in everything else that front matter says.
  func read(into page: inout PageContent, reporting diagnostics: inout [Diagnostic]) {
    mapping.reportUnknownKeys(known: Self.keys, reporting: &diagnostics)
    page.summary = mapping.string("summary", reporting: &diagnostics)
    page.sort = sort(reporting: &diagnostics)
    page.aliases = aliases("aliases", reporting: &diagnostics)
    page.names = names(reporting: &diagnostics)
    page.demonyms = aliases("demonyms", reporting: &diagnostics)
    page.surname = mapping.value(for: "surname").flatMap { alias($0, reporting: &diagnostics) }
    page.capital = mapping.string("capital", reporting: &diagnostics)
    page.partOf = mapping.value(for: "part-of").flatMap { reference($0, reporting: &diagnostics) }
    page.conflicts =
      mapping.values("conflicts", reporting: &diagnostics)?
      .compactMap { reference($0, reporting: &diagnostics) } ?? []
    page.external = external(reporting: &diagnostics)
    page.reviewed = date("reviewed", reporting: &diagnostics)
    page.isDraft = mapping.bool("draft", reporting: &diagnostics) ?? false
    let redirects = RedirectReader.redirects(in: mapping, reporting: &diagnostics)
    page.redirects = redirects.map(\.path)
    page.redirectRanges = redirects.map(\.range)
    page.extra = ExtraReader(keys: extraKeys).read(mapping, reporting: &diagnostics)
  }

  private func sort(reporting diagnostics: inout [Diagnostic]) -> String? {
    guard let value = mapping.value(for: "kind"), let sort = value.string(reporting: &diagnostics)
    else { return nil }
    guard !kind.sorts.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-kind", "a page in \(kind.folder)/ has no kind", at: value.place,
          help: "remove the line"))
      return nil
    }
    guard kind.sorts.contains(sort) else {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-kind", "“\(sort)” is no kind of \(kind.rawValue)", at: value.place,
          help: NearMiss.question(for: sort, in: kind.sorts)
            ?? "known kinds are \(kind.sorts.map { "“\($0)”" }.joined(separator: ", "))"))
      return nil
    }
    return sort
  }

  private func aliases(_ key: String, reporting diagnostics: inout [Diagnostic]) -> [Alias] {
    guard let values = mapping.values(key, reporting: &diagnostics, allowsEmpty: true) else {
      return []
    }
    var result: [Alias] = []
    for value in values {
      guard case .mapping = value.node.content else {
        if let alias = alias(value, reporting: &diagnostics) { result.append(alias) }
        continue
      }
      guard let entry = value.mapping(reporting: &diagnostics) else { continue }
      entry.reportUnknownKeys(known: Self.aliasKeys, reporting: &diagnostics)
      guard let name = entry.value(for: "name") else {
        diagnostics.append(
          Diagnostic(
            .error, "missing-name", "the alias has no name", at: value.place,
            help: "write {name: …, exclusive: true}"))
        continue
      }
      let isExclusive = entry.bool("exclusive", reporting: &diagnostics) ?? false
      let when = when(in: entry, reporting: &diagnostics)
      let isMetonym = entry.bool("metonym", reporting: &diagnostics) ?? false
      let isAuthorError = entry.bool("author-error", reporting: &diagnostics) ?? false
      if let text = name.string(reporting: &diagnostics) {
        var alias = Alias(name: text, range: name.node.range, isExclusive: isExclusive)
        alias.when = when
        alias.isMetonym = isMetonym
        alias.isAuthorError = isAuthorError
        result.append(alias)
      }
    }
    return result
  }

  /// When an alias holds: `when: 2003-10/..` or `when: {dates: 2003-10/..}`.
  private func when(in entry: YAMLMapping, reporting diagnostics: inout [Diagnostic]) -> EDTF? {
    guard let value = entry.value(for: "when") else { return nil }
    guard case .mapping = value.node.content else {
      return DateReader.date(value, reporting: &diagnostics)
    }
    guard let conditions = value.mapping(reporting: &diagnostics) else { return nil }
    conditions.reportUnknownKeys(known: ["dates"], reporting: &diagnostics)
    return conditions.value(for: "dates").flatMap {
      DateReader.date($0, reporting: &diagnostics)
    }
  }

  private func alias(_ value: YAMLValue, reporting diagnostics: inout [Diagnostic]) -> Alias? {
    value.string(reporting: &diagnostics).map { Alias(name: $0, range: value.node.range) }
  }

  private func names(reporting diagnostics: inout [Diagnostic]) -> [Alias] {
    guard let values = mapping.values("names", reporting: &diagnostics, allowsEmpty: true) else {
      return []
    }
    var result: [Alias] = []
    for value in values {
      guard case .mapping = value.node.content else {
        diagnostics.append(
          Diagnostic(
            .error, "wrong-type", "a name is written with who uses it", at: value.place,
            help: "write {name: …, used-by: [slug]}, or put a plain name under “aliases”"))
        continue
      }
      guard let entry = value.mapping(reporting: &diagnostics) else { continue }
      entry.reportUnknownKeys(known: ["name", "used-by"], reporting: &diagnostics)
      let users =
        entry.values("used-by", reporting: &diagnostics)?
        .compactMap { reference($0, reporting: &diagnostics) } ?? []
      guard let name = entry.value(for: "name") else {
        diagnostics.append(
          Diagnostic(
            .error, "missing-name", "the entry has no name", at: value.place,
            help: "write {name: …, used-by: [slug]}"))
        continue
      }
      if let text = name.string(reporting: &diagnostics) {
        result.append(Alias(name: text, range: name.node.range, usedBy: users))
      }
    }
    return result
  }

  private func reference(
    _ value: YAMLValue, reporting diagnostics: inout [Diagnostic]
  ) -> PageReference? {
    value.string(reporting: &diagnostics).map { PageReference(slug: $0, range: value.node.range) }
  }

  private func external(
    reporting diagnostics: inout [Diagnostic]
  ) -> [(scheme: String, identifier: String)] {
    guard let entries = mapping.mapping("external", reporting: &diagnostics) else { return [] }
    return entries.keys.compactMap { scheme in
      guard let identifier = entries.string(scheme, reporting: &diagnostics) else { return nil }
      if let finding = externalFinding(scheme, identifier, in: entries) {
        diagnostics.append(finding)
      }
      return (scheme, identifier)
    }
  }

  /// What is wrong with an identifier elsewhere. It is shown all the same, without a link.
  private func externalFinding(
    _ scheme: String, _ identifier: String, in entries: YAMLMapping
  ) -> Diagnostic? {
    guard let known = IdentifierScheme.named(scheme) else {
      let names = IdentifierScheme.all.map(\.name)
      return Diagnostic(
        .warning, "unknown-scheme", "“\(scheme)” is no catalogue that is known here",
        at: entries.keyPlace(of: scheme),
        help: NearMiss.question(for: scheme, in: names)
          ?? "known catalogues are \(names.map { "“\($0)”" }.joined(separator: ", "))")
    }
    guard !known.accepts(identifier) else { return nil }
    return Diagnostic(
      .warning, "bad-identifier", "“\(identifier)” is no identifier of \(known.label)",
      at: entries.value(for: scheme)?.place,
      help: known.name == "wikidata" ? "it is written Q159" : "it is written in digits")
  }

  private func date(_ key: String, reporting diagnostics: inout [Diagnostic]) -> EDTF? {
    mapping.value(for: key).flatMap { DateReader.date($0, reporting: &diagnostics) }
  }
}

/// Dates in front matter and sidecars.
enum DateReader {
  static func date(_ value: YAMLValue, reporting diagnostics: inout [Diagnostic]) -> EDTF? {
    guard let text = value.string(reporting: &diagnostics) else { return nil }
    switch EDTF.parse(text) {
    case .success(let date): return date
    case .failure(let error):
      diagnostics.append(finding(text, error, at: value.place))
      return nil
    }
  }

  static func finding(_ text: String, _ error: EDTFError, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .error, "bad-date", "“\(text)” is no EDTF date: \(error.message)", at: place,
      help: error.help)
  }
}

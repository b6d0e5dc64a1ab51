import ArticleImport
import Diagnostics
import DossierModel
import EDTF
import YAML

/// What an editor says of a capture, in the sidecar beside it.
struct Sidecar: Sendable {
  let file: SourceFile
  var citeAs: (text: String, range: Range<Int>)?
  var title: String?
  var publisher: String?
  var author: String?
  var published: EDTF?
  var captured: EDTF?
  var language: String?
  /// How the capture's bytes are written: a label that `StatedEncoding` knows.
  var encoding: String?
  var url: String?
  var rights: Source.Rights?
  var reliability: String?
  var origin: String?
  var via: [String] = []
  var isUnreadable = false
  var reviewed: EDTF?
  var note: String?
  /// Old addresses of the source's page.
  var redirects: [(path: SitePath, range: Range<Int>)] = []
  var withdrawn: Withdrawal?
  /// Keys whose value is `unknown`: nobody can know, and no finding asks again.
  var unknown: Set<String> = []

  init(file: SourceFile) { self.file = file }
}

/// Reads a sidecar, `seeds/NAME.yml`.
struct SidecarReader {
  static let keys = [
    "cite-as", "title", "publisher", "author", "published", "captured", "language", "encoding",
    "url",
    "rights", "reliability", "origin", "via", "status", "reviewed", "withdrawn", "note",
    "redirect-from",
  ]

  func read(_ file: SourceFile, reporting diagnostics: inout [Diagnostic]) -> Sidecar? {
    let (mapping, problems) = YAMLDocument.parseMapping(file, in: 0..<file.bytes.count)
    diagnostics += problems
    guard let mapping else { return nil }
    mapping.reportUnknownKeys(known: Self.keys, reporting: &diagnostics)
    var sidecar = Sidecar(file: file)
    if let value = mapping.value(for: "cite-as"), let text = value.string(reporting: &diagnostics) {
      sidecar.citeAs = (text, value.node.range)
    }
    sidecar.title = mapping.string("title", reporting: &diagnostics)
    for key in ["publisher", "author", "published"]
    where mapping.value(for: key)?.node.text == "unknown" {
      sidecar.unknown.insert(key)
    }
    if !sidecar.unknown.contains("publisher") {
      sidecar.publisher = mapping.string("publisher", reporting: &diagnostics)
    }
    if !sidecar.unknown.contains("author") {
      sidecar.author = mapping.string("author", reporting: &diagnostics)
    }
    if !sidecar.unknown.contains("published") {
      sidecar.published = date("published", in: mapping, reporting: &diagnostics)
    }
    sidecar.captured = date("captured", in: mapping, reporting: &diagnostics)
    sidecar.reviewed = date("reviewed", in: mapping, reporting: &diagnostics)
    sidecar.note = mapping.string("note", reporting: &diagnostics)
    sidecar.redirects = RedirectReader.redirects(in: mapping, reporting: &diagnostics)
    sidecar.language = checked("language", in: mapping, reporting: &diagnostics) {
      LanguageTag.isValid($0) ? nil : LanguageTag.finding($0, at: $1)
    }
    sidecar.encoding = checked("encoding", in: mapping, reporting: &diagnostics) { text, place in
      guard !StatedEncoding.isKnown(text) else { return nil }
      return Diagnostic(
        .error, "bad-encoding", "“\(text)” is no encoding that can be read", at: place,
        help: NearMiss.question(for: text, in: StatedEncoding.names)
          ?? "known are \(StatedEncoding.names.joined(separator: ", "))")
    }
    sidecar.url = checked("url", in: mapping, reporting: &diagnostics) { text, place in
      guard BaseURL.isWebAddress(text) else {
        return Diagnostic(
          .error, "bad-url", "“\(text)” is no web address", at: place,
          help: "write it whole, beginning with https:// or http://")
      }
      return nil
    }
    sidecar.reliability = checked("reliability", in: mapping, reporting: &diagnostics) {
      text, place in
      guard ["A", "B", "C", "D", "E", "F"].contains(text) else {
        return Diagnostic(
          .error, "bad-grade", "“\(text)” is no grade of reliability", at: place,
          help: "Admiralty grades go from A (reliable) to E (unreliable); F: cannot be judged")
      }
      return nil
    }
    sidecar.origin = checked("origin", in: mapping, reporting: &diagnostics) { text, place in
      Slug(text) == nil ? Self.badOrigin(text, at: place) : nil
    }
    for value in mapping.values("via", reporting: &diagnostics) ?? [] {
      guard let text = value.string(reporting: &diagnostics) else { continue }
      if Slug(text) == nil {
        diagnostics.append(Self.badOrigin(text, at: value.place))
      } else if !sidecar.via.contains(text) {
        sidecar.via.append(text)
      }
    }
    let status = checked("status", in: mapping, reporting: &diagnostics) { text, place in
      guard text != "unreadable" else { return nil }
      return Diagnostic(
        .error, "bad-status", "“\(text)” is not known as a status", at: place,
        help: NearMiss.question(for: text, in: ["unreadable"])
          ?? "the one status is “unreadable”: no rule can read the capture")
    }
    sidecar.isUnreadable = status != nil
    let rights = checked("rights", in: mapping, reporting: &diagnostics) { text, place in
      let known = Source.Rights.allCases.map(\.rawValue)
      guard known.contains(text) else {
        return Diagnostic(
          .error, "bad-rights", "“\(text)” is not known as rights", at: place,
          help: NearMiss.question(for: text, in: known)
            ?? "write “full” to publish the whole text, “extracts” for short extracts")
      }
      return nil
    }
    sidecar.rights = rights.flatMap { Source.Rights(rawValue: $0) }
    sidecar.withdrawn = WithdrawalReader().read(mapping, reporting: &diagnostics)
    return sidecar
  }

  private static func badOrigin(_ text: String, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .error, "bad-origin", "“\(text)” is no id of an origin", at: place,
      help: Slug.suggested(for: text).map { "write “\($0)”" }
        ?? "write a single word: letters, digits and hyphens")
  }

  /// The text of `key`, unless `problem` finds fault with it.
  private func checked(
    _ key: String, in mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic],
    problem: (String, SourcePlace) -> Diagnostic?
  ) -> String? {
    guard let value = mapping.value(for: key), let text = value.string(reporting: &diagnostics)
    else { return nil }
    guard let finding = problem(text, value.place) else { return text }
    diagnostics.append(finding)
    return nil
  }

  private func date(
    _ key: String, in mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic]
  ) -> EDTF? {
    mapping.value(for: key).flatMap { DateReader.date($0, reporting: &diagnostics) }
  }
}

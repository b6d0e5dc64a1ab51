import Diagnostics
import DossierChecking
import DossierLinking
import DossierLoading
import DossierModel
import FileTree
import Testing

/// A small valid site with one thing changed, and what a user reads of it.
struct BrokenSite: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The site's files by path.
  var files: MemoryFileSystem
  /// All findings as `dossier check` prints them to a pipe.
  let expected: String

  /// - Parameter freezing: whether each capture gets the reading that `dossier ingest` writes, if the
  ///   site has none.
  init(
    _ name: String, without removed: [String] = [], freezing: Bool = true,
    _ changes: [String: String] = [:], reads expected: String
  ) {
    testDescription = name
    let texts = Self.texts.merging(changes) { $1 }.filter { !removed.contains($0.key) }
    files = MemoryFileSystem(texts: freezing ? Self.frozen(texts) : texts)
    self.expected = expected
  }

  /// The files with a reading beside each capture that has none.
  static func frozen(_ texts: [String: String]) -> [String: String] {
    var texts = texts
    for (path, text) in texts
    where path.hasPrefix("seeds/") && [".txt", ".md", ".html"].contains(where: path.hasSuffix) {
      let reading = ReadingReader.path(beside: path)
      guard texts[reading] == nil else { continue }
      let file = SourceFile(path: path, text: text)
      texts[reading] = String(
        decoding: ReadingDocument.freezing(file).document.bytes, as: UTF8.self)
    }
    return texts
  }

  func report(width: Int = 1) -> String { Self.report(on: files, width: width) }

  /// What all stages before rendering find.
  static func report(
    on files: any FileSystem, width: Int = 1, includesDrafts: Bool = false
  ) -> String {
    findings(on: files, width: width, includesDrafts: includesDrafts)
      .map(ConsoleFormatter().format).joined()
  }

  static func findings(
    on files: any FileSystem, width: Int = 1, includesDrafts: Bool = false
  ) -> [Diagnostic] {
    let loaded = SiteLoader(
      files: files, options: .init(width: width, includesDrafts: includesDrafts)
    ).load()
    var findings = loaded.diagnostics
    if let model = loaded.model {
      let generated = ["index.html", "actors/index.html"].compactMap { SitePath($0) }
      let (index, linking) = SiteLinker(model: model, width: width, generated: generated).link()
      findings += linking + CheckRules.findings(in: model, index)
    }
    return findings.sorted(by: Diagnostic.inReadingOrder)
  }

  /// Two actors, a conflict, an event and a source, with nothing to report.
  static let valid = frozen(texts)

  private static let texts: [String: String] = [
    "dossier.yml": "title: Test\n",
    "seeds/wire.txt": """
    Presidents speak by telephone

    The presidents of two countries spoke by telephone on Wednesday evening, the office of one of \
    them said, and they agreed to speak again before the end of the month.

    The two presidents spoke about trade, about the harvest and about the line of contact; it was \
    "a long call" - one side said.

    Neither side said who had asked for the call, and a spokesman of the second president would \
    not answer questions about it on Thursday.

    """,
    "seeds/wire.yml": """
    cite-as: wire
    publisher: Wire
    published: 2020-10-15
    reviewed: 2020-12-01

    """,
    "Content/actors/russia.md": """
    ---
    title: Russia
    kind: state
    ---
    Russia spoke with Turkey [@wire p1].

    """,
    "Content/actors/turkey.md": """
    ---
    title: Turkey
    kind: state
    ---
    Turkey spoke with [[russia]] [@wire p1].

    """,
    "Content/conflicts/karabakh-war.md": """
    ---
    title: Karabakh war
    kind: interstate
    ---

    ## Facts
    - start: 2020-09-27 [@wire p1]
    - side North: russia | supporters: turkey [@wire p2]

    ## Statements
    > "a long call" [@wire p2]
    > -- russia {#long-call}

    """,
    "Content/events/call.md": """
    ---
    title: Telephone call
    kind: call
    conflicts: [karabakh-war]
    ---

    ## Facts
    - when: 2020-10-14 [@wire p1]
    - participant: russia | role: host [@wire p1]

    """,
  ]
}

import ArgumentParser
import Diagnostics
import DossierLinking
import DossierModel

/// `dossier explain PAGE|SOURCE|FILE[:LINE]`: why each name is a link, or is none; of a capture also why
/// its times and quotations read as they do.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why each name in a text is a link, or is none.",
    discussion: """
      Prints each name of the page or capture with the rule that read it, what it denotes and where that \
      is declared; of a name left alone, the reason and who claims it. Of a capture also each time with its value \
      and what that is counted from, and each quotation with its speaker. Documentation/Rules.md lists \
      the rules.
      """)

  @Argument(help: "A page's slug, a source's key, or a file of either, with :LINE for one line.")
  var subject: String

  @OptionGroup var site: SiteOptions

  func run() throws {
    let model = try LoadedSite.model(
      in: try site.files(), includesDrafts: site.drafts, format: site.format)
    let (name, line) = Self.parts(of: subject)
    let explainer = LinkExplainer(model: model)
    let explanations: [NameExplanation]
    var readings: [(line: Int, text: String)] = []
    if let page = model.pages.firstIndex(where: { $0.slug.rawValue == name || $0.file.path == name }
    ) {
      explanations = explainer.explain(PageID(page))
    } else if let source = model.sources.firstIndex(where: {
      $0.key.rawValue == name || $0.capture?.path == name
    }) {
      explanations = explainer.explain(SourceID(source))
      readings = ExplainedReadings(model.sources[source], in: model)?.explanations ?? []
      readings += Self.decisions(about: model.sources[source], in: model)
    } else {
      let help = NearMiss.question(for: name, in: model.slugs + model.sourceKeys)
      throw CommandFailure.environment(
        "no page or source is called “\(name)”" + (help.map { "; \($0)" } ?? ""))
    }
    let shown =
      explanations.filter { line.map($0.lines.contains) ?? true }.map(\.text)
      + readings.filter { line == nil || $0.line == line }.map(\.text)
    guard !shown.isEmpty else {
      Terminal.standardOutput.write("nothing is read there\n")
      return
    }
    Terminal.standardOutput.write(shown.joined(separator: "\n") + "\n")
  }

  /// What editors decided about a capture but for its names, which say so themselves, with the line of the
  /// capture that it is about; 0 for the capture as a whole.
  private static func decisions(
    about source: Source, in model: SiteModel
  ) -> [(line: Int, text: String)] {
    model.decisions.decisions(about: source.key).filter { $0.kind != .meaning }.map { item in
      let subject = item.subjects.first { $0.key == source.key.rawValue }
      let paragraph = subject?.locator.flatMap {
        source.paragraph($0.series, $0.numbers.lowerBound)
      }
      let line = paragraph.map { source.article.paragraphs[$0].line } ?? 0
      let words = String(decoding: item.file.bytes[item.range], as: UTF8.self)
      return (line, "\(item.reason): decided: \(ExtractMargin.printable(words))")
    }
  }

  /// `Content/actors/russia.md:12` is a file and a line; a name without digits behind a colon is all name.
  private static func parts(of subject: String) -> (name: String, line: Int?) {
    guard let colon = subject.lastIndex(of: ":"),
      let line = Int(subject[subject.index(after: colon)...])
    else { return (subject, nil) }
    return (String(subject[..<colon]), line)
  }
}

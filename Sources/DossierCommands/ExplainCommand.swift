import ArgumentParser
import Diagnostics
import DossierLinking
import DossierModel

/// `dossier explain PAGE|SOURCE|FILE[:LINE]`: why each name is a link, or is none.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why each name in a text is a link, or is none.",
    discussion: """
      Prints each name of the page or capture with the rule that read it, what it denotes and where that \
      is declared; of a name left alone, the reason and who claims it. Documentation/Rules.md lists the \
      rules.
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
    if let page = model.pages.firstIndex(where: { $0.slug.rawValue == name || $0.file.path == name }
    ) {
      explanations = explainer.explain(PageID(page))
    } else if let source = model.sources.firstIndex(where: {
      $0.key.rawValue == name || $0.capture?.path == name
    }) {
      explanations = explainer.explain(SourceID(source))
    } else {
      let help = NearMiss.question(for: name, in: model.slugs + model.sourceKeys)
      throw CommandFailure.environment(
        "no page or source is called “\(name)”" + (help.map { "; \($0)" } ?? ""))
    }
    let shown = explanations.filter { line == nil || $0.place.line == line }
    guard !shown.isEmpty else {
      Terminal.standardOutput.write("no name is read there\n")
      return
    }
    for explanation in shown { Terminal.standardOutput.write(explanation.text + "\n") }
  }

  /// `Content/actors/russia.md:12` is a file and a line; a name without digits behind a colon is all name.
  private static func parts(of subject: String) -> (name: String, line: Int?) {
    guard let colon = subject.lastIndex(of: ":"),
      let line = Int(subject[subject.index(after: colon)...])
    else { return (subject, nil) }
    return (String(subject[..<colon]), line)
  }
}

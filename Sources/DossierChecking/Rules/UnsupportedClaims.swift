import Diagnostics
import DossierModel

/// Something that a page says and that rests on withdrawn sources alone.
struct UnsupportedClaims: CheckRule {
  static let id: DiagnosticID = "unsupported-claim"
  static let severity = Severity.warning
  static let explanation = """
    What rests on withdrawn sources alone has no support any more: a value of a fact, a statement, a \
    sentence of prose whose citations all lead to them.
    """

  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    index.unsupported.map { claim in
      let names = claim.sources.map { "“\(model[$0].key)”" }
      let rest = names.dropLast().joined(separator: ", ")
      let list = (rest.isEmpty ? "" : rest + " and ") + (names.last ?? "")
      let verb = names.count == 1 ? "is" : "are"
      return Diagnostic(
        Self.severity, Self.id,
        "\(Self.name(claim, in: model)) rests on \(list) alone, which \(verb) withdrawn",
        at: claim.place(in: model), help: "cite another source, or take it back",
        notes: claim.sources.map {
          .init("it was withdrawn here", at: model[$0].sidecar?.whole)
        })
    }
  }

  private static func name(_ claim: UnsupportedClaim, in model: SiteModel) -> String {
    switch claim.subject {
    case .fact(let fact, _):
      "the fact “\(claim.page.map { model[$0].facts[fact].key } ?? "")”"
    case .statement: "the statement"
    case .sentence: "the sentence"
    }
  }
}

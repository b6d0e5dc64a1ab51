package import Diagnostics
package import DossierModel
import FileTree

/// One editorial rule: a name, a severity, and what breaks it. One struct, one file, one test each.
package protocol CheckRule: Sendable {
  /// The rule's name in findings and in the catalogue.
  static var id: DiagnosticID { get }
  static var severity: Severity { get }
  /// What the rule asks for, for the catalogue; whole sentences.
  static var explanation: String { get }

  /// Everything in the site that breaks the rule, in reading order of the model.
  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic]
}

/// All rules, in the order of the catalogue.
package enum CheckRules {
  package static let all: [any CheckRule] = [
    UnknownPublisher(), UnknownPublicationDate(), UndatedEvent(), QuotationNotInSource(),
    LongQuotation(), DuplicateCapture(), UnfrozenCapture(), EndBeforeStart(), AlmostOrigin(),
    UnsupportedClaims(),
  ]

  /// What all rules find, asked on up to `width` threads at once.
  package static func findings(
    in model: SiteModel, _ index: LinkIndex, width: Int = 1
  ) -> [Diagnostic] {
    concurrentMap(all, width: width) { $0.findings(in: model, index) }.flatMap(\.self)
  }
}

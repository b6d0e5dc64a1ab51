import DossierModel
import EDTF
import FileTree
import Testing

/// One place says what of a machine's reading may be shown.
struct VisibilityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let isReviewed: Bool
    let policy: MachineReading.Policy
    let isPreview: Bool
    let stated: MachineReading.Visibility
    let inherited: MachineReading.Visibility
    var testDescription: String {
      "\(isReviewed ? "reviewed" : "inbox"), \(policy), \(isPreview ? "preview" : "public")"
    }
  }

  static let cases: [Case] = [
    Case(isReviewed: false, policy: .marked, isPreview: false, stated: .marked, inherited: .hidden),
    Case(isReviewed: false, policy: .marked, isPreview: true, stated: .marked, inherited: .marked),
    Case(isReviewed: false, policy: .hide, isPreview: false, stated: .hidden, inherited: .hidden),
    Case(isReviewed: false, policy: .hide, isPreview: true, stated: .marked, inherited: .marked),
    Case(isReviewed: true, policy: .marked, isPreview: false, stated: .shown, inherited: .hidden),
    Case(isReviewed: true, policy: .marked, isPreview: true, stated: .shown, inherited: .marked),
    Case(isReviewed: true, policy: .hide, isPreview: false, stated: .shown, inherited: .hidden),
    Case(isReviewed: true, policy: .hide, isPreview: true, stated: .shown, inherited: .marked),
  ]

  static func model(_ policy: MachineReading.Policy, isPreview: Bool, isReviewed: Bool) throws
    -> SiteModel
  {
    var configuration = SiteConfiguration(title: "Test")
    configuration.unreviewed = policy
    configuration.isPreview = isPreview
    let key = try #require(Slug("town"))
    var source = Source(
      key: key, capture: nil, sidecar: nil, digest: nil, byteCount: 0,
      title: Known("The town", basis: .rule("first-line", line: 1)), article: Article())
    source.publisher = Known("The Paper", basis: .sidecar)
    source.author = Known("Ada", basis: .rule("by", line: 2))
    source.published = EDTF(reading: "2020-10").map { Known($0, basis: .rule("stamp", line: 3)) }
    source.article.citedOutlets = [Inferred("Wire", rule: "told", line: 4)]
    source.reviewed = isReviewed ? EDTF(reading: "2020-12-01") : nil
    return SiteModel(
      configuration: configuration, pages: [], sources: [source], home: nil, attachments: [])
  }

  @Test(arguments: cases)
  func `what is shown, marked or hidden`(_ given: Case) throws {
    let model = try Self.model(
      given.policy, isPreview: given.isPreview, isReviewed: given.isReviewed)
    let source = SourceID(0)
    #expect(model.visibility(in: source) == given.stated)
    #expect(model.visibility(of: .inherited, in: source) == given.inherited)
    for reading in MachineReading.allCases {
      #expect(model.visibility(of: reading, in: source, isAccepted: true) == .shown)
    }
  }

  @Test func `what is hidden takes the data that rules read with it, and nobody's own words`()
    throws
  {
    let hidden = try #require(
      Self.model(.hide, isPreview: false, isReviewed: false).withholdingUnreviewed().sources.first)
    #expect(hidden.title == Known("town", basis: .rule("file-name", line: nil)))
    #expect(hidden.publisher == Known("The Paper", basis: .sidecar))
    #expect(hidden.author == nil && hidden.published == nil && hidden.article.citedOutlets == [])
    for (policy, isPreview, isReviewed) in [
      (MachineReading.Policy.marked, false, false), (.hide, true, false), (.hide, false, true),
    ] {
      let shown = try #require(
        Self.model(policy, isPreview: isPreview, isReviewed: isReviewed).withholdingUnreviewed()
          .sources.first)
      #expect(shown.title.value == "The town" && shown.author != nil)
    }
  }
}

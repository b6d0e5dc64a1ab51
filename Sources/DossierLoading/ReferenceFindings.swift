import Diagnostics
import DossierModel
import EDTF
import FileTree

/// What is wrong with the slugs that front matter, facts and statements name.
struct ReferenceFindings: Sendable {
  let model: SiteModel
  /// The slugs of pages left out as drafts.
  let drafts: Set<String>

  /// Of all pages, looked through on up to `width` threads.
  func all(width: Int) -> [Diagnostic] {
    concurrentMap(model.pages, width: width, findings).flatMap(\.self) + partOfCycles()
      + AlmostReferences(model: model, drafts: drafts).all(width: width)
  }

  /// Of one page, without those that ask how pages stand to one another.
  func findings(in page: Page) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let file = page.file
    if let parent = page.partOf {
      check(parent, is: page.kind, "part-of", in: file, &diagnostics)
    }
    for conflict in page.conflicts {
      check(conflict, is: .conflict, "conflicts", in: file, &diagnostics)
    }
    for name in page.names {
      for user in name.usedBy { check(user, is: .actor, "used-by", in: file, &diagnostics) }
    }
    for fact in page.facts { check(fact, of: page, &diagnostics) }
    for statement in page.statements {
      check(statement.speaker, is: .actor, "speaker", in: file, &diagnostics)
    }
    return diagnostics
  }

  private func check(_ fact: Fact, of page: Page, _ diagnostics: inout [Diagnostic]) {
    let isRelation = page.kind == .actor && FactVocabulary.relationKeys.contains(fact.key)
    for value in fact.values {
      check(value.pages, value.type, fact.key, in: page.file, &diagnostics)
      for qualifier in value.qualifiers {
        // Who speaks stands before what he says.
        let isSpeaker = qualifier.range.lowerBound < value.range.lowerBound
        check(
          qualifier.pages, qualifier.type, isSpeaker ? "says" : qualifier.key, in: page.file,
          &diagnostics)
      }
      guard isRelation else { continue }
      for reference in value.pages where reference.slug == page.slug.rawValue {
        diagnostics.append(
          Diagnostic(
            .error, "self-relation", "“\(fact.key)” names the page itself",
            at: page.file.place(reference.range), help: "name the other actor"))
      }
    }
  }

  private func check(
    _ references: [PageReference], _ type: FactValueType, _ key: String, in file: SourceFile,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard type.isReference else { return }
    for reference in references {
      if type == .dateOrPage, reference.page == nil, let finding = badDate(reference, file) {
        diagnostics.append(finding)
      } else {
        check(
          reference, is: type == .actors ? .actor : nil, key, in: file, &diagnostics, isFact: true)
      }
    }
  }

  /// What begins like a date was meant as one.
  private func badDate(_ reference: PageReference, _ file: SourceFile) -> Diagnostic? {
    let digits = reference.slug.utf8.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 4, !drafts.contains(reference.slug),
      case .failure(let error) = EDTF.parse(reference.slug)
    else { return nil }
    return DateReader.finding(reference.slug, error, at: file.place(reference.range))
  }

  private func check(
    _ reference: PageReference, is kind: PageKind?, _ key: String, in file: SourceFile,
    _ diagnostics: inout [Diagnostic], isFact: Bool = false
  ) {
    guard let id = reference.page else {
      // A page that is a draft exists; whoever names it is told when it is left out.
      let isDraft = drafts.contains(reference.slug)
      diagnostics.append(
        Diagnostic(
          .error, "unknown-reference",
          isDraft
            ? "“\(reference.slug)” is a draft" : "no page is called “\(reference.slug)”",
          at: file.place(reference.range),
          help: isDraft
            ? "build with --drafts, or remove `draft: true` there"
            : help(for: reference.slug, kind, isFact: isFact)))
      return
    }
    if let kind, model[id].kind != kind {
      diagnostics.append(
        Diagnostic(
          .error, "wrong-kind",
          "“\(key)” names \(Self.article(model[id].kind)) where it needs \(Self.article(kind))",
          at: file.place(reference.range),
          help: "\(Self.article(kind)) is a page in Content/\(kind.folder)/"))
    }
  }

  /// The page that was meant, by slug or by name; else how to write one.
  private func help(for slug: String, _ kind: PageKind?, isFact: Bool) -> String? {
    let pages = model.pages.filter { kind == nil || $0.kind == kind }
    let words = isFact ? [FactVocabulary.unknown, FactVocabulary.disputed] : []
    if let near = NearMiss.question(for: slug, in: pages.map(\.slug.rawValue) + words) {
      return near
    }
    let wanted = slug.lowercased()
    if let named = pages.first(where: { page in
      page.title.lowercased() == wanted || page.aliases.contains { $0.name.lowercased() == wanted }
    }) {
      return "write “\(named.slug)”"
    }
    guard let name = Slug.suggested(for: slug) else { return nil }
    return "write Content/\(kind?.folder ?? "…")/\(name).md first"
  }

  private static func article(_ kind: PageKind) -> String {
    (kind == .actor || kind == .event ? "an " : "a ") + kind.rawValue
  }

  /// Chains of `part-of` that lead back to where they began. O(pages).
  private func partOfCycles() -> [Diagnostic] {
    enum Mark { case walking, done }
    var marks = [Mark?](repeating: nil, count: model.pages.count)
    var diagnostics: [Diagnostic] = []
    for start in model.pages.indices.map({ PageID($0) }) {
      var chain: [PageID] = []
      var current: PageID? = start
      while let id = current, marks[id.index] == nil {
        marks[id.index] = .walking
        chain.append(id)
        current = model[id].partOf?.page
      }
      if let id = current, marks[id.index] == .walking, let parent = model[id].partOf {
        diagnostics.append(
          Diagnostic(
            .error, "part-of-cycle", "“part-of” leads from “\(model[id].slug)” back to itself",
            at: model[id].file.place(parent.range)))
      }
      for id in chain { marks[id.index] = .done }
    }
    return diagnostics
  }
}

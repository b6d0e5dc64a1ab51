import Diagnostics
package import DossierModel
import EDTF
import FileTree

/// Gathers what nobody decided yet about the captures of a site.
package struct ReviewFinder: Sendable {
  /// What there is to decide about one capture, the most consequential first.
  package struct Group: Sendable {
    package let source: SourceID
    package var proposals: [ReviewProposal] = []
  }

  private let model: SiteModel
  private let index: LinkIndex
  private let width: Int

  /// - Parameters:
  ///   - model: as a preview has it, in which nothing that rules read is hidden.
  ///   - index: of that model.
  package init(model: SiteModel, index: LinkIndex, width: Int = 1) {
    self.model = model
    self.index = index
    self.width = width
  }

  /// Everything undecided, by capture: those that pages cite most first, then by key.
  /// O(bytes of the captures + names + suggestions).
  package func groups(
    _ suggestions: Suggestions, repeated: [(source: SourceID, other: SourceID, share: Double?)]
  ) -> [Group] {
    let linker = LinkExplainer(model: model)
    let ids = model.sources.indices.map { SourceID($0) }
    let own = concurrentMap(ids, width: width) { id in
      (
        before: metadata(id),
        behind: linker.meanings(of: id) + speakers(id) + dates(id)
      )
    }
    var names: [SourceID: [ReviewProposal]] = [:]
    for page in suggestions.pages { name(page, &names) }
    for alias in suggestions.aliases { name(alias, &names) }
    var pairs: [SourceID: [ReviewProposal]] = [:]
    for candidate in index.speech.candidates { same(candidate, &pairs) }
    for pair in repeated { duplicate(pair, &pairs) }
    let order = ids.sorted {
      (index.citedBy[$1.index].count, $0) < (index.citedBy[$0.index].count, $1)
    }
    return order.compactMap { id in
      let found =
        own[id.index].before + (names[id] ?? []) + own[id.index].behind + (pairs[id] ?? [])
      let open = found.filter { isOpen($0) }
      return open.isEmpty ? nil : Group(source: id, proposals: Self.sparing(open))
    }
  }

  /// Whether nobody decided it in any file.
  private func isOpen(_ proposal: ReviewProposal) -> Bool {
    let lines = model.decisions.decisions(on: proposal.identity)
    guard proposal.kind == .meaning else { return lines.isEmpty }
    return !lines.contains {
      $0.mark == .accepted || $0.value.slug.map { "[[\($0)]]" } == proposal.value
    }
  }

  /// Each sentence once, and each question once.
  private static func sparing(_ proposals: [ReviewProposal]) -> [ReviewProposal] {
    struct Question: Hashable {
      let identity: ReviewIdentity
      let value: String
    }
    var asked: Set<Question> = []
    var shown: Set<String> = []
    return proposals.compactMap { proposal in
      let isNew = asked.insert(Question(identity: proposal.identity, value: proposal.value))
        .inserted
      guard isNew else { return nil }
      return ReviewProposal(
        proposal.kind, proposal.subjects, value: proposal.value,
        evidence: proposal.evidence.filter { shown.insert($0).inserted })
    }
  }

  // MARK: Metadata

  private func metadata(_ id: SourceID) -> [ReviewProposal] {
    let source = model[id]
    // Who reviewed a capture looked at what is said of it.
    guard source.isInbox, let capture = source.capture, !source.isUnreadable else { return [] }
    func proposal<Value>(
      _ kind: ReviewKind, _ known: Known<Value>?, _ text: (Value) -> String
    ) -> ReviewProposal? {
      guard let datum = kind.datum, !source.isStated(datum) else { return nil }
      let subject = ReviewProposal.Subject(source.key)
      guard let known else {
        // Nobody asks for the author of what is unsigned.
        guard kind != .author, source.reviewedUnknown[datum] == nil else { return nil }
        let reason = source.article.reasons[datum] ?? "no rule found it"
        return ReviewProposal(kind, [subject], value: "unknown", evidence: ["(\(reason))"])
      }
      guard case .rule(let rule, let line) = known.basis else { return nil }
      var evidence = "(\(rule)" + (line.map { ", line \($0)" } ?? "") + ")"
      if kind != .title, let line, let words = Self.line(line, of: capture) {
        evidence = "\(words) \(evidence)"
      }
      return ReviewProposal(
        kind, [subject], value: ReviewText.escaped(text(known.value)), evidence: [evidence])
    }
    return [
      proposal(.title, source.title) { $0 }, proposal(.publisher, source.publisher) { $0 },
      proposal(.author, source.author) { $0 }, proposal(.published, source.published) { $0.text },
    ].compactMap(\.self)
  }

  /// A line of a text capture, from 1, as far as an excerpt goes; nil where it is no UTF-8, and of HTML.
  private static func line(_ number: Int, of capture: SourceFile) -> String? {
    guard capture.path.hasSuffix(".txt") || capture.path.hasSuffix(".md") else { return nil }
    var current = 1
    var start = 0
    while current < number {
      guard let end = capture.bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      current += 1
    }
    let end = capture.bytes[start...].firstIndex(of: 0x0A) ?? capture.bytes.count
    guard
      let text = String(validating: capture.bytes[start..<min(end, start + 4096)], as: UTF8.self)
    else { return nil }
    return ReviewExcerpt.text(text.filter { $0 != "\r" && $0 != "\r\n" }, around: 0..<0)
  }

  // MARK: Names

  private func name(_ page: PageSuggestion, _ names: inout [SourceID: [ReviewProposal]]) {
    guard let first = page.contexts.first?.source ?? page.sources.first else { return }
    let context = page.contexts.first
    var evidence = context.map { [excerpt($0, page.title)] } ?? []
    if page.captures > 1 || !page.aliases.isEmpty {
      let also = page.aliases.prefix(4).map(\.name).joined(separator: ", ")
      evidence.append(
        "(" + (page.captures > 1 ? "\(page.captures) captures, \(page.origins) origins" : "")
          + (page.captures > 1 && !also.isEmpty ? "; " : "")
          + (also.isEmpty ? "" : "also \(also)") + ")")
    }
    names[first, default: []].append(
      ReviewProposal(
        .name, [subject(first, context, page.title)],
        value: "new \(page.kind.rawValue)" + (page.sort.map { " \($0)" } ?? ""),
        evidence: evidence))
  }

  private func name(_ alias: AliasSuggestion, _ names: inout [SourceID: [ReviewProposal]]) {
    guard let context = alias.candidate.context else { return }
    let name = alias.candidate.name
    names[context.source, default: []].append(
      ReviewProposal(
        .name, [subject(context.source, context, name)],
        value: "alias of [[\(model[alias.page].slug)]]", evidence: [excerpt(context, name)]))
  }

  private func subject(
    _ source: SourceID, _ context: SuggestionContext?, _ name: String
  ) -> ReviewProposal.Subject {
    ReviewProposal.Subject(
      model[source].key, context.map { model[$0.source].locator(of: $0.paragraph) }, name)
  }

  private func excerpt(_ context: SuggestionContext, _ name: String) -> String {
    let sentence = Array(context.sentence.utf8)
    let name = Array(name.utf8)
    let at = sentence.indices.first { sentence[$0...].starts(with: name) } ?? 0
    return ReviewExcerpt.text(context.sentence, around: at..<at + name.count)
  }

  // MARK: Speech

  /// Quotations whose speaker is inherited, one line an utterance.
  private func speakers(_ id: SourceID) -> [ReviewProposal] {
    guard id.index < index.speech.quotes.count else { return [] }
    let source = model[id]
    var asked: Set<Int> = []
    return index.speech.quotes[id.index].compactMap { quote in
      // What belongs to a block is the editor's already.
      guard let speaker = quote.inheritedSpeaker,
        quote.act.map({ index.speech.acts[$0].declarations.isEmpty }) ?? true,
        let first = quote.parts.first, let opening = source.opening(ofQuotation: quote.parts),
        asked.insert(quote.utterance).inserted
      else { return nil }
      let subject = ReviewProposal.Subject(source.key, source.locator(of: first.paragraph), opening)
      return ReviewProposal(
        .speaker, [subject], value: "[[\(model[speaker].slug)]]",
        evidence: [
          ReviewExcerpt.text(source.article.paragraphs[first.paragraph].text, around: first.range)
        ])
    }
  }

  private func same(
    _ candidate: SpeechIndex.Candidate, _ pairs: inout [SourceID: [ReviewProposal]]
  ) {
    func subject(_ id: SourceID, _ parts: [SpeechPart]) -> ReviewProposal.Subject? {
      guard let first = parts.first, let opening = model[id].opening(ofQuotation: parts) else {
        return nil
      }
      return ReviewProposal.Subject(model[id].key, model[id].locator(of: first.paragraph), opening)
    }
    guard let first = subject(candidate.first, candidate.firstParts),
      let second = subject(candidate.second, candidate.secondParts)
    else { return }
    pairs[candidate.first, default: []].append(
      ReviewProposal(
        .same, [first, second],
        evidence: [
          quoted(candidate.first, candidate.firstParts),
          quoted(candidate.second, candidate.secondParts),
          "(\(Int(candidate.containment * 100)) % of the shorter one’s word pairs)",
        ]))
  }

  private func quoted(_ id: SourceID, _ parts: [SpeechPart]) -> String {
    let text = String(decoding: model[id].words(parts), as: UTF8.self)
    return "\(model[id].key): “\(ReviewExcerpt.text(text, around: 0..<0))”"
  }

  // MARK: Dates and repetitions

  /// Dates that only the text before them gives, or of which another reading is as likely, in sentences
  /// that name whom timelines are about.
  private func dates(_ id: SourceID) -> [ReviewProposal] {
    let source = model[id]
    return index.sources[id.index].dates.compactMap { dated in
      guard !dated.isPublic, !dated.isRefused, !dated.datesCitation,
        dated.anchor == .narrative || dated.isDoubtful,
        index.sources[id.index].paragraphs[Int(dated.paragraph)].contains(where: { mention in
          mention.sentenceLower == dated.sentence.lowerBound
            && [.actor, .conflict].contains(model[mention.target].kind)
        })
      else { return nil }
      let text = source.article.paragraphs[Int(dated.paragraph)].text
      return ReviewProposal(
        .date,
        [
          ReviewProposal.Subject(
            source.key, source.locator(of: Int(dated.paragraph)), source.words(of: dated))
        ],
        value: dated.date.text,
        evidence: [
          ReviewExcerpt.text(
            text, around: Int(dated.expression.lowerBound)..<Int(dated.expression.upperBound),
            sentence: Int(dated.sentence.lowerBound)..<Int(dated.sentence.upperBound))
        ])
    }
  }

  private func duplicate(
    _ pair: (source: SourceID, other: SourceID, share: Double?),
    _ pairs: inout [SourceID: [ReviewProposal]]
  ) {
    let share = pair.share.map { "\(Int($0 * 100)) % of the text" } ?? "the same text"
    pairs[pair.source, default: []].append(
      ReviewProposal(
        .duplicate,
        [ReviewProposal.Subject(model[pair.source].key), .init(model[pair.other].key)],
        evidence: ["(\(share); accepted, the first repeats the second: one origin)"]))
  }
}

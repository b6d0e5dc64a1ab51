import Diagnostics
package import DossierModel

/// Two captures of one text, or nearly.
package struct RepeatedCapture: Sendable, Hashable {
  /// The later in the order of sources.
  package let source: SourceID
  package let other: SourceID
  /// How much of the text both have, 0 to 1; nil for the same text.
  package let share: Double?
}

extension CheckRules {
  /// Captures that repeat others, which nobody settled. O(words).
  package static func repeatedCaptures(in model: SiteModel) -> [RepeatedCapture] {
    DuplicateCapture.pairs(in: model)
  }
}

/// A capture that repeats another.
struct DuplicateCapture: CheckRule {
  static let id: DiagnosticID = "duplicate-capture"
  static let severity = Severity.warning
  static let explanation = """
    Origins are counted, not articles: two captures with the same text are one report. An editor gives \
    them one `origin`, names the other in `via`, or removes one. Reported are captures whose text is the \
    same, and those that share half of their runs of five words.
    """

  /// The share of common five-word shingles (Jaccard) from which two captures are near-duplicates.
  static let threshold = 0.5
  /// Texts with fewer shingles than this are compared as wholes only.
  static let fewestShingles = 20

  /// O(words), and O(shingles · 128) for captures that share much with others: texts by hash;
  /// near-duplicates by MinHash (Broder 1997) with bands, of which each capture is compared exactly with
  /// the first capture of each of its bands, so that a thousand copies of one text cost no more than a
  /// thousand texts.
  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    Self.pairs(in: model).map { finding(model[$0.source], model[$0.other], $0.share) }
  }

  /// What `findings` reports, at its cost: each source that repeats another, in the order of the sources;
  /// what an editor settled is left out. `share`: nil for the same text.
  static func pairs(in model: SiteModel) -> [RepeatedCapture] {
    var pairs: [RepeatedCapture] = []
    func report(_ source: Int, _ other: Int, _ share: Double?) {
      guard !isSettled(model.sources[source], model.sources[other], model.decisions) else { return }
      pairs.append(
        RepeatedCapture(source: SourceID(source), other: SourceID(other), share: share))
    }
    var byText: [UInt64: Int] = [:]
    var samples = SharedSamples()
    for (position, source) in model.sources.enumerated() where source.capture != nil {
      let words = ShingledText.words(of: source)
      guard !words.isEmpty else { continue }
      if let first = byText[ShingledText.key(words)] {
        report(position, first, nil)
        continue
      }
      byText[ShingledText.key(words)] = position
      samples.add(words, position)
    }
    var byBand: [UInt64: Int] = [:]
    for position in samples.suspects {
      let source = model.sources[position]
      let shingles = ShingledText.distinct(ShingledText.words(of: source))
      guard shingles.count >= fewestShingles else { continue }
      var candidates: Set<Int> = []
      for band in MinHash(shingles).bands {
        if let first = byBand[band] { candidates.insert(first) } else { byBand[band] = position }
      }
      var best: (other: Int, share: Double)?
      for other in candidates.sorted() {
        let share = ShingledText.jaccard(
          shingles, ShingledText.distinct(ShingledText.words(of: model.sources[other])))
        if share >= threshold, share > best?.share ?? 0 { best = (other, share) }
      }
      if let best { report(position, best.other, best.share) }
    }
    return pairs
  }

  private func finding(_ source: Source, _ other: Source, _ share: Double?) -> Diagnostic {
    let summary =
      share.map {
        "“\(source.key)” shares \(Int($0 * 100)) % of its text with “\(other.key)”"
      } ?? "“\(source.key)” has the same text as “\(other.key)”"
    return Diagnostic(
      Self.severity, Self.id, summary, at: source.file?.whole,
      help: "give both one `origin`, or write `via: \(other.key)` in \(SidecarName.of(source))",
      notes: [.init("the other is here", at: other.file?.whole)])
  }

  /// Whether an editor has said already that the two are one report.
  private static func isSettled(
    _ source: Source, _ other: Source, _ decisions: ReviewDecisions
  ) -> Bool {
    if decisions.duplicate(source.key, other.key) != nil { return true }
    let keys = (source.key.rawValue, other.key.rawValue)
    if let origin = source.origin, origin == other.origin { return true }
    return source.origin == keys.1 || other.origin == keys.0 || source.via.contains(keys.1)
      || other.via.contains(keys.0)
  }
}

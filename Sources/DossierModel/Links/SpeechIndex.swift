/// What was said, by whom, and where it stands.
package struct SpeechIndex: Sendable {
  /// A quotation that a machine read in a source.
  package struct Quote: Sendable {
    /// In order; more than one where a cue splits it.
    package let parts: [SpeechPart]
    /// Quotes of a source with the same number are parts of one utterance.
    package let utterance: Int
    /// Whether a cue of its own names the speaker. Of others the speaker is inherited, and never public
    /// before somebody accepted it.
    package let isExplicit: Bool
    /// The act of speech that it belongs to; nil for what is not shown.
    package var act: Int?
    /// The page of a speaker who is inherited; nil where a cue names one, where nobody is known, and where
    /// an editor decided.
    package var inheritedSpeaker: PageID?

    package init(parts: [SpeechPart], utterance: Int, isExplicit: Bool, act: Int?) {
      self.parts = parts
      self.utterance = utterance
      self.isExplicit = isExplicit
      self.act = act
    }
  }

  /// Two quotations of different sources that share some words: one statement or two, only a person can say.
  package struct Candidate: Sendable {
    package let first: SourceID
    package let firstParts: [SpeechPart]
    package let second: SourceID
    package let secondParts: [SpeechPart]
    /// How much of the shorter one's word pairs the other has: 0 to 1.
    package let containment: Double

    package init(
      first: SourceID, firstParts: [SpeechPart], second: SourceID, secondParts: [SpeechPart],
      containment: Double
    ) {
      self.first = first
      self.firstParts = firstParts
      self.second = second
      self.secondParts = secondParts
      self.containment = containment
    }
  }

  /// What only a person can judge, in the order of the sources.
  package var candidates: [Candidate] = []
  /// The editor's in page order, then those that rules read, by id.
  package let acts: [SpeechAct]
  /// By source: its quotations but for scare quotes, in order. Empty where no source has any.
  package let quotes: [[Quote]]

  private let bySpeaker: [PageID: [Int]]
  private let byActor: [PageID: [Int]]
  private let bySource: [SourceID: [Int]]
  private let declared: [SpeechAct.Declaration: Int]

  /// Groups the acts by speaker, by who is named, by source. O(passages · log acts).
  package init(acts: [SpeechAct] = [], quotes: [[Quote]] = []) {
    self.acts = acts
    self.quotes = quotes
    var bySpeaker: [PageID: [Int]] = [:]
    var byActor: [PageID: [Int]] = [:]
    var bySource: [SourceID: [Int]] = [:]
    var declared: [SpeechAct.Declaration: Int] = [:]
    for index in Self.byDate(acts) {
      let act = acts[index]
      if case .page(let page) = act.speaker { bySpeaker[page, default: []].append(index) }
      for page in act.about { byActor[page, default: []].append(index) }
      for source in act.sources { bySource[source, default: []].append(index) }
      for declaration in act.declarations { declared[declaration] = index }
    }
    self.bySpeaker = bySpeaker
    self.byActor = byActor
    self.bySource = bySource
    self.declared = declared
  }

  /// The acts in the order of time: by when they were spoken, else first published; undated last.
  package static func byDate(_ acts: [SpeechAct]) -> [Int] {
    let dates = acts.map { $0.spoken ?? $0.published }
    return acts.indices.sorted { left, right in
      switch (dates[left], dates[right]) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: left < right
      }
    }
  }

  /// What a page's subject said, in the order of time.
  package func acts(by speaker: PageID) -> [Int] { bySpeaker[speaker] ?? [] }

  /// What others said in words that name a page, in the order of time.
  package func acts(naming page: PageID) -> [Int] { byActor[page] ?? [] }

  /// What was taken from a source, in the order of time.
  package func acts(in source: SourceID) -> [Int] { bySource[source] ?? [] }

  /// The act that a block of `## Statements` makes.
  package func act(of declaration: SpeechAct.Declaration) -> Int? { declared[declaration] }
}

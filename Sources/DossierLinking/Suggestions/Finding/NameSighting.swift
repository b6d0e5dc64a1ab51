import DossierModel

/// Words of a text that a rule takes for a name.
struct NameSighting: Sendable {
  /// An office that stands before a person’s name.
  struct Office: Hashable, Sendable {
    /// As the text has it: `Foreign Minister`.
    let words: String
    /// The slug of the state whose people’s word or name stands with it.
    let state: String?
  }

  let rule: SuggestionRule
  /// UTF-8 offsets in the text.
  let range: Range<Int>
  /// The words with one space between them, without a possessive ending.
  let name: String
  let kind: PageKind
  let sort: String?
  var office: Office?
  /// For what is named by a state’s organ: the state’s slug.
  var state: String?
  /// The short form in brackets behind it: `LTC`.
  var acronym: String?
  /// Whether once is not enough.
  var isWeak = false
}

/// A text with its words, and what is known of them.
struct NameText: Sendable {
  /// What a word is part of.
  enum Known: UInt8, Sendable {
    case unknown
    /// The name of a state.
    case stateName
    /// A word for the people of a state, or a compound of two.
    case demonym
    /// A seat of government that acts.
    case metonym
    /// The name of a page that is no state.
    case page
  }

  let bytes: [UInt8]
  let tokens: [NameToken]
  let known: [Known]
  /// By token: the slug of the state that it is part of the name of.
  let states: [String?]
  /// The UTF-8 offsets at which the words for a speaker begin, as the reader of speech found them.
  let speakers: Set<Int>

  init(
    _ text: String, mentions: some Collection<MentionReader.Mention>, speakers: [Range<Int>] = []
  ) {
    bytes = Array(text.utf8)
    tokens = NameTokenizer.tokens(of: bytes)
    self.speakers = Set(speakers.map(\.lowerBound))
    var known = Array(repeating: Known.unknown, count: tokens.count)
    var states = [String?](repeating: nil, count: tokens.count)
    var index = 0
    for mention in mentions {
      while index < tokens.count, tokens[index].range.upperBound <= mention.range.lowerBound {
        index += 1
      }
      var part = index
      while part < tokens.count, tokens[part].range.lowerBound < mention.range.upperBound {
        // “Pierre Tarn-Poland” is a person; only what a word begins with says whose it is.
        if mention.range.lowerBound > tokens[part].range.lowerBound, known[part] == .unknown,
          tokens[part].isCapital, mention.rule != .demonym, mention.rule != .stateDemonym
        {
          part += 1
          continue
        }
        let isState = mention.entity.kind == "state" || mention.entity.kind == "de-facto-authority"
        switch mention.rule {
        case .demonym, .stateDemonym: known[part] = .demonym
        case .metonym, .stateMetonym, .literalPlace: known[part] = .metonym
        default: known[part] = isState ? .stateName : .page
        }
        if isState { states[part] = mention.entity.id }
        part += 1
      }
    }
    self.known = known
    self.states = states
  }

  /// The words of a run with one space between them, the last without its possessive ending.
  func name(_ run: Range<Int>) -> String {
    run.map { String(decoding: bytes[tokens[$0].range], as: UTF8.self) + dot($0, last: run.last) }
      .joined(separator: " ")
  }

  /// The full stop of an initial that is not the last word.
  private func dot(_ index: Int, last: Int?) -> String {
    tokens[index].traits.contains(.initial) && index != last ? "." : ""
  }

  func range(_ run: Range<Int>) -> Range<Int> {
    guard let first = run.first, let last = run.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// Whether most words begin with a capital, or are written in capitals: a headline, in which a
  /// capital means nothing. A sentence may be as full of names; it ends in a full stop and has a word
  /// in small letters that a headline would not leave small. O(words).
  var isTitleCase: Bool {
    var words = 0
    var capitals = 0
    var hasSmall = false
    for token in tokens where !token.traits.contains(.digit) {
      let isLarge = token.isCapital || token.traits.contains(.shouted)
      if !isLarge, !NameWords.smallInHeadlines.contains(token) { hasSmall = true }
      guard token.range.count > 3 else { continue }
      words += 1
      if isLarge { capitals += 1 }
    }
    return words >= 3 && capitals * 10 > words * 7 && !(hasSmall && endsInFullStop)
  }

  /// Whether a full stop is the last sign but for closing quotation marks, brackets and notes: `.”`,
  /// `. [4]`.
  private var endsInFullStop: Bool {
    for byte in bytes.reversed() {
      switch byte {
      case UInt8(ascii: "."): return true
      case 0x30...0x39, 0x80...0xBF, 0xE2: continue
      default: if !Self.closing.contains(byte) { return false }
      }
    }
    return false
  }

  private static let closing = Array(" ()[]\"'*".utf8)
}

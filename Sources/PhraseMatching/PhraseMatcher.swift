/// Finds many phrases at once in UTF-8 text: leftmost-longest over folded letters, at word boundaries.
///
/// At each word's start a trie over folded bytes is walked, and the longest phrase that ends at a
/// boundary and satisfies its case policy wins; the search goes on behind it. Because hits that fail a
/// boundary are dropped *before* the longest is chosen, `Tavush tension` does not hide `Tavush` in
/// “Tavush tensions”. Most words fail at their first letters, so that the
/// cost is that of reading the text. Knows nothing of what phrases mean.
package struct PhraseMatcher: Sendable {
  /// One spelling with its policy and all identifiers that claim it, ascending.
  package struct Form: Sendable, Hashable {
    package let text: String
    package let policy: Phrase.CasePolicy
    package let identifiers: [Int32]
  }

  /// By case policy, then in the order in which the phrases came.
  package let forms: [Form]
  /// By form: what the inner loop asks, apart from `forms`, whose elements would be retained.
  private let policies: [Policy]
  private let folding: LetterFolding
  private let trie: PhraseTrie
  /// Whether some phrase may begin with a lower-case ASCII letter.
  private let mayBeginLower: Bool

  private struct Policy {
    let isExact: Bool
    /// Whether the text must begin with a capital.
    let wantsCapital: Bool
  }

  /// Builds the matcher. Phrases that fold to nothing, or do not begin and end with a letter or digit,
  /// can never stand between word boundaries and are left out. O(total length).
  package init(_ phrases: [Phrase], folding: LetterFolding = LetterFolding()) {
    self.folding = folding
    var forms: [(text: String, policy: Phrase.CasePolicy, identifiers: [Int32])] = []
    forms.reserveCapacity(phrases.count)
    var trie = PhraseTrie()
    var mayBeginLower = false
    for phrase in phrases {
      guard let state = trie.insert(folding.folded(phrase.text)) else { continue }
      // A name in small letters asks for no capital: beside one that does it is a form of its own, and
      // what has the capital is both.
      let strictness = Self.strictness(phrase.policy, phrase.text)
      var identifiers = [phrase.identifier]
      var known: Int?
      for number in trie.forms(of: state) where forms[Int(number)].policy == phrase.policy {
        let other = Self.strictness(phrase.policy, forms[Int(number)].text)
        if other == strictness {
          if phrase.policy != .exact || forms[Int(number)].text == phrase.text {
            known = Int(number)
          }
        } else if other < strictness {
          forms[Int(number)].identifiers.append(phrase.identifier)
        } else {
          identifiers += forms[Int(number)].identifiers
        }
      }
      if let known {
        forms[known].identifiers.append(phrase.identifier)
        continue
      }
      // The stricter is asked first.
      trie.addForm(Int32(forms.count), to: state) {
        Self.strictness(forms[Int($0)].policy, forms[Int($0)].text) <= strictness
      }
      forms.append((phrase.text, phrase.policy, identifiers))
      if phrase.policy == .folded || !Self.beginsWithCapital(phrase.text) { mayBeginLower = true }
    }
    self.forms = forms.map { form in
      Form(
        text: form.text, policy: form.policy,
        identifiers: form.identifiers.count == 1
          ? form.identifiers : Set(form.identifiers).sorted())
    }
    policies = forms.map { form in
      Policy(
        isExact: form.policy == .exact,
        wantsCapital: Self.strictness(form.policy, form.text) == 1)
    }
    self.trie = trie
    self.mayBeginLower = mayBeginLower
  }

  /// What a form asks of the case of a text, the stricter the lower: 0 every letter, 1 a capital first,
  /// 2 and 3 nothing.
  private static func strictness(_ policy: Phrase.CasePolicy, _ text: String) -> Int {
    switch policy {
    case .exact: 0
    case .capitalised: beginsWithCapital(text) ? 1 : 2
    case .folded: 3
    }
  }

  private static func beginsWithCapital(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first.isASCII
      ? (UInt32(UInt8(ascii: "A"))...UInt32(UInt8(ascii: "Z"))).contains(first.value)
      : first.properties.isUppercase
  }

  /// Appends the matches in `text[range]` to `matches`, in order. O(range) for texts in which phrases
  /// are sparse; O(range × longest phrase) at worst.
  package func findMatches(
    in text: [UInt8], range: Range<Int>, into matches: inout [PhraseMatch]
  ) {
    guard !trie.isEmpty else { return }
    var index = range.lowerBound
    let end = min(range.upperBound, text.count)
    while index < end {
      let byte = text[index]
      if byte < 0x80 {
        guard ASCIIWord.isLetter(byte) else {
          index += 1
          continue
        }
        let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        if !isLower || mayBeginLower, let match = longestMatch(in: text, from: index, end: end) {
          matches.append(match)
          index = match.upper
        } else {
          index += 1
        }
        index = endOfWord(in: text, from: index, end: end)
      } else {
        let (scalar, length) = UTF8Scalar.decode(text, at: index, end: end)
        guard folding.scalarClass(scalar) == .letter else {
          index += length
          continue
        }
        if let match = longestMatch(in: text, from: index, end: end) {
          matches.append(match)
          index = match.upper
        } else {
          index += length
        }
        index = endOfWord(in: text, from: index, end: end)
      }
    }
  }

  /// The offset of the first boundary at or behind `start`.
  private func endOfWord(in text: [UInt8], from start: Int, end: Int) -> Int {
    var index = start
    while index < end {
      let byte = text[index]
      if byte < 0x80 {
        guard ASCIIWord.isLetter(byte) else { return index }
        index += 1
      } else {
        let (scalar, length) = UTF8Scalar.decode(text, at: index, end: end)
        guard folding.scalarClass(scalar) != .boundary else { return index }
        index += length
      }
    }
    return index
  }

  private func isBoundary(in text: [UInt8], at index: Int, end: Int) -> Bool {
    guard index < end else { return true }
    let byte = text[index]
    if byte < 0x80 { return !ASCIIWord.isLetter(byte) }
    return folding.scalarClass(UTF8Scalar.decode(text, at: index, end: end).scalar) == .boundary
  }

  private func longestMatch(in text: [UInt8], from start: Int, end: Int) -> PhraseMatch? {
    var state = PhraseTrie.root
    var index = start
    var best: PhraseMatch?
    while index < end {
      let byte = text[index]
      if byte < 0x80 {
        guard let next = trie.step(state, ASCIIWord.folded(byte)) else { break }
        state = next
        index += 1
      } else {
        let (scalar, length) = UTF8Scalar.decode(text, at: index, end: end)
        guard let next = walk(scalar, from: state, text: text, at: index, length: length) else {
          break
        }
        state = next
        index += length
      }
      let first = trie.firstForm(of: state)
      if first >= 0, isBoundary(in: text, at: index, end: end),
        let form = form(from: first, text: text, range: start..<index)
      {
        best = PhraseMatch(lower: start, upper: index, form: form)
      }
    }
    return best
  }

  private func walk(
    _ scalar: UInt32, from state: UInt32, text: [UInt8], at index: Int, length: Int
  ) -> UInt32? {
    var state = state
    if scalar < LetterFolding.limit {
      for position in folding.foldedRange(scalar) {
        guard let next = trie.step(state, folding.byte(position)) else { return nil }
        state = next
      }
    } else {
      for position in index..<(index + length) {
        guard let next = trie.step(state, text[position]) else { return nil }
        state = next
      }
    }
    return state
  }

  /// The first form from `first` on whose policy the text satisfies. Exact forms win over folded ones.
  private func form(from first: Int32, text: [UInt8], range: Range<Int>) -> Int32? {
    var folded: Int32?
    var index = first
    while index >= 0 {
      let policy = policies[Int(index)]
      if policy.isExact {
        if text[range].elementsEqual(forms[Int(index)].text.utf8) { return index }
      } else if folded == nil,
        !policy.wantsCapital || isCapital(text, at: range.lowerBound, end: range.upperBound)
      {
        folded = index
      }
      index = trie.form(after: index)
    }
    return folded
  }

  private func isCapital(_ text: [UInt8], at index: Int, end: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte &- UInt8(ascii: "A") < 26 }
    let scalar = UTF8Scalar.decode(text, at: index, end: end).scalar
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}

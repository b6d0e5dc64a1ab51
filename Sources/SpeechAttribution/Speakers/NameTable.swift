/// The caller's names, in the order of the text, and the short forms that they lend to organisations.
struct NameTable {
  /// What an organisation's name begins with, and whose it is.
  private struct LongForm: Hashable {
    let beginning: [UInt8]
    let id: Int32
  }

  /// Sorted by place; none overlaps another.
  let names: [NameMention]
  /// Organisations by the hash of the last two of their three or more words.
  private var longForms: [UInt64: Set<LongForm>] = [:]

  /// Of overlapping names the first, and among those the longest, is kept. O(names × log names).
  init(_ names: [NameMention], paragraphs: [SpeechParagraph]) {
    let sorted = names.sorted {
      ($0.paragraph, $0.range.lowerBound, -$0.range.upperBound, $0.id)
        < ($1.paragraph, $1.range.lowerBound, -$1.range.upperBound, $1.id)
    }
    var kept: [NameMention] = []
    for name in sorted {
      guard paragraphs.indices.contains(name.paragraph), !name.range.isEmpty,
        name.range.lowerBound >= 0,
        name.range.upperBound <= paragraphs[name.paragraph].bytes.count
      else { continue }
      if let last = kept.last, last.paragraph == name.paragraph,
        last.range.upperBound > name.range.lowerBound
      {
        continue
      }
      kept.append(name)
    }
    self.names = kept
    for name in kept where name.kind == .organisation {
      let bytes = Array(paragraphs[name.paragraph].bytes[name.range])
      let words = UtteranceWords.words(of: bytes, dropsInsertions: false)
      guard words.count > 2 else { continue }
      let key = Self.key(words[words.count - 2].hash, words[words.count - 1].hash)
      longForms[key, default: []].insert(
        LongForm(beginning: Self.beginning(bytes[words[0].range]), id: name.id))
    }
  }

  /// The bytes of some tokens, with the id of the last of them that is one of the caller's names.
  func mention(_ range: Range<Int>, in text: ParagraphText) -> Speaker.Mention {
    let tokens = text.tokens
    let last = tokens[range.upperBound - 1]
    let id = last.name >= 0 ? names[Int(last.name)].id : longForm(range, in: text)
    return Speaker.Mention(
      paragraph: text.index,
      range: Int(tokens[range.lowerBound].lower)..<Int(last.upper), nameID: id)
  }

  /// `Norway’s Harbour Office` is the `Norwegian Harbour Office` of the same text. Only where one
  /// organisation has that ending, and its name begins like the owner's.
  private func longForm(_ range: Range<Int>, in text: ParagraphText) -> Int32? {
    guard range.count == 2, !longForms.isEmpty, text.tokens[range.lowerBound].isCapital,
      let forms = longForms[
        Self.key(text.tokens[range.lowerBound].hash, text.tokens[range.lowerBound + 1].hash)]
    else { return nil }
    var ids = Set(forms.map(\.id))
    if range.lowerBound > 0, text.tokens[range.lowerBound - 1].isPossessive {
      let owner = Self.beginning(text.paragraph.bytes[text.tokens[range.lowerBound - 1].range])
      ids = Set(forms.filter { $0.beginning == owner }.map(\.id))
    }
    return ids.count == 1 ? ids.first : nil
  }

  private static func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ second
  }

  /// Four letters: what a country and its adjective usually share.
  private static func beginning(_ word: ArraySlice<UInt8>) -> [UInt8] {
    word.prefix(4).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}

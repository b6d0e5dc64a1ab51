/// What the words of an element's `class`, `id` and `role` say it is: a closed list, as sites all over
/// name their parts (the idea is readability's and boilerpipe's; the list is made anew).
struct ClassWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// Comments, sharing, related links, advertisements, navigation …: never part of a text.
  static let furniture = ClassWords(rawValue: 1)
  /// Captions and credits of images.
  static let caption = ClassWords(rawValue: 2)
  /// Byline, date, category, tags.
  static let particulars = ClassWords(rawValue: 4)
  /// Hidden from sight by the style sheets of common frameworks.
  static let hidden = ClassWords(rawValue: 8)
  /// The text itself: `article-body`, `entry-content`.
  static let body = ClassWords(rawValue: 16)
  /// `article`, `story`, `post`, `entry`: half of a name of the text.
  static let article = ClassWords(rawValue: 32)
  /// `body`, `content`, `text`: the other half.
  static let content = ClassWords(rawValue: 64)
  /// The lines between title and text.
  static let standfirst = ClassWords(rawValue: 128)

  private struct Stem {
    /// Its first eight letters as an integer, and which bits of it count.
    let key: UInt64
    let mask: UInt64
    /// Its letters in `letters`.
    let letters: Range<Int>
    /// Whether the word may go on behind the stem.
    let isPrefix: Bool
    let words: ClassWords
  }

  /// The stems by their first letter, and the letters of all.
  private struct Table {
    var stems = [[Stem]](repeating: [], count: 26)
    var letters: [UInt8] = []
  }

  /// Stems by their first letter; a `*` lets the word go on.
  private static let table: Table = {
    var table = Table()
    func add(_ list: String, _ words: ClassWords) {
      for part in list.split(whereSeparator: { $0 == " " || $0.isNewline }) {
        let isPrefix = part.hasSuffix("*")
        let bytes = Array(part.utf8.prefix(isPrefix ? part.utf8.count - 1 : part.utf8.count))
        guard let first = bytes.first, first >= 0x61, first <= 0x7A else { continue }
        var key: UInt64 = 0
        for (offset, byte) in bytes.prefix(8).enumerated() { key |= UInt64(byte) << (offset * 8) }
        let mask = bytes.count < 8 ? UInt64(1) << (bytes.count * 8) - 1 : .max
        let start = table.letters.count
        table.letters += bytes
        table.stems[Int(first) - 0x61].append(
          Stem(
            key: key, mask: mask, letters: start..<table.letters.count, isPrefix: isPrefix,
            words: words))
      }
    }
    add(
      """
      comment* disqus* respond reply replies share* sharing* social* related* recirc* recommend*
      newsletter* subscri* signup* sidebar* footer* foot nav navbar* navigation* menu* breadcrumb*
      widget* advert* ad ads adunit* adslot* adbox* sponsor* promo* cookie* consent* gdpr* popup*
      pop modal* overlay* login* signin* outbrain* taboola* trending* popular* mostread* toolbar*
      tooltip* pagination* pager* paging rating* poll polls quiz* copyright* masthead* skip
      ticker* jumpto* jump donate* donation* follow* toc tags taglist tagcloud rail aside onward*
      readmore readnext morefrom also otherstories upnext suggest* similar* banner* callout
      feedback* search* print printer* notification* alert alerts sticky dropdown* cta infobar*
      language* disclaimer* placeholder postinfo*
      """, .furniture)
    add("caption* credit credits photocredit* imagecredit* figcaption* legend", .caption)
    add(
      """
      byline* author authors authorbio* bio dateline timestamp* date datetime published pubdate meta
      metadata postmeta category categories tag kicker eyebrow contributor* avatar
      """, .particulars)
    add("hidden hide visuallyhidden invisible offscreen sr screenreader* noscript*", .hidden)
    add(
      """
      articlebody* articletext* articlecontent* storybody* storytext* storycontent* entrycontent*
      postcontent* postbody* bodycontent* maintext newstext*
      """, .body)
    add("article story post entry news blog page main", .article)
    add("body content text copy", .content)
    add(
      """
      dek deck subhead* standfirst* lede subtitle* subheadline* strapline* intro excerpt abstract sub
      """, .standfirst)
    return table
  }()

  /// Reads words cut at anything but letters, and where a capital follows a small letter. O(n).
  static func read(_ bytes: ArraySlice<UInt8>) -> ClassWords {
    var found: ClassWords = []
    var previousIsSmall = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let isSmall = byte >= 0x61 && byte <= 0x7A
      let isCapital = byte >= 0x41 && byte <= 0x5A
      let starts =
        (isSmall || isCapital)
        && (index == bytes.startIndex || !isLetter(bytes[index - 1])
          || isCapital && previousIsSmall)
      if starts {
        // The word's first eight bytes as an integer, in small letters.
        var key: UInt64 = 0
        for offset in 0..<min(8, bytes.endIndex - index) {
          key |= UInt64(bytes[index + offset] | 0x20) << (offset * 8)
        }
        for stem in table.stems[Int(byte | 0x20) - 0x61]
        where key & stem.mask == stem.key && matches(stem, bytes, index) {
          found.insert(stem.words)
        }
      }
      previousIsSmall = isSmall
      index += 1
    }
    if found.contains([.article, .content]) { found.insert(.body) }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a stem whose first eight letters stand at `start` stands there whole.
  private static func matches(_ stem: Stem, _ bytes: ArraySlice<UInt8>, _ start: Int) -> Bool {
    let end = start + stem.letters.count
    guard end <= bytes.endIndex else { return false }
    for offset in 8..<max(stem.letters.count, 8)
    where bytes[start + offset] | 0x20 != table.letters[stem.letters.lowerBound + offset] {
      return false
    }
    if stem.isPrefix || end == bytes.endIndex { return true }
    let next = bytes[end]
    return !isLetter(next) || next <= 0x5A && bytes[end - 1] >= 0x61
  }
}

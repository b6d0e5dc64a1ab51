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
    let bytes: [UInt8]
    /// Whether the word may go on behind the stem.
    let isPrefix: Bool
    let words: ClassWords
  }

  /// Stems by their first letter; a `*` lets the word go on.
  private static let stems: [[Stem]] = {
    var table = [[Stem]](repeating: [], count: 26)
    func add(_ list: String, _ words: ClassWords) {
      for part in list.split(whereSeparator: { $0 == " " || $0.isNewline }) {
        let isPrefix = part.hasSuffix("*")
        let bytes = Array(part.utf8.prefix(isPrefix ? part.utf8.count - 1 : part.utf8.count))
        guard let first = bytes.first, first >= 0x61, first <= 0x7A else { continue }
        table[Int(first) - 0x61].append(Stem(bytes: bytes, isPrefix: isPrefix, words: words))
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
        for stem in stems[Int(byte | 0x20) - 0x61] where matches(stem, bytes, index) {
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

  private static func matches(_ stem: Stem, _ bytes: ArraySlice<UInt8>, _ start: Int) -> Bool {
    let end = start + stem.bytes.count
    guard end <= bytes.endIndex else { return false }
    for offset in stem.bytes.indices where bytes[start + offset] | 0x20 != stem.bytes[offset] {
      return false
    }
    if stem.isPrefix || end == bytes.endIndex { return true }
    let next = bytes[end]
    return !isLetter(next) || next <= 0x5A && bytes[end - 1] >= 0x61
  }
}

/// The titles that a page gives itself, to leave out where they are repeated in its text.
struct PageTitleKeys {
  private var keys: Set<UInt64> = []
  /// The first letters of the titles: most texts start with another.
  private var first: Set<UInt32> = []

  /// Those of every `h1`, the `title` element and the title metadata. O(nodes).
  init(of tree: HTMLTree) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .h1, .title:
        let bytes = Array(tree.text(of: node).utf8)
        insert(bytes, bytes.indices)
      case .meta:
        guard let name = tree.value(.property, of: node) ?? tree.value(.name, of: node),
          name.elementsEqual("og:title".utf8) || name.elementsEqual("twitter:title".utf8),
          let content = tree.value(.content, of: node)
        else { continue }
        insert(tree.text, content.indices)
      default: break
      }
    }
  }

  private mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) {
    let key = Self.key(bytes, range)
    guard key != WordHash.seed, let letter = Self.firstLetter(bytes, range) else { return }
    keys.insert(key)
    first.insert(letter)
  }

  /// Whether some text is one of the titles. O(length).
  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let letter = Self.firstLetter(bytes, range), first.contains(letter) else { return false }
    return keys.contains(Self.key(bytes, range))
  }

  private static func firstLetter(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      if ScalarClass.isLetter(scalar) || ScalarClass.isDigit(scalar) {
        return ScalarClass.lower(scalar)
      }
      index += width
    }
    return nil
  }

  /// The words of some bytes as a hash, without regard to case and punctuation; nothing longer than a
  /// title has one. O(length).
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    guard range.count <= 512 else { return WordHash.seed }
    var hash = WordHash.seed
    var inWord = false
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      if ScalarClass.isLetter(scalar) || ScalarClass.isDigit(scalar) {
        if !inWord { hash = WordHash.mix(hash, 0x20) }
        inWord = true
        hash = WordHash.mix(hash, ScalarClass.lower(scalar))
      } else {
        inWord = false
      }
      index += width
    }
    return hash
  }
}

/// Tells the notices by which pages ask to store data.
enum ConsentWords {
  private static let cookie = Set(
    ["cookie", "cookies", "куки", "çerez", "çerezler"].map { WordHash.of($0) })
  private static let around = Set(
    """
    website site browsing continue accept consent privacy settings experience navigation accepter \
    webseite einstellungen zustimmen datenschutz sitio aceptar privacidad сайт согласие site izin
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })

  /// Whether the text speaks of cookies and of a site or consent. O(length).
  static func isNotice(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 2048 else { return false }
    var found = (cookie: false, around: false)
    var hash = WordHash.seed
    var index = range.lowerBound
    func end() {
      if cookie.contains(hash) { found.cookie = true }
      if around.contains(hash) { found.around = true }
      hash = WordHash.seed
    }
    while index < range.upperBound {
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      if ScalarClass.isLetter(scalar) {
        hash = WordHash.mix(hash, ScalarClass.lower(scalar))
      } else {
        end()
      }
      index += width
    }
    end()
    return found.cookie && found.around
  }
}

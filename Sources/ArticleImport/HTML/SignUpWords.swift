/// Tells an invitation to a newsletter in a page's running text.
enum SignUpWords {
  private static let pairs = Set(
    [
      "your inbox", "your mailbox", "our newsletter", "our newsletters",
      "our mailing", "weekly newsletter", "daily newsletter", "free newsletter",
      "morning newsletter", "ihr postfach", "ihrem postfach", "unseren newsletter",
      "unserem newsletter", "votre boîte", "notre newsletter", "nuestro boletín", "нашу рассылку",
      "нашу розсилку",
    ].map(pair))
  private static let asking = Set(
    """
    sign subscribe get receive join delivered enter free straight every anmelden abonnieren \
    erhalten inscrivez recevez abonnez suscríbete recibe подпишитесь підпишіться
    """.split(whereSeparator: { $0 == " " || $0.isNewline }).map { WordHash.of($0) })

  private static func pair(_ text: String) -> UInt64 {
    WordHash.phrase(text).reduce(0) { WordHash.pair($0, $1) }
  }

  /// Whether the text speaks of a newsletter as its own and asks for something, outside quotation
  /// marks. O(length).
  static func isInvitation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 512 else { return false }
    var previous: UInt64 = 0
    var hash = WordHash.seed
    var found = (pair: false, asking: false)
    var index = range.lowerBound
    func end() {
      guard hash != WordHash.seed else { return }
      if asking.contains(hash) { found.asking = true }
      if pairs.contains(WordHash.pair(WordHash.pair(0, previous), hash)) { found.pair = true }
      previous = hash
      hash = WordHash.seed
    }
    while index < range.upperBound {
      let (scalar, width) = UTF8Bytes.scalar(bytes, index)
      if ScalarClass.isLetter(scalar) {
        hash = WordHash.mix(hash, ScalarClass.lower(scalar))
      } else {
        // Who is quoted does not invite the reader.
        if scalar == 0x22 || (0x201C...0x201F).contains(scalar) || scalar == 0xAB { return false }
        end()
      }
      index += width
    }
    end()
    return found.pair && found.asking
  }
}

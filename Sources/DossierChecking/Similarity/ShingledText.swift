import DossierModel

/// The running text of a capture as hashes of its words and of five words in a row.
enum ShingledText {
  /// How many words of a capture are compared.
  static let mostWords = 50_000
  /// How many words a shingle has.
  static let width = 5

  /// Hashes of the words of standfirst and body, without regard to ASCII case, punctuation and space.
  static func words(of source: Source) -> [UInt32] {
    var words: [UInt32] = []
    for paragraph in source.article.paragraphs
    where paragraph.layer == .body || paragraph.layer == .standfirst {
      append(paragraph.text, to: &words)
      if words.count > mostWords { return Array(words.prefix(mostWords)) }
    }
    return words
  }

  private static func append(_ text: String, to words: inout [UInt32]) {
    var hash: UInt32 = 0
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        let isLetter: Bool
        switch byte {
        case 0x30...0x39, 0x61...0x7A: isLetter = true
        case 0x41...0x5A: isLetter = true
        // General punctuation (U+2000 to U+206F) and Latin-1 signs (U+0080 to U+00BF) are no letters.
        case 0xE2:
          isLetter = unsafe !(index + 1 < bytes.count && (0x80...0x81).contains(bytes[index + 1]))
          if !isLetter { index += 2 }
        case 0xC2:
          isLetter = false
          index += 1
        default: isLetter = byte >= 0x80
        }
        if isLetter {
          let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          // FNV-1a, 32 bits, from a start that is not 0.
          hash = ((hash == 0 ? 0x811C_9DC5 : hash) ^ UInt32(folded)) &* 0x0100_0193
        } else if hash != 0 {
          words.append(hash)
          hash = 0
        }
        index += 1
      }
    }
    if hash != 0 { words.append(hash) }
  }

  /// All words as one hash.
  static func key(_ words: [UInt32]) -> UInt64 {
    words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 ^ $0 >> 31 }
  }

  /// The shingle of the words from `start`.
  @inline(__always)
  static func shingle(_ words: [UInt32], _ start: Int) -> UInt32 {
    var hash: UInt32 = 0
    for index in start..<start + width {
      hash = (hash &* 0x85EB_CA6B ^ words[index]) &* 0xC2B2_AE35
    }
    return hash ^ hash >> 15
  }

  /// The distinct shingles, sorted. O(n log n).
  static func distinct(_ words: [UInt32]) -> [UInt32] {
    guard words.count >= width else { return [] }
    var all = (0...words.count - width).map { shingle(words, $0) }
    all.sort()
    var distinct: [UInt32] = []
    distinct.reserveCapacity(all.count)
    for shingle in all where distinct.last != shingle { distinct.append(shingle) }
    return distinct
  }

  /// Common shingles by all shingles of two sorted lists. O(n).
  static func jaccard(_ left: [UInt32], _ right: [UInt32]) -> Double {
    var common = 0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        (common, i, j) = (common + 1, i + 1, j + 1)
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = left.count + right.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}

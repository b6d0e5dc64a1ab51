import Diagnostics
import DossierModel

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

  /// O(words · 128): texts by hash; near-duplicates by MinHash (Broder 1997) with bands, of which each
  /// capture is compared exactly with the first capture of each of its bands, so that a thousand
  /// copies of one text cost no more than a thousand texts.
  func findings(in model: SiteModel, _ index: LinkIndex) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var byText: [UInt64: Int] = [:]
    var byBand: [UInt64: Int] = [:]
    for (position, source) in model.sources.enumerated() where source.capture != nil {
      let words = ShingledText.words(of: source)
      guard !words.isEmpty else { continue }
      if let first = byText[ShingledText.key(words)] {
        report(source, model.sources[first], nil, &findings)
        continue
      }
      byText[ShingledText.key(words)] = position
      let shingles = ShingledText.shingles(words)
      guard shingles.count >= Self.fewestShingles else { continue }
      var candidates: Set<Int> = []
      for band in MinHash(shingles).bands {
        if let first = byBand[band] { candidates.insert(first) } else { byBand[band] = position }
      }
      var best: (other: Int, share: Double)?
      for other in candidates.sorted() {
        let share = ShingledText.jaccard(
          shingles, ShingledText.shingles(ShingledText.words(of: model.sources[other])))
        if share >= Self.threshold, share > best?.share ?? 0 { best = (other, share) }
      }
      if let best { report(source, model.sources[best.other], best.share, &findings) }
    }
    return findings
  }

  private func report(
    _ source: Source, _ other: Source, _ share: Double?, _ findings: inout [Diagnostic]
  ) {
    guard !Self.isSettled(source, other) else { return }
    let summary =
      share.map {
        "“\(source.key)” shares \(Int($0 * 100)) % of its text with “\(other.key)”"
      } ?? "“\(source.key)” has the same text as “\(other.key)”"
    findings.append(
      Diagnostic(
        Self.severity, Self.id, summary, at: source.file?.whole,
        help: "give both one `origin`, or write `via: \(other.key)` in \(SidecarName.of(source))",
        notes: [.init("the other is here", at: other.file?.whole)]))
  }

  /// Whether an editor has said already that the two are one report.
  private static func isSettled(_ source: Source, _ other: Source) -> Bool {
    let keys = (source.key.rawValue, other.key.rawValue)
    if let origin = source.origin, origin == other.origin { return true }
    return source.origin == keys.1 || other.origin == keys.0 || source.via.contains(keys.1)
      || other.via.contains(keys.0)
  }
}

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

  /// The distinct shingles, sorted. O(n log n).
  static func shingles(_ words: [UInt32]) -> [UInt32] {
    guard words.count >= width else { return [] }
    var all: [UInt32] = []
    all.reserveCapacity(words.count)
    for start in 0...words.count - width {
      var hash: UInt32 = 0
      for word in words[start..<start + width] {
        hash = (hash &* 0x85EB_CA6B ^ word) &* 0xC2B2_AE35
      }
      all.append(hash ^ hash >> 15)
    }
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

/// A signature of 128 minima, in 32 bands of 4: two sets with Jaccard s share a band with probability
/// 1 - (1 - s⁴)³², which is .87 at .5 and .9998 at .7.
struct MinHash {
  /// One key for each band; equal keys are a candidate.
  let bands: [UInt64]

  /// O(shingles · 128).
  init(_ shingles: [UInt32]) {
    typealias Lanes = SIMD32<UInt32>
    var minima = [Lanes](repeating: Lanes(repeating: .max), count: 4)
    for shingle in shingles {
      for part in 0..<4 {
        // A multiplication and an addition a permutation; the high bits, which mix best, decide.
        let hashed = Self.factors[part] &* shingle &+ Self.offsets[part]
        minima[part] = pointwiseMin(minima[part], hashed)
      }
    }
    bands = (0..<32).map { band in
      var key = UInt64(band) &* 0x9E37_79B9_7F4A_7C15
      for row in 0..<4 {
        let value = minima[band / 8][band % 8 * 4 + row]
        key = (key ^ UInt64(value)) &* 0x0000_0100_0000_01B3
        key ^= key >> 29
      }
      return key
    }
  }

  private static let factors = lanes(seed: 0x2545_F491_4F6C_DD1D) { $0 | 1 }
  private static let offsets = lanes(seed: 0x9E37_79B9_7F4A_7C15) { $0 }

  /// 128 fixed pseudo-random numbers (SplitMix64).
  private static func lanes(seed: UInt64, _ shape: (UInt32) -> UInt32) -> [SIMD32<UInt32>] {
    var state = seed
    return (0..<4).map { _ in
      var lanes = SIMD32<UInt32>()
      for index in 0..<32 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        lanes[index] = shape(UInt32(truncatingIfNeeded: mixed >> 32))
      }
      return lanes
    }
  }
}

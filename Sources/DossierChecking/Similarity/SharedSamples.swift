/// Which captures share enough with some other to be looked at closely. One shingle in eight is kept
/// (by its hash, so that all captures keep the same ones); a capture is a suspect when others have a
/// quarter of those it kept. Near-duplicates have half in common at least; most captures have next to
/// nothing, and cost a few microseconds here.
struct SharedSamples {
  /// Captures with fewer words are always suspects: there is too little to sample.
  private static let fewWords = 64

  /// Whose shingle it is; -1 when several have it.
  private var owners: [UInt32: Int32] = [:]
  private var kept: [(position: Int, samples: [UInt32])] = []

  /// Positions must rise.
  mutating func add(_ words: [UInt32], _ position: Int) {
    var samples: [UInt32] = []
    if words.count >= Self.fewWords {
      let own = Int32(truncatingIfNeeded: position)
      for start in 0...words.count - ShingledText.width {
        let shingle = ShingledText.shingle(words, start)
        guard shingle & 7 == 0 else { continue }
        samples.append(shingle)
        if owners[shingle, default: own] != own {
          owners[shingle] = -1
        } else {
          owners[shingle] = own
        }
      }
    }
    kept.append((position, samples))
  }

  /// The positions of the suspects, rising.
  var suspects: [Int] {
    kept.compactMap { position, samples in
      let shared = samples.count { owners[$0] == -1 }
      return shared * 4 >= samples.count ? position : nil
    }
  }
}

/// A signature of 128 minima, in 32 bands of 4: two sets with Jaccard s share a band with probability
/// 1 - (1 - s⁴)³², which is .87 at .5 and .9998 at .7.
struct MinHash {
  /// One key for each band; equal keys are a candidate.
  let bands: [UInt64]

  /// O(shingles · 128).
  init(_ shingles: [UInt32]) {
    var minima: [SIMD32<UInt32>] = []
    // A part at a time, so that its minima stay in registers.
    for part in 0..<4 {
      let factors = Self.factors[part]
      let offsets = Self.offsets[part]
      var least = SIMD32<UInt32>(repeating: .max)
      // A multiplication and an addition a permutation; the minimum asks for the high bits, which mix
      // best.
      for shingle in shingles { least = pointwiseMin(least, factors &* shingle &+ offsets) }
      minima.append(least)
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

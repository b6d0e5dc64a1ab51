internal import DossierModel

/// Lines that say again what a kept line says.
struct RepeatedText: CaptureRule {
  static let id = "repeats-line"
  static let about = """
    A line of eight words or more whose word pairs (nine in ten) all stand in one other line of the \
    article goes: above the text it is a teaser, in it a pull quote. An opening paragraph whose pairs \
    stand in two or more later paragraphs is kept as the standfirst (one known capture). Paragraphs \
    that share less are left alone.
    """

  func apply(to reading: inout CaptureReading) {
    guard !reading.main.isEmpty else { return }
    let from = min((reading.titleUnit ?? reading.main.lowerBound), reading.main.lowerBound)
    let zone = (from..<reading.main.upperBound).filter {
      reading.isFree($0) && reading.units[$0].tokens >= 8
    }
    var index = PairIndex(capacity: zone.reduce(0) { $0 + reading.units[$1].words.count })
    for unit in zone {
      for pair in pairs(unit, reading) { index.add(pair, Int32(unit)) }
    }
    for (order, unit) in zone.enumerated() where reading.isFree(unit) {
      judge(unit, isOpening: order < 3, index, &reading)
    }
  }

  private func judge(
    _ unit: Int, isOpening: Bool, _ index: PairIndex, _ reading: inout CaptureReading
  ) {
    let pairs = pairs(unit, reading)
    guard pairs.count >= 6 else { return }
    var hits: [Int32: Int] = [:]
    var later = 0
    for pair in pairs {
      var isLater = false
      index.forEach(pair) { other in
        guard other != Int32(unit), reading.isFree(Int(other)) else { return }
        hits[other, default: 0] += 1
        if other > Int32(unit) { isLater = true }
      }
      if isLater { later += 1 }
    }
    let needed = (pairs.count * 9 + 9) / 10
    // The lowest line wins a tie, so that the outcome does not hang on the order of a dictionary.
    let best = hits.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    if let best, best.value >= needed {
      let size = reading.units[unit].words.count
      let otherSize = reading.units[Int(best.key)].words.count
      if size < otherSize || size == otherSize && (best.key < unit || isOpening) {
        let isTeaser = Int(best.key) > unit
        reading.mark(unit, .chrome, isTeaser ? "teaser-repeats-line" : "pull-quote")
        return
      }
      if size == otherSize { return }
    }
    if isOpening, later >= needed, best.map({ $0.value < needed }) ?? false {
      reading.mark(unit, .standfirst, "lead-repeats-text")
    }
  }

  private func pairs(_ unit: Int, _ reading: CaptureReading) -> [UInt64] {
    let slice = reading.slice(unit)
    return zip(slice, slice.dropFirst()).map { WordHash.pair($0.hash, $1.hash) }
  }
}

/// In which lines a pair of words stands: at most six lines a pair, which is enough for prose and a
/// bound for hostile text. Open addressing and chains in three arrays: no allocation a pair.
private struct PairIndex {
  private var slots: [Int32]
  private let mask: Int
  private var keys: [UInt64] = []
  private var heads: [(unit: Int32, next: Int32)] = []
  private var counts: [UInt8] = []
  private var entries: [(unit: Int32, next: Int32)] = []

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    keys.reserveCapacity(capacity)
    heads.reserveCapacity(capacity)
    counts.reserveCapacity(capacity)
  }

  private func slot(_ pair: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (pair ^ pair >> 29) & UInt64(mask))
    while slots[slot] >= 0, keys[Int(slots[slot])] != pair { slot = (slot + 1) & mask }
    return slot
  }

  mutating func add(_ pair: UInt64, _ unit: Int32) {
    let slot = slot(pair)
    guard slots[slot] >= 0 else {
      slots[slot] = Int32(keys.count)
      keys.append(pair)
      heads.append((unit, -1))
      counts.append(1)
      return
    }
    let key = Int(slots[slot])
    guard counts[key] < 6, heads[key].unit != unit else { return }
    entries.append(heads[key])
    heads[key] = (unit, Int32(entries.count - 1))
    counts[key] += 1
  }

  func forEach(_ pair: UInt64, _ body: (Int32) -> Void) {
    let slot = slot(pair)
    guard slots[slot] >= 0 else { return }
    var entry = heads[Int(slots[slot])]
    body(entry.unit)
    while entry.next >= 0 {
      entry = entries[Int(entry.next)]
      body(entry.unit)
    }
  }
}

import FileTree

extension PostingLists {
  /// The terms of all partitions in one order. O(occurrences + terms · log terms).
  init(merging partitions: [Partition], width: Int) {
    // Numbers of the whole index in the order of first appearance, then sorted.
    var table = WordTable(capacity: 65_536)
    var numbers = partitions.map { table.insert(all: $0.terms) }
    let order = TermOrder.sorted(table)
    var position = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { position[number] = place }
    for index in numbers.indices {
      for term in numbers[index].indices {
        numbers[index][term] = position[numbers[index][term]]
      }
    }
    let places = numbers
    let lengths = partitions.map { $0.lengths.reduce(0) { $0 + Int($1) } }
    let documents = partitions.map(\.ends.count)
    let impact = Impact(
      averageLength: Double(lengths.reduce(0, +)) / Double(max(1, documents.reduce(0, +))))
    var bases: [Int] = []
    var base = 0
    for count in documents {
      bases.append(base)
      base += count
    }
    let starts = bases
    runs = concurrentMap(Array(partitions.indices), width: width) { index in
      Self.run(
        of: partitions[index], first: starts[index], places: places[index], count: order.count,
        impact)
    }
    terms = order.map { Array(table[$0]) }
    (nameEnds, names) = Self.names(
      of: partitions, starts: starts, places: places, count: order.count)
  }

  /// The occurrences of a partition by term: the end of each term's run, and the postings.
  private static func run(
    of partition: Partition, first: Int, places: [Int], count: Int, _ impact: Impact
  ) -> Run {
    var next = [Int](repeating: 0, count: count + 1)
    for occurrence in partition.occurrences { next[places[Int(occurrence & 0xFF_FFFF)] + 1] += 1 }
    for place in 1...max(count, 1) where place <= count { next[place] += next[place - 1] }
    var postings = [UInt32](repeating: 0, count: partition.occurrences.count)
    var start = 0
    // Few counts and few lengths make up nearly all: levels are computed once for each.
    var levels = [UInt8](repeating: .max, count: 16 * 4096)
    for (document, end) in partition.ends.enumerated() {
      let length = partition.lengths[document]
      for occurrence in partition.occurrences[start..<end] {
        let times = occurrence >> 24
        let place = places[Int(occurrence & 0xFF_FFFF)]
        var level: UInt8
        if times < 16, length < 4096 {
          let slot = Int(times) << 12 | Int(length)
          level = levels[slot]
          if level == .max {
            level = UInt8(impact.level(count: times, length: length))
            levels[slot] = level
          }
        } else {
          level = UInt8(impact.level(count: times, length: length))
        }
        postings[next[place]] = UInt32(first + document) << 8 | UInt32(level)
        next[place] += 1
      }
      start = end
    }
    // `next` now holds the ends.
    return Run(ends: Array(next.prefix(count)), postings: postings)
  }

  private static func names(
    of partitions: [Partition], starts: [Int], places: [[Int]], count: Int
  ) -> (ends: [Int], names: [UInt32]) {
    var next = [Int](repeating: 0, count: count + 1)
    for (index, partition) in partitions.enumerated() {
      for name in partition.names { next[places[index][Int(name.term)] + 1] += 1 }
    }
    for place in 1...max(count, 1) where place <= count { next[place] += next[place - 1] }
    var names = [UInt32](repeating: 0, count: next.last ?? 0)
    for (index, partition) in partitions.enumerated() {
      for name in partition.names {
        let place = places[index][Int(name.term)]
        names[next[place]] = UInt32(starts[index] + Int(name.document)) << 8 | UInt32(name.code)
        next[place] += 1
      }
    }
    return (Array(next.prefix(count)), names)
  }
}

/// The order of terms: that of their UTF-16 units, in which JavaScript compares strings.
enum TermOrder {
  /// A byte of UTF-8 so that bytes compare as UTF-16 does: what surrogates spell stands before U+E000.
  @inline(__always)
  static func key(_ byte: UInt8) -> UInt8 {
    byte < 0xEE ? byte : byte < 0xF0 ? byte + 5 : byte - 2
  }

  static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.lexicographicallyPrecedes(right) { key($0) < key($1) }
  }

  /// The numbers of a table's entries in order. O(entries · log entries).
  static func sorted(_ table: WordTable) -> [Int] {
    // Nearly all differ in their first eight bytes.
    let keyed = (0..<table.count).map { number -> (key: UInt64, number: Int) in
      var packed: UInt64 = 0
      let bytes = table[number]
      for byte in bytes.prefix(8) { packed = packed << 8 | UInt64(key(byte)) }
      return (packed << UInt64(8 * (8 - min(bytes.count, 8))), number)
    }
    return keyed.sorted { left, right in
      left.key != right.key
        ? left.key < right.key : precedes(table[left.number], table[right.number])
    }.map(\.number)
  }
}

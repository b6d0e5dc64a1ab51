/// A small set of entities, emptied and filled again for every section: open addressing over 32-bit ids,
/// since a general set spends more on hashing than all else that is done for a name.
struct EntitySet: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var count = 0

  func contains(_ page: EntityID) -> Bool { slots[slot(of: page)] == page.rawValue }

  /// Whether the entity is new to the set.
  @discardableResult
  mutating func insert(_ page: EntityID) -> Bool {
    let slot = slot(of: page)
    guard slots[slot] != page.rawValue else { return false }
    slots[slot] = page.rawValue
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    for index in slots.indices { slots[index] = -1 }
    count = 0
  }

  /// The place where the entity is, or would be.
  private func slot(of page: EntityID) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing.
    let hash = UInt32(bitPattern: page.rawValue) &* 0x9E37_79B1
    var slot = Int(hash >> 8) & mask
    while slots[slot] >= 0, slots[slot] != page.rawValue { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: -1, count: old.count * 2)
    for id in old where id >= 0 { slots[slot(of: EntityID(rawValue: id))] = id }
  }
}

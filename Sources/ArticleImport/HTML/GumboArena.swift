/// Memory for one tree of libgumbo: taken in large blocks, given back all at once. The library makes
/// and frees a dozen small pieces for each tag, and walks the whole tree, by recursion, to free it.
@safe struct GumboArena {
  private var blocks: [UnsafeMutableRawPointer] = unsafe []
  private var cursor: UnsafeMutableRawPointer?
  private var left = 0

  private static let smallest = 1 << 16
  private static let largest = 1 << 22

  /// Memory of `size` bytes, aligned to 16, that lives until `free`. O(1).
  mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let rounded = (max(size, 1) + 15) & ~15
    if rounded > left {
      // Blocks double, so that a large page needs few and a small one little.
      let doubled = unsafe min(Self.smallest << min(blocks.count, 6), Self.largest)
      let count = max(doubled, rounded)
      let block = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
      unsafe blocks.append(block)
      unsafe cursor = block
      left = count
    }
    guard let start = unsafe cursor else { return nil }
    unsafe cursor = start + rounded
    left -= rounded
    return unsafe start
  }

  mutating func free() {
    for index in unsafe blocks.indices { unsafe blocks[index].deallocate() }
    unsafe blocks.removeAll()
    unsafe cursor = nil
    left = 0
  }
}

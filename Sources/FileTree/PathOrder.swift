internal import Glibc

/// The order of paths by their UTF-8 bytes, in which every list of files stands. `String`'s own order
/// and equality are those of normalised text, and take two files of one folder for one.
package enum PathOrder {
  /// Negative when `left` comes first, 0 when the bytes are equal, positive otherwise.
  package static func compare(_ left: String, _ right: String) -> Int {
    let fast = unsafe left.utf8.withContiguousStorageIfAvailable { left in
      unsafe right.utf8.withContiguousStorageIfAvailable { right in
        let shared = min(left.count, right.count)
        if shared > 0, let leftBase = left.baseAddress, let rightBase = right.baseAddress {
          let order = unsafe memcmp(leftBase, rightBase, shared)
          if order != 0 { return Int(order) }
        }
        return left.count - right.count
      }
    }
    if let order = fast ?? nil { return order }
    // Only strings bridged from elsewhere have no contiguous storage.
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }

  /// Whether the bytes of `left` come before those of `right`.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    compare(left, right) < 0
  }
}

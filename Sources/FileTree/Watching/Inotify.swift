internal import Glibc

/// An inotify instance; closed with its last reference.
final class Inotify: Sendable {
  struct Event {
    let watch: Int32
    let mask: UInt32
    /// Empty when the event concerns the watched folder itself, or the name is not UTF-8.
    let name: String
  }

  let raw: Int32

  init?() {
    raw = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if raw < 0 { return nil }
  }

  deinit { close(raw) }

  /// Watches one folder, not what is below it; nil with `errno` set.
  func watch(_ path: String, follow: Bool) -> Int32? {
    let changes =
      IN_CREATE | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF
    var mask = UInt32(changes) | UInt32(IN_ONLYDIR)
    if !follow { mask |= UInt32(IN_DONT_FOLLOW) }
    let watch = unsafe inotify_add_watch(raw, path, mask)
    return watch >= 0 ? watch : nil
  }

  func unwatch(_ watch: Int32) { _ = inotify_rm_watch(raw, watch) }

  /// The events that are there, without waiting for more.
  func read() -> [Event] {
    var events: [Event] = []
    let capacity = 64 * 1024
    unsafe withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) { buffer in
      while true {
        let count = unsafe Glibc.read(raw, buffer.baseAddress, capacity)
        guard count > 0 else { return }
        unsafe Self.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]), into: &events)
        // Less than the buffer may still not be all, but the next poll will tell.
        if count < capacity / 2 { return }
      }
    }
    return events
  }

  /// inotify(7): watch, mask, cookie and length of the name, 32 bits each, then the name with NULs.
  private static func parse(_ bytes: UnsafeRawBufferPointer, into events: inout [Event]) {
    var offset = 0
    while offset + 16 <= bytes.count {
      let length = Int(unsafe bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      guard offset + 16 + length <= bytes.count else { return }
      let name = unsafe bytes[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }
      events.append(
        Event(
          watch: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
          mask: unsafe bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
          name: unsafe String(validating: name, as: UTF8.self) ?? ""))
      offset += 16 + length
    }
  }
}

internal import Glibc

/// An event that one thread raises and another one polls for; it stays raised. A pipe, since Swift
/// sees no eventfd.
final class EventSignal: Sendable {
  /// Readable from the moment the event is raised.
  let raw: Int32
  private let writer: Int32

  init?() {
    var ends: (Int32, Int32) = (-1, -1)
    let made = unsafe withUnsafeMutableBytes(of: &ends) { ends in
      unsafe pipe(ends.bindMemory(to: Int32.self).baseAddress)
    }
    (raw, writer) = ends
    if made != 0 { return nil }
    for end in [raw, writer] {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    if raw >= 0 { close(raw) }
    if writer >= 0 { close(writer) }
  }

  func raise() {
    var byte: UInt8 = 1
    // A full pipe is a raised event.
    _ = unsafe write(writer, &byte, 1)
  }
}

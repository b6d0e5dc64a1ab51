import Dispatch
import Glibc

/// One connection to a server on 127.0.0.1. It waits on a thread of its own, so that a server in the
/// same process keeps Swift's pool, and for at most twenty seconds at a time.
final class LoopbackClient: Sendable {
  private let descriptor: Int32
  private let queue = DispatchQueue(label: "loopback")

  /// Nil when nothing listens on the port.
  init?(port: Int) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    _ = unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { return nil }
  }

  deinit { _ = close(descriptor) }

  /// Sends `GET target` and leaves the answer to be received.
  func get(_ target: String, host: String = "localhost") {
    let request = Array("GET \(target) HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8)
    _ = unsafe request.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Receives until `text` has come, and returns everything so far; what there is when the server
  /// closes the connection or stays silent.
  func receive(until text: String) async -> String {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.received(until: text)) }
    }
  }

  private func received(until text: String) -> String {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: received, as: UTF8.self).contains(text) {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
      }
      guard count > 0 else { break }
      received += buffer[..<count]
    }
    return String(decoding: received, as: UTF8.self)
  }
}

import Foundation
import Glibc

/// A web server on 127.0.0.1 that gives fixed answers, one connection after the other.
final class TinyServer: Sendable {
  let port: Int
  private let listener: Int32

  /// `answers`: the whole answer for each target; anything else is 404. `PORT` in an answer is replaced.
  init(_ answers: [String: String]) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, pointer, &size) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    let port = Int(UInt16(bigEndian: address.sin_port))
    self.port = port
    self.listener = listener
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        let target = Self.target(of: connection)
        let answer = answers[target] ?? Self.answer("gone", status: "404 Not Found")
        Self.send(answer.replacing("PORT", with: String(port)), to: connection)
        close(connection)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// An answer with a length.
  static func answer(
    _ body: String, status: String = "200 OK", _ fields: String = "Content-Type: text/plain"
  ) -> String {
    "HTTP/1.1 \(status)\r\n\(fields)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  static func redirect(to location: String) -> String {
    answer("", status: "302 Found", "Location: \(location)")
  }

  private static func target(of connection: Int32) -> String {
    var request: [UInt8] = []
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8), request.count < 65_536 {
      var byte: UInt8 = 0
      guard unsafe read(connection, &byte, 1) == 1 else { return "" }
      request.append(byte)
    }
    let parts = String(decoding: request, as: UTF8.self).split(separator: " ")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  private static func send(_ answer: String, to connection: Int32) {
    var bytes = Array(answer.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

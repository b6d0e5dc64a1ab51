import Glibc

/// Finds a port that can be listened on.
enum ListeningPort {
  /// The first free port from `options.port` on. It is tried by binding and given back, so another
  /// program may still take it before the server does; the server's own bind then fails.
  static func choose(_ options: PreviewServer.Options) throws(PreviewError) -> Int {
    guard (0...65535).contains(options.port) else {
      throw .cannotListen(host: options.host, port: options.port, reason: "no such port")
    }
    let last = min(65535, options.port + (options.port == 0 ? 0 : max(0, options.furtherPorts)))
    for port in options.port...last {
      if let free = try bindOnce(host: options.host, port: port) { return free }
    }
    throw .noFreePort(host: options.host, first: options.port, last: last)
  }

  /// The port that was bound; nil when another program holds it.
  private static func bindOnce(host: String, port: Int) throws(PreviewError) -> Int? {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, String(port), &hints, &list)
    defer { if let list = unsafe list { unsafe freeaddrinfo(list) } }
    // Like the server, this takes the first address that the name stands for.
    guard code == 0, let address = unsafe list?.pointee else {
      let reason = unsafe gai_strerror(code).map { unsafe String(cString: $0) }
      throw .cannotListen(host: host, port: port, reason: reason ?? "unknown host")
    }
    let descriptor = unsafe socket(
      address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.ai_protocol)
    guard descriptor >= 0 else { throw failure(host, port) }
    defer { _ = close(descriptor) }
    var yes: Int32 = 1
    _ = unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard unsafe bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
      listen(descriptor, 1) == 0
    else {
      if errno == EADDRINUSE { return nil }
      throw failure(host, port)
    }
    return port != 0 ? port : try boundPort(descriptor, host: host)
  }

  private static func boundPort(_ descriptor: Int32, host: String) throws(PreviewError) -> Int {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let code = unsafe withUnsafeMutableBytes(of: &storage) { bytes in
      guard let address = bytes.baseAddress else { return Int32(-1) }
      return unsafe getsockname(
        descriptor, address.assumingMemoryBound(to: sockaddr.self), &length)
    }
    guard code == 0 else { throw failure(host, 0) }
    // The port stands in network order behind the family, for IPv4 and IPv6 alike.
    return unsafe withUnsafeBytes(of: &storage) { unsafe Int($0[2]) << 8 | Int($0[3]) }
  }

  private static func failure(_ host: String, _ port: Int) -> PreviewError {
    .cannotListen(host: host, port: port, reason: unsafe String(cString: strerror(errno)))
  }
}

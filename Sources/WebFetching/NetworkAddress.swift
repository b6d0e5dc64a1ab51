internal import Glibc

/// An IPv4 or IPv6 address, and whether the public internet has it.
package struct NetworkAddress: Hashable, Sendable, CustomStringConvertible {
  /// 4 or 16 bytes, in network order.
  package let bytes: [UInt8]

  /// `bytes`: 4 or 16, in network order.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads `192.0.2.1` or `2001:db8::1`, without brackets and zones; nil for anything else.
  package init?(_ text: String) {
    var four = in_addr()
    if unsafe inet_pton(AF_INET, text, &four) == 1 {
      self.init(bytes: unsafe withUnsafeBytes(of: &four) { unsafe Array($0) })
      return
    }
    var six = in6_addr()
    guard unsafe inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    self.init(bytes: unsafe withUnsafeBytes(of: &six) { unsafe Array($0) })
  }

  package var isIPv6: Bool { bytes.count == 16 }

  /// The usual form: `192.0.2.1`, or eight groups of hexadecimal digits without a short form.
  package var description: String {
    guard isIPv6 else { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map {
      String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
    }.joined(separator: ":")
  }

  /// Whether the address is globally reachable by the IANA special-purpose registries (RFC 6890 and its
  /// updates): not loopback, private, link-local, shared, for documentation, multicast or reserved. An
  /// IPv6 address that carries an IPv4 address (mapped, NAT64, 6to4) is as public as that; Teredo never.
  package var isPublic: Bool {
    guard isIPv6 else { return Self.isPublic(bytes[...]) }
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      // ::, ::1, IPv4-compatible (deprecated) and IPv4-mapped.
      return bytes[10] == 0xFF && bytes[11] == 0xFF && Self.isPublic(bytes[12...])
    }
    switch (bytes[0], bytes[1]) {
    case (0x00, 0x64):
      // 64:ff9b::/96; 64:ff9b:1::/48 is for local use.
      return bytes[2] == 0xFF && bytes[3] == 0x9B && bytes[4..<12].allSatisfy { $0 == 0 }
        && Self.isPublic(bytes[12...])
    case (0x20, 0x01): return bytes[2] > 0x01 && !(bytes[2] == 0x0D && bytes[3] == 0xB8)
    case (0x20, 0x02): return Self.isPublic(bytes[2..<6])
    case (0x3F, 0xFF): return bytes[2] > 0x0F
    // 2000::/3 is all that has been given out.
    default: return bytes[0] & 0xE0 == 0x20
    }
  }

  private static func isPublic(_ four: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(four)
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): return false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100),
      (203, 0, 113):
      return false
    default: return true
    }
  }
}

/// Asks the system for the addresses of a host.
package enum HostLookup {
  /// All addresses, each once, in the system's order; none when the host is not known. Waits for the
  /// resolver.
  package static func addresses(of host: String) -> [NetworkAddress] {
    if let address = NetworkAddress(host) { return [address] }
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { unsafe freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      if let address = unsafe address(entry.pointee), !found.contains(address) {
        found.append(address)
      }
      unsafe next = entry.pointee.ai_next
    }
    return found
  }

  private static func address(_ entry: addrinfo) -> NetworkAddress? {
    guard let pointer = unsafe entry.ai_addr else { return nil }
    let raw = UnsafeRawPointer(pointer)
    switch unsafe entry.ai_family {
    case AF_INET:
      var four = unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      return unsafe NetworkAddress(bytes: withUnsafeBytes(of: &four) { unsafe Array($0) })
    case AF_INET6:
      var six = unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      return unsafe NetworkAddress(bytes: withUnsafeBytes(of: &six) { unsafe Array($0) })
    default: return nil
    }
  }
}

import Subprocesses

/// Fetches one document of the web through `curl`, such that a page cannot lead us into our own network:
/// the host is resolved once, every address is checked, curl is pinned to the checked ones
/// (`--resolve`), and redirects are followed here, one at a time, with the same checks.
///
/// curl's own configuration, its proxies and its cookies are left out of it; a proxy would resolve the
/// host once more, unchecked.
package struct WebFetcher: Sendable {
  package struct Options: Sendable {
    /// The largest body, in bytes.
    package var limit = 16 << 20
    /// For all of it, redirects included.
    package var timeout = Duration.seconds(60)
    package var mostRedirects = 10
    /// Whether loopback, private and link-local addresses may be asked.
    package var allowsPrivate = false
    /// Variables that curl is given: where certificates are, and PATH.
    package var environment: [String: String] = [:]

    package init() {}
  }

  /// A document as it came.
  package struct Document: Sendable {
    /// Where it was in the end.
    package let address: WebAddress
    /// The addresses before that, from the one that was asked for; empty without a redirect.
    package let redirects: [WebAddress]
    /// The field `Content-Type`; nil without one.
    package let contentType: String?
    package let bytes: [UInt8]
  }

  /// Why nothing was fetched; a sentence for people.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  let options: Options

  package init(_ options: Options) { self.options = options }

  /// Fetches `address`. `onRedirect` is told each address that a redirect leads to, before it is asked.
  package func fetch(
    _ address: WebAddress, onRedirect: (WebAddress) -> Void = { _ in }
  ) throws(Failure) -> Document {
    let clock = ContinuousClock()
    let deadline = clock.now + options.timeout
    var visited: [WebAddress] = []
    var current = address
    while true {
      let answer = try ask(current, within: deadline - clock.now)
      switch answer.status {
      case 200:
        guard !answer.isEncoded else {
          throw Failure(description: "\(current): the server sends it compressed only")
        }
        return Document(
          address: current, redirects: visited, contentType: answer.field("content-type"),
          bytes: answer.body)
      case 301, 302, 303, 307, 308:
        guard let location = answer.field("location") else {
          throw Failure(description: "\(current): a redirect to nowhere")
        }
        visited.append(current)
        guard visited.count <= options.mostRedirects else {
          throw Failure(description: "\(address): more than \(options.mostRedirects) redirects")
        }
        do {
          current = try current.following(location)
        } catch {
          throw Failure(description: "\(current): redirects to “\(location)”: \(error.message)")
        }
        guard !visited.contains(current) else {
          throw Failure(description: "\(address): redirects lead back to \(current)")
        }
        onRedirect(current)
      default:
        throw Failure(description: "\(current): the server answers \(answer.status)")
      }
    }
  }

  private func ask(_ address: WebAddress, within time: Duration) throws(Failure) -> HTTPAnswer {
    let addresses = HostLookup.addresses(of: address.host)
    guard !addresses.isEmpty else {
      throw Failure(description: "\(address): nobody knows the host \(address.host)")
    }
    if !options.allowsPrivate, let hidden = addresses.first(where: { !$0.isPublic }) {
      throw Failure(
        description: "\(address): \(address.host) is at \(hidden), which is no public address")
    }
    let outcome: Subprocess.Outcome
    do {
      // Headers come before the body; curl itself allows 300 kB of them.
      outcome = try Subprocess(
        "curl", Self.arguments(address, addresses), environment: options.environment
      ).run(limit: options.limit + 512 * 1024, timeout: max(time, .zero))
    } catch {
      throw Failure(description: error.message)
    }
    switch outcome.stopped {
    case .time: throw Failure(description: "\(address): no answer in \(options.timeout)")
    case .size: throw tooLarge(address)
    case nil: break
    }
    guard outcome.code == 0 else {
      let said = String(decoding: outcome.error, as: UTF8.self)
        .split(whereSeparator: \.isNewline).first.map(String.init)
      throw Failure(description: "\(address): \(said ?? "curl failed")")
    }
    guard let answer = HTTPAnswer(outcome.output) else {
      throw Failure(description: "\(address): the answer is no HTTP")
    }
    guard answer.body.count <= options.limit else { throw tooLarge(address) }
    return answer
  }

  private func tooLarge(_ address: WebAddress) -> Failure {
    Failure(description: "\(address): more than the \(options.limit) bytes allowed")
  }

  /// curl's arguments: one request by HTTP/1.1, headers before the body, nothing followed.
  static func arguments(_ address: WebAddress, _ addresses: [NetworkAddress]) -> [String] {
    let pins = addresses.map { $0.isIPv6 ? "[\($0)]" : "\($0)" }.joined(separator: ",")
    // An address in figures is looked up by nobody, and curl refuses to be pinned to one of IPv6.
    let pinning =
      NetworkAddress(address.host) == nil
      ? ["--resolve", "\(address.host):\(address.port):\(pins)"] : []
    return [
      "--disable", "--silent", "--show-error", "--globoff", "--include", "--http1.1",
      "--proto", "=http,https", "--max-redirs", "0", "--noproxy", "*", "--path-as-is",
      "--user-agent", "dossier", "--header",
      "Accept: text/html,application/xhtml+xml,text/plain,text/markdown,*/*;q=0.1",
      "--url", address.description,
    ] + pinning
  }
}

/// An answer of HTTP/1.1 as `curl --include` prints it.
struct HTTPAnswer: Sendable {
  let status: Int
  /// Names in lower case.
  private let fields: [(name: String, value: String)]
  let body: [UInt8]

  /// The last block of headers counts: blocks of 1xx answers may stand before it. nil for what is no
  /// HTTP. O(bytes).
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while true {
      guard let end = Self.endOfHeaders(rest) else { return nil }
      let lines = String(decoding: rest[..<end], as: UTF8.self)
        .split(whereSeparator: \.isNewline)
      let start = lines.first?.split(separator: " ") ?? []
      guard start.count >= 2, start[0].hasPrefix("HTTP/"), let status = Int(start[1]) else {
        return nil
      }
      rest = rest[end...]
      guard status >= 200 else { continue }
      self.status = status
      fields = lines.dropFirst().compactMap { line in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        let end = value.lastIndex { $0 != " " && $0 != "\t" }
        return (line[..<colon].lowercased(), end.map { String(value[...$0]) } ?? "")
      }
      body = Array(rest)
      return
    }
  }

  /// The first field of that name, given in lower case.
  func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Whether the body is not the document itself but a compressed form, which nobody asked for.
  var isEncoded: Bool {
    guard let encoding = field("content-encoding")?.lowercased() else { return false }
    return !encoding.isEmpty && encoding != "identity"
  }

  private static func endOfHeaders(_ bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard let newline = bytes[index...].firstIndex(of: 0x0A) else { return nil }
      let next = newline + 1
      if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 }
      if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 }
      index = next
    }
    return nil
  }
}

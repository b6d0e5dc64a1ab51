/// Why a preview could not start: a matter of the environment or of an option, not of content.
package enum PreviewError: Error, Hashable, CustomStringConvertible {
  /// The base path holds `..`, a control character, a backslash or a broken escape.
  case badBasePath(String)
  /// No address of the host could be bound; `reason` is the system's text.
  case cannotListen(host: String, port: Int, reason: String)
  /// Every port from the first to the last is held by another program.
  case noFreePort(host: String, first: Int, last: Int)

  package var description: String {
    switch self {
    case .badBasePath(let path): "“\(path)” cannot be a base path"
    case .cannotListen(let host, let port, let reason):
      "cannot listen on \(host), port \(port): \(reason)"
    case .noFreePort(let host, let first, let last):
      "the ports \(first) to \(last) of \(host) are all taken"
    }
  }
}

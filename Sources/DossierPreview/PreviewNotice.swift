/// Something that happened while the preview runs. Its `description` is the line for the terminal.
package enum PreviewNotice: Hashable, Sendable, CustomStringConvertible {
  /// The server accepts connections at `url`; `takenPort` is the port that was asked for, when
  /// another program holds it.
  case serving(url: String, takenPort: Int?)
  /// A build succeeded; `changed` counts the files that were added, removed or differ.
  case built(changed: Int, elapsed: Duration)
  /// A build failed; `keepsSite` says whether an earlier good site stays up.
  case failed(keepsSite: Bool, elapsed: Duration)

  package var description: String {
    switch self {
    case .serving(let url, let takenPort):
      let reason = takenPort.map { " (port \($0) is taken)" } ?? ""
      return "Serving \(url)\(reason), Ctrl-C ends it"
    case .built(let changed, let elapsed):
      let files = changed == 1 ? "1 file" : "\(changed) files"
      return "Built in \(Self.milliseconds(elapsed)) ms, \(files) changed"
    case .failed(let keepsSite, let elapsed):
      let consequence = keepsSite ? "; the last good site stays up" : ""
      return "Build failed after \(Self.milliseconds(elapsed)) ms\(consequence)"
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}

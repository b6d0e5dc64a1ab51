import Diagnostics

/// Prints findings on standard error, in the form that was asked for.
struct FindingsPrinter {
  let format: FindingsFormat
  let stream: Terminal

  init(_ format: FindingsFormat, stream: Terminal = .standardError) {
    self.format = format
    self.stream = stream
  }

  func print(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    stream.write(text(diagnostics, colour: stream.isColoured))
  }

  func text(_ diagnostics: [Diagnostic], colour: Bool) -> String {
    switch format {
    case .console:
      let formatter = ConsoleFormatter(colour: colour)
      return diagnostics.map { formatter.format($0) }.joined(separator: "\n")
    case .json:
      let formatter = JSONFormatter()
      return diagnostics.map { formatter.format($0) }.joined()
    case .github:
      let formatter = GitHubFormatter()
      return diagnostics.map { formatter.format($0) }.joined()
    }
  }

  /// `2 errors, 1 warning, 3 notes`, or nil when there is nothing to count.
  static func summary(_ diagnostics: [Diagnostic]) -> String? {
    let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }
}

package import Diagnostics

/// What stopped a rendering: data that the schema does not describe, a limit, an arithmetic fault.
package struct TemplateError: Error, Sendable, CustomStringConvertible {
  /// One line, lower case, without a full stop.
  package let message: String
  /// Where in which template; nil when no template is to blame.
  package let place: SourcePlace?

  /// As a finding of a build.
  package var diagnostic: Diagnostic {
    Diagnostic(.error, "template-rendering", message, at: place)
  }

  /// `path:line:column: message`.
  package var description: String {
    guard let place else { return message }
    return "\(place.path):\(place.line):\(place.column): \(message)"
  }
}

/// A fault inside an operator or filter, before the place is known.
struct Failure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// How much one rendering may do.
package struct TemplateLimits: Sendable {
  /// Bytes appended by one rendering.
  package var output: Int
  /// Turns of all loops of one rendering together.
  package var turns: Int

  package init(output: Int = 256 << 20, turns: Int = 10_000_000) {
    self.output = output
    self.turns = turns
  }
}

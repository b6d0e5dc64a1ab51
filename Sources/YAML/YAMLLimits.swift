/// What a document may hold. Beyond it stands a finding, never a hang or an exhausted stack.
package enum YAMLLimits {
  /// Bytes of a document.
  package static let documentBytes = 1 << 20
  /// Nodes after every alias is replaced by what it stands for.
  package static let nodes = 10_000
  /// Bytes of all scalars together, after every alias is replaced.
  package static let textBytes = 1 << 20
  /// Bytes of one scalar.
  package static let scalarBytes = 64 << 10
  /// Lists and mappings inside one another.
  package static let depth = 32
}

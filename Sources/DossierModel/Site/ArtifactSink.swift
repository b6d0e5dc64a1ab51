/// Takes the artifacts of a build as they are made.
package protocol ArtifactSink: Sendable {
  /// Takes one artifact. Called on any thread, in any order, by several threads at once.
  func receive(_ artifact: Artifact)
}

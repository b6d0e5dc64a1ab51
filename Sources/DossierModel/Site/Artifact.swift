/// One file of the emitted site: where it goes, its bytes, and what it was made from.
package struct Artifact: Sendable {
  package let path: SitePath
  package let bytes: [UInt8]
  /// Everything that was read to make the bytes, in the order of `InputID`; recorded while rendering.
  package let inputs: [InputID]

  package init(path: SitePath, bytes: [UInt8], inputs: [InputID]) {
    self.path = path
    self.bytes = bytes
    self.inputs = inputs
  }
}

/// Something that an artifact depends on. When nothing it names changes, the artifact does not.
package enum InputID: Hashable, Comparable, Sendable {
  /// A file of the site, by its path: `Content/actors/russia.md`, `Templates/actor.html`.
  case file(String)
  /// The answer to a question over the whole model, by name: `mentions-of:russia`, `pages:actors`.
  case query(String)
}

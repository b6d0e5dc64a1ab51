internal import DossierModel
internal import FileTree

/// What a session keeps of an artifact: all but its bytes.
struct StagedFile: Sendable {
  /// Where the bytes are.
  enum Place: Hashable, Sendable {
    /// At the file's own path; `wasRead` unless the manifest and the file's stamp were proof enough.
    case standing(wasRead: Bool)
    /// In the file `number` of the lane's folder, with what the system knows about it.
    case staged(lane: Int, number: Int, modified: Int64, inode: UInt64)
  }

  let path: SitePath
  /// In bytes.
  let size: Int
  let digest: Digest
  let place: Place

  var needsWriting: Bool { if case .staged = place { true } else { false } }
}

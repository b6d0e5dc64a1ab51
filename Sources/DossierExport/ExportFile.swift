/// One file of an export.
package struct ExportFile: Sendable, Hashable {
  /// Its name, without a folder: `actors.csv`.
  package let name: String
  package let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What a format makes of a site.
package struct ExportResult: Sendable {
  package let files: [ExportFile]
  /// What the site has and the export lacks: sentences for people.
  package let dropped: [String]

  init(files: [ExportFile], dropped: [String]) {
    self.files = files
    self.dropped = dropped
  }
}

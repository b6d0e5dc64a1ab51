/// A commit of a repository.
package struct GitCommit: Sendable, Hashable {
  /// Its id in hexadecimal digits.
  package let id: String
  /// When its author made it, as ISO 8601 with the author's zone: `2020-11-10T09:30:00+01:00`.
  package let authored: String
  /// The first line of its message.
  package let subject: String
  /// The paths that it touched, from the site's folder, in git's order; in a merge none.
  package let paths: [String]

  package init(id: String, authored: String, subject: String, paths: [String] = []) {
    self.id = id
    self.authored = authored
    self.subject = subject
    self.paths = paths
  }

  /// The day on which its author made it, by the author's clock: `2020-11-10`.
  package var day: String { String(authored.prefix(10)) }
}

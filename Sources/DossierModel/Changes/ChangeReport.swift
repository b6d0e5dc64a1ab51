/// What changed between two revisions of a site, with what is known of the revisions.
package struct ChangeReport: Sendable {
  package struct Revision: Sendable, Hashable {
    /// The commit's id in hexadecimal digits.
    package let id: String
    /// The day on which its author made it: `2020-11-10`.
    package let day: String
    /// The first line of its message.
    package let subject: String

    package init(id: String, day: String, subject: String) {
      self.id = id
      self.day = day
      self.subject = subject
    }

    /// The beginning of the id, as people write it.
    package var short: String { String(id.prefix(12)) }
  }

  package let base: Revision
  /// The commit that the newer state is, or is based on.
  package let head: Revision
  package let isShallow: Bool
  package let changes: SiteChanges
  /// By path of a file of the site: the day of the newest commit since the base that touched it.
  package let days: [String: String]

  package init(
    base: Revision, head: Revision, isShallow: Bool, changes: SiteChanges, days: [String: String]
  ) {
    self.base = base
    self.head = head
    self.isShallow = isShallow
    self.changes = changes
    self.days = days
  }
}

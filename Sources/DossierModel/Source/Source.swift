package import Diagnostics
package import EDTF
package import FileTree

/// The position of a source in `SiteModel.sources`; sources are sorted by key.
package struct SourceID: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }
  package init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }

  /// The index into `SiteModel.sources`.
  package var index: Int { Int(rawValue) }

  package static func < (left: SourceID, right: SourceID) -> Bool { left.rawValue < right.rawValue }
}

/// A datum of a source and how it is known.
package struct Known<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Who or what says so.
  package enum Basis: Sendable, Hashable {
    /// An editor, in the sidecar.
    case sidecar
    /// A rule, reading the capture at a line (from 1) where one line carries it.
    case rule(String, line: Int?)
    /// `dossier ingest`, which wrote it down when it stored the capture.
    case ingest
    /// An editor, in a review file at a line (from 1).
    case review(String, line: Int)
  }

  package let value: Value
  package let basis: Basis

  package init(_ value: Value, basis: Basis) {
    self.value = value
    self.basis = basis
  }

  package init(_ inferred: Inferred<Value>) {
    self.init(inferred.value, basis: .rule(inferred.rule, line: inferred.line))
  }
}

/// A captured article, or a work known only by its sidecar, that pages cite.
package struct Source: Sendable {
  /// What citations call it: the sidecar's `cite-as`, else the file's stem.
  package let key: Slug
  /// The capture; nil for a sidecar alone.
  package let capture: SourceFile?
  package let sidecar: SourceFile?
  /// SHA-256 of the capture's bytes as they are in seeds/.
  package let digest: Digest?
  package let byteCount: Int

  package var title: Known<String>
  package var publisher: Known<String>?
  package var author: Known<String>?
  package var published: Known<EDTF>?
  /// The time of publication on the day of `published`, where a stamp has one: `14:07`.
  package var publishedTime: Known<String>?
  package var captured: Known<EDTF>?
  package var language: Known<String>?
  package var url: Known<String>?
  /// The MIME type that the capture came with, by its reading: `text/html`.
  package var contentType: String?
  /// How the capture's bytes are written: `utf-8`, `windows-1251`; nil when nothing read them.
  package var encoding: Known<String>?
  /// Admiralty reliability, A to F; nil when nobody graded (which means F).
  package var reliability: String?
  /// Where the whole report comes from; nil when it is its own origin or nobody said.
  package var origin: String?
  /// Through whom it came from there, nearest first: ids of wires, republishers, quoted outlets.
  package var via: [String] = []
  /// Whether an editor says that its capture cannot be read by rules: a scan, a recording.
  package var isUnreadable = false
  package var rights: Rights = .extracts
  package var reviewed: EDTF?
  package var note: String?
  /// Its old addresses.
  package var redirects: [SitePath] = []
  /// Where the sidecar says so, as UTF-8 offsets, parallel to `redirects`.
  package var redirectRanges: [Range<Int>] = []
  /// That the site no longer rests on it; nil for all others.
  package var withdrawn: Withdrawal?
  /// Data of which an editor says in the sidecar that they are `unknown`: `publisher`, `published`.
  package var statedUnknown: Set<String> = []
  /// Data that an editor refused, or called `unknown`, in a review file, with the line that says so.
  package var reviewedUnknown: [Article.Datum: String] = [:]
  package var article: Article
  /// Whether its paragraphs have the numbers that `dossier ingest` froze.
  package var isFrozen = false
  /// Locators of paragraphs that were cited and that the capture holds no longer: `p12`.
  package var lostParagraphs: [String] = []

  /// What of the text may be published.
  package enum Rights: String, Sendable, CaseIterable {
    /// Citation, short extracts and the link.
    case extracts
    /// All of it.
    case full
  }

  package init(
    key: Slug, capture: SourceFile?, sidecar: SourceFile?, digest: Digest?, byteCount: Int,
    title: Known<String>, article: Article
  ) {
    self.key = key
    self.capture = capture
    self.sidecar = sidecar
    self.digest = digest
    self.byteCount = byteCount
    self.title = title
    self.article = article
  }

  /// Where it is emitted: `sources/ocnus.html`.
  package var path: SitePath { SitePath(folder: "sources", file: key.rawValue + ".html") }

  /// Whether nobody has reviewed what was read from it.
  package var isInbox: Bool { reviewed == nil }

  /// The file that says most about it, for diagnostics about the source as a whole.
  package var file: SourceFile? { capture ?? sidecar }

  /// The paragraph that a series and number denote. O(paragraphs).
  package func paragraph(_ series: Citation.Locator.Series, _ number: Int) -> Int? {
    article.paragraphs.firstIndex {
      $0.number == number && ($0.layer == .footnote) == (series == .footnote)
    }
  }
}

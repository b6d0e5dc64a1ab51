package import Diagnostics
package import EDTF

/// What became otherwise between two states of a site, by claim and statement: what a reader is told
/// differently, whatever files were touched for it.
package struct SiteChanges: Sendable, Hashable {
  /// A page as it is named to people, also one that is no more.
  package struct PageName: Sendable, Hashable {
    package let kind: PageKind
    package let slug: String
    package let title: String

    package init(kind: PageKind, slug: String, title: String) {
      self.kind = kind
      self.slug = slug
      self.title = title
    }
  }

  /// What became of a page as such.
  package struct PageChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case new
      case removed
      /// It had another slug.
      case renamed(from: PageName)
      /// It took in a page that was beside it.
      case merged(from: PageName)
      case retitled(from: String)
    }

    package let page: PageName
    package let kind: Kind

    package init(
      page: PageName,
      kind: Kind
    ) {
      self.page = page
      self.kind = kind
    }
  }

  /// What became of a claim: a value of a fact.
  package struct ClaimChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case new
      /// It is not claimed any more.
      case withdrawn
      /// Another value stands in its place, without a word.
      case altered(from: Claim)
      /// Another value stands in its place, and a correction says so.
      case corrected(from: Claim, date: EDTF, why: String?)
      /// The value is the same, and how it stands is not.
      case standing([Standing])
    }

    /// What is otherwise about a claim whose words are the same.
    package enum Standing: Sendable, Hashable {
      case nowPick, noLongerPick, nowDisputed, noLongerDisputed
      /// By the keys of sources.
      case otherSources(from: [String], to: [String])
      /// All its sources are withdrawn.
      case lostSupport
    }

    package let page: PageName
    /// The claim as it is; of a withdrawn one as it was.
    package let claim: Claim
    package let kind: Kind

    package init(
      page: PageName,
      claim: Claim,
      kind: Kind
    ) {
      self.page = page
      self.claim = claim
      self.kind = kind
    }
  }

  /// A value of a fact with what it is about.
  package struct Claim: Sendable, Hashable {
    package let key: String
    /// What stands behind the key where it takes a name: `Azerbaijan` of `side Azerbaijan`.
    package let name: String?
    package let value: String
    /// As written: `counted by: artsakh`.
    package let qualifiers: [String]
    /// The keys of the sources that it rests on, sorted, once each.
    package let sources: [String]

    /// `side Azerbaijan`.
    package var label: String { name.map { "\(key) \($0)" } ?? key }

    package init(
      key: String, name: String?, value: String, qualifiers: [String], sources: [String]
    ) {
      self.key = key
      self.name = name
      self.value = value
      self.qualifiers = qualifiers
      self.sources = sources
    }

    /// The value with its qualifiers, as one writes it.
    package var text: String { ([value] + qualifiers).joined(separator: " | ") }
  }

  /// What became of an editor's statement.
  package struct StatementChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case new
      case withdrawn
      /// How many renderings are new, gone, or rest on other sources.
      case altered(new: Int, gone: Int, otherSources: Int)
    }

    package let page: PageName
    /// The editor's id; nil where it has none.
    package let id: String?
    package let speaker: String
    package let kind: Kind

    package init(
      page: PageName,
      id: String?,
      speaker: String,
      kind: Kind
    ) {
      self.page = page
      self.id = id
      self.speaker = speaker
      self.kind = kind
    }
  }

  /// What became of a source.
  package struct SourceChange: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
      case new, withdrawn, reinstated, removed
    }

    package let key: String
    package let title: String
    package let kind: Kind

    package init(
      key: String,
      title: String,
      kind: Kind
    ) {
      self.key = key
      self.title = title
      self.kind = kind
    }
  }

  /// Sentences of a page's prose that are not the same any more.
  package struct ProseChange: Sendable, Hashable {
    /// Nil: the home page.
    package let page: PageName?
    package let new: Int
    package let gone: Int

    package init(
      page: PageName?,
      new: Int,
      gone: Int
    ) {
      self.page = page
      self.new = new
      self.gone = gone
    }
  }

  package var pages: [PageChange] = []
  package var claims: [ClaimChange] = []
  package var statements: [StatementChange] = []
  package var sources: [SourceChange] = []
  package var prose: [ProseChange] = []
  /// Files that could not be read whole in one of the states: what stands in them is not compared.
  package var notCompared: [String] = []

  package init() {}

  /// Whether a reader is told the same.
  package var isEmpty: Bool {
    pages.isEmpty && claims.isEmpty && statements.isEmpty && sources.isEmpty && prose.isEmpty
  }

  /// How many changes there are.
  package var count: Int {
    pages.count + claims.count + statements.count + sources.count + prose.count
  }
}

/// Since when a site tells what changed: `changes-since` in dossier.yml.
package struct ChangesSince: Sendable, Hashable {
  package enum Base: Sendable, Hashable {
    /// So many days before the day that the data go up to.
    case days(Int)
    /// A tag, a branch, a hash.
    case revision(String)
  }

  package let base: Base
  /// Where dossier.yml says so.
  package let place: SourcePlace

  package init(base: Base, place: SourcePlace) {
    self.base = base
    self.place = place
  }
}

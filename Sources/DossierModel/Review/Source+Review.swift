import Diagnostics
import EDTF

extension Known.Basis {
  /// Whether an editor says so, in the sidecar or in a review file.
  package var isEditor: Bool {
    switch self {
    case .sidecar, .review: true
    case .rule, .ingest: false
    }
  }
}

extension Source {
  /// Whether an editor says in the sidecar what a datum is, or that nobody can know.
  package func isStated(_ datum: Article.Datum) -> Bool {
    func isSidecar<Value>(_ known: Known<Value>?) -> Bool {
      if case .sidecar = known?.basis { true } else { false }
    }
    if statedUnknown.contains(datum.rawValue) { return true }
    switch datum {
    case .title: return isSidecar(title)
    case .publisher: return isSidecar(publisher)
    case .author: return isSidecar(author)
    case .published: return isSidecar(published)
    case .language: return isSidecar(language)
    }
  }

  /// What is known of a datum that a review may decide, as a review file writes it; nil: unknown.
  package func text(of datum: Article.Datum) -> String? {
    switch datum {
    case .title: title.value
    case .publisher: publisher?.value
    case .author: author?.value
    case .published: published?.value.text
    case .language: language?.value
    }
  }

  /// The source with its metadata as editors decided in review files; the sidecar goes before them.
  /// O(lines about it).
  package func decided(by decisions: ReviewDecisions) -> Source {
    guard decisions.concern(key) else { return self }
    var source = self
    for kind in ReviewKind.allCases {
      guard let datum = kind.datum, !isStated(datum),
        let item = decisions[ReviewIdentity(kind, of: key)]
      else { continue }
      source.take(item, as: datum)
    }
    if origin == nil {
      // A line names the repetition first, and then what it repeats.
      let original = decisions.decisions(about: key).first {
        $0.kind == .duplicate && $0.mark == .accepted && $0.subjects.first?.key == key.rawValue
      }
      source.origin = original?.subjects.last?.key
    }
    return source
  }

  private mutating func take(_ item: ReviewItem, as datum: Article.Datum) {
    let place = item.file.place(item.range)
    func known<Value>(_ value: Value) -> Known<Value> {
      Known(value, basis: .review(place.path, line: place.line))
    }
    var text: Known<String>?
    if item.mark == .accepted, case .text(let value) = item.value { text = known(value) }
    if text == nil, item.mark == .refused || item.value == .unknown {
      reviewedUnknown[datum] = item.reason
    }
    switch datum {
    case .title:
      // A source is called something; without a title by its key.
      title = text ?? Known(key.rawValue, basis: .rule("file-name", line: nil))
    case .publisher: publisher = text
    case .author: author = text
    case .language: language = text
    case .published:
      let before = published?.value
      published = nil
      if item.mark == .accepted, case .date(let date) = item.value { published = known(date) }
      if published?.value != before { publishedTime = nil }
    }
  }
}

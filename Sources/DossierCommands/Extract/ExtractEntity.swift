/// A name in a passage that denotes something the site knows.
struct ExtractEntity {
  let span: ExtractSpan
  /// The id that it has in Content or in the registry: `norland`.
  let id: String
  /// `state`, `person`, `organisation`, `media`, `place`, `conflict` …
  let kind: String
  let rule: String
}

/// Finds the entities of a capture.
///
/// **The one place for the reader of names**: what makes mentions from a registry or from Content is to
/// be kept here, and called in `entities`. Everything behind it is wired: `ExtractReading` hands the
/// entities to the reader of speech, so that quotes get their speakers' ids, and `ExtractDocument` writes
/// them.
struct ExtractNames {
  /// In order of the passages, none overlapping. No reader of names is there yet, so there are none.
  func entities(in passages: [ExtractPassage]) -> [ExtractEntity] { [] }
}

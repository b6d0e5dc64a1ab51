package import DossierModel
package import SpeechAttribution

/// How the site's terms read to the reader of speech: for the build and for `dossier extract` alike.
package enum SpeechNaming {
  /// What an entity of a kind or sort is as a speaker: `person`, `media-outlet`.
  package static func kind(_ kind: String) -> NameMention.Kind {
    switch kind {
    case "person": .person
    case "organisation", "media", "media-outlet", "armed-group", "party", "institution", "company",
      "ngo", "alliance", "intergovernmental-organisation":
      .organisation
    default: .other
    }
  }

  /// The part of a document that a paragraph belongs to.
  package static func layer(_ paragraph: Article.Paragraph) -> SpeechParagraph.Layer {
    switch paragraph.layer {
    case .caption: return .caption
    case .footnote: return .footnote
    case .standfirst: return .body
    case .body:
      if case .heading = paragraph.kind { return .heading }
      return .body
    }
  }
}

import DossierModel

/// The lists of a capture as its source page shows them.
enum CaptureLists {
  /// For each paragraph which lists and items open and close with it. A list that another interrupts
  /// goes on as a list of its own, where ordered with its numbers. O(paragraphs).
  static func items(of paragraphs: [Article.Paragraph]) -> [ParagraphView.ItemView] {
    let places = paragraphs.map(place)
    return places.indices.map { index in
      var view = ParagraphView.ItemView()
      guard let place = places[index] else { return view }
      let before = index > 0 ? places[index - 1] : nil
      let after = index + 1 < places.count ? places[index + 1] : nil
      let tag = place.isOrdered ? "ol" : "ul"
      if before?.list != place.list { view.opensList = tag }
      if after?.list != place.list { view.closesList = tag }
      view.opensItem = before?.list != place.list || before?.number != place.number
      view.closesItem = after?.list != place.list || after?.number != place.number
      view.number = place.isOrdered ? place.number : 0
      return view
    }
  }

  private static func place(_ paragraph: Article.Paragraph) -> Article.Paragraph.ListPlace? {
    if case .listItem(let place) = paragraph.kind, paragraph.layer != .footnote {
      place
    } else {
      nil
    }
  }
}

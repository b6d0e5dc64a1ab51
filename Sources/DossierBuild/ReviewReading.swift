import DossierChecking
package import DossierLinking
package import DossierModel

/// Links a site as its editors see it and gathers what nobody decided yet: what `dossier review` writes.
package enum ReviewReading {
  /// By capture. O(input), as a build without rendering.
  ///
  /// - Parameter suggestions: names that no page has.
  package static func groups(
    of model: SiteModel, _ suggestions: Suggestions, width: Int
  ) -> [ReviewFinder.Group] {
    let model = model.configured { $0.isPreview = true }
    let (index, _) = SiteLinker(model: model, width: width).link()
    return ReviewFinder(model: model, index: index, width: width).groups(
      suggestions,
      repeated: CheckRules.repeatedCaptures(in: model).map { ($0.source, $0.other, $0.share) })
  }
}

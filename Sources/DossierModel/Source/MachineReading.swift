/// What a machine read in a source, and what a site may show of it before somebody has looked
/// (PRODUCT, *The desk's rules*). Whoever shows such a thing asks `SiteModel.visibility`.
package enum MachineReading: Sendable, Hashable, CaseIterable {
  /// The text itself says it: a name, a date, a quotation with its speaker, a dated sentence.
  case stated
  /// A speaker or a date that a rule took over from another sentence or from the article as a whole.
  case inherited

  /// What becomes of it.
  package enum Visibility: Sendable, Hashable {
    case shown
    /// Shown with the mark “read by rule, not reviewed”.
    case marked
    case hidden
  }

  /// The words of the mark.
  package static let mark = "Read by rule, not reviewed"

  /// What a public site shows of inbox captures: `unreviewed` in dossier.yml.
  package enum Policy: String, Sendable, CaseIterable {
    case marked, hide
  }
}

extension Source {
  /// Without what rules read in its capture of title, publisher, author, date, language and outlets.
  func withholdingReadData() -> Source {
    func stated<Value>(_ known: Known<Value>?) -> Known<Value>? {
      guard case .rule = known?.basis else { return known }
      return nil
    }
    var source = self
    source.title = stated(title) ?? Known(key.rawValue, basis: .rule("file-name", line: nil))
    source.publisher = stated(publisher)
    source.author = stated(author)
    source.published = stated(published)
    source.publishedTime = nil
    source.language = stated(language)
    source.url = stated(url)
    source.article.citedOutlets = []
    return source
  }

  /// Whether what lists say of it was read by a rule: title, publisher or day.
  package var isDescribedByRule: Bool {
    func isRead<Value>(_ known: Known<Value>?) -> Bool {
      if case .rule = known?.basis { true } else { false }
    }
    return isRead(title) || isRead(publisher) || isRead(published)
  }
}

extension SiteModel {
  /// Whether a thing that a machine read in `source` is shown, and with a mark; of a withdrawn one never,
  /// in a preview neither. O(1).
  ///
  /// - Parameters:
  ///   - reading: how the machine came by it.
  ///   - isAccepted: whether somebody accepted this very thing, in a review file.
  package func visibility(
    of reading: MachineReading = .stated, in source: Source, isAccepted: Bool = false
  ) -> MachineReading.Visibility {
    source.isWithdrawn
      ? .hidden : visibilityIfStanding(of: reading, in: source, isAccepted: isAccepted)
  }

  /// The same, had the source not been withdrawn.
  private func visibilityIfStanding(
    of reading: MachineReading, in source: Source, isAccepted: Bool
  ) -> MachineReading.Visibility {
    if isAccepted { return .shown }
    switch reading {
    case .stated:
      guard source.isInbox else { return .shown }
      return configuration.isPreview || configuration.unreviewed == .marked ? .marked : .hidden
    case .inherited:
      // That a capture was reviewed says of its words that they are right, not of what a rule supplied.
      return configuration.isPreview ? .marked : .hidden
    }
  }

  /// Whether what rules read of its title, outlet and day is left out. That it was withdrawn changes
  /// nothing of what a source is called.
  package func withholdsData(of source: Source) -> Bool {
    visibilityIfStanding(of: .stated, in: source, isAccepted: false) == .hidden
  }

  /// Whether a thing that a machine read in a source is shown, and with a mark. O(1).
  package func visibility(
    of reading: MachineReading = .stated, in id: SourceID, isAccepted: Bool = false
  ) -> MachineReading.Visibility {
    visibility(of: reading, in: sources[id.index], isAccepted: isAccepted)
  }
}

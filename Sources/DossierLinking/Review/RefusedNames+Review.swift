package import DossierModel

extension RefusedNames {
  /// The names that editors refused, or accepted to ignore, in any review file. A name of which another
  /// answer is accepted is not refused. O(length of the lines).
  package init(_ decisions: ReviewDecisions) {
    self.init()
    for item in decisions.items where item.kind == .name && item.mark != .undecided {
      guard let subject = item.subjects.first, let decided = decisions[item.identity],
        decided.mark == .refused || decided.value == .ignore
      else { continue }
      insert(subject.words)
    }
  }
}

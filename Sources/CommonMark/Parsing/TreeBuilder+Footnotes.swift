extension TreeBuilder {
  /// Reads the list of notes that stands before the text, behind all else.
  mutating func readFootnotes(_ list: ParsedNode) {
    var item = list.firstChild
    for label in preparation.labels {
      guard let note = item else { return }
      item = note.next
      separate()
      openNode(.footnoteDefinition, source: sourceRange(of: note))
      let index = nodes.count - 1
      nodes[index].payload = Int32(truncatingIfNeeded: footnotes.count)
      footnotes.append(
        .init(node: NodeID(index), label: label, number: 0, referenceCount: 0))
      walk(note.firstChild)
      closeNode(sourceUpper: nil)
    }
  }

  /// Numbers the notes by their first reference: those of the text, then those of note 1, and so on.
  /// What only an unused note refers to stays unused.
  mutating func numberFootnotes() {
    guard !footnotes.isEmpty, let first = footnotes.first else { return }
    var references: [[Int]] = Array(repeating: [], count: footnotes.count + 1)
    var note = 0
    for (index, reference) in footnoteReferences.enumerated() {
      if reference.node < first.node {
        references[0].append(index)
        continue
      }
      while note + 1 < footnotes.count, footnotes[note + 1].node < reference.node { note += 1 }
      references[note + 1].append(index)
    }
    var order: [Int] = []
    var counts = Array(repeating: 0, count: footnotes.count)
    var next = 0
    var group = 0
    while true {
      for index in references[group] {
        let reference = footnoteReferences[index]
        guard reference.footnote < footnotes.count else { continue }
        if counts[reference.footnote] == 0 { order.append(reference.footnote) }
        counts[reference.footnote] += 1
        footnoteReferences[index] = .init(
          node: reference.node, footnote: reference.footnote,
          occurrence: counts[reference.footnote])
      }
      guard next < order.count else { break }
      group = order[next] + 1
      next += 1
    }
    for (number, index) in order.enumerated() {
      let footnote = footnotes[index]
      footnotes[index] = .init(
        node: footnote.node, label: footnote.label, number: number + 1,
        referenceCount: counts[index])
    }
  }
}

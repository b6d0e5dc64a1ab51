import DossierModel

/// Who backs whom in a conflict: the relations that actors' pages state of it, and the supporters that its
/// own sides name. Nothing is inferred: that two stand on different sides is no relation.
struct RelationMatrix {
  /// A relation between two actors, and where it is written.
  struct Entry {
    let from: PageID
    let to: PageID
    /// The fact's page: the conflict, for supporters of a side; else the actor that acts.
    let page: PageID
    let fact: Int
    let value: Int
  }

  /// Below so many relations there is no table.
  static let least = 2
  private static let mostColumns = 8
  private static let mostRows = 40

  let context: SiteContext
  let entries: [Entry]
  /// The primary parties of each side, in the order of the sides.
  let sides: [[PageID]]
  /// By side, who supports it.
  let supporters: [[PageID]]

  /// O(the conflict's facts and the relations stated of it).
  init(context: SiteContext, conflict id: PageID) {
    self.context = context
    let model = context.model
    var entries: [Entry] = []
    var sides: [[PageID]] = []
    var supporters: [[PageID]] = []
    for (number, fact) in model[id].facts.enumerated() where fact.key == "side" {
      var parties: [PageID] = []
      var helpers: [PageID] = []
      for (index, value) in fact.values.enumerated() {
        let primary = value.pages.compactMap(\.page)
        let secondary = value.qualifier("supporters")?.pages.compactMap(\.page) ?? []
        for helper in secondary {
          for party in primary where party != helper {
            entries.append(Entry(from: helper, to: party, page: id, fact: number, value: index))
          }
        }
        parties += primary
        helpers += secondary
      }
      sides.append(parties)
      supporters.append(helpers)
    }
    for relation in context.relations.inConflict[id.index] {
      let value = model[relation.from].facts[relation.fact].values[relation.value]
      for target in value.pages.compactMap(\.page)
      where target != relation.from && model[target].kind == .actor {
        entries.append(
          Entry(
            from: relation.from, to: target, page: relation.from, fact: relation.fact,
            value: relation.value))
      }
    }
    self.entries = entries
    self.sides = sides
    self.supporters = supporters
  }

  /// The table; nil where there is too little for one. The notes are those of the page with `facts`.
  func view(facts: FactRenderer, notes: inout NoteBook) -> MatrixView? {
    guard entries.count >= Self.least else { return nil }
    let columns = Array(ordered(entries.map(\.to)).prefix(Self.mostColumns))
    let rows = Array(ordered(entries.map(\.from)).prefix(Self.mostRows))
    let column = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let row = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    var cells = [[Entry]](repeating: [], count: rows.count * columns.count)
    var omitted = 0
    for entry in entries {
      if let row = row[entry.from], let column = column[entry.to] {
        cells[row * columns.count + column].append(entry)
      } else {
        omitted += 1
      }
    }
    // Row by row, or the notes would not be numbered as one reads.
    var views: [MatrixView.Row] = []
    for (index, actor) in rows.enumerated() {
      var line: [MatrixView.Cell] = []
      for column in columns.indices {
        let relations = cells[index * columns.count + column].map {
          facts.relation($0, notes: &notes)
        }
        line.append(MatrixView.Cell(relations: relations))
      }
      views.append(MatrixView.Row(actor: facts.link(to: actor), cells: line))
    }
    return MatrixView(
      columns: columns.map { facts.link(to: $0) }, rows: views, omitted: omitted)
  }

  /// Each actor once: the sides' parties, their supporters, then the others by name of their page.
  private func ordered(_ actors: [PageID]) -> [PageID] {
    var left = Set(actors)
    var result: [PageID] = []
    for actor in (sides + supporters).joined() where left.remove(actor) != nil {
      result.append(actor)
    }
    return result + left.sorted()
  }
}

extension FactRenderer {
  /// A relation of a matrix, with its notes and without what the table says already.
  func relation(_ entry: RelationMatrix.Entry, notes: inout NoteBook) -> RelationView {
    let page = context.model[entry.page]
    let fact = page.facts[entry.fact]
    let value = fact.values[entry.value]
    let label: String
    if page.kind == .conflict {
      label = fact.name.map { "Supports side \($0)" } ?? "Supports this side"
    } else {
      label = FactVocabulary.of(.actor).key(fact.key)?.label ?? fact.key
    }
    return RelationView(
      label: label, actor: link(to: entry.to), isIncoming: false,
      qualifiers: qualifiers(
        value.qualifiers.filter { $0.key != "in" && $0.key != "supporters" }),
      notes: notes.marks(value.citations), isDisputed: fact.isDisputed,
      isPick: entry.value == 0 && !fact.isDisputed,
      origins: OriginCount(value.citations, in: context.model))
  }
}

import DossierModel
import Glibc

/// Draws who stands in what relation to whom: actors on an ellipse, one side of a conflict on the left and the
/// other on the right, or around one actor those it backs on the left and those it stands against on the
/// right. Only relations that somebody states, no co-mention; the same input gives the same drawing.
struct RelationNetwork {
  /// What a relation is, for the eye.
  enum Kind: String, CaseIterable {
    case support, against, other

    init(_ key: String) {
      switch key {
      case "side", "supports-with-troops", "supports-with-arms", "supports-politically",
        "ally-by-treaty", "recognises":
        self = .support
      case "opposes", "accuses", "occupies", "does-not-recognise": self = .against
      default: self = .other
      }
    }
  }

  private struct Edge {
    let from: PageID
    let to: PageID
    let kind: Kind
    var isDoubtful: Bool
  }

  /// Below so many actors nothing is drawn.
  static let least = 6
  private static let most = 18
  private static let width = 680
  private static let across = 165.0
  private static let labelLimit = 26

  let context: SiteContext
  let path: SitePath
  private var edges: [Edge] = []

  init(context: SiteContext, path: SitePath) {
    self.context = context
    self.path = path
  }

  /// A conflict's, from the entries of its matrix; nil where there are too few actors. O(entries²) of at
  /// most a few dozen.
  static func view(of matrix: RelationMatrix, path: SitePath) -> NetworkView? {
    var network = RelationNetwork(context: matrix.context, path: path)
    for entry in matrix.entries {
      network.add(entry.page, entry.fact, entry.value, from: entry.from, to: entry.to)
    }
    let related = Set(network.edges.flatMap { [$0.from, $0.to] })
    let sides = matrix.sides
    let first = unique((sides.first ?? []) + (matrix.supporters.first ?? []))
    let second = unique(Array((sides.dropFirst() + matrix.supporters.dropFirst()).joined()))
      .filter { !first.contains($0) }
    let others = related.subtracting(first).subtracting(second).sorted()
    return network.draw(left: first, right: second, others: others, centre: nil)
  }

  /// An actor's, from its own facts and those that name it. O(relations).
  static func view(of id: PageID, in context: SiteContext) -> NetworkView? {
    let page = context.model[id]
    // Most actors of a large wiki have few.
    let isRelated = page.facts.contains { FactVocabulary.relationKeys.contains($0.key) }
    guard isRelated || !context.relations.incoming[id.index].isEmpty else { return nil }
    var network = RelationNetwork(context: context, path: page.path)
    for (number, fact) in page.facts.enumerated()
    where FactVocabulary.relationKeys.contains(fact.key) && !fact.namesNothing {
      for (index, value) in fact.values.enumerated() {
        for other in value.pages.compactMap(\.page) where other != id {
          network.add(id, number, index, from: id, to: other)
        }
      }
    }
    for relation in context.relations.incoming[id.index] {
      network.add(relation.from, relation.fact, relation.value, from: relation.from, to: id)
    }
    var groups: [Kind: [PageID]] = [:]
    var placed: Set<PageID> = []
    for kind in Kind.allCases {
      for edge in network.edges where edge.kind == kind {
        let other = edge.from == id ? edge.to : edge.from
        if placed.insert(other).inserted { groups[kind, default: []].append(other) }
      }
    }
    return network.draw(
      left: groups[.support] ?? [], right: groups[.against] ?? [], others: groups[.other] ?? [],
      centre: id)
  }

  private static func unique(_ pages: [PageID]) -> [PageID] {
    var seen: Set<PageID> = []
    return pages.filter { seen.insert($0).inserted }
  }

  /// One line for all relations of a kind between two actors: doubtful only if all of them are.
  private mutating func add(
    _ page: PageID, _ fact: Int, _ value: Int, from: PageID, to: PageID
  ) {
    guard context.model[to].kind == .actor else { return }
    let fact = context.model[page].facts[fact]
    let isDoubtful =
      fact.isDisputed || value > 0 || fact.values[value].qualifier("denied by") != nil
    let kind = Kind(fact.key)
    if let known = edges.firstIndex(where: { $0.from == from && $0.to == to && $0.kind == kind }) {
      edges[known].isDoubtful = edges[known].isDoubtful && isDoubtful
    } else if edges.count < Self.most * Self.most {
      edges.append(Edge(from: from, to: to, kind: kind, isDoubtful: isDoubtful))
    }
  }

  // MARK: Drawing

  private struct Point {
    var x: Double
    var y: Double
  }

  private func draw(
    left: [PageID], right: [PageID], others: [PageID], centre: PageID?
  ) -> NetworkView? {
    let all = left.count + right.count + others.count
    guard all + (centre == nil ? 0 : 1) >= Self.least else { return nil }
    // Each group keeps its share of the room.
    let room = Self.most
    let share = { (count: Int) in all <= room ? count : max(1, count * room / all) }
    let left = Array(left.prefix(share(left.count)))
    let right = Array(right.prefix(share(right.count)))
    let others = Array(others.prefix(share(others.count)))
    let half = (others.count + 1) / 2
    let top = Array(others.prefix(half))
    let bottom = Array(others.dropFirst(half))
    // Clockwise from the lowest on the left, which has its middle at nine o'clock.
    let ring: [PageID] = Array(left.reversed()) + top + right + bottom
    let count = ring.count
    let step = 2 * Double.pi / Double(max(count, 1))
    let down = max(105, Double(count) * 13)
    let middle = Point(x: Double(Self.width) / 2, y: down + 40)
    let start = Double.pi + Double(max(left.count, 1) - 1) / 2 * -step
    var places: [PageID: Point] = [:]
    var nodes: [NetworkView.Node] = []
    let base = PageAddress(path)
    for (index, id) in ring.enumerated() {
      let angle = start + Double(index) * step
      let point = Point(
        x: (middle.x + Self.across * cos(angle)).rounded(),
        y: (middle.y + down * sin(angle)).rounded())
      places[id] = point
      let kind =
        centre != nil
        ? "other" : left.contains(id) ? "first" : right.contains(id) ? "second" : "other"
      nodes.append(node(id, kind, at: point, around: middle, from: base))
    }
    if let centre {
      places[centre] = middle
      nodes.append(node(centre, "self", at: middle, around: middle, from: base))
    }
    let drawn = edges.filter { places[$0.from] != nil && places[$0.to] != nil }
    let views = drawn.compactMap { edge -> NetworkView.Edge? in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      let isReturn = drawn.contains { $0.from == edge.to && $0.to == edge.from }
      return Self.edge(edge.kind, edge.isDoubtful, from, to, isBent: isReturn, middle)
    }
    let kinds = Kind.allCases.filter { kind in drawn.contains { $0.kind == kind } }
    return NetworkView(
      width: Self.width, height: Int(2 * down) + 80, nodes: nodes, edges: views,
      hasDoubtful: drawn.contains(where: \.isDoubtful), kinds: kinds.map(\.rawValue),
      omitted: all - count)
  }

  private func node(
    _ id: PageID, _ kind: String, at point: Point, around middle: Point, from base: PageAddress
  ) -> NetworkView.Node {
    let away = point.x - middle.x
    let anchor = abs(away) < 30 ? "middle" : away < 0 ? "end" : "start"
    let x = anchor == "middle" ? point.x : point.x + (away < 0 ? -11 : 11)
    let y = anchor == "middle" ? (point.y <= middle.y ? point.y - 12 : point.y + 22) : point.y + 4
    return NetworkView.Node(
      title: Self.shortened(context.model[id].title), href: kind == "self" ? "" : href(id),
      kind: kind, x: Int(point.x), y: Int(point.y), labelX: Int(x), labelY: Int(y), anchor: anchor
    )
  }

  private func href(_ id: PageID) -> String { context.model[id].path.link(from: path) }

  private static func shortened(_ title: String) -> String {
    title.count <= labelLimit ? title : title.prefix(labelLimit - 1) + "…"
  }

  /// A line that ends short of both circles; one of two that lead to and fro is bent to its left.
  private static func edge(
    _ kind: Kind, _ isDoubtful: Bool, _ from: Point, _ to: Point, isBent: Bool, _ middle: Point
  ) -> NetworkView.Edge {
    // Neighbours on the ring are joined by an arc through its inside, so that no name is crossed.
    let length = max(1, hypot(to.x - from.x, to.y - from.y))
    let normal = Point(x: (to.y - from.y) / length, y: -(to.x - from.x) / length)
    let bend = isBent ? 14.0 : 0
    let half = Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
    let control = Point(
      x: half.x + (middle.x - half.x) * 0.25 + normal.x * bend * 2,
      y: half.y + (middle.y - half.y) * 0.25 + normal.y * bend * 2)
    let begin = towards(control, from: from, by: 9)
    let end = towards(control, from: to, by: 11)
    let back = towards(control, from: end, by: 8)
    let along = max(1, hypot(end.x - back.x, end.y - back.y))
    let side = Point(x: (end.y - back.y) / along * 4, y: -(end.x - back.x) / along * 4)
    let line = "M\(text(begin))Q\(text(control)) \(text(back))"
    let head =
      "M\(text(end))L\(text(Point(x: back.x + side.x, y: back.y + side.y)))"
      + "L\(text(Point(x: back.x - side.x, y: back.y - side.y)))Z"
    return NetworkView.Edge(
      kind: kind.rawValue, isDoubtful: isDoubtful, line: line, head: head)
  }

  private static func towards(_ target: Point, from point: Point, by distance: Double) -> Point {
    let length = max(1, hypot(target.x - point.x, target.y - point.y))
    return Point(
      x: point.x + (target.x - point.x) / length * distance,
      y: point.y + (target.y - point.y) / length * distance)
  }

  /// Whole units: no digit that the machine's arithmetic could change.
  private static func text(_ point: Point) -> String {
    "\(Int(point.x.rounded())) \(Int(point.y.rounded()))"
  }
}

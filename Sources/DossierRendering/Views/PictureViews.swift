import TemplateEngine

/// How much happened in each month, as bars.
struct SparklineView: View {
  struct Bar: View {
    let x: Int
    let y: Int
    let height: Int

    static let schema = RecordSchema(
      "SparklineBar",
      [
        .init("x", .int, "Its left edge."),
        .init("y", .int, "Its top."),
        .init("height", .int, "Its height."),
      ], documentation: "A month of a sparkline, in units of its picture.")

    var values: [TemplateValue] { [.int(x), .int(y), .int(height)] }
  }

  let text: String
  let first: String
  let last: String
  let width: Int
  let height: Int
  let barWidth: Int
  let bars: [Bar]

  static let schema = RecordSchema(
    "Sparkline",
    [
      .init("text", .string, "What it shows, in a sentence: the text alternative."),
      .init("first", .string, "Its first month: December 2019."),
      .init("last", .string, "Its last month."),
      .init("width", .int, "The width of the picture, for `viewBox`."),
      .init("height", .int, "Its height."),
      .init("bar_width", .int, "The width of a bar."),
      .init("bars", .list(of: Bar.self), "The months in which something happened, in order."),
    ], documentation: "How many events each month had; only where there are six or more.")

  var values: [TemplateValue] {
    [
      .string(text), .string(first), .string(last), .int(width), .int(height), .int(barWidth),
      .list(bars),
    ]
  }
}

/// Who stands in what relation to whom in a conflict, as a table.
struct MatrixView: View {
  /// What one actor is to another.
  struct Cell: View {
    let relations: [RelationView]

    static let schema = RecordSchema(
      "MatrixCell",
      [
        .init(
          "relations", .list(of: RelationView.self),
          "What the row's actor is to the column's; may be empty.")
      ], documentation: "A cell of a matrix.")

    var values: [TemplateValue] { [.list(relations)] }
  }

  struct Row: View {
    let actor: LinkView
    let cells: [Cell]

    static let schema = RecordSchema(
      "MatrixRow",
      [
        .init("actor", .record("Link"), "Who acts."),
        .init("cells", .list(of: Cell.self), "One for each column."),
      ], documentation: "What one actor is to the others.")

    var values: [TemplateValue] { [actor.value, .list(cells)] }
  }

  let columns: [LinkView]
  let rows: [Row]
  let omitted: Int

  static let schema = RecordSchema(
    "Matrix",
    [
      .init("columns", .list(of: LinkView.self), "To whom; the sides' parties first."),
      .init("rows", .list(of: Row.self), "Who, with what."),
      .init("omitted", .int, "How many relations found no room and stand on actors' pages only."),
    ], documentation: "Who backs whom in a conflict, by the facts of actors that name it.")

  var values: [TemplateValue] { [.list(columns), .list(rows), .int(omitted)] }
}

/// A drawing of relations.
struct NetworkView: View {
  struct Node: View {
    let title: String
    let href: String
    let kind: String
    let x: Int
    let y: Int
    let labelX: Int
    let labelY: Int
    let anchor: String

    static let schema = RecordSchema(
      "NetworkNode",
      [
        .init("title", .string, "The actor, shortened where it is long."),
        .init("href", .string, "Address of its page; empty for the page itself."),
        .init("kind", .string, "first or second for the sides of a conflict, self, else other."),
        .init("x", .int, "Its centre."),
        .init("y", .int, "Its centre."),
        .init("label_x", .int, "Where its name stands."),
        .init("label_y", .int, "The base line of its name."),
        .init("anchor", .string, "start, middle or end, for `text-anchor`."),
      ], documentation: "An actor in a drawing of relations.")

    var values: [TemplateValue] {
      [
        .string(title), .string(href), .string(kind), .int(x), .int(y), .int(labelX),
        .int(labelY), .string(anchor),
      ]
    }
  }

  struct Edge: View {
    let kind: String
    let isDoubtful: Bool
    let line: String
    let head: String

    static let schema = RecordSchema(
      "NetworkEdge",
      [
        .init("kind", .string, "support, against or other."),
        .init("is_doubtful", .bool, "Whether all that says so is disputed or denied."),
        .init("line", .string, "The line, for the `d` of a path."),
        .init("head", .string, "The head of its arrow, likewise."),
      ], documentation: "A relation in a drawing, from the one who acts.")

    var values: [TemplateValue] {
      [.string(kind), .bool(isDoubtful), .string(line), .string(head)]
    }
  }

  let width: Int
  let height: Int
  let nodes: [Node]
  let edges: [Edge]
  let hasDoubtful: Bool
  let kinds: [String]
  let omitted: Int

  static let schema = RecordSchema(
    "Network",
    [
      .init("width", .int, "The width of the picture, for `viewBox`."),
      .init("height", .int, "Its height."),
      .init("nodes", .list(of: Node.self), "The actors."),
      .init("edges", .list(of: Edge.self), "What they are to one another."),
      .init("has_doubtful", .bool, "Whether a relation is disputed or denied."),
      .init("kinds", .list(.string), "The kinds of its edges, for a legend."),
      .init("omitted", .int, "How many actors found no room."),
    ],
    documentation: "A drawing of typed relations; only where six actors or more have some.")

  var values: [TemplateValue] {
    [
      .int(width), .int(height), .list(nodes), .list(edges), .bool(hasDoubtful),
      .list(kinds.map { .string($0) }), .int(omitted),
    ]
  }
}

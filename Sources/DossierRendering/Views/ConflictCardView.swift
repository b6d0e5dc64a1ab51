import TemplateEngine

/// A conflict on the home page: where it stands, and what happened last.
struct ConflictCardView: View {
  let card: TemplateValue
  let status: [UInt8]?
  let lastEvent: LinkView?
  let lastDate: DateView?
  let eventCount: Int
  let sparkline: SparklineView?

  static let schema = RecordSchema(
    "ConflictCard",
    [
      .init("card", .record("Card"), "The conflict."),
      .init(
        "status", .optional(.html),
        "Where it stands, with its reason and the marks of its notes, as an editor says."),
      .init("last_event", .optional(LinkView.self), "The latest event that has a page."),
      .init("last_date", .optional(DateView.self), "When that was."),
      .init("event_count", .int, "How many events of it have a page."),
      .init("sparkline", .optional(SparklineView.self), "How many events each month had."),
    ], documentation: "A conflict on the home page.")

  var values: [TemplateValue] {
    [
      card, status.map { .markup($0) } ?? .none, .optional(lastEvent), .optional(lastDate),
      .int(eventCount), .optional(sparkline),
    ]
  }
}

import DossierModel
import EDTF

/// How many events each conflict had in each month, with those of the conflicts that are part of it.
/// Events whose date names no month are not counted; one that lasts is counted where it began.
struct MonthCounts: Sendable {
  /// A month as years since the year 0 times twelve, plus the month from 0.
  typealias Month = Int

  /// Below so many events nothing is drawn: a few bars look like a trend and are none.
  static let least = 6
  /// How many conflicts an event is counted in, up the chain of `part-of`.
  private static let depth = 8

  /// By page: of a conflict the months of its events, ascending, a month as often as it had events.
  private let months: [PageID: [Month]]

  /// O(events).
  init(_ model: SiteModel) {
    var months: [PageID: [Month]] = [:]
    for id in model.pages(of: .event) {
      let event = model[id]
      guard let date = event.date?.start.date, let month = date.month else { continue }
      var counted: [PageID] = []
      for conflict in event.conflicts {
        var next = conflict.page
        for _ in 0..<Self.depth {
          guard let whole = next, !counted.contains(whole) else { break }
          counted.append(whole)
          months[whole, default: []].append(date.year * 12 + month - 1)
          next = model[whole].partOf?.page
        }
      }
    }
    self.months = months.mapValues { $0.sorted() }
  }

  /// The bars of a conflict: the year or the two years up to its last event. Nil where too few events
  /// fall into them.
  func sparkline(of id: PageID) -> SparklineView? {
    guard let all = months[id], all.count >= Self.least, let last = all.last else { return nil }
    let span = last - (all.first ?? last) < 12 ? 12 : 24
    let first = last - span + 1
    var counts = [Int](repeating: 0, count: span)
    for month in all where month >= first { counts[month - first] += 1 }
    let total = counts.reduce(0, +)
    guard total >= Self.least, let most = counts.max() else { return nil }
    let peak = counts.lastIndex(of: most) ?? 0
    let step = 120 / span
    let height = 28
    let bars = counts.enumerated().filter { $0.element > 0 }.map { index, count in
      let tall = max(2, count * height / most)
      return SparklineView.Bar(x: index * step, y: height - tall, height: tall)
    }
    return SparklineView(
      text: "Events a month from \(Self.words(first)) to \(Self.words(last)): \(total) in all, "
        + "most in \(Self.words(first + peak)), \(most).",
      first: Self.words(first), last: Self.words(last), width: 120, height: height,
      barWidth: step - 1, bars: bars)
  }

  private static func words(_ month: Month) -> String {
    EDTFDate(year: month / 12, month: month % 12 + 1).map { EDTF($0).words } ?? ""
  }
}

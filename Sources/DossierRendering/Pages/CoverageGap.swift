import EDTF

/// The longest time in which nothing was published of what a site rests on.
enum CoverageGap {
  /// The longest run of whole months between the first and the last of `dates` in which none of them
  /// falls, in words: `April to June 2020`; nil where every month has one. The earliest of runs that are
  /// as long. Dates that name no month are not looked at. O(n log n).
  static func longest(of dates: [EDTF]) -> String? {
    let months = Set(
      dates.compactMap(\.start.date).compactMap { date in
        date.month.map { date.year * 12 + $0 - 1 }
      }
    ).sorted()
    var best: (first: Int, last: Int)?
    for (month, next) in zip(months, months.dropFirst()) where next > month + 1 {
      if let best, best.last - best.first >= next - month - 2 { continue }
      best = (month + 1, next - 1)
    }
    guard let best else { return nil }
    let first = words(best.first)
    return best.first == best.last ? first : "\(first) to \(words(best.last))"
  }

  private static func words(_ month: Int) -> String {
    EDTFDate(year: month / 12, month: month % 12 + 1).map { EDTF($0).words } ?? ""
  }
}

/// A stretch between quotation marks that stands in no other such stretch of its paragraph.
struct QuoteSpan: Hashable {
  /// The kinds of marks. A stretch is closed by a mark of the kind that opened it.
  enum Family: UInt8 {
    /// “ … ”
    case curly
    /// „ … “ or „ … ”
    case low
    /// " … "
    case straight
    /// « … »
    case guillemet
    /// » … «
    case reversedGuillemet
    /// '' … '' or `` … '' (typewriter copy)
    case doubled
    /// ‘ … ’ or ' … '
    case single
  }

  let family: Family
  /// The first byte of the opening mark.
  let lower: Int
  /// What stands between the marks, in bytes.
  let content: Range<Int>
  /// Behind the closing mark.
  let upper: Int
  let isUnclosed: Bool
}

package import EDTF

/// What a time expression means, as TIMEX3 has it.
package enum TimeValue: Hashable, Sendable {
  case date(TimeDate)
  case amount(TimeAmount)
  /// `PAST_REF`: “recently”.
  case past
  /// `PRESENT_REF`: “now”.
  case present
  /// `FUTURE_REF`: “a few days later”.
  case future
  /// It points at a time that only the text's sense gives (“during this period”).
  case unresolved

  /// The TIMEX3 value; nil when the expression is unresolved.
  package var text: String? {
    switch self {
    case .date(let date): date.text
    case .amount(let amount): amount.text
    case .past: "PAST_REF"
    case .present: "PRESENT_REF"
    case .future: "FUTURE_REF"
    case .unresolved: nil
    }
  }

  /// The date, when the value is one.
  package var date: TimeDate? { if case .date(let date) = self { date } else { nil } }

  /// The value in EDTF; nil when it has none (durations, unknown years). See `TimeDate.edtf`.
  package var edtf: EDTF? { date?.edtf }
}

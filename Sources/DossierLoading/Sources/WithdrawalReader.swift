import Diagnostics
import DossierModel
import EDTF
import YAML

/// Reads `withdrawn: {date: 2020-12-01, reason: …}` of a sidecar.
struct WithdrawalReader {
  static let keys = ["date", "reason"]

  /// Nil where nothing is withdrawn, and with an error where it is not said when and why: readers are
  /// told both.
  func read(_ sidecar: YAMLMapping, reporting diagnostics: inout [Diagnostic]) -> Withdrawal? {
    guard let value = sidecar.value(for: "withdrawn") else { return nil }
    guard case .mapping = value.node.content else {
      diagnostics.append(
        Diagnostic(
          .error, "bad-withdrawn", "a withdrawal has a date and a reason", at: value.place,
          help: "write `withdrawn: {date: 2020-12-01, reason: …}`"))
      return nil
    }
    guard let mapping = value.mapping(reporting: &diagnostics) else { return nil }
    mapping.reportUnknownKeys(known: Self.keys, reporting: &diagnostics)
    let missing = Self.keys.filter { mapping.value(for: $0) == nil }
    if !missing.isEmpty {
      let names = missing.map { "a \($0)" }.joined(separator: " and ")
      diagnostics.append(
        Diagnostic(
          .error, "bad-withdrawn", "the withdrawal lacks \(names)", at: value.place,
          help: "write `withdrawn: {date: 2020-12-01, reason: …}`"))
    }
    let reason = mapping.string("reason", reporting: &diagnostics)
    guard let place = mapping.value(for: "date"),
      let date = DateReader.date(place, reporting: &diagnostics)
    else { return nil }
    guard !date.isInterval else {
      diagnostics.append(
        Diagnostic(
          .error, "bad-withdrawn", "a source was withdrawn on one date", at: place.place,
          help: "write the day on which it was withdrawn"))
      return nil
    }
    return reason.map { Withdrawal(date: date, reason: $0) }
  }
}

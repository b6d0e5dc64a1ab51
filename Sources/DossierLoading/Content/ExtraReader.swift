import Diagnostics
import DossierModel
import YAML

/// Reads what front matter says under a site's own keys: `extra: {threat-level: high}`.
struct ExtraReader {
  /// The keys that dossier.yml declares.
  let keys: [ExtraKey]

  func read(_ frontMatter: YAMLMapping, reporting diagnostics: inout [Diagnostic]) -> [Extra] {
    guard let mapping = frontMatter.mapping("extra", reporting: &diagnostics) else { return [] }
    return mapping.keys.compactMap { name in
      guard let key = keys.first(where: { $0.name == name }) else {
        let help = NearMiss.question(for: name, in: keys.map(\.name))
        diagnostics.append(
          Diagnostic(
            .error, "unknown-key", "unknown key “\(name)”", at: mapping.keyPlace(of: name),
            help: help ?? "declare it in dossier.yml: `extra: {\(name): text}`"))
        return nil
      }
      guard let value = mapping.value(for: name),
        let read = self.value(value, key.type, reporting: &diagnostics)
      else { return nil }
      return Extra(key: key, value: read, range: value.node.range)
    }
  }

  private func value(
    _ value: YAMLValue, _ type: ExtraKey.ValueType, reporting diagnostics: inout [Diagnostic]
  ) -> Extra.Value? {
    switch type {
    case .text: return value.string(reporting: &diagnostics).map { .text($0) }
    case .date: return DateReader.date(value, reporting: &diagnostics).map { .date($0) }
    case .flag: return value.bool(reporting: &diagnostics).map { .flag($0) }
    case .list: return value.strings(reporting: &diagnostics).map { .list($0) }
    case .number:
      guard let text = value.string(reporting: &diagnostics) else { return nil }
      guard DecimalNumber(text) != nil else {
        value.report(
          "wrong-type", "must be a number, not “\(text)”",
          help: "write digits, with a point before decimals: 12, -3.5", to: &diagnostics)
        return nil
      }
      return .number(text)
    }
  }
}

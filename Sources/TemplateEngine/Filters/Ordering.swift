/// Sorting as Jinja2 sorts: stable, strings without regard to case unless asked.
enum Ordering {
  static func folded(_ value: TemplateValue, caseSensitive: Bool) -> TemplateValue {
    if case .string(let text) = value, !caseSensitive { return .string(text.lowercased()) }
    return value
  }

  private static func keys(
    _ items: [TemplateValue], by path: TemplateValue, caseSensitive: Bool
  ) throws(Failure) -> [TemplateValue] {
    var keys: [TemplateValue] = []
    keys.reserveCapacity(items.count)
    for item in items {
      keys.append(folded(try item.value(at: path), caseSensitive: caseSensitive))
    }
    try check(keys)
    return keys
  }

  /// Checked once, so that comparing later cannot fail.
  private static func check(_ keys: [TemplateValue]) throws(Failure) {
    guard let first = keys.first else { return }
    for key in keys { _ = try Operators.isBefore(first, key) }
  }

  private static func isBefore(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
    do throws(Failure) {
      return try Operators.isBefore(left, right)
    } catch {
      return false
    }
  }

  static func sorted(
    _ items: [TemplateValue], by path: TemplateValue, caseSensitive: Bool, reverse: Bool
  ) throws(Failure) -> [TemplateValue] {
    let keys = try keys(items, by: path, caseSensitive: caseSensitive)
    return try order(of: keys, reverse: reverse).map { items[$0] }
  }

  /// The positions of the keys in their order, equal ones as they stand.
  static func order(of keys: [TemplateValue], reverse: Bool) throws(Failure) -> [Int] {
    try check(keys)
    return keys.indices.sorted { left, right in
      if isBefore(keys[left], keys[right]) { return !reverse }
      if isBefore(keys[right], keys[left]) { return reverse }
      return left < right
    }
  }

  /// The first of the smallest or largest; none for an empty list.
  static func extreme(
    _ items: [TemplateValue], by path: TemplateValue, caseSensitive: Bool, largest: Bool
  ) throws(Failure) -> TemplateValue {
    let keys = try keys(items, by: path, caseSensitive: caseSensitive)
    guard var best = items.indices.first else { return .none }
    for index in items.indices.dropFirst() {
      let isBetter =
        largest ? isBefore(keys[best], keys[index]) : isBefore(keys[index], keys[best])
      if isBetter { best = index }
    }
    return items[best]
  }
}

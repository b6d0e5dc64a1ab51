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
    // Checked once here, so that comparing below cannot fail.
    for key in keys {
      if let first = keys.first { _ = try Operators.isBefore(first, key) }
    }
    return keys
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
    let order = items.indices.sorted { left, right in
      if isBefore(keys[left], keys[right]) { return !reverse }
      if isBefore(keys[right], keys[left]) { return reverse }
      return left < right
    }
    return order.map { items[$0] }
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

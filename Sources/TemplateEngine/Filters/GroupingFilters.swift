/// The filters that divide a list, each with Jinja2's meaning.
enum GroupingFilters {
  private static let fill = Parameter("fill_with", .any, TemplateValue.none)

  static let all: [Filter] = [
    Filter("batch", .list, [Parameter("linecount", .int, nil), fill], gives: divided) {
      value, arguments throws(Failure) in
      let count = try arguments[0].integer(for: "batch")
      guard count > 0 else { throw Failure("`batch` takes lines of at least one element") }
      let items = try value.items(for: "batch")
      var lines = stride(from: 0, to: items.count, by: count).map { start in
        Array(items[start..<min(items.count, start + min(count, items.count))])
      }
      if case .none = arguments[1] { return .list(lines.map { .list($0) }) }
      if let last = lines.last {
        try Operators.checkLength(count)
        lines[lines.count - 1] += [TemplateValue](
          repeating: arguments[1], count: count - last.count)
      }
      return .list(lines.map { .list($0) })
    },
    Filter("slice", .list, [Parameter("slices", .int, nil), fill], gives: divided) {
      value, arguments throws(Failure) in
      let count = try arguments[0].integer(for: "slice")
      guard count > 0 else { throw Failure("`slice` makes at least one part") }
      try Operators.checkLength(count)
      let items = try value.items(for: "slice")
      let (size, longer) = items.count.quotientAndRemainder(dividingBy: count)
      var start = 0
      var parts: [TemplateValue] = []
      for number in 0..<count {
        let end = start + size + (number < longer ? 1 : 0)
        var part = Array(items[start..<end])
        if case .none = arguments[1] {} else if number >= longer { part.append(arguments[1]) }
        parts.append(.list(part))
        start = end
      }
      return .list(parts)
    },
    // The checker gives the type, since it names the fields of a group.
    Filter(
      "groupby", .list,
      [
        Parameter("attribute", .attribute, nil), Parameter("default", .any, TemplateValue.none),
        Parameter("case_sensitive", .bool, .bool(false)),
      ], gives: .list(.any)
    ) { value, arguments throws(Failure) in
      .list(
        try groups(
          try value.items(for: "groupby"), by: arguments[0], missing: arguments[1],
          caseSensitive: Operators.isTrue(arguments[2])))
    },
  ]

  private static func divided(_ use: FilterUse) -> TemplateType {
    .list(.list(use.arguments[1].map { use.element.joined($0) } ?? use.element))
  }

  /// Sorted by key; of keys that differ in case only, the first one names the group.
  private static func groups(
    _ items: [TemplateValue], by path: TemplateValue, missing: TemplateValue, caseSensitive: Bool
  ) throws(Failure) -> [TemplateValue] {
    var keys: [TemplateValue] = []
    for item in items {
      let key = try item.value(at: path)
      if case .none = key { keys.append(missing) } else { keys.append(key) }
    }
    let folded = keys.map { Ordering.folded($0, caseSensitive: caseSensitive) }
    var groups: [(key: Int, items: [TemplateValue])] = []
    for position in try Ordering.order(of: folded, reverse: false) {
      if let last = groups.indices.last,
        Operators.areEqual(folded[groups[last].key], folded[position])
      {
        groups[last].items.append(items[position])
      } else {
        groups.append((position, [items[position]]))
      }
    }
    return groups.map {
      .record(TemplateRecord(GroupSchema.shared, [keys[$0.key], .list($0.items)]))
    }
  }
}

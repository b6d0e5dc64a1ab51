/// Random templates over the data of `Fixture`, most of them well typed; the same for the same seed.
struct TemplateGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

  /// A template and those it uses: macros, a part, sometimes a base.
  mutating func templates() -> [String: String] {
    macros = []
    var templates: [String: String] = [:]
    if next(3) == 0 {
      templates["lib.html"] = (0...next(2)).map { macro("lib\($0)") }.joined(separator: "\n")
    }
    let imported = macros
    let importing = pick([
      "{% import 'lib.html' as lib %}",
      "{% from 'lib.html' import \(imported.joined(separator: ", ")) %}",
    ])
    var head = templates.isEmpty ? "" : importing
    if head.hasPrefix("{% import") { macros = imported.map { "lib.\($0)" } }
    for number in 0..<next(3) { head += macro("m\(number)") }
    if next(4) == 0 {
      templates["part.html"] = "\(text())\(statement(1))"
      head += "{% set part = 1 %}"
      macros.append("PART")
    }
    if next(4) == 0 {
      let known = macros
      macros = []
      templates["base.html"] =
        "\(statement(2)){% block a %}\(statement(2)){% endblock %}{% for item in items %}"
        + "{% block b scoped %}{{ item.title }}\(statement(1)){% endblock %}{% endfor %}"
      macros = known
      templates["main.html"] =
        "{% extends 'base.html' %}\(head){% block \(pick(["a", "b"])) %}\(statement(2))"
        + "\(pick(["{{ super() }}", "", "{{ super()|length }}"]))\(statement(2)){% endblock %}"
      return templates
    }
    templates["main.html"] = head + (0...next(5)).map { _ in statement(3) }.joined()
    return templates
  }

  /// The macros that may be called here; each takes a text and, if it likes, an integer.
  private var macros: [String] = []

  private mutating func macro(_ name: String) -> String {
    let depth = 1 + next(2)
    let standard = integer(0)
    let body = pick([
      "{{ a }}\(statement(depth)){{ b }}", "{% if b > 2 %}{{ a|upper }}{% endif %}{{ b }}",
      "{% for x in range(b % 4) %}{{ a }}{{ loop.cycle('p', a) }}{% endfor %}\(statement(depth))",
      "{% if b > 0 and b < 4 %}({{ \(name)(a ~ b, b - 1) }}){% else %}{{ a }}{% endif %}",
      "{% set a = a ~ '!' %}{{ a }}{% set c = b + 1 %}{{ c }}",
    ])
    macros.append(name)
    return "\(pick(["{%", "{%-"])) macro \(name)(a, b=\(standard)) \(pick(["%}", "-%}"]))\(body)"
      + "\(pick(["{%", "{%-"])) endmacro \(pick(["%}", "-%}"]))"
  }

  /// A call of a macro, or what includes the part.
  private mutating func call(_ depth: Int) -> String {
    guard !macros.isEmpty else { return text() }
    let name = pick(macros)
    if name == "PART" { return "{% include 'part.html' %}" }
    let second = pick(["", ", \(integer(depth - 1))", ", b=\(integer(0))"])
    let filter = pick(["", "", "|length", "|striptags", "|trim"])
    return "{{ \(name)(\(string(depth - 1))\(second))\(filter) }}"
  }

  private mutating func statement(_ depth: Int) -> String {
    guard depth > 0 else { return text() }
    let open = pick(["{%", "{%", "{%-"])
    let close = pick(["%}", "%}", "-%}"])
    switch next(16) {
    case 0: return text()
    case 1: return "\(pick(["{{", "{{-"])) \(string(depth)) \(pick(["}}", "-}}"]))"
    case 2: return "{{ \(integer(depth)) }}"
    case 3:
      return "\(open) if \(condition(depth)) \(close)\(statement(depth - 1))\(open) elif "
        + "\(condition(depth)) %}\(statement(depth - 1))\(open) else %}\(statement(depth - 1))"
        + "{% endif \(close)"
    case 4:
      return "\(open) for x in \(list(depth)) \(close)\(statement(depth - 1))"
        + "{{ x }}{{ loop.\(pick(["index", "index0", "revindex", "length"])) }}"
        + "{% else %}\(text())\(open) endfor \(close)"
    case 5:
      return "{% for item in items if \(condition(depth)) %}{{ item.title }}"
        + "{{ item.note|default(\(string(depth - 1))) }}{% endfor %}"
    case 6: return "{% set s = \(string(depth)) \(close){{ s }}{{ s|length }}"
    case 7: return "\(text())\(statement(depth - 1))\(text())"
    case 8, 9, 10: return call(depth)
    case 11:
      return "{% for key, group in items|groupby(\(pick(["'count'", "'title'", "'url'"]))) %}"
        + "{{ key }}{{ group|length }}{% for x in group %}{{ x.title }}"
        + "{{ loop.cycle('a', key) }}{% endfor %}{% endfor %}"
    case 12:
      return "{% for row in \(list(depth - 1))|\(pick(["batch", "slice"]))(\(next(4) + 1)"
        + "\(pick(["", ", '-'", ", 0"]))) \(close){{ row|join(',') }};{% endfor %}"
    case 13:
      return "{% filter \(pick(["trim", "indent(2)", "escape", "trim|indent", "indent(1, true)"]))"
        + " %}\(statement(depth - 1)){% endfilter %}"
    case 14:
      return
        "{% for x in \(list(depth - 1)) %}{% if loop.changed(\(pick(["x", "count", "loop.first"])))"
        + " %}{{ x }}\(statement(depth - 1)){% endif %}{{ loop.depth }}{% endfor %}"
    default: return "{# \(text()) #}\(statement(depth - 1))"
    }
  }

  private mutating func text() -> String {
    pick([" ", "\n", "text", "  <p>x</p>\n", "é — ", "\t", "a & b", "", "\r\n"])
  }

  private mutating func string(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["title", "name", "\"<lit>\"", "unicode", "'a b'", "\"\""])
    }
    let inner = string(depth - 1)
    switch next(14) {
    case 0: return "\(inner)|upper"
    case 1: return "\(inner)|lower|trim"
    case 2: return "(\(inner) ~ \(integer(depth - 1)))"
    case 3: return "\(inner)|title"
    case 4: return "\(inner)|truncate(\(next(20) + 3)\(pick([", true", ""])))"
    case 5: return "\(inner)|replace(\(pick(["'a'", "' '", "'<'"])), \(pick(["'b'", "''", "'&'"])))"
    case 6: return "(\(inner) if \(condition(depth - 1)) else \(string(depth - 1)))"
    case 7: return "\(list(depth - 1))|join(\(pick(["', '", "''", "'<br>'"])))"
    case 8: return "\(pick(["note", "summary", "author.email"]))|default(\(inner))"
    case 9: return "\(inner)|capitalize"
    case 11: return "'%s-%d'|format(\(inner), \(integer(depth - 1)))"
    case 12: return "(\(inner))[::\(pick(["2", "-1", "-2", "3"]))]|indent(\(next(3)))"
    case 10: return "(\(inner))[\(next(3)):\(pick(["", "5", "-1"]))]"
    default: return inner
    }
  }

  private mutating func integer(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["count", "zero", "negative", "1", "42"]) }
    switch next(8) {
    case 0: return "(\(integer(depth - 1)) \(pick(["+", "-", "*"])) \(integer(depth - 1)))"
    case 1: return "\(string(depth - 1))|length"
    case 2: return "\(list(depth - 1))|length"
    case 3: return "(\(integer(depth - 1)) \(pick(["//", "%"])) \(pick(["3", "7", "count"])))"
    case 4: return "numbers|sum"
    case 5: return "(-\(integer(depth - 1)))|abs"
    case 6: return "\(string(depth - 1))|wordcount"
    default: return integer(0)
    }
  }

  private mutating func list(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["tags", "numbers", "empty", "range(3)", "['b', '<a>']"]) }
    switch next(7) {
    case 0: return "\(list(depth - 1))|sort"
    case 1: return "\(list(depth - 1))|reverse|list"
    case 2: return "\(list(depth - 1))|unique|list"
    case 3: return "items|map(attribute=\(pick(["'title'", "'count'", "'url'"])))|list"
    case 4: return "(\(list(depth - 1)))[\(pick(["", "1", "-2"])):\(pick(["", "2"]))]"
    case 5: return "numbers|select(\(pick(["'odd'", "'even'"])))|list"
    default: return list(0)
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["flag", "off", "note", "summary", "empty", "tags", "zero"])
    }
    switch next(8) {
    case 0: return "not \(condition(depth - 1))"
    case 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 2: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 3: return "\(integer(depth - 1)) \(pick(["<", ">=", "==", "!="])) \(integer(depth - 1))"
    case 4: return "\(string(depth - 1)) \(pick(["==", "<", "in", "not in"])) \(string(depth - 1))"
    case 5: return "\(integer(depth - 1)) is \(pick(["odd", "even", "divisibleby 3"]))"
    case 6: return "\(pick(["note", "summary", "nothing"])) is \(pick(["", "not "]))defined"
    default: return condition(0)
    }
  }
}

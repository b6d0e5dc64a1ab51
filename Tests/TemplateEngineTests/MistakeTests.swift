import Diagnostics
import Testing

@testable import TemplateEngine

/// A template with a mistake, and the findings: line, column, id, summary and help.
struct Mistake: Sendable, CustomTestStringConvertible {
  let templates: [String: String]
  let findings: [String]

  init(_ main: String, with others: [String: String] = [:], _ findings: String...) {
    templates = others.merging(["main.html": main]) { first, _ in first }
    self.findings = findings
  }

  var testDescription: String { templates["main.html"] ?? "" }
}

@Suite("What is wrong with a template is found before anything is rendered")
struct MistakeTests {
  private func findings(_ templates: [String: String]) -> [String] {
    Fixture.compile(templates).diagnostics.map { finding in
      let place = finding.place
      let help = finding.help.map { " (\($0))" } ?? ""
      return "\(place?.path.split(separator: "/").last ?? ""):\(place?.line ?? 0):"
        + "\(place?.column ?? 0) \(finding.id): \(finding.summary)\(help)"
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("{{ titel }}"),
    Mistake("a\n  {{ author.nam }}"),
    Mistake("{{ title.x }}"),
    Mistake("{{ title|uper }}"),
    Mistake("{% if count is ood %}{% endif %}"),
    Mistake("{% include \"pat.html\" %}", with: ["part.html": "x"]),
    Mistake(
      "{% extends \"base.html\" %}{% block mian %}{% endblock %}{{ title }}",
      with: ["base.html": "{% block main %}{% endblock %}"]),
    Mistake("{% extends \"main.html\" %}"),
    Mistake("{% include \"a.html\" %}", with: ["a.html": "{% include \"main.html\" %}"]),
    Mistake("{{ super() }}{% block a %}{{ super() }}{% endblock %}"),
    Mistake("{{ title|truncate(1, true, 'x', 2, 3) }}{{ title|truncate(len=3) }}"),
    Mistake("{{ title|replace('a') }}{{ title|truncate('a') }}"),
    Mistake("{{ items|map(attribute=\"titel\")|join }}{{ items|sort(attribute=title) }}"),
    Mistake("{{ items|selectattr(\"note\", \"equalt\", 1)|length }}{{ tags|map(\"uper\")|join }}"),
    Mistake("{{ summary }}{{ editor.name }}{% for x in editor.tags %}{% endfor %}"),
    Mistake("{{ flag }}{{ tags }}{{ author }}{{ none }}"),
    Mistake("{{ title + 1 }}{{ tags < 3 }}{{ title == 3 }}{{ 3 in count }}"),
    Mistake("{{ title|safe }}{{ body|upper }}{{ tags|map('safe')|join }}"),
    Mistake("{% for x in count %}{{ x.y }}{% endfor %}{% for a, b in tags %}{% endfor %}"),
    Mistake("{{ loop.index }}{% for x in tags %}{{ loop.indx }}{{ loop }}{% endfor %}"),
    Mistake("{{ joined(tags) }}{{ upper(title) }}"),
    Mistake("{% set loop = 1 %}"),
    // Syntax.
    Mistake("{% if flag %}a"),
    Mistake("{% endif %}{% fo x in tags %}{% macro a() %}"),
    Mistake("{{ title"),
    Mistake("{{ title | }}{{ 1 + }}{{ (1 }}{{ [1 }}"),
    Mistake("{{ 1 < 2 < 3 }}{{ {'a': 1} }}{{ 99999999999999999999 }}{{ 'a }}"),
    Mistake("{# open"),
    Mistake("{% raw %}open"),
    Mistake("{% block a %}{% endblock b %}{% block a %}{% endblock %}"),
    Mistake("{% include title %}{% for in x %}{% endfor %}{% set %}"),
    Mistake("x{{ title }}{% extends \"a.html\" %}", with: ["a.html": ""]),
    // Places.
    Mistake("<a href={{ title }}>"),
    Mistake("<a {{ title }}>"),
    Mistake("<{{ title }}>"),
    Mistake("<script>{{ title }}</script><style>{{ title }}</style>"),
    Mistake("<a onclick=\"{{ title }}\" style=\"width: {{ count }}%; color: {{ title }}\">"),
    Mistake("<a href=\"{{ title }}:x\">"),
    Mistake("<a href=\"javascript:{{ title }}\">"),
    Mistake("<p {% if flag %}class=\"{% endif %}>"),
    Mistake("{% for x in tags %}<p {% endfor %}"),
    Mistake("<p"),
    Mistake("{% set x %}<p{% endset %}"),
    Mistake("ok", with: ["unused.html": "{{ nothing }}"]),
  ]

  @Test func zzz() { for m in Self.mistakes { print("@@@", findings(m.templates).map { $0.debugDescription }.joined(separator: ",\n      "), "@@@") } }
  @Test("and named with its place, and with what was meant", arguments: mistakes)
  func finds(_ mistake: Mistake) {
    #expect(findings(mistake.templates) == mistake.findings)
  }
}

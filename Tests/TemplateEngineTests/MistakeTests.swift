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
    Mistake(
      "{{ titel }}",
      "main.html:1:4 template-unknown-variable: no variable “titel” (did you mean “title”?)"),
    Mistake(
      "a\n  {{ author.nam }}",
      "main.html:2:13 template-unknown-attribute: Author has no attribute “nam” (did you mean “name”?)"
    ),
    Mistake(
      "{{ title.x }}",
      "main.html:1:10 template-unknown-attribute: a string has no attribute “x”"),
    Mistake(
      "{{ title|uper }}",
      "main.html:1:10 template-unknown-filter: no filter “uper” (did you mean “upper”?)"),
    Mistake(
      "{% if count is ood %}{% endif %}",
      "main.html:1:16 template-unknown-test: no test “ood” (did you mean “odd”?)"),
    Mistake(
      "{% include \"pat.html\" %}", with: ["part.html": "x"],
      "main.html:1:12 template-unknown-template: no template “pat.html” (did you mean “part.html”?)",
      "part.html:0:0 template-unused: no page uses this template"),
    Mistake(
      "{% extends \"base.html\" %}{% block mian %}{% endblock %}{{ title }}",
      with: ["base.html": "{% block main %}{% endblock %}"],
      "main.html:1:35 template-unknown-block: no template above has a block “mian” (did you mean “main”?)",
      "main.html:1:59 template-lost: this is never printed: the template extends another (put it into a block)"
    ),
    Mistake(
      "{% extends \"main.html\" %}",
      "main.html:1:12 template-cycle: “main.html” extends itself"),
    Mistake(
      "{% include \"a.html\" %}", with: ["a.html": "{% include \"main.html\" %}"],
      "a.html:1:12 template-cycle: “main.html” includes itself"),
    Mistake(
      "{{ super() }}{% block a %}{{ super() }}{% endblock %}",
      "main.html:1:4 template-unknown-block: `super` stands outside any block",
      "main.html:1:30 template-unknown-block: no template above has a block “a”"),
    Mistake(
      "{{ title|truncate(1, true, 'x', 2, 3) }}{{ title|truncate(len=3) }}",
      "main.html:1:36 template-wrong-arguments: filter “truncate” takes at most 4 arguments",
      "main.html:1:59 template-wrong-arguments: filter “truncate” has no argument “len”"),
    Mistake(
      "{{ title|replace('a') }}{{ title|truncate('a') }}",
      "main.html:1:10 template-wrong-arguments: filter “replace” needs the argument “new”",
      "main.html:1:43 template-wrong-type: “length” is an int, and this is a string"),
    Mistake(
      "{{ items|map(attribute=\"titel\")|join }}{{ items|sort(attribute=title) }}",
      "main.html:1:24 template-unknown-attribute: Item has no attribute “titel” (did you mean “title”?)",
      "main.html:1:43 template-wrong-type: a list of Item has no text to print",
      "main.html:1:64 template-wrong-arguments: expected the name of an attribute, in quotes"),
    Mistake(
      "{{ items|selectattr(\"note\", \"equalt\", 1)|length }}{{ tags|map(\"uper\")|join }}",
      "main.html:1:29 template-unknown-test: no test “equalt” (did you mean “equalto”?)",
      "main.html:1:63 template-unknown-filter: no filter “uper” (did you mean “upper”?)"),
    Mistake(
      "{{ summary }}{{ editor.name }}{% for x in editor.tags %}{% endfor %}",
      "main.html:1:4 template-may-be-none: `summary` may be none and cannot be printed as it is (guard it with {% if … %} or `| default(…)`)",
      "main.html:1:17 template-may-be-none: `editor.name` may be none and cannot be printed as it is (guard it with {% if … %} or `| default(…)`)",
      "main.html:1:50 template-unknown-attribute: Author has no attribute “tags”"),
    Mistake(
      "{{ flag }}{{ tags }}{{ author }}{{ none }}",
      "main.html:1:4 template-wrong-type: a bool has no text to print (write `… if … else …`)",
      "main.html:1:14 template-wrong-type: a list of string has no text to print",
      "main.html:1:24 template-wrong-type: a record “Author” has no text to print",
      "main.html:1:36 template-may-be-none: `none` is none and cannot be printed as it is (guard it with {% if … %} or `| default(…)`)"
    ),
    Mistake(
      "{{ title + 1 }}{{ tags < 3 }}{{ title == 3 }}{{ 3 in count }}",
      "main.html:1:4 template-wrong-type: `+` does not apply to a string and an int (`~` joins texts and numbers)",
      "main.html:1:19 template-wrong-type: `<` does not apply to a list of string and an int",
      "main.html:1:33 template-wrong-type: a bool has no text to print (write `… if … else …`)",
      "main.html:1:33 template-wrong-type: a string never equals an int",
      "main.html:1:49 template-wrong-type: a bool has no text to print (write `… if … else …`)",
      "main.html:1:54 template-wrong-type: expected a list, found an int"),
    Mistake(
      "{{ title|safe }}{{ body|upper }}{{ tags|map('safe')|join }}",
      "main.html:1:4 template-unsafe: `safe` vouches for html only, and this is a string (text is escaped where it is printed; only the program makes html)",
      "main.html:1:20 template-wrong-type: `upper` takes a string, and this is html (`| striptags` makes text of html)",
      "main.html:1:45 template-wrong-type: `safe` takes html, and an element is a string"),
    Mistake(
      "{% for x in count %}{{ x.y }}{% endfor %}{% for a, b in tags %}{% endfor %}",
      "main.html:1:13 template-wrong-type: an int cannot be looped over",
      "main.html:1:49 template-wrong-type: a string cannot be taken apart into 2 variables"),
    Mistake(
      "{{ loop.index }}{% for x in tags %}{{ loop.indx }}{{ loop }}{% endfor %}",
      "main.html:1:4 template-unknown-variable: no variable “loop” (`loop` is known inside a loop only)",
      "main.html:1:44 template-unknown-attribute: loop has no attribute “indx” (did you mean “index”?)",
      "main.html:1:54 template-wrong-type: `loop` has attributes only (for example loop.index)"),
    Mistake(
      "{{ joined(tags) }}{{ upper(title) }}",
      "main.html:1:4 template-unknown-function: no function “joined”",
      "main.html:1:22 template-unknown-function: no function “upper” (it is a filter: write `… | upper`)"
    ),
    Mistake(
      "{% set loop = 1 %}",
      "main.html:1:8 template-wrong-name: “loop” cannot be set"),
    // Syntax.
    Mistake(
      "{% if flag %}a",
      "main.html:1:4 template-syntax: `if` is never closed (end it with {% endif %})"),
    Mistake(
      "{% endif %}{% fo x in tags %}{% call a() %}",
      "main.html:1:4 template-syntax: `endif` closes nothing that is open here",
      "main.html:1:15 template-syntax: unknown tag “fo” (did you mean “for”?)",
      "main.html:1:33 template-syntax: unknown tag “call” (this tag of Jinja is not supported)"),
    Mistake(
      "{{ title",
      "main.html:1:1 template-syntax: tag is never closed (end it with }})"),
    Mistake(
      "{{ title | }}{{ 1 + }}{{ (1 }}{{ [1 }}",
      "main.html:1:12 template-syntax: expected the name of a filter, found the end of the tag",
      "main.html:1:21 template-syntax: expected a value, found the end of the tag",
      "main.html:1:29 template-syntax: expected `)`, found the end of the tag",
      "main.html:1:37 template-syntax: expected `,` or `]`, found the end of the tag"),
    Mistake(
      "{{ 1 < 2 < 3 }}{{ {'a': 1} }}{{ 99999999999999999999 }}{{ 'a }}",
      "main.html:1:10 template-syntax: comparisons cannot be chained (write `a < b and b < c`)",
      "main.html:1:19 template-syntax: mappings cannot be written in a template",
      "main.html:1:33 template-syntax: integer does not fit 64 bits",
      "main.html:1:56 template-syntax: tag is never closed (end it with }})",
      "main.html:1:59 template-syntax: string is never closed"),
    Mistake(
      "{# open",
      "main.html:1:1 template-syntax: comment is never closed (end it with #})"),
    Mistake(
      "{% raw %}open",
      "main.html:1:1 template-syntax: raw is never closed (end it with {% endraw %})"),
    Mistake(
      "{% block a %}{% endblock b %}{% block a %}{% endblock %}",
      "main.html:1:26 template-syntax: this ends block “a”, not “b”",
      "main.html:1:39 template-syntax: block “a” is defined twice in this template"),
    Mistake(
      "{% include title %}{% for in x %}{% endfor %}{% set %}",
      "main.html:1:12 template-syntax: the name of a template is written out, in quotes (templates are checked before they run, so they must be known then)",
      "main.html:1:30 template-syntax: expected `in`, found `x`",
      "main.html:1:53 template-syntax: expected a variable, found the end of the tag"),
    Mistake(
      "x{{ title }}{% extends \"a.html\" %}", with: ["a.html": ""],
      "main.html:1:1 template-lost: this is never printed: the template extends another (put it into a block)",
      "main.html:1:5 template-lost: this is never printed: the template extends another (put it into a block)",
      "main.html:1:16 template-syntax: `extends` must be the first tag of a template, and the only one"
    ),
    // Places.
    Mistake(
      "<a href={{ title }}>",
      "main.html:1:12 template-unsafe-place: the value of this attribute must be quoted (write name=\"{{ … }}\")"
    ),
    Mistake(
      "<a {{ title }}>",
      "main.html:1:7 template-unsafe-place: a value may stand in the value of an attribute only (for an attribute that is there or not, use {% if %})"
    ),
    Mistake(
      "<{{ title }}>",
      "main.html:1:5 template-unsafe-place: the name of a tag may not come from a value"),
    Mistake(
      "<script>{{ title }}</script><style>{{ title }}</style>",
      "main.html:1:12 template-unsafe-place: only JSON may be inserted inside <script> (use `| tojson`)",
      "main.html:1:39 template-unsafe-place: only JSON may be inserted inside <style> (use `| tojson`)"
    ),
    Mistake(
      "<a onclick=\"{{ title }}\" style=\"width: {{ count }}%; color: {{ title }}\">",
      "main.html:1:16 template-unsafe-place: no value may stand in an attribute that holds a program (use data-…)",
      "main.html:1:64 template-unsafe-place: only a number may stand in a style attribute (use a class)"
    ),
    Mistake(
      "<a href=\"{{ title }}:x\">",
      "main.html:1:21 template-unsafe-place: the scheme of an address may not come from a value"),
    Mistake(
      "<a href=\"javascript:{{ title }}\">",
      "main.html:1:24 template-unsafe-place: no value may follow this scheme (http, https, mailto, tel, ftp may)"
    ),
    Mistake(
      "<p {% if flag %}class=\"{% endif %}>",
      "main.html:1:7 template-html: the branches end at different places: in the value of an attribute and inside a tag (open and close a tag or quote within one branch)",
      "main.html:1:36 template-html: the page ends in the value of an attribute"),
    Mistake(
      "{% for x in tags %}<p {% endfor %}",
      "main.html:1:4 template-html: the loop begins between tags and ends inside a tag (open and close a tag or quote within one turn)"
    ),
    Mistake(
      "<p",
      "main.html:1:3 template-html: the page ends in the name of a tag"),
    Mistake(
      "{% set x %}<p{% endset %}",
      "main.html:1:4 template-html: what is set here ends in the name of a tag"),
    Mistake(
      "ok", with: ["unused.html": "{{ nothing }}"],
      "unused.html:0:0 template-unused: no page uses this template"),
  ]

  @Test("and named with its place, and with what was meant", arguments: mistakes)
  func finds(_ mistake: Mistake) {
    #expect(findings(mistake.templates) == mistake.findings)
  }
}

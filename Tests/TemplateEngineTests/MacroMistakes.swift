extension Mistake {
  private static let library = [
    "lib.html":
      "{% set kind = 1 %}{% macro card(item, wide=false) %}{{ item.title }}{% if wide %}!{% endif %}{% endmacro %}{% macro _own() %}{% endmacro %}"
  ]

  /// Mistakes in macros, imports and their calls, and in what is new beside them.
  static let macros: [Mistake] = [
    Mistake(
      "{% macro a(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ a() }}{{ a(1, 2, 3) }}{{ a(z=1) }}{{ a(1, x=2) }}"
    ),
    Mistake("{% macro badge(text) %}{{ text }}{% endmacro %}{{ bagde('x') }}{{ badge(txet='x') }}"),
    Mistake(
      "{% macro row(item) %}{{ item.titel }}{% endmacro %}\n{{ row(items[0]) }}{{ row(count) }}"),
    Mistake(
      "{% macro row(item) %}\n{{ item.title }}\n{% endmacro %}{% for item in items %}\n  {{ row(item.note) }}\n{% endfor %}"
    ),
    Mistake("{% macro note(x) %}{{ x }}{% endmacro %}{{ note(summary) }}"),
    Mistake("{% macro never(x) %}{{ x.a|uper }}{{ titel }}{% endmacro %}"),
    Mistake(
      "{% macro a(x, x) %}{% endmacro %}{% macro b(x=1, y) %}{% endmacro %}{% macro c %}{% endmacro %}"
    ),
    Mistake("{% macro open() %}x"),
    Mistake("{% macro a() %}<p {% endmacro %}{{ a() }}"),
    Mistake(
      "{% macro a() %}{{ loop.index }}{{ caller() }}{{ varargs }}{% endmacro %}{% for t in tags %}{{ a() }}{% endfor %}"
    ),
    Mistake("{% macro a() %}{% endmacro %}{{ a }}{% set a = 1 %}{{ a.b }}"),
    Mistake("{% macro a() %}{% block b %}{% endblock %}{{ super() }}{% endmacro %}{{ a() }}"),
    Mistake("{% macro a(x) %}{{ a([x]) }}{% endmacro %}{{ a(1) }}"),
    Mistake(
      "{{ later() }}{% macro later() %}{% endmacro %}{% if flag %}{% macro inner() %}{% endmacro %}{% endif %}{{ inner() }}"
    ),
    Mistake(
      "{% import 'lbi.html' as l %}{{ l.card(title) }}{% from 'lbi.html' import card %}{{ card(1) }}",
      with: library),
    Mistake(
      "{% import 'lib.html' as l %}{{ l.cadr(items) }}{{ l.knid }}{{ l }}{{ l.card }}{{ l._own() }}",
      with: library),
    Mistake(
      "{% from 'lib.html' import cards, kind as k, _own %}{{ cards(1) }}{{ k.x }}", with: library),
    Mistake(
      "{% from 'lib.html' import card %}{% for item in items %}{{ card(item, wid=true) }}{{ card(item.count) }}{% endfor %}",
      with: library),
    Mistake(
      "{% import 'aware.html' as a %}{{ a.heading() }}",
      with: ["aware.html": "{% macro heading() %}{{ title }}{% endmacro %}{% set x = title %}"]),
    Mistake(
      "{% import 'text.html' as t %}{% import 'main.html' as m %}",
      with: [
        "text.html": "lost {{ title }}{% import 'other.html' as o %}",
        "other.html": "{% import 'text.html' as t %}",
      ]),
    Mistake(
      "{% import 'child.html' as c %}{% import 'child.html' %}{% from 'child.html' import %}",
      with: ["child.html": "{% extends 'base.html' %}", "base.html": ""]),
    Mistake("{% call a() %}{% endcall %}{% do x %}"),
    Mistake(
      "{% for g in items|groupby('cuont') %}{{ g.grouper }}{% endfor %}{% for g in items|groupby('note') %}{{ g.lsit }}{% endfor %}{{ tags|groupby('x')|length }}"
    ),
    Mistake(
      "{% for a, b, c in items|groupby('count') %}{% endfor %}{{ items|groupby('count')|tojson }}"),
    Mistake(
      "{% for x in tags %}{{ loop.cycel(1) }}{{ loop.cycle() }}{{ loop.changed(x=1) }}{% endfor %}{{ title.upper() }}{{ items.append(1) }}"
    ),
    Mistake(
      "{{ '%s %s'|format(1) }}{{ '%q'|format(1) }}{{ '%s'|format(flag) }}{{ '%s'|format(a=1) }}{{ '%d'|format('x') }}"
    ),
    Mistake(
      "{{ tags|batch|length }}{{ tags|slice('x')|length }}{{ title|batch(2) }}{{ title|indent('x') }}"
    ),
    Mistake(
      "{{ tags|map('truncate', 'x')|join }}{{ tags|map('replace', 'a')|join }}{{ tags|map('upper', 1)|join }}{{ items|map('upper')|join }}{{ tags|map('groupby', 'x')|join }}"
    ),
    Mistake(
      "{{ tags|select('odd')|join }}{{ numbers|select('divisibleby')|join }}{{ numbers|select('odd', 1)|join }}{{ items|selectattr('title', 'even')|length }}"
    ),
    Mistake(
      "{% filter upper %}x{% endfilter %}{% filter length %}x{% endfilter %}{% filter nothing %}x{% endfilter %}{% filter %}x{% endfilter %}"
    ),
    Mistake("{{ tags['x':] }}{{ tags[::'x']|join }}{{ count[1:2:3] }}"),
    Mistake("{% set note | length %}x{% endset %}{{ note + title }}"),
    Mistake(
      "{% include 'a.html' %}{{ wrong }}",
      with: [
        "a.html": "{% include 'b.html' %}{{ wrnog }}",
        "b.html": "{% include 'a.html' %}{{ titel }}",
      ]),
    Mistake(
      "{% extends 'a.html' %}",
      with: ["a.html": "{% extends 'b.html' %}", "b.html": "{% extends 'a.html' %}"]),
    Mistake(
      "{% extends 'bass.html' %}{% block a %}{{ titel }}{% endblock %}",
      with: ["base.html": "{% block a %}{% endblock %}"]),
    Mistake(
      "{% extends 'base.html' %}{% block a %}{% block c %}{{ x1 }}{% endblock %}{% endblock %}{% block bb %}{% endblock %}",
      with: [
        "base.html": "{% extends 'root.html' %}{% block a %}{{ super() }}{{ x2 }}{% endblock %}",
        "root.html": "{% block a %}{{ x3 }}{% block b %}{% endblock %}{% endblock %}",
      ]),
  ]
}

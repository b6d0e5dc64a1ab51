extension Case {
  private static let library = [
    "forms.html": #"""
    {% set kind = "text" %}
    {% macro input(name, value="", size=20) -%}
      <input name="{{ name }}" value="{{ value }}" type="{{ kind }}" data-size="{{ size }}">
    {%- endmacro %}
    {% macro label(text) %}<label>{{ text }}</label>{% endmacro %}
    {% macro field(name, text=none) %}{{ label(text or name) }}{{ input(name, size=5) }}{% endmacro %}
    {% macro _hidden() %}hidden{% endmacro %}
    """#,
    "lists.html": #"""
    {% macro items(list, class="plain") %}<ul class="{{ class }}">{% for x in list %}<li{% if loop.first %} class="first"{% endif %}>{{ x }}</li>{% else %}<li>none</li>{% endfor %}</ul>{% endmacro %}
    """#,
    "aware.html":
      "{% macro heading() %}<h1>{{ title }}</h1>{% endmacro %}{% set upper = title|upper %}",
  ]

  /// Macros and imports.
  static let macros: [Case] = [
    Case("{% macro a() %}x{% endmacro %}{{ a() }}{{ a() }}"),
    Case(
      "{% macro a(x) %}[{{ x }}]{% endmacro %}{{ a(title) }}{{ a(count) }}{{ a(body) }}{{ a(2.5) }}"
    ),
    Case(
      "{% macro a(x, y=2, z='<z>') %}{{ x }}{{ y }}{{ z }};{% endmacro %}{{ a(1) }}{{ a(1, 3) }}{{ a(1, z=4) }}{{ a(z=5, y=6, x=7) }}"
    ),
    Case("{% macro a(x, y=x) %}{{ x }}{{ y }}{% endmacro %}{{ a(1) }}{{ a(1, 2) }}"),
    Case(
      "{% macro a(x, y=x ~ '!', z=y ~ '?') %}{{ z }}{% endmacro %}{{ a('h') }} {{ a('h', 'i') }} {{ a('h', z='j') }}"
    ),
    Case(
      "{% macro a(x) %}{% set y = x ~ 1 %}{{ y }}{% endmacro %}{% set y = 5 %}{{ a('q') }}{{ y }}"),
    Case("{% set y = 5 %}{% macro a() %}{{ y }}{% endmacro %}{{ a() }}{% set y = 6 %}{{ a() }}"),
    Case("{% macro a() %}{{ y }}{% endmacro %}{% set y = 7 %}{{ a() }}"),
    Case("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}"),
    Case(
      "{% macro a() %}<b>{{ title }}</b>{% endmacro %}{{ a() }}{{ a()|e }}{{ a() ~ '<' }}{{ a()|length }}"
    ),
    Case(
      "{% macro a(t) %}<i>{{ t }}</i>{% endmacro %}<p title=\"{{ a(title)|striptags }}\">{% set x = a('y') %}{{ x }}{{ [x, x]|join(', ') }}"
    ),
    Case(
      "{% macro a(t) %}{{ t }}{% endmacro %}<p title=\"{{ a(name) }}\">{{ a(a(title)) }}{{ a(body) }}"
    ),
    Case(
      "{% macro down(n) %}{{ n }}{% if n > 0 %},{{ down(n - 1) }}{% endif %}{% endmacro %}{{ down(5) }}"
    ),
    Case(
      "{% macro down(n, after='.') %}{% set here = n * 2 %}{% if n > 0 %}{{ down(n - 1) }}{% endif %}{{ here }}{{ after }}{% endmacro %}{{ down(4, '!') }}"
    ),
    Case(
      "{% macro fib(n) %}{% if n < 2 %}{{ n }}{% else %}({{ fib(n - 1) }}+{{ fib(n - 2) }}){% endif %}{% endmacro %}{{ fib(6) }}"
    ),
    Case(
      "{% macro even(n) %}{% if n == 0 %}even{% else %}{{ odd(n - 1) }}{% endif %}{% endmacro %}{% macro odd(n) %}{% if n == 0 %}odd{% else %}{{ even(n - 1) }}{% endif %}{% endmacro %}{{ even(7) }} {{ even(10) }}"
    ),
    Case(
      "{% macro walk(n) %}<li>{{ n }}{% for i in range(n) %}<ul>{{ walk(i) }}</ul>{{ i }}{{ loop.index }}{% endfor %}{{ n }}</li>{% endmacro %}{{ walk(3) }}"
    ),
    Case(
      "{% macro row(item) %}<td>{{ item.title }}</td><td>{{ item.count }}</td>{% endmacro %}{% for item in items %}<tr>{{ row(item) }}</tr>{% endfor %}"
    ),
    Case(
      "{% macro row(x) %}{{ x }}{% endmacro %}{% for x in tags %}{{ loop.index }}{{ row(x) }}{% for y in numbers %}{{ row(y) }}{{ loop.index }}{% endfor %}{% endfor %}"
    ),
    Case(
      "{% macro each(list) %}{% for x in list %}{{ loop.index }}{{ x }}{% endfor %}{% endmacro %}{% for t in tags %}{{ each(numbers) }}{{ loop.revindex }}{{ each(tags) }}{{ loop.index0 }};{% endfor %}"
    ),
    Case(
      "{% macro note(x) %}{% if x %}{{ x }}{% else %}-{% endif %}{% endmacro %}{{ note(summary) }}{{ note('n') }}{% for i in items %}{{ note(i.note) }}{% endfor %}"
    ),
    Case(
      "{% macro opt(x, y=none) %}{{ x }}{% if y %}({{ y }}){% endif %}{% endmacro %}{{ opt('a') }}{{ opt('a', 'b') }}{{ opt('a', y=title) }}"
    ),
    Case(
      "{% macro kinds(x) %}{{ 's' if x is string else 'n' if x is number else 'o' }}{% endmacro %}{{ kinds('a') }}{{ kinds(1) }}{{ kinds(tags) }}{{ kinds(title) }}"
    ),
    Case(
      "{% macro a() %}{% macro b(x) %}[{{ x }}]{% endmacro %}{{ b(1) }}{{ b('y') }}{% endmacro %}{{ a() }}"
    ),
    Case(
      "{% macro a(x) %}{% macro b() %}({{ x }}){% endmacro %}{{ b() }}{% if x > 1 %}{{ a(x - 1) }}{% endif %}{{ b() }}{% endmacro %}{{ a(3) }}"
    ),
    Case(
      "{% if flag %}{% macro a() %}yes{% endmacro %}{{ a() }}{% endif %}{% with %}{% macro a() %}with{% endmacro %}{{ a() }}{% endwith %}"
    ),
    Case("{% macro a() %}one{% endmacro %}{{ a() }}{% macro a() %}two{% endmacro %}{{ a() }}"),
    Case("{%- macro a(x) -%}\n  {{ x }}\n  {%- endmacro -%}\n  [{{ a(1) }}]\n[{{- a(2) -}}]  x"),
    Case("{% macro a(x) %}\n  <b>\n{{ x }}\n  </b>\n{% endmacro %}\n({{ a(1) }})"),
    Case(
      "{% macro a(list, sep=', ') %}{{ list|join(sep) }}{% endmacro %}{{ a(tags) }} {{ a(numbers, '<') }} {{ a([], 'x') }}"
    ),
    Case("{% macro range(x) %}mine{{ x }}{% endmacro %}{{ range(1) }}"),
    Case(
      "{% macro a() %}{% include 'part.html' %}{% endmacro %}{{ a() }}",
      with: ["part.html": "[{{ title }}]"]),
    Case(
      "{% macro a(x) %}{% include 'part.html' %}{% endmacro %}{{ a(1) }}{{ a('b') }}",
      with: ["part.html": "[{{ x }}]"]),
    Case(
      "{% macro a(x) %}({{ x }}){% endmacro %}{% include 'part.html' %}",
      with: ["part.html": "{{ a(1) }}"]),
    Case(
      "{% extends 'base.html' %}{% macro a(x) %}<i>{{ x }}</i>{% endmacro %}{% block main %}{{ a(title) }}{{ super() }}{% endblock %}",
      with: ["base.html": "<main>{% block main %}base{% endblock %}</main>"]),
    Case(
      "{% extends 'base.html' %}{% set kind = 'k' %}{% block main %}x{% endblock %}",
      with: [
        "base.html":
          "{% macro b(x) %}{{ x }}{% endmacro %}{% block head %}{{ b('head') }}{% endblock %}{{ b(kind|default('none')) }}{% block main %}{% endblock %}"
      ]),
    Case("{% block a %}{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) }}{% endblock %}"),
    Case(
      "{% macro a(x) %}{% set y %}<u>{{ x }}</u>{% endset %}{{ y }}{{ y|striptags }}{% endmacro %}{{ a(title) }}"
    ),
    Case("{% set c %}{% macro m() %}in{% endmacro %}[{{ m() }}]{% endset %}{{ c }}"),
    Case(
      "{% macro a(x) %}{{ x }}{% endmacro %}{{ 'yes' if a('') else 'no' }}{{ 'yes' if a('x') == 'x' else 'no' }}{% if a(1) %}t{% endif %}"
    ),
    Case(
      "{% macro a(x) %}{% for y in x if y != 'A' %}{{ y }}{% endfor %}{% endmacro %}{% for t in tags if t != 'c' %}{{ a(tags) }}{{ t }}{% endfor %}"
    ),
    Case(
      "{% macro a(x) %}{% if x is defined %}d{% else %}u{% endif %}{% endmacro %}{{ a('x') }}{{ a(count) }}"
    ),
    Case(
      "{% if a is defined %}1{% else %}0{% endif %}{% macro a() %}{% endmacro %}{% if a is defined %}1{% else %}0{% endif %}"
    ),
    // Imports.
    Case(
      "{% import 'forms.html' as forms %}{{ forms.input('a') }}{{ forms.input('b', title) }}{{ forms.label('<l>') }}",
      with: library),
    Case(
      "{% import 'forms.html' as f %}{{ f.field('n') }}{{ f.field('n', text='T') }}{{ f.kind }}",
      with: library),
    Case("{% from 'forms.html' import input %}{{ input('x') }}", with: library),
    Case(
      "{% from 'forms.html' import input as i, label as l, kind %}{{ i('x', size=3) }}{{ l(kind) }}",
      with: library),
    Case(
      "{% from 'forms.html' import field %}{% for t in tags %}{{ field(t) }}{% endfor %}",
      with: library),
    Case(
      "{% import 'lists.html' as l %}{{ l.items(tags) }}{{ l.items(numbers, 'n') }}{{ l.items(empty) }}{{ l.items(class='c', list=['<x>']) }}",
      with: library),
    Case(
      "{% import 'aware.html' as a with context %}{{ a.heading() }}{{ a.upper }}", with: library),
    Case(
      "{% from 'aware.html' import heading, upper with context %}{{ heading() }}{{ upper }}",
      with: library),
    Case(
      "{% from 'lists.html' import items as show without context %}{{ show(tags) }}", with: library),
    Case("{% from 'lists.html' import items as show %}{{ show(tags) }}", with: library),
    Case(
      "{% extends 'base.html' %}{% import 'lists.html' as l %}{% block main %}{{ l.items(tags) }}{% endblock %}",
      with: library.merging(["base.html": "<p>{% block main %}{% endblock %}"]) { a, _ in a }),
    Case(
      "{% extends 'base.html' %}{% from 'lists.html' import items as l %}{% block main %}{{ l(tags) }}{% endblock %}",
      with: library.merging(["base.html": "<p>{% block main %}{% endblock %}"]) { a, _ in a }),
    Case(
      "{% import 'lists.html' as l %}{% include 'part.html' %}",
      with: library.merging(["part.html": "{{ l.items(tags) }}"]) { a, _ in a }),
    Case(
      "{% import 'outer.html' as o %}{{ o.show(tags) }}",
      with: library.merging([
        "outer.html":
          "{% import 'lists.html' as l %}{% macro show(x) %}<div>{{ l.items(x) }}</div>{% endmacro %}"
      ]) { a, _ in a }),
    Case(
      "{% import 'outer.html' as o %}{{ o.show(tags) }}",
      with: library.merging([
        "outer.html":
          "{% from 'lists.html' import items %}{% macro show(x) %}<div>{{ items(x, 'o') }}</div>{% endmacro %}"
      ]) { a, _ in a }),
    Case(
      "{% for t in tags %}{% import 'forms.html' as f %}{{ f.label(t) }}{% endfor %}{% if flag %}{% from 'forms.html' import label %}{{ label('z') }}{% endif %}",
      with: library),
    Case(
      "{% macro a(x) %}{% from 'forms.html' import label %}{{ label(x) }}{% endmacro %}{{ a('q') }}",
      with: library),
    Case(
      "{% block a %}{% import 'forms.html' as f %}{{ f.label('in') }}{% endblock %}", with: library),
    Case(
      "{% import 'tree.html' as t %}{{ t.tree(3) }}",
      with: [
        "tree.html":
          "{% macro tree(n) %}<li>{{ n }}{% if n %}<ul>{{ tree(n - 1) }}</ul>{% endif %}</li>{% endmacro %}"
      ]),
    Case(
      "{% import 'consts.html' as c %}{{ c.a }}{{ c.b|join('-') }}{{ c.sum }}{% for x in c.b %}{{ x }}{% endfor %}",
      with: ["consts.html": "{% set a = 1 %}{% set b = [1, 2] %}{% set sum = a + b|sum %}"]),
    Case(
      "{% import 'blockset.html' as c %}{{ c.a }}",
      with: ["blockset.html": "{% set a %}<b>{{ 1 + 1 }}</b>{% endset %}"]),
  ]
}

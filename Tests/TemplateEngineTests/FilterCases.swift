extension Case {
  /// Filters and loops beyond the basics.
  static let filters: [Case] = [
    Case(
      "{% for g in items|groupby('count') %}{{ g.grouper }}:{% for i in g.list %}{{ i.title }}{% endfor %};{% endfor %}"
    ),
    Case(
      "{% for key, list in items|groupby('title') %}{{ loop.index }}{{ key }}={{ list|length }};{% endfor %}"
    ),
    Case(
      "{% for key, list in items|groupby('note', default='none') %}{{ key }}:{{ list|map(attribute='title')|join(',') }};{% endfor %}"
    ),
    Case(
      "{% for key, list in items|groupby(attribute='count')|reverse %}{{ key }}{{ list[0].title|default('') }};{% endfor %}"
    ),
    Case(
      "{% for key, list in items|groupby('title', case_sensitive=true) %}{{ key }}{% endfor %} {% for key, list in items|groupby('title') %}{{ key }}{% endfor %}"
    ),
    Case(
      "{{ items|groupby('count')|map(attribute='grouper')|join(',') }} {{ items|groupby('count')|length }} {% set g = items|groupby('count') %}{% if g %}{{ (g|first).grouper }}{% endif %}"
    ),
    Case(
      "{% for row in tags|batch(3) %}[{% for x in row %}{{ x }}{% endfor %}]{% endfor %}{% for row in tags|batch(3, '-') %}[{{ row|join }}]{% endfor %}{% for row in empty|batch(2, 1) %}x{% endfor %}"
    ),
    Case(
      "{% for row in numbers|batch(linecount=2, fill_with=0) %}{{ row|join('+') }};{% endfor %}{% for row in tags|batch(9) %}{{ row|length }}{% endfor %}"
    ),
    Case(
      "{% for part in tags|slice(3) %}[{{ part|join }}]{% endfor %}{% for part in tags|slice(3, '-') %}[{{ part|join }}]{% endfor %}{% for part in tags|slice(2, 'x') %}[{{ part|join }}]{% endfor %}{% for part in numbers|slice(5) %}[{{ part|join }}]{% endfor %}"
    ),
    Case(
      "{{ tags[::2]|join }} {{ tags[::-1]|join }} {{ tags[3:0:-1]|join }} {{ long[::7] }} {{ tags[-1::-2]|join }} {{ tags[1::1]|join }} {{ tags[:2:]|join }} {{ tags[10:0:-1]|join }} {{ tags[:-9:-1]|join }} {{ title[5::-1] }} {{ tags[::100]|join }} {{ tags[::-100]|join }}"
    ),
    Case(
      "{% for x in tags %}{{ loop.cycle('odd', 'even') }}{{ loop.cycle(1, 2, 3) }}{{ loop.cycle(title) }};{% endfor %}"
    ),
    Case(
      "{% for x in [1, 1, 2, 2, 1] %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}{% for x in tags %}{% if loop.changed('same') %}!{% endif %}{% if loop.changed(x, count) %}?{% endif %}{% endfor %}"
    ),
    Case(
      "{% for x in tags %}{% for y in numbers %}{% if loop.changed(x) %}[{{ x }}]{% endif %}{{ loop.cycle(x, y) }}{% endfor %}{{ loop.cycle('<', '>') }}{% endfor %}"
    ),
    Case(
      "{% for x in tags %}{{ loop.depth }}{{ loop.depth0 }}{% for y in numbers %}{{ loop.depth }}{% endfor %}{% endfor %}"
    ),
    Case(
      "{{ 'a\\nb\\n\\nc'|indent }}|{{ 'a\\nb\\n\\nc'|indent(2, true) }}|{{ 'a\\nb\\n\\nc\\n'|indent(2, blank=true) }}|{{ ''|indent(2, first=true) }}|{{ 'a\\r\\nb'|indent(1) }}|{{ title|indent(width=3) }}|{{ 'x\\n'|indent }}|"
    ),
    Case("{% set block %}<p>\n{{ title }}\n</p>{% endset %}<div>\n  {{ block|indent(2) }}\n</div>"),
    Case(
      "{{ '%s and %s'|format(title, count) }} {{ '%d%%'|format(50) }} {{ '%05.2f|%-5s|%5s|%+d|% d'|format(3.14159, 'ab', 'cd', 5, 7) }} {{ '%x %X'|format(255, 255) }} {{ '%.3s'|format('abcdef') }} {{ '%s'|format(2.5) }} {{ '%f'|format(1) }} {{ '%3d|%-3d|%03d'|format(7, 7, -7) }} {{ 'none'|format }} {{ '%s'|format(body) }} {{ '%.3d'|format(5) }} {{ '%i'|format(3.9) }}"
    ),
    Case(
      "{% filter trim %}  {{ title }} <b>x</b> {% endfilter %}|{% filter indent(2) %}a\nb{% endfilter %}|{% filter escape %}<i>{% endfilter %}|{% filter forceescape %}<i>{% endfilter %}"
    ),
    Case(
      "{% set x | trim %}  <b>{{ title }}</b>  {% endset %}[{{ x }}]{% set y | striptags | upper %}<b>up</b>{% endset %}[{{ y }}{{ y|length }}]"
    ),
    Case(
      "{% filter trim %}{% set q = 1 %}{{ q }}{% for x in tags %}{{ x }} {% endfor %}{% endfilter %}{{ q|default('unset') }}"
    ),
    Case(
      "{{ tags|map('replace', 'a', 'b')|join }} {{ [long, title]|map('truncate', 12)|join('/') }} {{ [long]|map('truncate', length=10, end='~')|join }} {{ tags|map('default', 'x')|join }} {{ [1.25, 2.5]|map('round', 1)|join(' ') }} {{ [tags, tags]|map('join', '+')|join(' ') }} {{ items|map(attribute='note')|map('default', '?')|join }}"
    ),
    Case(
      "{{ pairs|map('first')|join }} {{ pairs|map('last')|join }} {{ [tags]|map('sort', true)|map('join')|join }} {{ ['a\\nb']|map('indent', 2)|join }} {{ ['1', 'x']|map('int', 9)|join(',') }}"
    ),
    Case(
      "{{ items|selectattr('count', 'odd')|map(attribute='title')|join(',') }} {{ items|rejectattr('count', 'in', [1, 2])|map(attribute='title')|join(',') }} {{ items|map(attribute='count')|select('divisibleby', 3)|join }} {{ items|selectattr('note', 'defined')|list|length }}"
    ),
    Case(
      "{% for i in items|sort(attribute='title') %}{{ i.title }},{% endfor %}{% for i in items|sort(attribute='count', reverse=true) %}{{ i.title }},{% endfor %}"
    ),
    Case(
      "{% for i in range(0) %}x{% else %}{% for j in range(2) %}{{ loop.index }}{% endfor %}{% endfor %}"
    ),
    Case(
      "{% for i in range(3) %}{% for j in range(i) %}{{ i }}{{ j }}{{ loop.length }} {% else %}none {% endfor %}{% endfor %}"
    ),
    Case(
      "{% for a, b in pairs %}{{ loop.index }}{% if loop.nextitem is defined %}n{% endif %}{% if loop.previtem %}p{% endif %}{{ loop.cycle(a, b) }}{% endfor %}"
    ),
    Case("{% for x in tags|unique if x != 'c' %}{{ x }}{{ loop.last and '.' or ',' }}{% endfor %}"),
    Case("{% with x = 1 %}{% with x = 2, y = x %}{{ x }}{{ y }}{% endwith %}{{ x }}{% endwith %}"),
    Case(
      "{% set a = [1, 2] %}{% set b = a + [3] %}{{ b|join(',') }}{{ a|length }}{{ (b|last) or 0 }}"),
    // Inheritance.
    Case(
      "{% extends 'b.html' %}{% block y %}Y{{ super() }}{% endblock %}",
      with: [
        "b.html":
          "{% extends 'c.html' %}{% block x %}2{{ super() }}{% block y %}y{% endblock %}{% endblock %}",
        "c.html": "({% block x %}3{% endblock %})",
      ]),
    Case(
      "{% extends 'b.html' %}{% block list scoped %}[{{ item.title }}{{ super() }}]{% endblock %}",
      with: [
        "b.html":
          "{% for item in items %}{% block list scoped %}{{ loop.index }}{% endblock %}{% endfor %}"
      ]),
    Case(
      "{% extends 'b.html' %}{% block a %}{% for x in tags %}{{ super() }}{{ x }}{% endfor %}{% endblock %}",
      with: ["b.html": "{% block a %}-{% endblock %}"]),
    Case(
      "{% extends 'b.html' %}{% block a %}{% set s = super() %}{{ s|trim }}{{ s|length }}{{ s }}{% endblock %}",
      with: ["b.html": "{% block a %} <b>&amp;</b> {% endblock %}"]),
    Case(
      "{% extends 'b.html' %}{% set active = 'home' %}{% block a %}{% include 'p.html' %}{% endblock %}",
      with: [
        "b.html": "{{ active|default('') }}{% block a %}{% endblock %}",
        "p.html": "{{ active }}{{ title }}",
      ]),
    Case(
      "{% include 'a.html' %}{% include 'b.html' %}{% include 'missing.html' ignore missing %}",
      with: [
        "a.html": "{% set v = 1 %}{{ v }}{% include 'b.html' %}",
        "b.html": "{{ v|default('no v') }}",
      ]),
    Case("{% include 'a.html' with context %}", with: ["a.html": "{{ title }}"]),
    Case(
      "{% set x = 1 %}{% for i in range(2) %}{% include 'a.html' %}{% endfor %}",
      with: ["a.html": "{{ x }}{{ i }}{% set x = 9 %}{{ x }} "]),
    // Whitespace.
    Case(
      "{% if flag -%}\n\n  a  \n{%- else -%} b {%- endif %}\n {{- ' c ' -}} \n d{#- x -#} \n e {%- raw %} {{ f }} {% endraw -%} \n g"
    ),
    Case("a{%+ if flag %}b{%+ endif +%}c{{ count }}d"),
    Case("\n\n{{ count }}\n\n"), Case("{{ count }}\r\n\r\nx\r\n"), Case("x{{ 'a\r\nb' }}\ry"),
    Case("   "), Case("\n"), Case("{% set x = 1 %}\n{{ x }}\n{% set y = 2 -%}\n{{ y }}"),
    Case("{{ '{{' }}{{ \"}}\" }}{% raw %}{% if %}{{ {# #}{% endraw %}{{ '#}' }}{# a {{ b }} #}"),
    Case("{{ 1if true }}{{ 'x'if true else'y' }}{{(1)}}{{[1][0]|default(0)}}{{- 1 -}}{{-1}}"),
    // Expressions.
    Case(
      "{{ 2 ** 3 }} {{ -2 ** 2 }} {{ 7 // -2 }} {{ -7 // 2 }} {{ 7 % -3 }} {{ 7.5 // 2 }} {{ 1 / 3 }} {{ 10 ** 2 // 7 }} {{ 2 * 3 + 4 % 3 - 1 }} {{ (2 + 3) * -1 }}"
    ),
    Case(
      "{{ 'a' < 'b' and 'lt' }} {{ 'é' > 'z' and 'gt' }} {{ (1.0 == 1) and 'eq' }} {{ ('a' in 'abc') and 'in' }} {{ (3 not in numbers) and 'x' or 'in' }} {{ (tags == ['b', 'A', 'c', 'a']) and 'same' }}"
    ),
    Case(
      "{{ 1 if flag else 2 if off else 3 }} {{ (1 if off else 2) if flag else 3 }} {{ 'x' if off }} {{ ('a' if flag) ~ 'b' }} {{ not flag and 'a' or 'b' }} {{ (flag or off) and 'c' }}"
    ),
    Case(
      "{{ 1e3 }} {{ 1.5e-7 }} {{ 1_000_000 }} {{ 12345678901234567890.0 }} {{ 0.1 }} {{ 100.0 }} {{ 1e16 }} {{ 123456789.123 }} {{ 5e-324 }} {{ 1.7976931348623157e308 }}"
    ),
    Case(
      "{{ items[0]['title']|default('') }} {{ author['city']['name'] }} {{ author['city'].name }} {{ pairs[0][1]|default('') }} {{ (tags|sort)[0]|default('') }} {{ 'abc'[1]|default('') }} {{ 'abc'[-1]|default('') }}"
    ),
    Case(
      "{{ 'q' is in 'quick' and 'y' }} {{ 'a' is not string or 'z' }} {{ (count is divisibleby 3 and flag) and 'd' }} {{ (3 is odd) and 'o' }} {{ (none is none) and 'n' }} {{ (2 is ge 2) and (2 is le 2) and 'gele' }} {{ ('A' is upper) and 'U' }}"
    ),
    Case("<script>{{ tags|tojson }}</script>"),
    Case(
      "<script type=\"application/ld+json\">{\"name\": {{ title|tojson }}, \"n\": {{ items|map(attribute='count')|list|tojson }}}</script>"
    ),
  ]
}

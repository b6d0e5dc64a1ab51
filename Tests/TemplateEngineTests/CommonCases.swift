import Testing

/// A template and those it uses. What Jinja2 3.1 gives for it with the data of `Fixture` is recorded.
struct Case: Sendable, CustomTestStringConvertible {
  let templates: [String: String]

  init(_ main: String, with others: [String: String] = [:]) {
    templates = others.merging(["main.html": main]) { first, _ in first }
  }

  var testDescription: String { templates["main.html"] ?? "" }
}

extension Case {
  /// Templates on which the engine and Jinja2 agree byte for byte.
  static let basics: [Case] = [
    Case(
      "plain text"),
    Case(
      "{{ title }}"),
    Case(
      "<p title=\"{{ name }}\">{{ title }}</p>"),
    Case(
      "{{ count }} {{ zero }} {{ negative }} {{ ratio }}"),
    Case(
      "{{ body }}"),
    Case(
      "{{ 'literal <b>' }}{{ \"a\" \"b\" }}{{ 'it\\'s \\n \\u00e9 \\x41' }}"),
    Case(
      "{{ author.name }} {{ author['name'] }} {{ author.city.name }}"),
    Case(
      "{{ items[0].title|default('') }} {{ items[-1].title or '' }} {{ tags[1]|default('') }} {{ long[2]|default('') }} {{ tags[9]|default('no') }}{% if items[0] is defined %}{% set i = items[0] %}{% if i %}{{ i.title }}{% endif %}{% endif %}"
    ),
    Case(
      "{{ tags[1:3]|join(\",\") }} {{ tags[:2]|join(\",\") }} {{ tags[-2:]|join(\",\") }} {{ long[4:9] }} {{ tags[5:]|length }}"
    ),
    Case(
      "{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 3 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 2 ** 3 ** 2 }}"
    ),
    Case(
      "{{ 1.5 + 1 }} {{ 10 / 4 }} {{ 4 / 2 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }} {{ 2 ** 0.5 }} {{ 1e20 }} {{ 0.00001 }} {{ 123456789012345680.0 }} {{ 9007199254740994.0 }} {{ 0.1 + 0.2 }}"
    ),
    Case(
      "{{ - count }} {{ +count }} {{ -count|abs }} {{ --count }}"),
    Case(
      "{{ \"a\" ~ 1 ~ 2.5 ~ title }} {{ 1 ~ (2 + 3) if off else 4 }}"),
    Case(
      "{{ body ~ title }} {{ \"<\" ~ body }}"),
    Case(
      "{{ \"yes\" if flag else \"no\" }} {{ \"yes\" if off else \"no\" }} {{ \"x\" if off }}|"),
    Case(
      "{{ \"a\" if zero else \"b\" if flag else \"c\" }}"),
    Case(
      "{{ (1 < 2) and \"lt\" or \"ge\" }} {{ \"eq\" if count == 3 else \"ne\" }} {{ \"ok\" if 3 != 4 and not off else \"no\" }} {{ \"ok\" if 2.0 == 2 else \"no\" }}"
    ),
    Case(
      "{% if \"quick\" in long %}in{% endif %}{% if \"A\" in tags %} A{% endif %}{% if \"Z\" not in tags %} noZ{% endif %}{% if not \"b\" in tags %}x{% endif %}"
    ),
    Case(
      "{% if flag %}a{% elif off %}b{% else %}c{% endif %}{% if off %}a{% elif flag %}b{% else %}c{% endif %}{% if off %}a{% elif zero %}b{% else %}c{% endif %}"
    ),
    Case(
      "{% if empty %}x{% else %}empty{% endif %}{% if tags %}tags{% endif %}{% if zero %}zero{% endif %}{% if \"\" %}s{% endif %}{% if title %}t{% endif %}"
    ),
    Case(
      "{% if summary %}{{ summary }}{% else %}none{% endif %}{% if note %}{{ note }}{% endif %}"),
    Case(
      "{% if summary is defined %}d{% else %}u{% endif %}{% if note is defined %}d{% else %}u{% endif %}{% if nothing is defined %}d{% else %}u{% endif %}{% if note is not defined %}x{% endif %}"
    ),
    Case(
      "{{ summary|default(\"dflt\") }} {{ note|default(\"dflt\") }} {{ nothing|default(\"x\") }} {{ \"\"|default(\"e\", true) }} {{ \"\"|default(\"e\") }}|{{ summary or \"or\" }} {{ note or \"or\" }}"
    ),
    Case(
      "{% for tag in tags %}{{ tag }},{% endfor %}"),
    Case(
      "{% for item in items %}<li><a href=\"{{ item.title }}\">{{ item.title }}</a> {{ item.count }}</li>{% endfor %}"
    ),
    Case(
      "{% for x in empty %}x{% else %}nothing{% endfor %}{% for x in tags %}{{ x }}{% else %}nothing{% endfor %}"
    ),
    Case(
      "{% for x in tags %}{{ loop.index }}/{{ loop.length }} {{ loop.index0 }} {{ loop.revindex }} {{ loop.revindex0 }}{% if loop.first %} F{% endif %}{% if loop.last %} L{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}"
    ),
    Case(
      "{% for x in numbers if x > 1 %}{{ loop.index }}:{{ x }} of {{ loop.length }}{% if not loop.last %};{% endif %}{% else %}none{% endfor %}"
    ),
    Case(
      "{% for x in numbers if x > 9 %}{{ x }}{% else %}none{% endfor %}"),
    Case(
      "{% for item in items %}{{ item.title }}:{% for tag in item.tags %}{{ loop.index }}{{ tag }}{% else %}-{% endfor %}({{ loop.index }}){% endfor %}"
    ),
    Case(
      "{% for a, b in pairs %}{{ a }}={{ b }};{% endfor %}"),
    Case(
      "{% for i in range(3) %}{{ i }}{% endfor %} {% for i in range(1, 4) %}{{ i }}{% endfor %} {% for i in range(10, 0, -3) %}{{ i }} {% endfor %}"
    ),
    Case(
      "{% for x in tags %}{% if loop.previtem is defined and loop.previtem == \"A\" %}after A {% endif %}{{ x }}{% endfor %}"
    ),
    Case(
      "{% set x = 1 %}{{ x }}{% set x = x + 1 %}{{ x }}"),
    Case(
      "{% set x = 1 %}{% for i in range(3) %}{{ x }}{% set x = x + 1 %}{{ x }}{% endfor %}{{ x }}"),
    Case(
      "{% set x = \"a\" %}{% if flag %}{% set x = \"b\" %}{% endif %}{{ x }}{% if off %}{% set x = \"c\" %}{% else %}{% set x = x ~ \"d\" %}{% endif %}{{ x }}"
    ),
    Case(
      "{% if flag %}{% set y = \"b\" %}{% endif %}{% if y %}{{ y }}{% endif %}{% if off %}{% set z = \"b\" %}{% endif %}{% if z %}{{ z }}{% else %}no z{% endif %}"
    ),
    Case(
      "{% for i in range(3) %}{% if i == 1 %}{% set w = \"one\" %}{% endif %}{{ w|default(\"-\") }}{% endfor %}"
    ),
    Case(
      "{% set x %}<b>{{ title }}</b>{% endset %}{{ x }}{{ x }}"),
    Case(
      "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% set a = 5 %}{{ a }}{% endwith %}{{ a|default(\"gone\") }}"
    ),
    Case(
      "{% set a = 9 %}{% with a = 1, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}"),
    Case(
      "a{# comment {{ x }} {% if %} #}b{#- c -#} d"),
    Case(
      "{% raw %}{{ not }} {% if %}{% endraw %} x {%- raw -%} \n {{ y }} {%- endraw -%}  z"),
    Case(
      "  a  {%- if flag -%}  b  {%- endif -%}  c  "),
    Case(
      "a\n{%- if flag %}\n b\n{%- endif %}\nc\n{{- count -}}\nd  {{ count }}  e"),
    Case(
      "  {{ count }}\n  {% if flag %}\n    x\n  {% endif %}\n\n  {%+ if flag +%} y {%+ endif %}"),
    Case(
      "line one\nline two\n"),
    Case(
      "line one\n{{ count }}"),
    Case(
      "a"),
    Case(
      "{{ \"Hello World\"|upper }} {{ \"Hello World\"|lower }} {{ \"hello wORLD foo-bar (baz) it's\"|title }} {{ \"hELLO wORLD\"|capitalize }} {{ unicode|upper }} {{ unicode|lower }} {{ unicode|title }} {{ unicode|capitalize }}"
    ),
    Case(
      "[{{ \"  x y \\n\"|trim }}] [{{ \"xxaxx\"|trim(\"x\") }}] [{{ \" é \"|trim }}]"),
    Case(
      "{{ long|truncate(20) }} {{ long|truncate(20, true) }} {{ long|truncate(20, false, \"…\") }} {{ long|truncate(20, true, \"\", 0) }} {{ \"short\"|truncate(5) }} {{ long|truncate(length=30, end=\"!\") }} {{ long|truncate(84) }} {{ \"abcdefghijklmnop\"|truncate(8) }}"
    ),
    Case(
      "{{ \"a-b-c\"|replace(\"-\", \"+\") }} {{ \"a-b-c\"|replace(\"-\", \"<\", 1) }} {{ \"aaa\"|replace(\"aa\", \"b\") }} {{ \"ab\"|replace(\"\", \".\") }} {{ \"ab\"|replace(\"\", \".\", 2) }}"
    ),
    Case(
      "{{ title|length }} {{ tags|length }} {{ unicode|length }} {{ tags|count }} {{ body|length }}"
    ),
    Case(
      "{% if tags %}{{ tags|first }} {{ tags|last }}{% endif %} {{ \"xyz\"|first|default(\"\") }} {{ \"m\" if items|last is mapping else \"n\" }} {{ empty|first|default(\"none\") }}"
    ),
    Case(
      "{{ tags|join }} {{ tags|join(\", \") }} {{ tags|join(\"<br>\") }} {{ numbers|join(\"-\") }} {{ items|join(\", \", attribute=\"title\") }} {{ empty|join(\",\") }}"
    ),
    Case(
      "{{ [body, body]|join(title) }} {{ [\"<a>\", \"b\"]|join(body) }}"),
    Case(
      "{{ tags|sort|join }} {{ tags|sort(true)|join }} {{ tags|sort(case_sensitive=true)|join }} {{ numbers|sort|join }} {{ numbers|sort(reverse=true)|join }} {{ items|sort(attribute=\"count\")|map(attribute=\"title\")|join(\" \") }}"
    ),
    Case(
      "{{ tags|unique|join }} {{ tags|unique(case_sensitive=true)|join }} {{ [1,2,1]|unique|join }}"
    ),
    Case(
      "{{ tags|reverse|join }} {{ \"abc\"|reverse }} {{ numbers|reverse|list|join }} {{ \"abc\"|list|join(\"-\") }}"
    ),
    Case(
      "{{ 3.7|int }} {{ -3.7|int }} {{ \"42\"|int }} {{ \"x\"|int }} {{ \"x\"|int(7) }} {{ \"3.9\"|int }} {{ \"2.5\"|float }} {{ 3|float }} {{ \"z\"|float(1.5) }} {{ \" 12 \"|int }}"
    ),
    Case(
      "{{ 42.55|round }} {{ 42.55|round(1) }} {{ 2.5|round }} {{ 3.5|round }} {{ 2.675|round(2) }} {{ 42.55|round(1, \"floor\") }} {{ 42.55|round(1, \"ceil\") }} {{ 42|round }} {{ 1250|round(-2) }} {{ 1251|round(-2) }} {{ 42|round(0, 'ceil') }} {{ 1234.5|round(-2) }} {{ 42.55|round|int }}"
    ),
    Case(
      "{{ numbers|sum }} {{ items|sum(attribute=\"count\") }} {{ numbers|sum(start=10) }} {{ empty|sum }} {{ [1.5, 2]|sum }} {% if numbers and tags and items %}{{ numbers|min }} {{ numbers|max }} {{ tags|min }} {{ tags|max }} {{ (items|max(attribute=\"count\")).title }} {{ (items|first).title }}{% endif %}"
    ),
    Case(
      "{{ -3|abs }} {{ 3.5|abs }} {{ negative|abs }}"),
    Case(
      "{{ \"a b&c/d?é=ü~_.-\"|urlencode }} {{ 12|urlencode }}"),
    Case(
      "{{ body|striptags }} {{ \"<p>a  b</p>\\n<!-- x > y --> &lt;c&gt; &amp;amp; &#39;q&#39; 1 < 2\"|striptags }}"
    ),
    Case(
      "{{ long|wordcount }} {{ \"a-b c_d  é ü 1\"|wordcount }} {{ \"\"|wordcount }}"),
    Case(
      "{{ title|escape }} {{ title|e }} {{ body|e }} {{ title|e|e }} {{ body|forceescape }} {{ body|safe }} {{ body|string }} {{ 12|string|length }}"
    ),
    Case(
      "<a title=\"{{ title|e }}\">x</a>"),
    Case(
      "<script>var x = {{ title|tojson }}; var y = {{ tags|tojson }}; {{ unicode|tojson }} {{ \"</script>'\\\"\\\\\\n\\t\\u0001\\u007f\"|tojson }} {{ 1.5|tojson }} {{ flag|tojson }} {{ [1,[2,\"a\"]]|tojson }}</script>"
    ),
    Case(
      "<script>{{ author|tojson }} {{ author|tojson(indent=2) }} {{ empty|tojson }} {{ empty|tojson(indent=2) }}</script>"
    ),
    Case(
      "{{ tags|map(\"upper\")|join }} {{ items|map(attribute=\"title\")|join(\"|\") }} {{ items|map(attribute=\"note\", default=\"?\")|join(\",\") }}"
    ),
    Case(
      "{{ items|selectattr(\"note\")|map(attribute=\"title\")|join(\",\") }} {{ items|rejectattr(\"note\")|map(attribute=\"title\")|join(\",\") }} {{ items|selectattr(\"count\", \"gt\", 1)|map(attribute=\"title\")|join(\",\") }} {{ items|selectattr(\"title\", \"equalto\", \"Third\")|list|length }}"
    ),
    Case(
      "{{ numbers|select(\"odd\")|join }} {{ numbers|reject(\"odd\")|join }} {{ [\"a\", \"\", \"b\"]|select|join }} {{ numbers|select(\"gt\", 1)|join }} {{ numbers|select(\"divisibleby\", 3)|join }}"
    ),
    Case(
      "{{ \"o\" if 3 is odd else \"e\" }}{{ \"o\" if count is even else \"e\" }} {{ \"y\" if 9 is divisibleby 3 else \"n\" }} {{ \"y\" if 9 is divisibleby(4) else \"n\" }} {{ \"y\" if title is string else \"n\" }}{{ \"y\" if 1 is number else \"n\" }}{{ \"y\" if 1.5 is float else \"n\" }}{{ \"y\" if 1 is integer else \"n\" }}{{ \"y\" if flag is true else \"n\" }}{{ \"y\" if tags is sequence else \"n\" }}{{ \"y\" if \"abc\" is lower else \"n\" }}{{ \"y\" if \"ABC\" is upper else \"n\" }}{{ \"y\" if 2 is in [1,2] else \"n\" }}{{ \"y\" if \"1\" is lower else \"n\" }}"
    ),
    Case(
      "{{ \"y\" if 2 is eq 2 else \"n\" }}{{ \"y\" if 2 is ne 2 else \"n\" }}{{ \"y\" if 2 is lt 3 else \"n\" }}{{ \"y\" if 2 is ge 3 else \"n\" }}{{ \"y\" if not 2 is gt 1 else \"n\" }}{{ \"y\" if 2 is not equalto 3 else \"n\" }}"
    ),
    Case(
      "{% include \"part.html\" %}|{% for x in tags %}{% include \"item.html\" %}{% endfor %}",
      with: [
        "part.html": "[{{ title }}]",
        "item.html": "[{{ x }}]",
      ]),
    Case(
      "{% set v = 1 %}{% include \"part.html\" %}{{ v }}{% include \"none.html\" ignore missing %}",
      with: [
        "part.html": "{{ v }}{% set v = 2 %}{{ v }}"
      ]),
    Case(
      "{% extends \"base.html\" %}\n{% block main %}Main {{ title }}{% endblock %}",
      with: [
        "base.html":
          "<h1>{% block head %}Head{% endblock %}</h1>\n{% block main %}Default{% endblock main %}\n<footer>"
      ]),
    Case(
      "{% extends \"base.html\" %}{% block a %}C({{ super() }}){% endblock %}",
      with: [
        "base.html":
          "{% extends \"root.html\" %}{% block a %}B({{ super() }}){% endblock %}{% block b %}Bb{% endblock %}",
        "root.html":
          "{% block a %}A{% endblock %}-{% block b %}b{% endblock %}-{% block c %}c{% endblock %}",
      ]),
    Case(
      "{% extends \"base.html\" %}{% block inner %}I2{% endblock %}",
      with: [
        "base.html": "{% block outer %}O[{% block inner %}I{% endblock %}]{% endblock %}"
      ]),
    Case(
      "{% extends \"base.html\" %}{% block outer %}new {% block inner %}nested{% endblock %} {{ super() }}{% endblock %}",
      with: [
        "base.html": "{% block outer %}O[{% block inner %}I{% endblock %}]{% endblock %}"
      ]),
    Case(
      "{% extends \"base.html\" %}{% set heading = \"H \" ~ title %}{% block main %}{{ heading }} {{ super() if flag else \"\" }}{% endblock %}",
      with: [
        "base.html":
          "<title>{{ heading|default(\"none\") }}</title>{% if heading is defined %}<h1>{{ heading }}</h1>{% endif %}{% block main %}{% endblock %}"
      ]),
    Case(
      "<title>{{ title }}</title>{% if heading is defined %}{{ heading }}{% endif %}"),
    Case(
      "{% for x in tags %}{% block item scoped %}{{ x }};{% endblock %}{% endfor %}"),
    Case(
      "{% set x = \"g\" %}{% for x in tags %}{% block item %}{{ x }}{% endblock %}{% endfor %}"),
    Case(
      "{% block a %}{% set q = 1 %}{{ q }}{% endblock %}{{ q|default(\"unset\") }}"),
    Case(
      "{# first #}\n{% extends \"base.html\" %}",
      with: [
        "base.html": "base"
      ]),
    Case(
      "{% include \"child.html\" %}|{% block a %}mine{% endblock %}",
      with: [
        "child.html": "{% extends \"base.html\" %}{% block a %}child {{ title }}{% endblock %}",
        "base.html": "<b>{% block a %}base{% endblock %}</b>",
      ]),
    Case(
      "{{ count if count > 2 and (flag or off) else \"no\" }} {{ 1 if not off and not zero else 2 }}"
    ),
    Case(
      "{{ [1, 2, 3]|length }} {{ [[1, 2], [3]]|length }} {{ [1, 2] == [1, 2] and \"same\" }} {{ ([1] + [2])|join(\"+\") }}"
    ),
    Case(
      "{{ 1_000 }} {{ 0 }} {{ 1.0e3 }}"),
    Case(
      "<p class=\"{% if flag %}on{% endif %}{% if off %} off{% endif %}\"{% if flag %} hidden{% endif %}{% if note %} title=\"{{ note }}\"{% endif %}>x</p>"
    ),
    Case(
      "<a href=\"/x/{{ title }}?q={{ name }}\">{{ title }}</a><a href='{{ items[0].url|default(\"\") }}'>x</a><a href=\"#{{ title }}\">y</a><a href=\"mailto:{{ author.email|default(\"x\") }}\">m</a>"
    ),
    Case(
      "<!-- {{ title }} --><h{{ count }}>x</h{{ count }}><textarea>{{ title }}</textarea>"),
    Case(
      "{{ title[:4] ~ \"…\" }} {{ items[:2]|map(attribute=\"title\")|join(\"/\") }}"),
    Case(
      "{% for item in items if item.note %}{{ item.note }}{% endfor %}{% for item in items %}{% if item.note and item.count > 2 %}{{ item.note|upper }}{% endif %}{% endfor %}"
    ),
    Case(
      "{{ 5 if true }} {{ \"t\" if True and not False }} {% if none is none %}n{% endif %}"),
    Case(
      "{%- for t in tags -%}\n  {{ t }}\n  {%- if not loop.last %}, {% endif -%}\n{%- endfor -%}"),
    Case(
      "a\nb{{ count }}c\n{% if flag %}x\n{% endif %}y"),
    Case(
      "a  {{- count }} b {{ count -}}  c"),
    Case(
      "{{ (title|lower)|upper|length }} {{ (count + 1)|string ~ \"x\" }}"),
    Case(
      "{{ \"%d\" }} {{ \"{{ }}\" }} {{ '%}' }}{% if \"%}\" == '%}' %}ok{% endif %}"),
    Case(
      "{{ items|map(attribute=\"tags\")|map(\"length\")|join(\",\") }} {{ items|map(attribute=\"tags\")|map(\"join\")|join(\",\") }} {{ items|map(attribute=\"tags\")|select|list|length }}"
    ),
    Case(
      "{% for x in items %}{{ x.title }}{% if x.note %}: {{ x.note }}{% endif %}{{ \",\" if not loop.last }}{% endfor %}"
    ),
    Case(
      "{{ author.email|default(\"x\")|upper }} {{ (author.email or \"none\")|length }}{% if author.email and author.email|length > 2 %}{{ author.email }}{% endif %}{% if not author.email %}none{% else %}{{ author.email }}{% endif %}"
    ),
    Case(
      "{% if author and author.city %}{{ author.city.name }}{% endif %}{% if editor %}{{ editor.name }}{% else %}no editor{% endif %}{{ editor.name|default(\"nobody\") if editor is defined else \"nobody\" }}"
    ),
    Case(
      "{% set total = numbers|sum %}{% set label = \"big\" if total > 5 else \"small\" %}{{ label }} {{ total * 2 }}"
    ),
    Case(
      "{% set parts = [title, name] %}{{ parts|join(\" / \") }}{% for p in parts %}{{ p }}{% endfor %}"
    ),
    Case(
      "<ul>\n{%- for item in items %}\n  <li{% if loop.first %} class=\"first\"{% endif %}>\n    {{ item.title }}\n  </li>\n{%- else %}\n  <li>none</li>\n{%- endfor %}\n</ul>"
    ),
    Case(
      "{% for a in range(2) %}{% for b in range(2) %}{{ loop.index }}{{ a }}{{ b }} {% endfor %}{{ loop.index }}{% endfor %}"
    ),
    Case(
      "{% block a %}{% block b %}{% block c %}{{ title }}{% endblock %}{% endblock %}{% endblock %}"
    ),
  ]
}

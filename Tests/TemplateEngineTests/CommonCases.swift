import Testing

/// A template, those it uses, and what Jinja2 3.1.6 gives for them (recorded) with the data of
/// `Fixture`. Also given to Jinja2 itself, where there is one.
struct Case: Sendable, CustomTestStringConvertible {
  let templates: [String: String]
  let expected: String

  init(_ main: String, with others: [String: String] = [:], gives expected: String) {
    templates = others.merging(["main.html": main]) { first, _ in first }
    self.expected = expected
  }

  var testDescription: String { templates["main.html"] ?? "" }
}

extension Case {
  /// Templates on which the engine and Jinja2 agree byte for byte.
  static let common: [Case] = [
    Case(
      "plain text",
      gives: "plain text"),
    Case(
      "{{ title }}",
      gives: "Ceasefire &amp; &lt;talks&gt;"),
    Case(
      "<p title=\"{{ name }}\">{{ title }}</p>",
      gives: "<p title=\"O&#39;Neil &#34;X&#34;\">Ceasefire &amp; &lt;talks&gt;</p>"),
    Case(
      "{{ count }} {{ zero }} {{ negative }} {{ ratio }}",
      gives: "3 0 -7 2.5"),
    Case(
      "{{ body }}",
      gives: "<p>Hi &amp; <b>bye</b></p>"),
    Case(
      "{{ 'literal <b>' }}{{ \"a\" \"b\" }}{{ 'it\\'s \\n \\u00e9 \\x41' }}",
      gives: "literal &lt;b&gt;abit&#39;s \n é A"),
    Case(
      "{{ author.name }} {{ author['name'] }} {{ author.city.name }}",
      gives: "Ann &lt;a@b&gt; Ann &lt;a@b&gt; Baku"),
    Case(
      "{{ items[0].title|default('') }} {{ items[-1].title or '' }} {{ tags[1]|default('') }} {{ long[2]|default('') }} {{ tags[9]|default('no') }}{% if items[0] is defined %}{% set i = items[0] %}{% if i %}{{ i.title }}{% endif %}{% endif %}",
      gives: "First Third A e noFirst"),
    Case(
      "{{ tags[1:3]|join(\",\") }} {{ tags[:2]|join(\",\") }} {{ tags[-2:]|join(\",\") }} {{ long[4:9] }} {{ tags[5:]|length }}",
      gives: "A,c b,A c,a quick 0"),
    Case(
      "{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ 7 % 3 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 2 ** 3 ** 2 }}",
      gives: "7 9 3.5 3 1 -4 2 1024 64"),
    Case(
      "{{ 1.5 + 1 }} {{ 10 / 4 }} {{ 4 / 2 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }} {{ 2 ** 0.5 }} {{ 1e20 }} {{ 0.00001 }} {{ 123456789012345680.0 }} {{ 9007199254740994.0 }} {{ 0.1 + 0.2 }}",
      gives:
        "2.5 2.5 2.0 3.0 0.5 1.4142135623730951 1e+20 1e-05 1.2345678901234568e+17 9007199254740994.0 0.30000000000000004"
    ),
    Case(
      "{{ - count }} {{ +count }} {{ -count|abs }} {{ --count }}",
      gives: "-3 3 3 3"),
    Case(
      "{{ \"a\" ~ 1 ~ 2.5 ~ title }} {{ 1 ~ (2 + 3) if off else 4 }}",
      gives: "a12.5Ceasefire &amp; &lt;talks&gt; 4"),
    Case(
      "{{ body ~ title }} {{ \"<\" ~ body }}",
      gives:
        "<p>Hi &amp; <b>bye</b></p>Ceasefire &amp; &lt;talks&gt; &lt;<p>Hi &amp; <b>bye</b></p>"),
    Case(
      "{{ \"yes\" if flag else \"no\" }} {{ \"yes\" if off else \"no\" }} {{ \"x\" if off }}|",
      gives: "yes no |"),
    Case(
      "{{ \"a\" if zero else \"b\" if flag else \"c\" }}",
      gives: "b"),
    Case(
      "{{ (1 < 2) and \"lt\" or \"ge\" }} {{ \"eq\" if count == 3 else \"ne\" }} {{ \"ok\" if 3 != 4 and not off else \"no\" }} {{ \"ok\" if 2.0 == 2 else \"no\" }}",
      gives: "lt eq ok ok"),
    Case(
      "{% if \"quick\" in long %}in{% endif %}{% if \"A\" in tags %} A{% endif %}{% if \"Z\" not in tags %} noZ{% endif %}{% if not \"b\" in tags %}x{% endif %}",
      gives: "in A noZ"),
    Case(
      "{% if flag %}a{% elif off %}b{% else %}c{% endif %}{% if off %}a{% elif flag %}b{% else %}c{% endif %}{% if off %}a{% elif zero %}b{% else %}c{% endif %}",
      gives: "abc"),
    Case(
      "{% if empty %}x{% else %}empty{% endif %}{% if tags %}tags{% endif %}{% if zero %}zero{% endif %}{% if \"\" %}s{% endif %}{% if title %}t{% endif %}",
      gives: "emptytagst"),
    Case(
      "{% if summary %}{{ summary }}{% else %}none{% endif %}{% if note %}{{ note }}{% endif %}",
      gives: "noneA note"),
    Case(
      "{% if summary is defined %}d{% else %}u{% endif %}{% if note is defined %}d{% else %}u{% endif %}{% if nothing is defined %}d{% else %}u{% endif %}{% if note is not defined %}x{% endif %}",
      gives: "udu"),
    Case(
      "{{ summary|default(\"dflt\") }} {{ note|default(\"dflt\") }} {{ nothing|default(\"x\") }} {{ \"\"|default(\"e\", true) }} {{ \"\"|default(\"e\") }}|{{ summary or \"or\" }} {{ note or \"or\" }}",
      gives: "dflt A note x e |or A note"),
    Case(
      "{% for tag in tags %}{{ tag }},{% endfor %}",
      gives: "b,A,c,a,"),
    Case(
      "{% for item in items %}<li><a href=\"{{ item.title }}\">{{ item.title }}</a> {{ item.count }}</li>{% endfor %}",
      gives:
        "<li><a href=\"First\">First</a> 3</li><li><a href=\"second &lt;i&gt;\">second &lt;i&gt;</a> 1</li><li><a href=\"Third\">Third</a> 2</li>"
    ),
    Case(
      "{% for x in empty %}x{% else %}nothing{% endfor %}{% for x in tags %}{{ x }}{% else %}nothing{% endfor %}",
      gives: "nothingbAca"),
    Case(
      "{% for x in tags %}{{ loop.index }}/{{ loop.length }} {{ loop.index0 }} {{ loop.revindex }} {{ loop.revindex0 }}{% if loop.first %} F{% endif %}{% if loop.last %} L{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}",
      gives: "1/4 0 4 3 F, 2/4 1 3 2, 3/4 2 2 1, 4/4 3 1 0 L"),
    Case(
      "{% for x in numbers if x > 1 %}{{ loop.index }}:{{ x }} of {{ loop.length }}{% if not loop.last %};{% endif %}{% else %}none{% endfor %}",
      gives: "1:3 of 2;2:2 of 2"),
    Case(
      "{% for x in numbers if x > 9 %}{{ x }}{% else %}none{% endfor %}",
      gives: "none"),
    Case(
      "{% for item in items %}{{ item.title }}:{% for tag in item.tags %}{{ loop.index }}{{ tag }}{% else %}-{% endfor %}({{ loop.index }}){% endfor %}",
      gives: "First:1x2y(1)second &lt;i&gt;:-(2)Third:1z(3)"),
    Case(
      "{% for a, b in pairs %}{{ a }}={{ b }};{% endfor %}",
      gives: "k=v;a&amp;b=&lt;c&gt;;"),
    Case(
      "{% for i in range(3) %}{{ i }}{% endfor %} {% for i in range(1, 4) %}{{ i }}{% endfor %} {% for i in range(10, 0, -3) %}{{ i }} {% endfor %}",
      gives: "012 123 10 7 4 1 "),
    Case(
      "{% for x in tags %}{% if loop.previtem is defined and loop.previtem == \"A\" %}after A {% endif %}{{ x }}{% endfor %}",
      gives: "bAafter A ca"),
    Case(
      "{% set x = 1 %}{{ x }}{% set x = x + 1 %}{{ x }}",
      gives: "12"),
    Case(
      "{% set x = 1 %}{% for i in range(3) %}{{ x }}{% set x = x + 1 %}{{ x }}{% endfor %}{{ x }}",
      gives: "1212121"),
    Case(
      "{% set x = \"a\" %}{% if flag %}{% set x = \"b\" %}{% endif %}{{ x }}{% if off %}{% set x = \"c\" %}{% else %}{% set x = x ~ \"d\" %}{% endif %}{{ x }}",
      gives: "bbd"),
    Case(
      "{% if flag %}{% set y = \"b\" %}{% endif %}{% if y %}{{ y }}{% endif %}{% if off %}{% set z = \"b\" %}{% endif %}{% if z %}{{ z }}{% else %}no z{% endif %}",
      gives: "bno z"),
    Case(
      "{% for i in range(3) %}{% if i == 1 %}{% set w = \"one\" %}{% endif %}{{ w|default(\"-\") }}{% endfor %}",
      gives: "-one-"),
    Case(
      "{% set x %}<b>{{ title }}</b>{% endset %}{{ x }}{{ x }}",
      gives: "<b>Ceasefire &amp; &lt;talks&gt;</b><b>Ceasefire &amp; &lt;talks&gt;</b>"),
    Case(
      "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% set a = 5 %}{{ a }}{% endwith %}{{ a|default(\"gone\") }}",
      gives: "125gone"),
    Case(
      "{% set a = 9 %}{% with a = 1, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}",
      gives: "199"),
    Case(
      "a{# comment {{ x }} {% if %} #}b{#- c -#} d",
      gives: "abd"),
    Case(
      "{% raw %}{{ not }} {% if %}{% endraw %} x {%- raw -%} \n {{ y }} {%- endraw -%}  z",
      gives: "{{ not }} {% if %} x{{ y }}z"),
    Case(
      "  a  {%- if flag -%}  b  {%- endif -%}  c  ",
      gives: "  abc  "),
    Case(
      "a\n{%- if flag %}\n b\n{%- endif %}\nc\n{{- count -}}\nd  {{ count }}  e",
      gives: "a\n b\nc3d  3  e"),
    Case(
      "  {{ count }}\n  {% if flag %}\n    x\n  {% endif %}\n\n  {%+ if flag +%} y {%+ endif %}",
      gives: "  3\n  \n    x\n  \n\n   y "),
    Case(
      "line one\nline two\n",
      gives: "line one\nline two"),
    Case(
      "line one\n{{ count }}",
      gives: "line one\n3"),
    Case(
      "a",
      gives: "a"),
    Case(
      "{{ \"Hello World\"|upper }} {{ \"Hello World\"|lower }} {{ \"hello wORLD foo-bar (baz) it's\"|title }} {{ \"hELLO wORLD\"|capitalize }} {{ unicode|upper }} {{ unicode|lower }} {{ unicode|title }} {{ unicode|capitalize }}",
      gives:
        "HELLO WORLD hello world Hello World Foo-Bar (Baz) It&#39;s Hello world ÇAVUŞOĞLU — ПРИВЕТ Ǆ SS çavuşoğlu — привет ǆ ß Çavuşoğlu — Привет Ǆ SS Çavuşoğlu — привет ǆ ß"
    ),
    Case(
      "[{{ \"  x y \\n\"|trim }}] [{{ \"xxaxx\"|trim(\"x\") }}] [{{ \" é \"|trim }}]",
      gives: "[x y] [a] [é]"),
    Case(
      "{{ long|truncate(20) }} {{ long|truncate(20, true) }} {{ long|truncate(20, false, \"…\") }} {{ long|truncate(20, true, \"\", 0) }} {{ \"short\"|truncate(5) }} {{ long|truncate(length=30, end=\"!\") }} {{ long|truncate(84) }} {{ \"abcdefghijklmnop\"|truncate(8) }}",
      gives:
        "The quick brown... The quick brown f... The quick brown… The quick brown fox  short The quick brown fox jumps! The quick brown fox jumps over the lazy dog and runs away from the hunters of the village abcde..."
    ),
    Case(
      "{{ \"a-b-c\"|replace(\"-\", \"+\") }} {{ \"a-b-c\"|replace(\"-\", \"<\", 1) }} {{ \"aaa\"|replace(\"aa\", \"b\") }} {{ \"ab\"|replace(\"\", \".\") }} {{ \"ab\"|replace(\"\", \".\", 2) }}",
      gives: "a+b+c a&lt;b-c ba .a.b. .a.b"),
    Case(
      "{{ title|length }} {{ tags|length }} {{ unicode|length }} {{ tags|count }} {{ body|length }}",
      gives: "19 4 22 4 26"),
    Case(
      "{% if tags %}{{ tags|first }} {{ tags|last }}{% endif %} {{ \"xyz\"|first|default(\"\") }} {{ \"m\" if items|last is mapping else \"n\" }} {{ empty|first|default(\"none\") }}",
      gives: "b a x m none"),
    Case(
      "{{ tags|join }} {{ tags|join(\", \") }} {{ tags|join(\"<br>\") }} {{ numbers|join(\"-\") }} {{ items|join(\", \", attribute=\"title\") }} {{ empty|join(\",\") }}",
      gives:
        "bAca b, A, c, a b&lt;br&gt;A&lt;br&gt;c&lt;br&gt;a 3-1-2 First, second &lt;i&gt;, Third "),
    Case(
      "{{ [body, body]|join(title) }} {{ [\"<a>\", \"b\"]|join(body) }}",
      gives:
        "<p>Hi &amp; <b>bye</b></p>Ceasefire &amp; &lt;talks&gt;<p>Hi &amp; <b>bye</b></p> &lt;a&gt;<p>Hi &amp; <b>bye</b></p>b"
    ),
    Case(
      "{{ tags|sort|join }} {{ tags|sort(true)|join }} {{ tags|sort(case_sensitive=true)|join }} {{ numbers|sort|join }} {{ numbers|sort(reverse=true)|join }} {{ items|sort(attribute=\"count\")|map(attribute=\"title\")|join(\" \") }}",
      gives: "Aabc cbAa Aabc 123 321 second &lt;i&gt; Third First"),
    Case(
      "{{ tags|unique|join }} {{ tags|unique(case_sensitive=true)|join }} {{ [1,2,1]|unique|join }}",
      gives: "bAc bAca 12"),
    Case(
      "{{ tags|reverse|join }} {{ \"abc\"|reverse }} {{ numbers|reverse|list|join }} {{ \"abc\"|list|join(\"-\") }}",
      gives: "acAb cba 213 a-b-c"),
    Case(
      "{{ 3.7|int }} {{ -3.7|int }} {{ \"42\"|int }} {{ \"x\"|int }} {{ \"x\"|int(7) }} {{ \"3.9\"|int }} {{ \"2.5\"|float }} {{ 3|float }} {{ \"z\"|float(1.5) }} {{ \" 12 \"|int }}",
      gives: "3 -3 42 0 7 3 2.5 3.0 1.5 12"),
    Case(
      "{{ 42.55|round }} {{ 42.55|round(1) }} {{ 2.5|round }} {{ 3.5|round }} {{ 2.675|round(2) }} {{ 42.55|round(1, \"floor\") }} {{ 42.55|round(1, \"ceil\") }} {{ 42|round }} {{ 1250|round(-2) }} {{ 1251|round(-2) }} {{ 42|round(0, 'ceil') }} {{ 1234.5|round(-2) }} {{ 42.55|round|int }}",
      gives: "43.0 42.5 2.0 4.0 2.67 42.5 42.6 42 1200 1300 42.0 1200.0 43"),
    Case(
      "{{ numbers|sum }} {{ items|sum(attribute=\"count\") }} {{ numbers|sum(start=10) }} {{ empty|sum }} {{ [1.5, 2]|sum }} {% if numbers and tags and items %}{{ numbers|min }} {{ numbers|max }} {{ tags|min }} {{ tags|max }} {{ (items|max(attribute=\"count\")).title }} {{ (items|first).title }}{% endif %}",
      gives: "6 6 16 0 3.5 1 3 A c First First"),
    Case(
      "{{ -3|abs }} {{ 3.5|abs }} {{ negative|abs }}",
      gives: "3 3.5 7"),
    Case(
      "{{ \"a b&c/d?é=ü~_.-\"|urlencode }} {{ 12|urlencode }}",
      gives: "a%20b%26c/d%3F%C3%A9%3D%C3%BC~_.- 12"),
    Case(
      "{{ body|striptags }} {{ \"<p>a  b</p>\\n<!-- x > y --> &lt;c&gt; &amp;amp; &#39;q&#39; 1 < 2\"|striptags }}",
      gives: "Hi &amp; bye a b &lt;c&gt; &amp;amp; &#39;q&#39; 1 &lt; 2"),
    Case(
      "{{ long|wordcount }} {{ \"a-b c_d  é ü 1\"|wordcount }} {{ \"\"|wordcount }}",
      gives: "18 6 0"),
    Case(
      "{{ title|escape }} {{ title|e }} {{ body|e }} {{ title|e|e }} {{ body|forceescape }} {{ body|safe }} {{ body|string }} {{ 12|string|length }}",
      gives:
        "Ceasefire &amp; &lt;talks&gt; Ceasefire &amp; &lt;talks&gt; <p>Hi &amp; <b>bye</b></p> Ceasefire &amp; &lt;talks&gt; &lt;p&gt;Hi &amp;amp; &lt;b&gt;bye&lt;/b&gt;&lt;/p&gt; <p>Hi &amp; <b>bye</b></p> <p>Hi &amp; <b>bye</b></p> 2"
    ),
    Case(
      "<a title=\"{{ title|e }}\">x</a>",
      gives: "<a title=\"Ceasefire &amp; &lt;talks&gt;\">x</a>"),
    Case(
      "<script>var x = {{ title|tojson }}; var y = {{ tags|tojson }}; {{ unicode|tojson }} {{ \"</script>'\\\"\\\\\\n\\t\\u0001\\u007f\"|tojson }} {{ 1.5|tojson }} {{ flag|tojson }} {{ [1,[2,\"a\"]]|tojson }}</script>",
      gives:
        "<script>var x = \"Ceasefire \\u0026 \\u003ctalks\\u003e\"; var y = [\"b\", \"A\", \"c\", \"a\"]; \"\\u00c7avu\\u015fo\\u011flu \\u2014 \\u041f\\u0440\\u0438\\u0432\\u0435\\u0442 \\u01c6 \\u00df\" \"\\u003c/script\\u003e\\u0027\\\"\\\\\\n\\t\\u0001\\u007f\" 1.5 true [1, [2, \"a\"]]</script>"
    ),
    Case(
      "<script>{{ author|tojson }} {{ author|tojson(indent=2) }} {{ empty|tojson }} {{ empty|tojson(indent=2) }}</script>",
      gives:
        "<script>{\"city\": {\"name\": \"Baku\"}, \"email\": \"a@b.c\", \"name\": \"Ann \\u003ca@b\\u003e\"} {\n  \"city\": {\n    \"name\": \"Baku\"\n  },\n  \"email\": \"a@b.c\",\n  \"name\": \"Ann \\u003ca@b\\u003e\"\n} [] []</script>"
    ),
    Case(
      "{{ tags|map(\"upper\")|join }} {{ items|map(attribute=\"title\")|join(\"|\") }} {{ items|map(attribute=\"note\", default=\"?\")|join(\",\") }}",
      gives: "BACA First|second &lt;i&gt;|Third n1,?,n3"),
    Case(
      "{{ items|selectattr(\"note\")|map(attribute=\"title\")|join(\",\") }} {{ items|rejectattr(\"note\")|map(attribute=\"title\")|join(\",\") }} {{ items|selectattr(\"count\", \"gt\", 1)|map(attribute=\"title\")|join(\",\") }} {{ items|selectattr(\"title\", \"equalto\", \"Third\")|list|length }}",
      gives: "First,Third second &lt;i&gt; First,Third 1"),
    Case(
      "{{ numbers|select(\"odd\")|join }} {{ numbers|reject(\"odd\")|join }} {{ [\"a\", \"\", \"b\"]|select|join }} {{ numbers|select(\"gt\", 1)|join }} {{ numbers|select(\"divisibleby\", 3)|join }}",
      gives: "31 2 ab 32 3"),
    Case(
      "{{ \"o\" if 3 is odd else \"e\" }}{{ \"o\" if count is even else \"e\" }} {{ \"y\" if 9 is divisibleby 3 else \"n\" }} {{ \"y\" if 9 is divisibleby(4) else \"n\" }} {{ \"y\" if title is string else \"n\" }}{{ \"y\" if 1 is number else \"n\" }}{{ \"y\" if 1.5 is float else \"n\" }}{{ \"y\" if 1 is integer else \"n\" }}{{ \"y\" if flag is true else \"n\" }}{{ \"y\" if tags is sequence else \"n\" }}{{ \"y\" if \"abc\" is lower else \"n\" }}{{ \"y\" if \"ABC\" is upper else \"n\" }}{{ \"y\" if 2 is in [1,2] else \"n\" }}{{ \"y\" if \"1\" is lower else \"n\" }}",
      gives: "oe y n yyyyyyyyyn"),
    Case(
      "{{ \"y\" if 2 is eq 2 else \"n\" }}{{ \"y\" if 2 is ne 2 else \"n\" }}{{ \"y\" if 2 is lt 3 else \"n\" }}{{ \"y\" if 2 is ge 3 else \"n\" }}{{ \"y\" if not 2 is gt 1 else \"n\" }}{{ \"y\" if 2 is not equalto 3 else \"n\" }}",
      gives: "ynynny"),
    Case(
      "{% include \"part.html\" %}|{% for x in tags %}{% include \"item.html\" %}{% endfor %}",
      with: [
        "part.html": "[{{ title }}]",
        "item.html": "[{{ x }}]",
      ],
      gives: "[Ceasefire &amp; &lt;talks&gt;]|[b][A][c][a]"),
    Case(
      "{% set v = 1 %}{% include \"part.html\" %}{{ v }}{% include \"none.html\" ignore missing %}",
      with: [
        "part.html": "{{ v }}{% set v = 2 %}{{ v }}"
      ],
      gives: "121"),
    Case(
      "{% extends \"base.html\" %}\n{% block main %}Main {{ title }}{% endblock %}",
      with: [
        "base.html":
          "<h1>{% block head %}Head{% endblock %}</h1>\n{% block main %}Default{% endblock main %}\n<footer>"
      ],
      gives: "<h1>Head</h1>\nMain Ceasefire &amp; &lt;talks&gt;\n<footer>"),
    Case(
      "{% extends \"base.html\" %}{% block a %}C({{ super() }}){% endblock %}",
      with: [
        "base.html":
          "{% extends \"root.html\" %}{% block a %}B({{ super() }}){% endblock %}{% block b %}Bb{% endblock %}",
        "root.html":
          "{% block a %}A{% endblock %}-{% block b %}b{% endblock %}-{% block c %}c{% endblock %}",
      ],
      gives: "C(B(A))-Bb-c"),
    Case(
      "{% extends \"base.html\" %}{% block inner %}I2{% endblock %}",
      with: [
        "base.html": "{% block outer %}O[{% block inner %}I{% endblock %}]{% endblock %}"
      ],
      gives: "O[I2]"),
    Case(
      "{% extends \"base.html\" %}{% block outer %}new {% block inner %}nested{% endblock %} {{ super() }}{% endblock %}",
      with: [
        "base.html": "{% block outer %}O[{% block inner %}I{% endblock %}]{% endblock %}"
      ],
      gives: "new nested O[nested]"),
    Case(
      "{% extends \"base.html\" %}{% set heading = \"H \" ~ title %}{% block main %}{{ heading }} {{ super() if flag else \"\" }}{% endblock %}",
      with: [
        "base.html":
          "<title>{{ heading|default(\"none\") }}</title>{% if heading is defined %}<h1>{{ heading }}</h1>{% endif %}{% block main %}{% endblock %}"
      ],
      gives:
        "<title>H Ceasefire &amp; &lt;talks&gt;</title><h1>H Ceasefire &amp; &lt;talks&gt;</h1>H Ceasefire &amp; &lt;talks&gt; "
    ),
    Case(
      "<title>{{ title }}</title>{% if heading is defined %}{{ heading }}{% endif %}",
      gives: "<title>Ceasefire &amp; &lt;talks&gt;</title>"),
    Case(
      "{% for x in tags %}{% block item scoped %}{{ x }};{% endblock %}{% endfor %}",
      gives: "b;A;c;a;"),
    Case(
      "{% set x = \"g\" %}{% for x in tags %}{% block item %}{{ x }}{% endblock %}{% endfor %}",
      gives: "gggg"),
    Case(
      "{% block a %}{% set q = 1 %}{{ q }}{% endblock %}{{ q|default(\"unset\") }}",
      gives: "1unset"),
    Case(
      "{# first #}\n{% extends \"base.html\" %}",
      with: [
        "base.html": "base"
      ],
      gives: "\nbase"),
    Case(
      "{% include \"child.html\" %}|{% block a %}mine{% endblock %}",
      with: [
        "child.html": "{% extends \"base.html\" %}{% block a %}child {{ title }}{% endblock %}",
        "base.html": "<b>{% block a %}base{% endblock %}</b>",
      ],
      gives: "<b>child Ceasefire &amp; &lt;talks&gt;</b>|mine"),
    Case(
      "{{ count if count > 2 and (flag or off) else \"no\" }} {{ 1 if not off and not zero else 2 }}",
      gives: "3 1"),
    Case(
      "{{ [1, 2, 3]|length }} {{ [[1, 2], [3]]|length }} {{ [1, 2] == [1, 2] and \"same\" }} {{ ([1] + [2])|join(\"+\") }}",
      gives: "3 2 same 1+2"),
    Case(
      "{{ 1_000 }} {{ 0 }} {{ 1.0e3 }}",
      gives: "1000 0 1000.0"),
    Case(
      "<p class=\"{% if flag %}on{% endif %}{% if off %} off{% endif %}\"{% if flag %} hidden{% endif %}{% if note %} title=\"{{ note }}\"{% endif %}>x</p>",
      gives: "<p class=\"on\" hidden title=\"A note\">x</p>"),
    Case(
      "<a href=\"/x/{{ title }}?q={{ name }}\">{{ title }}</a><a href='{{ items[0].url|default(\"\") }}'>x</a><a href=\"#{{ title }}\">y</a><a href=\"mailto:{{ author.email|default(\"x\") }}\">m</a>",
      gives:
        "<a href=\"/x/Ceasefire &amp; &lt;talks&gt;?q=O&#39;Neil &#34;X&#34;\">Ceasefire &amp; &lt;talks&gt;</a><a href='https://a.example/?a=1&amp;b=2'>x</a><a href=\"#Ceasefire &amp; &lt;talks&gt;\">y</a><a href=\"mailto:a@b.c\">m</a>"
    ),
    Case(
      "<!-- {{ title }} --><h{{ count }}>x</h{{ count }}><textarea>{{ title }}</textarea>",
      gives:
        "<!-- Ceasefire &amp; &lt;talks&gt; --><h3>x</h3><textarea>Ceasefire &amp; &lt;talks&gt;</textarea>"
    ),
    Case(
      "{{ title[:4] ~ \"…\" }} {{ items[:2]|map(attribute=\"title\")|join(\"/\") }}",
      gives: "Ceas… First/second &lt;i&gt;"),
    Case(
      "{% for item in items if item.note %}{{ item.note }}{% endfor %}{% for item in items %}{% if item.note and item.count > 2 %}{{ item.note|upper }}{% endif %}{% endfor %}",
      gives: "n1n3N1"),
    Case(
      "{{ 5 if true }} {{ \"t\" if True and not False }} {% if none is none %}n{% endif %}",
      gives: "5 t n"),
    Case(
      "{%- for t in tags -%}\n  {{ t }}\n  {%- if not loop.last %}, {% endif -%}\n{%- endfor -%}",
      gives: "b, A, c, a"),
    Case(
      "a\nb{{ count }}c\n{% if flag %}x\n{% endif %}y",
      gives: "a\nb3c\nx\ny"),
    Case(
      "a  {{- count }} b {{ count -}}  c",
      gives: "a3 b 3c"),
    Case(
      "{{ (title|lower)|upper|length }} {{ (count + 1)|string ~ \"x\" }}",
      gives: "19 4x"),
    Case(
      "{{ \"%d\" }} {{ \"{{ }}\" }} {{ '%}' }}{% if \"%}\" == '%}' %}ok{% endif %}",
      gives: "%d {{ }} %}ok"),
    Case(
      "{{ items|map(attribute=\"tags\")|map(\"length\")|join(\",\") }} {{ items|map(attribute=\"tags\")|map(\"join\")|join(\",\") }} {{ items|map(attribute=\"tags\")|select|list|length }}",
      gives: "2,0,1 xy,,z 2"),
    Case(
      "{% for x in items %}{{ x.title }}{% if x.note %}: {{ x.note }}{% endif %}{{ \",\" if not loop.last }}{% endfor %}",
      gives: "First: n1,second &lt;i&gt;,Third: n3"),
    Case(
      "{{ author.email|default(\"x\")|upper }} {{ (author.email or \"none\")|length }}{% if author.email and author.email|length > 2 %}{{ author.email }}{% endif %}{% if not author.email %}none{% else %}{{ author.email }}{% endif %}",
      gives: "A@B.C 5a@b.ca@b.c"),
    Case(
      "{% if author and author.city %}{{ author.city.name }}{% endif %}{% if editor %}{{ editor.name }}{% else %}no editor{% endif %}{{ editor.name|default(\"nobody\") if editor is defined else \"nobody\" }}",
      gives: "Bakuno editornobody"),
    Case(
      "{% set total = numbers|sum %}{% set label = \"big\" if total > 5 else \"small\" %}{{ label }} {{ total * 2 }}",
      gives: "big 12"),
    Case(
      "{% set parts = [title, name] %}{{ parts|join(\" / \") }}{% for p in parts %}{{ p }}{% endfor %}",
      gives:
        "Ceasefire &amp; &lt;talks&gt; / O&#39;Neil &#34;X&#34;Ceasefire &amp; &lt;talks&gt;O&#39;Neil &#34;X&#34;"
    ),
    Case(
      "<ul>\n{%- for item in items %}\n  <li{% if loop.first %} class=\"first\"{% endif %}>\n    {{ item.title }}\n  </li>\n{%- else %}\n  <li>none</li>\n{%- endfor %}\n</ul>",
      gives:
        "<ul>\n  <li class=\"first\">\n    First\n  </li>\n  <li>\n    second &lt;i&gt;\n  </li>\n  <li>\n    Third\n  </li>\n</ul>"
    ),
    Case(
      "{% for a in range(2) %}{% for b in range(2) %}{{ loop.index }}{{ a }}{{ b }} {% endfor %}{{ loop.index }}{% endfor %}",
      gives: "100 201 1110 211 2"),
    Case(
      "{% block a %}{% block b %}{% block c %}{{ title }}{% endblock %}{% endblock %}{% endblock %}",
      gives: "Ceasefire &amp; &lt;talks&gt;"),
  ]
}

extension TemplateManual {
  /// What the schema does not know. The tests of the whole build build a site with the examples.
  static let introduction = #"""
    # Templates for theme authors

    <!-- Generated from Sources/DossierRendering/Views and Templates/ by the tests: change it there, run
    them once with RECORD=1, and again without. -->

    The theme is part of the program. This page lists its files and what each template may name.
    [TemplateLanguage.md](TemplateLanguage.md) describes the language.

    ## Replacing single files

    A file in a site's own `Templates/` takes the place of the built-in file of the same path. All others
    stay as they are, and stay current with newer versions of the program.

    To mark up dates differently everywhere, write `Templates/partials/date.html`:

    ```jinja
    <time class="when"{% if date.datetime %} datetime="{{ date.datetime }}"{% endif %}>{{ date.text }}</time>
    ```

    To change the pages of events only, write `Templates/event.html`. The whole built-in file is replaced,
    but yours may extend the built-in `article.html` too, and fill the blocks that its comment names:

    ```jinja
    {% extends "article.html" %}
    {% block after %}
    {% if conflicts %}
    <ul class="see-also">
    {%- for link in conflicts %}
    <li><a href="{{ link.href }}">{{ link.title }}</a></li>
    {%- endfor %}
    </ul>
    {% endif %}
    {% endblock %}
    ```

    Files under `Templates/assets/` are copied: put your own `style.css` there, or add a font.

    All templates, own and built-in, are checked together before any page is written. With
    `{{ link.titel }}` in the example above, the build ends with:

    ```
    Templates/event.html:6:39: error: Link has no attribute “titel” [template-unknown-attribute]
      |
    6 | <li><a href="{{ link.href }}">{{ link.titel }}</a></li>
      |                                       ^^^^^
      = help: did you mean “title”?
      = note: Templates/article.html:2:12: extended here
      = note: Templates/event.html:1:12: extended here
    ```

    A template that replaces a built-in one is checked wherever it is included, with the variables that
    it has there.

    ## Trying a template

    `dossier template FILE --data JSON` renders one template with data from a JSON file (`-` for standard
    input), without a site. The names in the JSON are the variables, and the only ones. Templates of the
    same folder and of the built-in theme can be included and extended.

    ```
    echo '{"date": {"text": "20 November 2020", "datetime": "2020-11-20"}}' |
      dossier template Templates/partials/date.html --data -
    ```

    ## Types

    | Type | What it is |
    |---|---|
    | string | Text; escaped where it is printed. |
    | html | Markup that the program made; inserted as it is. |
    | int, bool | A whole number; true or false, for conditions. |
    | list of … | For loops: `{% for x in list %}`. |
    | a name | A record with attributes, described [below](#records). |

    What may be none must be guarded, by `{% if x %}` or `x | default("…")`; the check says where a guard
    is missing.

    """#
}

package import Diagnostics

/// One template before it is compiled.
package struct TemplateSource: Sendable {
  /// The name by which `extends` and `include` find it: `actor.html`, `partials/quote.html`. Its
  /// ending says what is escaped: `.html .htm .xml .svg` by HTML context, `.json .js .css` accept
  /// only `tojson`, everything else is plain text.
  package let name: String
  /// Its text and the path that diagnostics print.
  package let file: SourceFile

  package init(name: String, file: SourceFile) {
    self.name = name
    self.file = file
  }
}

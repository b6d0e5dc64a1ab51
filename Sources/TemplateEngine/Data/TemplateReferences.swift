extension TemplateSource {
  /// The names of the templates that this one extends and includes, in the order of its text: what must
  /// be at hand before it can be compiled. O(length).
  package var references: [String] { Parser.parse(self).tree.references.map(\.text) }
}

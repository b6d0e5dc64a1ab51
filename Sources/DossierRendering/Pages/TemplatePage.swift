import DossierModel
import TemplateEngine

/// A template with the schema of its root record.
struct TemplatePage {
  let templates: TemplateSet
  let name: String
  let schema: RecordSchema

  /// Renders the values and records what was read: the templates besides `inputs`.
  func artifact(
    _ path: SitePath, _ values: [TemplateValue], inputs: [InputID]
  ) throws(TemplateError) -> Artifact {
    var output: [UInt8] = []
    output.reserveCapacity(65_536)
    try templates.render(name, TemplateRecord(schema, values), into: &output)
    // An artifact lives until the end of the build: it takes the bytes that it has, not the room that
    // the buffer grew to.
    let bytes = Array(output[...])
    var inputs = inputs
    inputs.append(.file("dossier.yml"))
    for name in templates.dependencies(of: name) { inputs.append(.file("Templates/" + name)) }
    inputs.sort()
    // Two notes of a page may rest on one source: what stands twice stands once.
    inputs = inputs.indices.filter { $0 == 0 || inputs[$0] != inputs[$0 - 1] }.map { inputs[$0] }
    return Artifact(path: path, bytes: bytes, inputs: inputs)
  }
}

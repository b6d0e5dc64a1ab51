/// What a reader loads first: where everything is.
struct Manifest {
  /// Differs where any other file does.
  let version: String
  let groups: [SearchGroup]
  /// By partition: how many documents each file of texts has.
  let documents: [[Int]]
  /// By file of terms, lexicon and reversed lexicon: where it begins.
  let terms: [String]
  let lexicon: [String]
  let reversed: [String]

  /// An object of JavaScript. Boundaries are folded words, which hold no quotation marks and no spaces.
  var file: SearchFile {
    var text = "dossierSearch(\"manifest\",{version:\"\(version)\",groups:["
    text += groups.map { group in
      var label: [UInt8] = []
      Script.appendEscaped(group.label.utf8, to: &label)
      return "[\"" + String(decoding: label, as: UTF8.self) + "\",\(group.count)]"
    }.joined(separator: ",")
    text += "],documents:["
    text += documents.map { counts in
      var digits: [UInt8] = []
      for count in counts { Script.append(count, to: &digits) }
      return "\"" + String(decoding: digits, as: UTF8.self) + "\""
    }.joined(separator: ",")
    text += "],terms:\"\(terms.joined(separator: " "))\""
    text += ",lexicon:\"\(lexicon.joined(separator: " "))\""
    text += ",reversed:\"\(reversed.joined(separator: " "))\"})\n"
    return SearchFile(name: "manifest", bytes: Array(text.utf8))
  }
}

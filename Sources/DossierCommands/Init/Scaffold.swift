import DossierModel
import FileTree

/// The files that `init` and `new` write.
enum Scaffold {
  /// Writes a file whole, with the folders above it.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    do {
      if let slash = path.lastIndex(of: "/") {
        try AtomicFile.createDirectories(String(path[..<slash]))
      }
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch {
      throw .environment("\(error)")
    }
  }

  /// A page of a kind: its front matter, a sentence to replace, and the facts that its kind begins with.
  static func page(_ kind: PageKind, title: String) -> String {
    var text = "---\ntitle: \(yaml(title))\n"
    if let sort = kind.sorts.first {
      text += "kind: \(sort)  # or: \(kind.sorts.dropFirst().joined(separator: ", "))\n"
    }
    text += "draft: true\n---\nWhat it is, in one sentence with its source.\n"
    switch kind {
    case .conflict: text += "\n## Facts\n\n- start: unknown\n"
    case .event: text += "\n## Facts\n\n- when: unknown\n"
    case .actor, .place, .page: break
    }
    return text
  }

  /// `text` as a YAML scalar in double quotes (YAML 1.2.2, section 7.3.1).
  static func yaml(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n", "\r", "\t": result += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// A new site.
  static func site(title: String) -> [(path: String, text: String)] {
    [
      (
        "dossier.yml",
        """
        title: \(yaml(title))
        description: What this site is about, in one sentence.
        # The address the site will have. Feed, sitemap and canonical links are made from it.
        base-url: https://example.org/
        language: en

        """
      ),
      (
        "Content/index.md",
        """
        What this site covers, and until when.

        Put captured articles into `seeds/` and pages into `Content/actors`, `Content/conflicts` and
        `Content/events`; `dossier new actor NAME` writes the beginning of one.

        """
      ),
      ("seeds/.gitkeep", ""),
      (".gitignore", "site/\n.dossier/\n.dossier-source/\nexport/\n"),
      (".github/workflows/site.yml", Workflows.gitHub),
      (".gitlab-ci.yml", Workflows.gitLab),
    ]
  }
}

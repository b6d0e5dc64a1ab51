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
      (".gitignore", "site/\n.dossier/\n"),
      (".github/workflows/site.yml", workflow),
    ]
  }

  /// Builds, checks and deploys to GitHub Pages at every push.
  private static let workflow = """
    # Builds the site at every change, checks it, and publishes it on GitHub Pages.
    # Set the repository variable DOSSIER_REPOSITORY (Settings > Secrets and variables > Actions) to the
    # repository that Dossier itself is built from, OWNER/NAME, and the Pages source to "GitHub Actions".
    name: site
    on:
      push:
        branches: [main]
      pull_request:
      workflow_dispatch:
    permissions:
      contents: read
    concurrency:
      group: pages-${{ github.ref }}
      cancel-in-progress: true
    jobs:
      build:
        runs-on: ubuntu-latest
        container: swift:6.3
        steps:
          - name: System libraries
            run: |
              apt-get update
              apt-get install --yes git pkg-config libcmark-dev libyaml-dev libssl-dev
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.DOSSIER_REPOSITORY }}
              path: .dossier-source
          - name: Build Dossier
            run: swift build --package-path .dossier-source --configuration release --product dossier
          - name: Check
            run: .dossier-source/.build/release/dossier check --format github
          - name: Build the site
            run: .dossier-source/.build/release/dossier build --output site
          - uses: actions/upload-pages-artifact@v3
            with:
              path: site
      deploy:
        if: github.ref == 'refs/heads/main'
        needs: build
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """
}

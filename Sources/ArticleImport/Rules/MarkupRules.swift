internal import DossierModel

/// The front matter of a Markdown capture.
struct FrontMatter: CaptureRule {
  static let id = "front-matter"
  static let about = """
    The lines between `---` at the head of a Markdown capture are not read: what an editor says \
    about a capture stands in its sidecar.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices where reading.units[unit].markup == .frontMatter {
      reading.mark(unit, .chrome, Self.id)
    }
  }
}

/// Rules, fences, tables and images of Markdown.
struct MarkdownMark: CaptureRule {
  static let id = "markdown-mark"
  static let about = """
    A thematic break, a code fence, a table row or an image of a Markdown capture is no paragraph. \
    Headings below the first level and list items are.
    """

  func apply(to reading: inout CaptureReading) {
    for unit in reading.units.indices {
      switch reading.units[unit].markup {
      case .thematicBreak, .fence, .table, .image: reading.mark(unit, .chrome, Self.id)
      case .plain, .listItem, .frontMatter, .heading: break
      }
    }
  }
}

import Diagnostics

/// How a capture is written: which reader it needs.
enum CaptureKind {
  case text, markdown, html

  /// By the name's ending; a capture without a telling one is HTML if it starts as a page does. O(1).
  init(_ file: SourceFile) {
    switch file.path.split(separator: ".").last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    default: self = HTMLSniffer.isPage(file.bytes) ? .html : .text
    }
  }
}

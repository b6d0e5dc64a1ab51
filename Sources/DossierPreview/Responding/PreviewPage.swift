/// The two pages that the preview writes itself, for want of one of the site's.
enum PreviewPage {
  /// What is served as long as no build has succeeded: the report, as text.
  static func failed(_ state: PreviewState) -> [UInt8] {
    let heading = "The build failed"
    let report = state.failure ?? "The first build has not ended yet."
    return page(heading, body: "<pre>\n\(escaped(report))</pre>", in: state)
  }

  /// What is served for an unknown address when the site has no `404.html`.
  static func missing(_ state: PreviewState) -> [UInt8] {
    page("404: no such page", body: "<p>The last build has no file here.</p>", in: state)
  }

  private static func page(_ heading: String, body: String, in state: PreviewState) -> [UInt8] {
    let html = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(heading)</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; }
      pre { font: 0.9rem/1.45 ui-monospace, monospace; white-space: pre-wrap; }
      </style>
      </head>
      <body>
      <h1>\(heading)</h1>
      \(body)
      </body>
      </html>

      """
    return LiveReload.page(Array(html.utf8), in: state)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\0": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

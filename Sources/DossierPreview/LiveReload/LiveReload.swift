/// What the preview adds to a page while serving it. No artifact ever contains any of it.
enum LiveReload {
  /// The folder of the preview's own addresses, at the server's root whatever the base path.
  static let folder = "/__dossier/"
  static let scriptPath = "/__dossier/live.js"
  static let eventsPath = "/__dossier/events"

  /// The bytes of the script behind `scriptPath`.
  static let script = Array(liveReloadScript.utf8)

  /// A page with the script's element before its last `</body>`, else at its end. O(bytes).
  static func page(_ html: [UInt8], in state: PreviewState) -> [UInt8] {
    let failed = state.site == nil ? " data-failed" : ""
    let element = """
      <script src="\(scriptPath)" data-revision="\(state.revision)" \
      data-attempt="\(state.attempt)"\(failed)></script>
      """
    let end = endOfBody(html)
    var page: [UInt8] = []
    page.reserveCapacity(html.count + element.utf8.count)
    page += html[..<end]
    page += element.utf8
    page += html[end...]
    return page
  }

  /// The offset of the last `</body>`, in whatever case, or the end of the page.
  private static func endOfBody(_ html: [UInt8]) -> Int {
    let tag = Array("</body".utf8)
    var start = html.count - tag.count
    while start >= 0 {
      if html[start] == tag[0],
        zip(html[start...].dropFirst(2), tag.dropFirst(2)).allSatisfy({ $0 | 0x20 == $1 }),
        html[start + 1] == tag[1]
      {
        return start
      }
      start -= 1
    }
    return html.count
  }
}

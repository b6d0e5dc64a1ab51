import DossierModel

@testable import DossierPreview

/// Artifacts from paths and texts; a path that is none is left out, and the test then misses it.
func artifacts(_ files: KeyValuePairs<String, String>) -> [Artifact] {
  files.compactMap { path, text in
    SitePath(path).map { Artifact(path: $0, bytes: Array(text.utf8), inputs: []) }
  }
}

let smallSite: KeyValuePairs = [
  "index.html": "<html><body>Home</body></html>",
  "actors/index.html": "<html><body>Actors</body></html>",
  "actors/russia.html": "<html><body>Russia</body></html>",
  "places/Şuşa kalesi.html": "<html><body>Şuşa</body></html>",
  "assets/site.css": "h1 { color: red }",
  "assets/mark.svg": "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
  "data/tolls.csv": "0123456789",
  "404.html": "<html><body>Missing</body></html>",
]

/// The state after the builds, in order.
func state(_ builds: PreviewBuild...) -> PreviewState {
  builds.reduce(PreviewState(session: "s")) { $0.after($1) }
}

/// The element that a page of revision `s-1`, built at the first attempt, carries.
let liveElement =
  #"<script src="/__dossier/live.js" data-revision="s-1" data-attempt="1"></script>"#

extension PreviewResponse {
  /// The body as text; empty when there is none.
  var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}

/// Sends a request for `target` to a responder with the base path, on the small site.
func answer(
  _ target: String, basePath: String = "/", method: String = "GET",
  host: String? = "localhost:8080",
  in state: PreviewState = state(.built(artifacts(smallSite))),
  _ change: (inout PreviewRequest) -> Void = { _ in }
) -> PreviewResponse? {
  guard let basePath = BasePath(basePath) else { return nil }
  var request = PreviewRequest(method: method, target: target, host: host)
  change(&request)
  return PreviewResponder(basePath: basePath, hosts: HostRule(host: "127.0.0.1"))
    .respond(to: request, in: state)
}

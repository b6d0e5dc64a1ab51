import DossierModel

/// The media type of a file by its name.
enum MediaType {
  static let html = "text/html; charset=utf-8"

  /// The value of `Content-Type`; all text of a site is UTF-8, and says so. An unknown ending gives
  /// `application/octet-stream`, which browsers download.
  static func of(_ path: SitePath) -> String {
    let name = path.rawValue.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm": return html
    case "css": return "text/css; charset=utf-8"
    case "js", "mjs": return "text/javascript; charset=utf-8"
    case "json", "map": return "application/json; charset=utf-8"
    case "jsonl", "ndjson": return "application/x-ndjson; charset=utf-8"
    case "jsonld": return "application/ld+json; charset=utf-8"
    case "geojson": return "application/geo+json; charset=utf-8"
    case "webmanifest": return "application/manifest+json; charset=utf-8"
    case "xml", "xsl": return "application/xml; charset=utf-8"
    case "atom": return "application/atom+xml; charset=utf-8"
    case "rss": return "application/rss+xml; charset=utf-8"
    case "txt", "yml", "yaml", "bib", "ris": return "text/plain; charset=utf-8"
    case "md": return "text/markdown; charset=utf-8"
    case "csv": return "text/csv; charset=utf-8"
    case "ics": return "text/calendar; charset=utf-8"
    case "vtt": return "text/vtt; charset=utf-8"
    case "svg": return "image/svg+xml; charset=utf-8"
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    case "gif": return "image/gif"
    case "webp": return "image/webp"
    case "avif": return "image/avif"
    case "ico": return "image/vnd.microsoft.icon"
    case "woff2": return "font/woff2"
    case "woff": return "font/woff"
    case "ttf": return "font/ttf"
    case "otf": return "font/otf"
    case "pdf": return "application/pdf"
    case "mp3": return "audio/mpeg"
    case "ogg", "oga": return "audio/ogg"
    case "mp4": return "video/mp4"
    case "webm": return "video/webm"
    case "wasm": return "application/wasm"
    case "zip": return "application/zip"
    case "gz": return "application/gzip"
    case "sqlite", "db": return "application/vnd.sqlite3"
    default: return "application/octet-stream"
    }
  }
}

import DossierModel

/// Answers a request from a state: a pure function. No part of a request ever names anything but a key
/// of the snapshot's table.
struct PreviewResponder: Sendable {
  let basePath: BasePath
  let hosts: HostRule

  /// The answer, with the headers that every answer carries. O(bytes of the file served).
  func respond(to request: PreviewRequest, in state: PreviewState) -> PreviewResponse {
    var response = checkedAnswer(to: request, in: state)
    response.headers += [
      .init(name: "Cache-Control", value: "no-cache"),
      .init(name: "X-Content-Type-Options", value: "nosniff"),
      // Other pages in the browser may not load the site's files, not even as scripts or images.
      .init(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    ]
    return request.method == "HEAD" ? response.withoutBody : response
  }

  private func checkedAnswer(
    to request: PreviewRequest, in state: PreviewState
  ) -> PreviewResponse {
    guard let host = request.host else { return .text(400, "400: no Host") }
    guard hosts.admits(host) else {
      return .text(421, "421: this server does not answer for that host")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text(405, "405: only GET and HEAD", [.init(name: "Allow", value: "GET, HEAD")])
    }
    guard let path = RequestPath.decode(request.target) else {
      return .text(400, "400: not a path")
    }
    switch path {
    case LiveReload.scriptPath:
      return file(
        LiveReload.script, type: "text/javascript; charset=utf-8", status: 200, for: request)
    case LiveReload.eventsPath:
      guard request.method == "GET" else {
        return .text(405, "405: only GET", [.init(name: "Allow", value: "GET")])
      }
      let type = PreviewResponse.Header(name: "Content-Type", value: "text/event-stream")
      return PreviewResponse(200, [type], body: .events)
    case _ where path.hasPrefix(LiveReload.folder):
      return .text(404, "404: no such file")
    default:
      return page(at: path, for: request, in: state)
    }
  }

  private func page(
    at path: String, for request: PreviewRequest, in state: PreviewState
  ) -> PreviewResponse {
    guard let relative = basePath.relative(path) else {
      if path == "/" { return .redirect(302, to: basePath.encoded) }
      if "\(path)/" == basePath.decoded { return .redirect(301, to: basePath.encoded) }
      return missing(for: request, in: state)
    }
    guard let site = state.site else {
      return file(PreviewPage.failed(state), type: MediaType.html, status: 500, for: request)
    }
    let isFolder = relative.isEmpty || relative.hasSuffix("/")
    guard let key = SitePath(isFolder ? "\(relative)index.html" : relative) else {
      return missing(for: request, in: state)
    }
    if let bytes = site[key] {
      return file(bytes, at: key, status: 200, for: request, in: state)
    }
    if !isFolder, let index = SitePath("\(relative)/index.html"), site[index] != nil {
      let query = Substring(request.target.utf8.drop { $0 != UInt8(ascii: "?") })
      return .redirect(301, to: "\(basePath.address(of: key))/\(query)")
    }
    return missing(for: request, in: state)
  }

  private func missing(for request: PreviewRequest, in state: PreviewState) -> PreviewResponse {
    if let key = SitePath("404.html"), let bytes = state.site?[key] {
      return file(bytes, at: key, status: 404, for: request, in: state)
    }
    return file(PreviewPage.missing(state), type: MediaType.html, status: 404, for: request)
  }

  private func file(
    _ bytes: [UInt8], at path: SitePath, status: Int, for request: PreviewRequest,
    in state: PreviewState
  ) -> PreviewResponse {
    let type = MediaType.of(path)
    let body = type == MediaType.html ? LiveReload.page(bytes, in: state) : bytes
    return file(body, type: type, status: status, for: request)
  }

  /// Conditions and ranges apply to good answers only (RFC 9110, sections 13.2.1 and 14.2).
  private func file(
    _ bytes: [UInt8], type: String, status: Int, for request: PreviewRequest
  ) -> PreviewResponse {
    let typeHeader = PreviewResponse.Header(name: "Content-Type", value: type)
    guard status == 200 else { return PreviewResponse(status, [typeHeader], body: .bytes(bytes)) }
    let tag = EntityTag.of(bytes)
    let tagHeader = PreviewResponse.Header(name: "ETag", value: tag)
    if let field = request.ifNoneMatch, EntityTag.isListed(tag, in: field) {
      return PreviewResponse(304, [tagHeader], body: .absent(length: nil))
    }
    var response = PreviewResponse(
      200, [typeHeader, tagHeader, .init(name: "Accept-Ranges", value: "bytes")],
      body: .bytes(bytes))
    guard request.method == "GET", let field = request.range,
      request.ifRange == nil || request.ifRange == tag
    else { return response }
    switch ByteRange(field, length: bytes.count) {
    case .whole: break
    case .part(let range):
      response.status = 206
      response.body = .bytes(Array(bytes[range]))
      response.headers.append(
        .init(
          name: "Content-Range",
          value: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"))
    case .unsatisfiable:
      return .text(
        416, "416: no such bytes", [.init(name: "Content-Range", value: "bytes */\(bytes.count)")])
    }
    return response
  }
}

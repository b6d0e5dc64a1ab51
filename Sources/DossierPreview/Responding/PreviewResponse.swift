/// The answer to a request, before any server library sees it.
struct PreviewResponse: Hashable, Sendable {
  struct Header: Hashable, Sendable {
    let name: String
    let value: String
  }

  enum Body: Hashable, Sendable {
    case bytes([UInt8])
    /// No body; `length` is what `Content-Length` says of the body that `GET` would get.
    case absent(length: Int?)
    /// The endless stream of live reload messages.
    case events
  }

  var status: Int
  var headers: [Header]
  var body: Body

  init(_ status: Int, _ headers: [Header] = [], body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A short answer to a person or a tool.
  static func text(_ status: Int, _ text: String, _ headers: [Header] = []) -> PreviewResponse {
    PreviewResponse(
      status, [Header(name: "Content-Type", value: "text/plain; charset=utf-8")] + headers,
      body: .bytes(Array("\(text)\n".utf8)))
  }

  /// A redirect to `location`, a path on this server.
  static func redirect(_ status: Int, to location: String) -> PreviewResponse {
    .text(status, "See \(location)", [Header(name: "Location", value: location)])
  }

  /// The same answer as `HEAD` gets it.
  var withoutBody: PreviewResponse {
    var response = self
    switch body {
    case .bytes(let bytes): response.body = .absent(length: bytes.count)
    case .events: response.body = .absent(length: nil)
    case .absent: break
    }
    return response
  }

  /// The value of the first header of that name, as it is spelled here.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}

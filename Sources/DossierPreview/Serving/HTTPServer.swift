import Hummingbird
import Logging
import ServiceLifecycle
import UnixSignals

/// Carries requests and answers between Hummingbird and the responder. Nothing is decided here.
struct HTTPServer: Sendable {
  let responder: PreviewResponder
  let store: PreviewStore

  /// Listens until SIGINT, SIGTERM or the cancellation of the task; `started` is called once
  /// connections are accepted.
  func run(host: String, port: Int, started: @escaping @Sendable () -> Void) async throws {
    var logger = Logger(label: "dossier.preview")
    logger.logLevel = .error
    let application = Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in respond(to: request) },
      configuration: .init(address: .hostname(host, port: port)),
      onServerRunning: { _ in started() }, logger: logger)
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    // A client that keeps its connection open must not keep the server up.
    configuration.maximumGracefulShutdownDuration = .milliseconds(50)
    let group = ServiceGroup(configuration: configuration)
    // Cancelled from outside, the group shuts down as after a signal: cancelled itself, Hummingbird
    // would report its closed socket as an error.
    let running = Task { try await group.run() }
    try await withTaskCancellationHandler {
      try await running.value
    } onCancel: {
      Task { await group.triggerGracefulShutdown() }
    }
  }

  private func respond(to request: Request) -> Response {
    let answer = responder.respond(
      to: PreviewRequest(
        method: request.head.method.rawValue, target: request.head.path ?? "",
        host: request.head.authority, ifNoneMatch: request.headers[.ifNoneMatch],
        range: request.headers[.range], ifRange: request.headers[.ifRange]),
      in: store.state)
    var headers = HTTPFields()
    for header in answer.headers {
      guard let name = HTTPFields.Element.Name(header.name) else { continue }
      headers[name] = header.value
    }
    let status = HTTPResponse.Status(code: answer.status)
    switch answer.body {
    case .bytes(let bytes):
      return Response(
        status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    case .absent(let length):
      var response = Response(status: status, headers: headers)
      response.headers[.contentLength] = length.map { String($0) }
      return response
    case .events:
      return Response(status: status, headers: headers, body: events(for: request))
    }
  }

  /// The messages, until the client leaves or the server shuts down.
  private func events(for request: Request) -> ResponseBody {
    let message = LiveReloadMessage(basePath: responder.basePath)
    return ResponseBody { writer in
      try await request.body.consumeWithCancellationOnInboundClose { _ in
        try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
        for try await state in store.states().cancelOnGracefulShutdown() {
          try await writer.write(ByteBuffer(string: message.text(for: state)))
        }
      }
      try await writer.finish(nil)
    }
  }
}

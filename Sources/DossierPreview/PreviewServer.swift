/// `dossier serve`: builds the site, serves it from memory, and builds it again at every change.
///
/// Every answer comes from the artifacts of the last good build; nothing in a request ever reaches the
/// file system.
package struct PreviewServer: Sendable {
  /// Where and under which address the preview is served.
  package struct Options: Hashable, Sendable {
    /// The name or address to listen on. Nothing else is bound.
    package var host = "127.0.0.1"
    /// The first port to try; 0 lets the system choose.
    package var port = 8080
    /// How many of the following ports may be tried when `port` is taken.
    package var furtherPorts = 50
    /// The path that the site has in its public address: `/`, `/repo/`.
    package var basePath = "/"

    package init() {}
  }

  private let options: Options
  private let coordinator: RebuildCoordinator
  private let store: PreviewStore
  private let watch: @Sendable (RebuildCoordinator) async -> Void
  private let announce: @Sendable (PreviewNotice) -> Void

  /// - Parameters:
  ///   - rebuild: builds the whole site; called once at the start and again after changes, never
  ///     twice at a time. It and the tasks it starts run on threads of their own, and may block them. At
  ///     the end it is cancelled, but not waited for.
  ///   - changes: an element for every burst of changes to what the site is made of.
  ///   - announce: told of the server's address and of the end of every build; called on any thread.
  package init(
    options: Options,
    rebuild: @escaping @concurrent @Sendable () async -> PreviewBuild,
    changes: some AsyncSequence<Void, Never> & Sendable,
    announce: @escaping @Sendable (PreviewNotice) -> Void
  ) {
    let session = String(UInt32.random(in: .min ... .max), radix: 36)
    let store = PreviewStore(session: session)
    self.options = options
    self.store = store
    self.announce = announce
    coordinator = RebuildCoordinator(rebuild: rebuild) { build, elapsed in
      let before = store.state
      let state = store.publish(build)
      if state.failure != nil {
        announce(.failed(keepsSite: state.site != nil, elapsed: elapsed))
      } else {
        let isNew = state.siteNumber != before.siteNumber
        let count = isNew ? state.change?.count ?? state.site?.count ?? 0 : 0
        announce(.built(changed: count, elapsed: elapsed))
      }
    }
    watch = { coordinator in
      for await _ in changes { await coordinator.noteChange() }
    }
  }

  /// Builds, then serves until SIGINT, SIGTERM or the cancellation of the task, and returns at once,
  /// also while a build runs or pages listen for reloads. Before the first build has ended, the signals
  /// do what they do to any program. Throws `PreviewError`.
  package func run() async throws {
    guard let basePath = BasePath(options.basePath) else {
      throw PreviewError.badBasePath(options.basePath)
    }
    // A host that cannot be bound is reported now, not after the first build.
    _ = try ListeningPort.choose(options)
    await coordinator.noteChange()
    let watching = Task { [watch, coordinator] in await watch(coordinator) }
    defer { watching.cancel() }
    // Not until nothing is due any more: where files change all the time, that never comes.
    for await state in store.states() where state.attempt > 0 { break }
    guard !Task.isCancelled else { return await coordinator.stop() }

    let port = try ListeningPort.choose(options)
    let server = HTTPServer(
      responder: PreviewResponder(basePath: basePath, hosts: HostRule(host: options.host)),
      store: store)
    do {
      try await server.run(host: options.host, port: port) { [options, announce] in
        let takenPort = options.port == 0 || options.port == port ? nil : options.port
        let name =
          options.host.utf8.contains(UInt8(ascii: ":")) ? "[\(options.host)]" : options.host
        announce(
          .serving(url: "http://\(name):\(port)\(basePath.encoded)", takenPort: takenPort))
      }
    } catch {
      await coordinator.stop()
      throw PreviewError.cannotListen(host: options.host, port: port, reason: "\(error)")
    }
    await coordinator.stop()
  }
}

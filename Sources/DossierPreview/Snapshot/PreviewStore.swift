import Locking

/// Holds the present state and tells every listener of the next one.
final class PreviewStore: Sendable {
  private struct Shared {
    var state: PreviewState
    var listeners: [Int: AsyncStream<PreviewState>.Continuation] = [:]
    var nextListener = 0
  }

  private let shared: Mutex<Shared>

  init(session: String) {
    shared = Mutex(Shared(state: PreviewState(session: session)))
  }

  /// The state that a request is answered from.
  var state: PreviewState { shared.withLock { $0.state } }

  /// How many streams of `states()` are open.
  var listenerCount: Int { shared.withLock { $0.listeners.count } }

  /// Takes over the outcome of a build and tells the listeners. To be called by one task at a time:
  /// the comparison with the last site happens outside the lock.
  func publish(_ build: PreviewBuild) -> PreviewState {
    let before = state
    let next = before.after(build)
    shared.withLock { shared in
      shared.state = next
      for listener in shared.listeners.values { listener.yield(next) }
    }
    // `before` is kept until here, so that the last site is not freed while the lock is held.
    return withExtendedLifetime(before) { next }
  }

  /// The present state, then every later one. A slow listener misses states in between, never the
  /// last: a state says everything, so nothing is lost.
  func states() -> AsyncStream<PreviewState> {
    let (stream, listener) = AsyncStream.makeStream(
      of: PreviewState.self, bufferingPolicy: .bufferingNewest(1))
    let id = shared.withLock { shared in
      let id = shared.nextListener
      shared.nextListener += 1
      shared.listeners[id] = listener
      listener.yield(shared.state)
      return id
    }
    listener.onTermination = { [weak self] _ in
      self?.forget(id)
    }
    return stream
  }

  private func forget(_ id: Int) {
    let listener = shared.withLock { $0.listeners.removeValue(forKey: id) }
    withExtendedLifetime(listener) {}
  }
}

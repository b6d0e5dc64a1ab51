internal import Glibc

/// Waits for events and gathers bursts of them.
struct WatchLoop {
  private var tree: WatchedTree
  private let stop: EventSignal
  private let quiet: Duration
  private let patience: Duration

  init(tree: WatchedTree, stop: EventSignal, quiet: Duration, patience: Duration) {
    self.tree = tree
    self.stop = stop
    self.quiet = quiet
    self.patience = patience
  }

  /// Blocks until a burst of changes has ended; nil when stopped.
  mutating func next() -> FileChanges? {
    let clock = ContinuousClock()
    var gathered = FileChanges()
    var deadline: ContinuousClock.Instant?
    var latest: ContinuousClock.Instant?
    while true {
      let now = clock.now
      if let deadline, now >= deadline { return gathered }
      switch wait(deadline.map { $0 - now }) {
      case .stopped: return nil
      case .timeout: continue
      case .events:
        let before = gathered
        gathered.merge(tree.readEvents())
        // Events that concern nobody do not prolong a burst.
        if gathered.isEmpty || (gathered == before && deadline != nil) { continue }
        let time = clock.now
        let end = latest ?? time + patience
        latest = end
        deadline = min(end, time + quiet)
      }
    }
  }

  private enum Outcome { case stopped, timeout, events }

  private func wait(_ duration: Duration?) -> Outcome {
    var milliseconds: Int32 = -1
    if let duration {
      let (seconds, attoseconds) = duration.components
      // Rounded up: a wait that ends early would spin.
      milliseconds = Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
    }
    return unsafe withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { watched in
      unsafe watched.initializeElement(
        at: 0, to: pollfd(fd: stop.raw, events: Int16(POLLIN), revents: 0))
      unsafe watched.initializeElement(
        at: 1, to: pollfd(fd: tree.raw, events: Int16(POLLIN), revents: 0))
      let ready = unsafe poll(watched.baseAddress, 2, milliseconds)
      if unsafe watched[0].revents != 0 { return .stopped }
      if ready < 0 { return errno == EINTR ? .timeout : .stopped }
      if ready == 0 { return .timeout }
      if unsafe watched[1].revents & Int16(POLLERR | POLLNVAL) != 0 { return .stopped }
      return .events
    }
  }
}

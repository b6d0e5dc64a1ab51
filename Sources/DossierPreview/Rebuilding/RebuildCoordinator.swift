/// Runs one build at a time. However many changes arrive during a build, one more build follows it.
actor RebuildCoordinator {
  private let rebuild: @concurrent @Sendable () async -> PreviewBuild
  private let executor = BuildExecutor()
  private let finished: @Sendable (PreviewBuild, Duration) -> Void
  private var loop: Task<Void, Never>?
  private var isStale = false
  private var isStopped = false

  /// `rebuild` runs on a `BuildExecutor`. `finished` gets each outcome, in order,
  /// with the time that the build took.
  init(
    rebuild: @escaping @concurrent @Sendable () async -> PreviewBuild,
    finished: @escaping @Sendable (PreviewBuild, Duration) -> Void
  ) {
    self.rebuild = rebuild
    self.finished = finished
  }

  /// Something that the site is made of has changed: builds now, or after the running build.
  func noteChange() {
    guard !isStopped else { return }
    isStale = true
    if loop == nil { loop = Task { await buildWhileStale() } }
  }

  /// Returns when no build is running and none is due; what the tests wait for.
  func settle() async {
    while let loop { await loop.value }
  }

  /// Cancels the running build, does not wait for it, drops its outcome, and starts no other.
  func stop() {
    isStopped = true
    loop?.cancel()
  }

  private func buildWhileStale() async {
    while isStale, !isStopped {
      isStale = false
      let start = ContinuousClock.now
      let build = await withTaskExecutorPreference(executor) { await rebuild() }
      if isStopped { break }
      finished(build, ContinuousClock.now - start)
    }
    loop = nil
  }
}

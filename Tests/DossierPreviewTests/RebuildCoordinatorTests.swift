import Locking
import Testing

@testable import DossierPreview

@Suite("The rebuild coordinator", .timeLimit(.minutes(1)))
struct RebuildCoordinatorTests {
  /// Counts builds, and holds each until it is released.
  private final class Workshop: Sendable {
    let started = Mutex(0)
    let ended = Mutex(0)
    let running = Mutex(0)
    let overlaps = Mutex(0)
    let released = Mutex(0)

    func build() async -> PreviewBuild {
      let number = started.withLock {
        $0 += 1; return $0
      }
      if running.withLock({
        $0 += 1; return $0
      }) > 1 {
        overlaps.withLock { $0 += 1 }
      }
      while released.withLock({ $0 }) < number, !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(1))
      }
      running.withLock { $0 -= 1 }
      return .failed(report: "")
    }

    func started(_ count: Int) async {
      while started.withLock({ $0 }) < count { await Task.yield() }
    }
  }

  private func coordinator(_ workshop: Workshop) -> RebuildCoordinator {
    RebuildCoordinator(rebuild: { await workshop.build() }) { _, _ in
      workshop.ended.withLock { $0 += 1 }
    }
  }

  @Test("runs exactly one more build for all changes during a build, never two at a time")
  func coalescing() async {
    let workshop = Workshop()
    let coordinator = coordinator(workshop)
    await coordinator.noteChange()
    await workshop.started(1)
    for _ in 0..<100 { await coordinator.noteChange() }
    workshop.released.withLock { $0 = 10 }
    await coordinator.settle()
    #expect(workshop.started.withLock { $0 } == 2)
    #expect(workshop.ended.withLock { $0 } == 2)
    #expect(workshop.overlaps.withLock { $0 } == 0)
  }

  @Test("builds again for a change after a build")
  func again() async {
    let workshop = Workshop()
    workshop.released.withLock { $0 = 10 }
    let coordinator = coordinator(workshop)
    for count in 1...3 {
      await coordinator.noteChange()
      await coordinator.settle()
      #expect(workshop.ended.withLock { $0 } == count)
    }
  }

  @Test("drops the outcome of a build that was stopped, and starts no other")
  func stopping() async {
    let workshop = Workshop()
    let coordinator = coordinator(workshop)
    await coordinator.noteChange()
    await workshop.started(1)
    await coordinator.noteChange()
    await coordinator.stop()
    await coordinator.settle()
    #expect(workshop.started.withLock { $0 } == 1)
    #expect(workshop.ended.withLock { $0 } == 0)
  }
}

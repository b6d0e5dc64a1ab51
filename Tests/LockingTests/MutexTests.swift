import Dispatch
import Testing

@testable import Locking

/// One thread at a time.
struct MutexTests {
  @Test func `no change made by one of many threads is lost`() {
    let counter = Mutex(0)
    let ended = Mutex<Set<Int>>([])
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      for _ in 0..<1000 { counter.withLock { $0 += 1 } }
      _ = ended.withLock { $0.insert(number) }
    }
    #expect(counter.withLock { $0 } == 8000)
    #expect(ended.withLock { $0 } == Set(0..<8))
  }

  @Test func `an error passes through and leaves the lock free`() {
    struct Refused: Error {}
    let value = Mutex([1])
    #expect(throws: Refused.self) {
      try value.withLock { value throws(Refused) in
        value.append(2)
        throw Refused()
      }
    }
    #expect(value.withLock { $0 } == [1, 2])
  }

  @Test func `the value is let go with the mutex`() {
    final class Kept: Sendable {}
    weak var seen: Kept?
    do {
      let kept = Kept()
      seen = kept
      let mutex = Mutex<Kept?>(kept)
      #expect(mutex.withLock { $0 != nil })
    }
    #expect(seen == nil)
  }
}

import Glibc

/// A value that one thread at a time may touch, as with `Synchronization.Mutex`, but on a lock of the C
/// library: the thread sanitizer sees that one, and takes what Swift's own futex guards for a race.
///
/// @unchecked Sendable is sound: the value is touched under the lock alone, and what goes in or out is
/// `sending`, so that nobody outside keeps a reference to it.
@safe package struct Mutex<Value>: ~Copyable, @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let value: UnsafeMutablePointer<Value>

  /// Allocates the lock and the value.
  package init(_ initial: consuming sending Value) {
    unsafe lock = .allocate(capacity: 1)
    unsafe lock.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(lock, nil)
    unsafe value = .allocate(capacity: 1)
    unsafe value.initialize(to: initial)
  }

  deinit {
    unsafe value.deinitialize(count: 1)
    unsafe value.deallocate()
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Runs `body` with the value, alone. Not to be called within `body`: the lock is not recursive.
  package borrowing func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return try unsafe body(&value.pointee)
  }
}

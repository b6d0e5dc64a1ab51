internal import Glibc

/// The clock by which the system stamps files, as far as it can be asked.
package enum FileClock {
  /// Nanoseconds since 1970, never later than the stamp of a file written after the call.
  package static func now() -> Int64 {
    var time = timespec()
    // The coarse clock: stamps are taken from it, and it lags behind the precise one by up to 10 ms.
    unsafe clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return time.nanoseconds
  }

  /// Blocks the thread.
  package static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }
}

internal import Glibc

/// Runs another program to its end: no shell, an environment of our choosing, its output bounded in
/// size and time.
package struct Subprocess: Sendable {
  /// What a run came to.
  package struct Outcome: Sendable {
    /// Its exit code; nil when a signal ended it.
    package let code: Int32?
    package let output: [UInt8]
    package let error: [UInt8]
    /// Why it was ended before its time; nil when it ended by itself.
    package let stopped: Stop?
  }

  package enum Stop: Sendable, Hashable {
    /// More output than allowed.
    case size
    /// Longer than allowed.
    case time
  }

  /// The program could not be started.
  package struct Failure: Error, Sendable {
    package let message: String
  }

  /// How much of what it says on standard error is kept, in bytes.
  private static let errorLimit = 64 * 1024

  let program: String
  let arguments: [String]
  let environment: [String: String]
  let input: [UInt8]

  /// - Parameters:
  ///   - program: a name that is looked up in PATH, or a path.
  ///   - input: what it reads on its standard input.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.input = input
  }

  /// Runs the program to its end. Its output beyond `limit` bytes, or its
  /// running beyond `timeout`, ends it at once (SIGKILL).
  package func run(limit: Int, timeout: Duration) throws(Failure) -> Outcome {
    guard var output = Pipe(), var error = Pipe() else {
      throw Failure(message: "no pipe: \(Self.text(errno))")
    }
    var feed: Feed?
    if !input.isEmpty {
      feed = Feed(input)
      guard feed != nil else { throw Failure(message: "no socket: \(Self.text(errno))") }
    }
    let process = try start(
      input: feed?.childEnd, output: output.write, error: error.write)
    feed?.closeChildEnd()
    output.closeWrite()
    error.closeWrite()
    var collected = Collected(limit: limit)
    let stopped = collected.read(
      output: output.read, error: error.read, feed: &feed, timeout: timeout)
    if stopped != nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code: Int32? = status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    return Outcome(
      code: code, output: collected.output, error: collected.error, stopped: stopped)
  }

  private func start(
    input: Int32?, output: Int32, error: Int32
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input {
      unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO)
    var words = CStrings([program] + arguments)
    var variables = CStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    var process: pid_t = 0
    let result = unsafe words.withPointers { words in
      unsafe variables.withPointers { variables in
        guard let words = unsafe words, let variables = unsafe variables else { return ENOMEM }
        return unsafe posix_spawnp(&process, program, &actions, nil, words, variables)
      }
    }
    guard result == 0 else {
      throw Failure(message: "\(program) cannot be started: \(Self.text(result))")
    }
    return process
  }

  private static func text(_ code: Int32) -> String {
    code == ENOENT ? "it is not installed" : "error \(code)"
  }

  /// What has been read of the two streams.
  private struct Collected {
    let limit: Int
    var output: [UInt8] = []
    var error: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    /// Reads both streams to their ends and writes what the program reads; the reason when it had to
    /// stop before.
    mutating func read(
      output: Int32, error: Int32, feed: inout Feed?, timeout: Duration
    ) -> Stop? {
      let clock = ContinuousClock()
      let deadline = clock.now + timeout
      var open = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: error, events: Int16(POLLIN), revents: 0),
        pollfd(fd: feed?.ownEnd ?? -1, events: Int16(POLLOUT), revents: 0),
      ]
      while open[..<2].contains(where: { $0.fd >= 0 }) {
        let (seconds, attoseconds) = (deadline - clock.now).components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        guard milliseconds > 0 else { return .time }
        let ready = unsafe poll(&open, 3, Int32(clamping: milliseconds))
        if ready < 0, errno != EINTR { return nil }
        guard ready > 0 else { continue }
        if open[2].fd >= 0, open[2].revents != 0, feed?.send() != true {
          feed?.closeOwnEnd()
          open[2].fd = -1
        }
        for index in 0..<2 where open[index].fd >= 0 && open[index].revents != 0 {
          let part = Self.part(open[index].fd)
          if part.isEmpty { open[index].fd = -1 }
          if index == 0 {
            self.output += part
            if self.output.count > limit { return .size }
          } else if self.error.count < Subprocess.errorLimit {
            self.error += part
          }
        }
      }
      return nil
    }

    private static func part(_ descriptor: Int32) -> [UInt8] {
      let capacity = 64 * 1024
      return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        repeat {
          let read = unsafe Glibc.read(descriptor, buffer.baseAddress, capacity)
          count = max(0, read)
          if read >= 0 || errno != EINTR { return }
        } while true
      }
    }
  }
}

/// A pipe whose ends no started program inherits unless told to.
private struct Pipe: ~Copyable {
  let read: Int32
  let write: Int32
  private var isWriteOpen = true

  init?() {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (read, write) = (ends[0], ends[1])
  }

  mutating func closeWrite() {
    if isWriteOpen { close(write) }
    isWriteOpen = false
  }

  deinit {
    close(read)
    if isWriteOpen { close(write) }
  }
}

/// Texts as C wants its argument lists: pointers to zero-terminated bytes, a null pointer behind them.
private struct CStrings {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  /// A NUL in a text ends it there.
  init(_ texts: [String]) {
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      bytes.append(0)
    }
  }

  mutating func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    let starts = starts
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe withUnsafeTemporaryAllocation(
        of: UnsafeMutablePointer<CChar>?.self, capacity: starts.count + 1
      ) { pointers in
        for (index, start) in starts.enumerated() {
          unsafe pointers.initializeElement(
            at: index, to: buffer.baseAddress.map { unsafe $0 + start })
        }
        unsafe pointers.initializeElement(at: starts.count, to: nil)
        return unsafe body(pointers.baseAddress)
      }
    }
  }
}

/// What a program reads on its standard input, sent piece by piece. A socket, since a pipe whose reader
/// has gone would end us by a signal.
private struct Feed: ~Copyable {
  let ownEnd: Int32
  let childEnd: Int32
  private let bytes: [UInt8]
  private var sent = 0
  private var isOwnEndOpen = true
  private var isChildEndOpen = true

  init?(_ bytes: [UInt8]) {
    var ends: [Int32] = [0, 0]
    guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (ownEnd, childEnd) = (ends[0], ends[1])
    self.bytes = bytes
  }

  /// Sends as much as fits; false when all is sent or nobody reads it any more.
  mutating func send() -> Bool {
    let rest = bytes[sent...]
    guard !rest.isEmpty else { return false }
    let count = unsafe rest.withUnsafeBytes { buffer in
      unsafe Glibc.send(
        ownEnd, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
      )
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    sent += count
    return sent < bytes.count
  }

  mutating func closeOwnEnd() {
    if isOwnEndOpen { close(ownEnd) }
    isOwnEndOpen = false
  }

  mutating func closeChildEnd() {
    if isChildEndOpen { close(childEnd) }
    isChildEndOpen = false
  }

  deinit {
    if isOwnEndOpen { close(ownEnd) }
    if isChildEndOpen { close(childEnd) }
  }
}

import Foundation

/// The program under test: the binary that stands beside the test executable, run as a user runs it.
enum Dossier {
  /// What a run came to.
  struct Run: Equatable, CustomStringConvertible {
    let code: Int32
    let output: String
    let error: String

    /// Success without a word: what a pipeline wants.
    static let silentSuccess = Run(code: 0, output: "", error: "")

    var description: String { "exit \(code)\n--- stdout\n\(output)\n--- stderr\n\(error)" }
  }

  /// `DOSSIER_BINARY` where it is set, else beside the running test executable.
  static var binary: URL {
    get throws {
      if let path = ProcessInfo.processInfo.environment["DOSSIER_BINARY"], !path.isEmpty {
        return URL(fileURLWithPath: path)
      }
      let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(fileURLWithPath: executable).deletingLastPathComponent().appending(path: "dossier")
    }
  }

  /// Runs to the end in `folder`, with `input` as standard input. The streams are files, so that a long
  /// report blocks nothing.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Run {
    let running = try start(arguments, in: folder, environment: environment, input: input)
    return try running.finish()
  }

  /// Freezes the paragraph numbers of all captures, so that `check` has nothing to note.
  static func freeze(_ folder: TemporaryFolder) throws {
    let captures = try folder.tree("seeds").keys
      .filter { !$0.hasSuffix(".yml") && !$0.hasSuffix(".json") }.map { "seeds/" + $0 }
    _ = try run(["ingest"] + captures.sorted(), in: folder)
  }

  /// Starts a run that the caller ends.
  static func start(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Running {
    let streams = try TemporaryFolder()
    if let input { try streams.write(input, to: "in") }
    let process = Process()
    process.executableURL = try binary
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    // The binary is built with a sanitizer where the tests are, and heeds its options.
    let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(sanitizers) { $1 }
      .merging(environment) { $1 }
    process.standardInput =
      try input.map { _ in try FileHandle(forReadingFrom: streams.at("in")) }
      ?? FileHandle.nullDevice
    process.standardOutput = try streams.handle(to: "out")
    process.standardError = try streams.handle(to: "err")
    try process.run()
    return Running(process: process, streams: streams)
  }

  /// A run that has begun.
  struct Running {
    let process: Process
    let streams: TemporaryFolder

    /// What it wrote to standard error so far.
    var error: String { (try? streams.text("err")) ?? "" }

    func finish() throws -> Run {
      process.waitUntilExit()
      return Run(
        code: process.terminationStatus, output: try streams.text("out"),
        error: try streams.text("err"))
    }

    /// Ends it at once, as a power cut does; returns whether it was still at work.
    func killAtOnce() -> Bool {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      return process.terminationReason == .uncaughtSignal
    }

    /// Ctrl-C.
    func interrupt() { kill(process.processIdentifier, SIGINT) }
  }
}

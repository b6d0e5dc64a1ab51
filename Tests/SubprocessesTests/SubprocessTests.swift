import Subprocesses
import Testing

@Suite("Another program is run within bounds")
struct SubprocessTests {
  @Test func `its output, its words and its code are collected`() throws {
    let run = Subprocess(
      "/bin/sh", ["-c", "printf \"$A\"; echo no >&2; exit 3"], environment: ["A": "a b"])
    let outcome = try run.run(limit: 100, timeout: .seconds(20))
    #expect(outcome.code == 3)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "a b")
    #expect(String(decoding: outcome.error, as: UTF8.self) == "no\n")
    #expect(outcome.stopped == nil)
  }

  @Test func `too much output ends it`() throws {
    let outcome = try Subprocess("/bin/sh", ["-c", "while :; do echo y; done"], environment: [:])
      .run(limit: 1000, timeout: .seconds(20))
    #expect(outcome.stopped == .size)
  }

  @Test func `too long a time ends it`() throws {
    let outcome = try Subprocess("/bin/sleep", ["30"], environment: [:])
      .run(limit: 1000, timeout: .milliseconds(200))
    #expect(outcome.stopped == .time)
  }

  @Test func `what is not installed is said to be so`() {
    #expect(throws: Subprocess.Failure.self) {
      try Subprocess("no-such-program-here", [], environment: ["PATH": "/bin"])
        .run(limit: 1, timeout: .seconds(1))
    }
  }

  @Test(arguments: [1, 3_000_000])
  func `it reads what it is given, also more than a buffer holds`(count: Int) throws {
    let input = [UInt8](repeating: 0x61, count: count)
    let outcome = try Subprocess("/bin/cat", [], environment: [:], input: input)
      .run(limit: count, timeout: .seconds(20))
    #expect(outcome.code == 0)
    #expect(outcome.output == input)
  }

  @Test func `a program that reads nothing of it ends nobody`() throws {
    let outcome = try Subprocess(
      "/bin/sh", ["-c", "exec <&-; echo done"], environment: [:],
      input: [UInt8](repeating: 0x61, count: 3_000_000)
    ).run(limit: 100, timeout: .seconds(20))
    #expect(String(decoding: outcome.output, as: UTF8.self) == "done\n")
  }
}

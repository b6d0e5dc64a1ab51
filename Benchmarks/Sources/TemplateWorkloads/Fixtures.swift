package import Diagnostics
import FileTree

/// The files under `Benchmarks/Fixtures`, and the project's own theme.
package enum Fixtures {
  /// Why a measurement would be worth nothing.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
  }

  /// The project's folder.
  static var project: DiskFileSystem {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return DiskFileSystem(root: parts.dropLast(4).joined(separator: "/"))
  }

  /// A file of `Benchmarks/Fixtures` without the newline at its end.
  package static func text(_ name: String) throws -> String {
    let bytes = try project.contents(of: "Benchmarks/Fixtures/\(name)", limit: 1 << 20)
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// The findings as people read them.
  static func report(_ diagnostics: [Diagnostic]) -> Failure {
    Failure(diagnostics.map { ConsoleFormatter().format($0) }.joined())
  }

  /// Fails unless an engine gives what all give.
  static func require(_ found: String, _ expected: String, of engine: String) throws {
    if found != expected { throw Failure("\(engine) does not give the expected list:\n\(found)") }
  }
}

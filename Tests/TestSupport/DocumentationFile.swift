import Foundation

/// A file of Documentation/ that is made from the code, or has parts that are: tests hold it against the code.
package struct DocumentationFile {
  /// What became of a part.
  package enum Outcome: Equatable {
    case current
    /// The first line that differs, as the file and as the code has it.
    case outdated(file: String, code: String)
    /// The file has no such part.
    case missing
    /// Written anew, as RECORD=1 asks: look at the difference, run again without.
    case recorded
  }

  private let file: URL

  /// - Parameter path: below Documentation/.
  package init(_ path: String) {
    file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Documentation/\(path)")
  }

  /// Holds the whole file against `bytes`, or replaces it.
  package func check(is bytes: [UInt8]) throws -> Outcome {
    if Self.isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      return .recorded
    }
    guard let data = try? Data(contentsOf: file) else { return .missing }
    return Self.comparison(
      of: String(decoding: data, as: UTF8.self), with: String(decoding: bytes, as: UTF8.self))
  }

  private static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// Holds what stands between `<!-- part -->` and `<!-- /part -->` against `text`, or replaces it.
  /// O(length).
  package func check(_ part: String, is text: String) throws -> Outcome {
    let handle =
      try Self.isRecording ? FileHandle(forUpdating: file) : FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    // Other tests record other parts at the same time.
    guard flock(handle.fileDescriptor, LOCK_EX) == 0 else { throw CocoaError(.fileLocking) }
    let all = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    guard let open = all.range(of: "<!-- \(part) -->\n"),
      let close = all.range(of: "\n<!-- /\(part) -->"), open.upperBound <= close.lowerBound
    else { return .missing }
    let range = open.upperBound..<close.lowerBound
    if Self.isRecording {
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(all.replacingCharacters(in: range, with: text).utf8))
      return .recorded
    }
    return Self.comparison(of: all[range], with: text)
  }

  private static func comparison(of file: some StringProtocol, with text: String) -> Outcome {
    guard file != text else { return .current }
    let old = file.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return .outdated(
      file: line < old.count ? String(old[line]) : "",
      code: line < new.count ? String(new[line]) : "")
  }
}

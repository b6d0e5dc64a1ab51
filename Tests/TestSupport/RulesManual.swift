import Foundation

/// Documentation/Rules.md, of which several targets' tests hold a part each against the code.
package enum RulesManual {
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

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Rules.md")

  /// Holds what stands between `<!-- part -->` and `<!-- /part -->` against `text`, or replaces it.
  /// O(length).
  package static func check(_ part: String, is text: String) throws -> Outcome {
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    let handle =
      try isRecording ? FileHandle(forUpdating: file) : FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    // Other tests record other parts at the same time.
    guard flock(handle.fileDescriptor, LOCK_EX) == 0 else { throw CocoaError(.fileLocking) }
    let all = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    guard let open = all.range(of: "<!-- \(part) -->\n"),
      let close = all.range(of: "\n<!-- /\(part) -->"), open.upperBound <= close.lowerBound
    else { return .missing }
    let range = open.upperBound..<close.lowerBound
    if isRecording {
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(all.replacingCharacters(in: range, with: text).utf8))
      return .recorded
    }
    guard all[range] != text else { return .current }
    let old = all[range].split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    return .outdated(
      file: line < old.count ? String(old[line]) : "",
      code: line < new.count ? String(new[line]) : "")
  }
}

import Diagnostics
import FileTree

/// Findings about files that could not be read.
enum FileFindings {
  /// The largest Markdown or YAML file that is read, in bytes.
  static let textLimit = 16 << 20
  /// The largest attachment that is copied, in bytes.
  static let attachmentLimit = 64 << 20

  static func unreadable(_ path: String, _ error: FileTreeError) -> Diagnostic {
    let reason =
      switch error {
      case .notFound: "it is not there any more"
      case .notReadable(_, let reason): reason
      case .tooLarge(_, let size, let limit): "\(size) bytes are more than the \(limit) allowed"
      case .leavesRoot: "it leads out of the site's folder"
      case .changing: "another program is writing it"
      case .notWritable(_, let reason): reason
      case .alreadyThere: "there is a file of that name already"
      case .interrupted: "interrupted"
      }
    return Diagnostic(
      .error, "unreadable-file", "cannot be read: \(reason)", at: SourcePlace(path: path))
  }

  /// A text that is not UTF-8; nil for one that is. O(bytes).
  static func notUTF8(_ file: SourceFile) -> Diagnostic? {
    do {
      _ = try UTF8Span(validating: file.bytes.span)
      return nil
    } catch {
      let offset = error.byteOffsets.lowerBound
      return Diagnostic(
        .error, "not-utf8", "the text is not UTF-8 from here on", at: file.place(offset..<offset),
        help: "save the file as UTF-8")
    }
  }

  /// What is wrong with an entry that is no plain file.
  static func problem(_ path: String, _ problem: FileProblem) -> Diagnostic {
    Diagnostic(
      .error, "unreadable-file", "cannot be read: \(problem.description)",
      at: SourcePlace(path: path),
      help: "remove it, or put a file in its place")
  }
}

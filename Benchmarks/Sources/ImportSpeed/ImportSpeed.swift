import ArticleImport
import Diagnostics
import DossierModel
import FileTree
import Glibc

/// `ImportSpeed FOLDER [ROUNDS]`: what importing the captures of a folder costs, on one thread.
///
/// Prints, for the `.html` files and for the `.txt` files in the folder, the processor time a capture
/// and the bytes a second of the fastest round, then the most memory that the process held.
@main
struct ImportSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else { return print("usage: ImportSpeed FOLDER [ROUNDS]") }
    let rounds = arguments.count > 2 ? max(Int(arguments[2]) ?? 5, 1) : 5
    let folder = DiskFileSystem(root: arguments[1])
    let paths = try folder.entries(under: "").filter { $0.kind == .file }.map(\.path)
    for suffix in [".html", ".txt"] {
      let files = try paths.filter { $0.hasSuffix(suffix) }.map {
        SourceFile(path: $0, bytes: try folder.contents(of: $0, limit: 64 << 20))
      }
      if !files.isEmpty { measure(files, suffix, rounds) }
    }
    var usage = rusage()
    unsafe getrusage(RUSAGE_SELF.rawValue, &usage)
    print("most memory: \(usage.ru_maxrss >> 10) MiB")
  }

  private static func measure(_ files: [SourceFile], _ suffix: String, _ rounds: Int) {
    let importer = ArticleImporter()
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    var best = Int.max
    var paragraphs = 0
    for _ in 0..<rounds {
      let start = processorTime()
      paragraphs = files.reduce(0) { $0 + importer.read($1).article.paragraphs.count }
      best = min(best, processorTime() - start)
    }
    print(
      "\(suffix): \(files.count) captures, \(bytes) bytes, \(paragraphs) paragraphs;",
      "\(best / 1000 / files.count) µs a capture, \(bytes * 1000 / max(best, 1)) MB/s")
  }

  /// Nanoseconds that this process has run.
  private static func processorTime() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

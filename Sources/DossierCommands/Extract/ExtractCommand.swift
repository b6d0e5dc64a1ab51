import ArgumentParser
import ArticleImport
import Diagnostics
import DossierLinking
import DossierLoading
import DossierModel
import EDTF
import FileTree
import TimeExpressions

/// `dossier extract FILE…`: prints what the importer reads in captures.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Print what is read in a capture, and by which rule.",
    discussion: """
      Prints one JSON object a line for each file (dossier-extract/1), or with --format text the \
      capture with what each line is in its margin. Writes nothing.
      """)

  /// How the reading is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, text
  }

  /// What a month and day without a year are counted from.
  enum Genre: String, ExpressibleByArgument, CaseIterable {
    /// The day of publication.
    case news
    /// The text's own last full date.
    case background

    var ofTimes: TimeReader.Genre {
      switch self {
      case .news: .news
      case .background: .background
      }
    }
  }

  @Argument(help: "Captures: .txt, .md, .html; - for standard input.")
  var files: [String]

  @Option(help: "How the reading is printed: json or text.")
  var format = Format.json

  @Flag(help: "Take the whole file for the article: no furniture rules.")
  var plain = false

  @Option(help: "The day of publication, as a sidecar would say it: 2020-10-15.")
  var published: String?

  @Option(help: "How the bytes are written, as a sidecar would say it: windows-1251 …")
  var encoding: String?

  @Option(help: "What a day without a year is counted from: news or background.")
  var genre = Genre.news

  @Option(help: "Actors and their other names, from a registry.json instead of Content.")
  var registry: String?

  @Option(help: "The largest capture, in MB.")
  var maxSize = ArticleImporter.captureLimit >> 20

  @Option(help: "How many files are read at once, 1 to 256. Default: the number of processors.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256")
    }
    guard (1...1024).contains(maxSize) else { throw ValidationError("--max-size is 1 to 1024") }
    if let published, EDTF(reading: published) == nil {
      throw ValidationError("--published “\(published)” is no date such as 2020-10-15")
    }
    if let encoding, !StatedEncoding.isKnown(encoding) {
      throw ValidationError(
        "--encoding “\(encoding)” is not known; known are "
          + StatedEncoding.names.joined(separator: ", "))
    }
  }

  func run() throws {
    let reader = ExtractReader(
      keepsEverything: plain, published: published,
      encoding: encoding.map { StatedEncoding($0, by: .editor) }, genre: genre.ofTimes,
      names: ExtractNames(try mentionReader()))
    let limit = maxSize << 20
    let isText = format == .text
    let width = jobs ?? Environment.processorCount
    var findings: [Diagnostic] = []
    // In batches, so that what is printed does not wait in memory for the last of a thousand files.
    for start in stride(from: 0, to: files.count, by: width * 8) {
      let batch = Array(files[start..<min(start + width * 8, files.count)])
      for printed in concurrentMap(
        batch, width: width, { Self.printed($0, by: reader, isText: isText, limit: limit) })
      {
        let (text, found) = try printed.get()
        Terminal.standardOutput.write(text)
        findings += found
      }
    }
    FindingsPrinter(.console).print(findings)
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure.content }
  }

  /// The names of the registry; without one those of the site in the working folder, or of states alone.
  private func mentionReader() throws -> MentionReader {
    guard let registry else {
      guard FolderProbe.exists("dossier.yml") else { return MentionReader() }
      return MentionReader(
        model: try LoadedSite.model(
          in: DiskFileSystem(root: "."), includesDrafts: true, namesOnly: true, format: .console))
    }
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.contents(of: registry, limit: 64 << 20)
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    do {
      return MentionReader(registry: try AliasRegistry(json: bytes))
    } catch {
      let file = SourceFile(path: registry, bytes: bytes)
      FindingsPrinter(.console).print([
        Diagnostic(
          .error, "json-syntax", "expected \(error.expected)",
          at: file.place(error.offset..<error.offset))
      ])
      throw CommandFailure.content
    }
  }

  /// What is printed of one file, and what was found wrong with it.
  private static func printed(
    _ path: String, by reader: ExtractReader, isText: Bool, limit: Int
  ) -> Result<(text: String, findings: [Diagnostic]), CommandFailure> {
    do throws(FileTreeError) {
      let bytes =
        path == "-"
        ? try WholeFile.standardInput(limit: limit) : try WholeFile.contents(of: path, limit: limit)
      var problems: [Diagnostic] = []
      let frozen = try Self.frozen(beside: path, reporting: &problems)
      let (reading, found) = reader.read(SourceFile(path: path, bytes: bytes), frozen: frozen)
      let findings = problems + found
      let text = isText ? ExtractMargin(reading).text : ExtractDocument(reading).line
      return .success((text, findings))
    } catch {
      return .failure(.environment("\(error)"))
    }
  }

  /// The reading beside a capture; nil where there is none, or none that can be read.
  private static func frozen(
    beside path: String, reporting problems: inout [Diagnostic]
  ) throws(FileTreeError) -> Reading? {
    let file = ReadingReader.path(beside: path)
    guard path != "-", FolderProbe.exists(file) else { return nil }
    var found: [Diagnostic] = []
    let reading = ReadingReader().read(
      SourceFile(
        path: file, bytes: try WholeFile.contents(of: file, limit: ReadingReader.limit)),
      reporting: &found)
    problems += found.map { problem in
      var problem = problem
      problem.severity = .warning
      return problem
    }
    return reading
  }
}

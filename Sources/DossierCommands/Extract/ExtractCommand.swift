import ArgumentParser
import ArticleImport
import Diagnostics
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

  @Option(help: "What a day without a year is counted from: news or background.")
  var genre = Genre.news

  @Option(help: "Actors and their other names, from a registry.json instead of Content.")
  var registry: String?

  @Option(help: "The largest capture, in MB.")
  var maxSize = ArticleImporter.captureLimit >> 20

  func validate() throws {
    guard (1...1024).contains(maxSize) else { throw ValidationError("--max-size is 1 to 1024") }
    if let published, EDTF(reading: published) == nil {
      throw ValidationError("--published “\(published)” is no date such as 2020-10-15")
    }
  }

  func run() throws {
    if let registry {
      do {
        _ = try WholeFile.contents(of: registry, limit: 64 << 20)
      } catch {
        throw CommandFailure.environment("\(error)")
      }
    }
    let reader = ExtractReader(
      keepsEverything: plain, published: published, genre: genre.ofTimes)
    var findings: [Diagnostic] = []
    for path in files {
      let file = try read(path)
      let (reading, diagnostics) = reader.read(file)
      findings += diagnostics
      switch format {
      case .json: Terminal.standardOutput.write(ExtractDocument(reading).line)
      case .text: Terminal.standardOutput.write(ExtractMargin(reading).text)
      }
    }
    FindingsPrinter(.console).print(findings)
    if findings.contains(where: { $0.severity == .error }) { throw CommandFailure.content }
  }

  private func read(_ path: String) throws(CommandFailure) -> SourceFile {
    do {
      let bytes =
        path == "-"
        ? try WholeFile.standardInput(limit: maxSize << 20)
        : try WholeFile.contents(of: path, limit: maxSize << 20)
      return SourceFile(path: path, bytes: bytes)
    } catch {
      throw .environment("\(error)")
    }
  }
}

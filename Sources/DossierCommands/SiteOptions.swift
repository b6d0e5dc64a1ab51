import ArgumentParser
import Diagnostics
import DossierBuild
import DossierModel
import EDTF
import FileTree

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: a code frame and a suggestion.
  case console
  /// For programs: one JSON object a line.
  case json
  /// For GitHub Actions: annotations.
  case github
}

/// Options of every command that reads a site.
struct SiteOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @Option(help: "The site's address, instead of dossier.yml's base-url.")
  var baseURL: String?

  @Option(name: .shortAndLong, help: "How many threads work; as many as there are processors.")
  var jobs: Int?

  @Flag(help: "Build drafts too.")
  var drafts = false

  @Flag(help: "Let warnings fail like errors.")
  var strict = false

  @Option(help: "The day the data go up to: 2020-11-20. Else SOURCE_DATE_EPOCH, else the input's.")
  var now: String?

  @Option(help: "How findings are printed: console, json or github.")
  var format = FindingsFormat.console

  @Flag(name: .shortAndLong, help: "Print nothing but findings.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256")
    }
    if let baseURL, BaseURL.normalised(baseURL) == nil {
      throw ValidationError("--base-url “\(baseURL)” is no address such as https://example.org/")
    }
    if let now, Self.day(now) == nil {
      throw ValidationError("--now “\(now)” is no day such as 2020-11-20")
    }
  }

  /// The options of a build. Throws when SOURCE_DATE_EPOCH is no number.
  func buildOptions() throws(CommandFailure) -> SiteBuilder.Options {
    var options = SiteBuilder.Options()
    options.width = jobs ?? Environment.processorCount
    options.includesDrafts = drafts
    options.baseURL = baseURL.flatMap { BaseURL.normalised($0) }
    options.history = SiteHistory.repository(of: source)
    if let now {
      options.now = Self.day(now)
    } else if let epoch = Environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
      guard let seconds = Int64(epoch), seconds >= 0, seconds / 86_400 < 2_932_896,
        let day = CivilDate(dayNumber: Int32(seconds / 86_400))
      else { throw .environment("SOURCE_DATE_EPOCH “\(epoch)” is no number of seconds") }
      options.now = EDTF(reading: day.text)
    }
    return options
  }

  /// The input's files. Throws when there is no such folder.
  func files() throws(CommandFailure) -> DiskFileSystem {
    let files = DiskFileSystem(root: source)
    guard FolderProbe.isFolder(source) else {
      throw .environment("\(source): no such folder")
    }
    FileTransaction(root: source).settle()
    return files
  }

  /// A path given on the command line, or one in the site's folder.
  func path(_ relative: String) -> String {
    source == "." ? relative : source + "/" + relative
  }

  /// Whether the findings let the command succeed.
  func isClean(_ diagnostics: [Diagnostic]) -> Bool {
    let bound: Severity = strict ? .warning : .error
    return !diagnostics.contains { $0.severity >= bound }
  }

  private static func day(_ text: String) -> EDTF? {
    guard let date = EDTF(reading: text), !date.isInterval, date.days == 1 else { return nil }
    return date
  }
}

import ArgumentParser
import ArticleImport
import Diagnostics
import DossierLoading
import DossierModel
import EDTF
import FileTree
import WebFetching

/// `dossier ingest FILE|URL|-`: stores captures in seeds/, each with what was read in it.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Store captures in seeds/, with what is read in them.",
    discussion: """
      Stores the bytes untouched as seeds/NAME.txt, .md or .html, and beside them NAME.read.json with \
      address, time, SHA-256, what was recognised and the numbered paragraphs. A file that lies in seeds/ \
      already gets its reading and stays as it is. What you say with --title, --publisher … goes into \
      the sidecar NAME.yml where there is none. Nothing is overwritten. Addresses are fetched with curl.

      With --refreeze the paragraphs of the named captures, or of all, are numbered anew by today's rules \
      and bytes, and the citations in Content are moved along.
      """)

  @Argument(help: "Files; addresses that begin with http:// or https://; - for standard input.")
  var inputs: [String] = []

  @Flag(help: "Number the paragraphs of captures in seeds/ anew and move citations along.")
  var refreeze = false

  @Flag(help: "With --refreeze: say what would move, and write nothing.")
  var dryRun = false

  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @OptionGroup(title: "What you say of the capture")
  var said: IngestSidecar

  @Option(help: "The name of the files in seeds/, without ending.")
  var name: String?

  @Option(help: "The largest capture, in MB.")
  var maxSize = ArticleImporter.captureLimit >> 20

  @Option(help: "How many seconds a fetch may take.")
  var timeout = 60

  @Flag(help: "Fetch from loopback, private and link-local addresses too.")
  var allowPrivate = false

  func validate() throws {
    guard (1...1024).contains(maxSize) else { throw ValidationError("--max-size is 1 to 1024") }
    guard (1...3600).contains(timeout) else { throw ValidationError("--timeout is 1 to 3600") }
    if let name, Slug(name) == nil {
      throw ValidationError(
        "--name “\(name)” is no name for a file: lower-case letters, digits and hyphens")
    }
    guard refreeze || !inputs.isEmpty else {
      throw ValidationError("name a file, an address, or - for standard input")
    }
    guard refreeze || !dryRun else { throw ValidationError("--dry-run goes with --refreeze") }
    guard !refreeze || name == nil && said.isEmpty else {
      throw ValidationError("--refreeze takes captures alone")
    }
    guard refreeze || inputs.count == 1 || name == nil && said.isEmpty else {
      throw ValidationError("what you say of a capture can only be said of one")
    }
  }

  func run() throws {
    guard FolderProbe.exists(source == "." ? "dossier.yml" : "\(source)/dossier.yml") else {
      throw CommandFailure.environment(
        "there is no dossier.yml in \(source); name the site's folder with --source")
    }
    if refreeze { return try RefreezeRun(site: source, isDry: dryRun).run(inputs) }
    try RefreezeRun.finishInterrupted(in: source)
    let store = CaptureStore(site: source)
    var findings: [Diagnostic] = []
    var hasFailed = false
    // One input that fails does not keep the others out.
    for input in inputs {
      do throws(CommandFailure) {
        let capture = try fetched(input)
        let stored = try store.store(capture, name: name, said: said)
        findings += stored.findings
        Terminal.standardOutput.write(stored.path + "\n")
        if stored.keptSidecar {
          Terminal.standardError.write(
            "dossier: \(input): there is a sidecar; what you say was not written into it\n")
        }
        if stored.wasThere {
          Terminal.standardError.write("dossier: \(input): the same bytes are stored already\n")
        }
      } catch {
        hasFailed = true
        Terminal.standardError.write(error.message)
      }
    }
    FindingsPrinter(.console).print(findings)
    if hasFailed { throw CommandFailure(code: 2, message: "") }
  }

  private func fetched(_ input: String) throws(CommandFailure) -> IncomingCapture {
    let limit = maxSize << 20
    if Self.isAddress(input) { return try fetched(address: input, limit: limit) }
    let bytes: [UInt8]
    do {
      bytes =
        input == "-"
        ? try WholeFile.standardInput(limit: limit)
        : try WholeFile.contents(of: input, limit: limit)
    } catch {
      throw .environment("\(error)")
    }
    return IncomingCapture(
      bytes: bytes, capturedAt: CaptureClock.now, file: input == "-" ? nil : input)
  }

  private func fetched(address: String, limit: Int) throws(CommandFailure) -> IncomingCapture {
    let parsed: WebAddress
    do {
      parsed = try WebAddress(address)
    } catch {
      throw .environment("\(address): \(error.message)")
    }
    var options = WebFetcher.Options()
    options.limit = limit
    options.timeout = .seconds(timeout)
    options.allowsPrivate = allowPrivate
    for variable in ["PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"] {
      options.environment[variable] = Environment[variable]
    }
    do {
      let document = try WebFetcher(options).fetch(parsed) { next in
        Terminal.standardError.write("dossier: redirected to \(next)\n")
      }
      return IncomingCapture(
        bytes: document.bytes, capturedAt: CaptureClock.now, address: document.address.description,
        redirects: document.redirects.map(\.description), contentType: document.contentType,
        hint: document.address.lastPathPart ?? document.address.host)
    } catch {
      throw .environment("\(error)")
    }
  }

  private static func isAddress(_ input: String) -> Bool {
    guard let colon = input.firstIndex(of: ":"), input[colon...].hasPrefix("://") else {
      return false
    }
    return colon != input.startIndex
      && input[..<colon].utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
  }
}

/// What an editor says of a capture while it is stored: the keys of its sidecar.
struct IngestSidecar: ParsableArguments {
  @Option(help: "What citations call it.")
  var citeAs: String?

  @Option(help: "Its title.")
  var title: String?

  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: "Who wrote it.")
  var author: String?

  @Option(help: "When it was published: 2020-10-15, 2020-10, unknown.")
  var published: String?

  @Option(help: "When it was captured, where that was not now: 2020-10-16.")
  var captured: String?

  @Option(help: "Where it was published: https://…")
  var url: String?

  @Option(help: "How its bytes are written, where they do not tell: windows-1251, iso-8859-9 …")
  var encoding: String?

  @Option(help: "The id of where the whole report comes from.")
  var origin: String?

  @Option(help: "Through whom it came from there; may be given several times.")
  var via: [String] = []

  var isEmpty: Bool { entries.isEmpty }

  func validate() throws {
    for (key, value) in [("--cite-as", citeAs), ("--origin", origin)] + via.map({ ("--via", $0) }) {
      guard let value, Slug(value) == nil else { continue }
      let help = Slug.suggested(for: value).map { "; write “\($0)”" } ?? ""
      throw ValidationError("\(key) “\(value)” is no id\(help)")
    }
    for (key, value) in [("--published", published), ("--captured", captured)] {
      guard let value, EDTF(reading: value) == nil, !(key == "--published" && value == "unknown")
      else { continue }
      throw ValidationError("\(key) “\(value)” is no date such as 2020-10-15")
    }
    if let encoding, !StatedEncoding.isKnown(encoding) {
      throw ValidationError(
        "--encoding “\(encoding)” is not known; known are "
          + StatedEncoding.names.joined(separator: ", "))
    }
    if let url, !BaseURL.isWebAddress(url) {
      throw ValidationError("--url “\(url)” is no web address")
    }
  }

  private var entries: [(key: String, value: String)] {
    [
      ("cite-as", citeAs), ("title", title), ("publisher", publisher), ("author", author),
      ("published", published), ("captured", captured), ("encoding", encoding), ("url", url),
      ("origin", origin),
    ].compactMap { key, value in value.map { (key, $0) } }
      + (via.isEmpty ? [] : [("via", "")])
  }

  /// The sidecar's text.
  var yaml: String {
    entries.map { key, value in
      key == "via"
        ? "via: [\(via.map(Scaffold.yaml).joined(separator: ", "))]\n"
        : "\(key): \(Scaffold.yaml(value))\n"
    }.joined()
  }
}

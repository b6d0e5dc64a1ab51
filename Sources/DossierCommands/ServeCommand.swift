import ArgumentParser
import Diagnostics
import DossierBuild
import DossierModel
import DossierPreview
import FileTree

/// `dossier serve`: builds, serves on this machine, builds again at every change.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Preview the site while writing, with live reload.",
    discussion: "Serves from memory and writes nothing. Ctrl-C ends it.")

  @OptionGroup var site: SiteOptions

  @Option(help: "The name or address to listen on.")
  var host = "127.0.0.1"

  @Option(name: .shortAndLong, help: "The port; the next free one when it is taken.")
  var port = 8080

  @Flag(help: "Print how long each stage of each build took.")
  var timings = false

  @Flag(help: "Build anew beside each build, and compare every byte and every finding.")
  var verify = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
  }

  func run() async throws {
    let files = try site.files()
    var buildOptions = try site.buildOptions()
    buildOptions.isPreview = true
    let rebuilder = SiteRebuilder(files: files, options: buildOptions)
    let printer = FindingsPrinter(site.format)
    let isStrict = site.strict
    let showsTimings = timings
    let check = verify ? PreviewVerification(files: files, options: buildOptions) : nil
    let root = site.source
    var options = PreviewServer.Options()
    options.host = host
    options.port = port
    if let path = site.baseURL.flatMap({ BaseURL.normalised($0) }).flatMap({ BaseURL.path(of: $0) })
    {
      options.basePath = path
    }
    let watcher: FileWatcher
    do {
      watcher = try FileWatcher(
        root: site.source, paths: ["dossier.yml", "seeds", "Content", "Templates"],
        quiet: .milliseconds(10))
    } catch {
      throw CommandFailure.environment("\(error)")
    }
    defer { watcher.stop() }
    let isQuiet = site.quiet
    let server = PreviewServer(
      options: options,
      rebuild: {
        FileTransaction(root: root).settle()
        let built = rebuilder.build()
        let result = built.result
        if showsTimings { Terminal.standardError.write(BuildCommand.text(result.timings)) }
        if let check { Terminal.standardError.write(check.report(on: built)) }
        printer.print(result.diagnostics)
        let bound: Severity = isStrict ? .warning : .error
        guard result.artifactCount != nil,
          !result.diagnostics.contains(where: { $0.severity >= bound })
        else {
          return .failed(report: FindingsPrinter(.console).text(result.diagnostics, colour: false))
        }
        return .built(built.artifacts)
      }, changes: watcher.changes.map { _ in () },
      announce: { notice in
        if !isQuiet { Terminal.standardError.write("\(notice)\n") }
      })
    do {
      try await server.run()
    } catch let error as PreviewError {
      throw CommandFailure.environment("\(error)")
    }
  }
}

import ArgumentParser
import Diagnostics
import DossierBuild
import DossierLinking
import DossierLoading
import DossierModel
import EDTF
import FileTree

/// `dossier review`: everything undecided, in one tick-box file a day; `--apply` writes accepted names.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Write everything undecided into one file of tick boxes.",
    discussion: """
      Adds what nobody decided yet to Content/review/DAY.md: metadata that rules read, names without a page, \
      what names mean, speakers and dates that are taken over from other sentences, quotations that may be \
      one statement, captures that repeat one another. Tick [x] to accept, [-] to refuse; dossier build obeys \
      the ticks. --apply makes pages and aliases of accepted names. Documentation/Content.md describes the file.
      """)

  @OptionGroup var site: SiteOptions

  @Flag(help: "Turn accepted names into pages and aliases: all of them or none.")
  var apply = false

  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false

  func run() throws {
    let files = try site.files()
    let options = try site.buildOptions()
    if (try? FileTransaction(root: site.source).isUnfinished()) == true {
      throw CommandFailure.environment(
        "a change of several files was interrupted; `dossier ingest --refreeze` finishes it")
    }
    // Drafts count: what was suggested once is known.
    let loaded = SiteLoader(
      files: files, options: .init(width: options.width, includesDrafts: true)
    ).load()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let model = loaded.model else {
      FindingsPrinter(site.format).print(errors.sorted(by: Diagnostic.inReadingOrder))
      throw CommandFailure.content
    }
    let outdated = loaded.diagnostics.filter { $0.id == "outdated-review" }
    // What --apply cannot do, it says itself.
    if !apply { FindingsPrinter(site.format).print(outdated.sorted(by: Diagnostic.inReadingOrder)) }
    let suggestions = SuggestionFinder(
      model: model, refused: RefusedNames(model.decisions), width: options.width
    ).suggestions(SuggestionReadings(width: options.width).of(model))
    if apply {
      try ReviewApplication(
        site: site.source, files: files, model: model, suggestions: suggestions, isDry: dryRun,
        format: site.format
      ).run()
    } else {
      try write(model, suggestions, options)
    }
    if !apply, !site.isClean(outdated) { throw CommandFailure.content }
  }

  private func write(
    _ model: SiteModel, _ suggestions: Suggestions, _ options: SiteBuilder.Options
  ) throws {
    let day = options.now?.text ?? String(CaptureClock.now.prefix(10))
    let path = "\(ReviewDecisions.folder)/\(day).md"
    let folders = ReviewFolder(site: site.source)
    try folders.check()
    let old = try folders.contents(of: path, DiskFileSystem(root: site.source))
    let groups = ReviewReading.groups(of: model, suggestions, width: options.width)
    guard
      let (bytes, count) = ReviewSheet(path: path, old: old).adding(groups, day: day, in: model)
    else {
      say(
        groups.isEmpty ? "nothing is undecided" : "\(path) has all that is undecided")
      return
    }
    if dryRun {
      Terminal.standardOutput.write(String(decoding: bytes[(old?.count ?? 0)...], as: UTF8.self))
    } else {
      try folders.commit([.init(path: path, old: old, new: bytes)])
    }
    let lines = count == 1 ? "1 line" : "\(count) lines"
    say("\(path): \(lines) to decide" + (dryRun ? "; nothing is written" : ""))
  }

  private func say(_ text: String) {
    if !site.quiet { Terminal.standardError.write("dossier: \(text)\n") }
  }
}

/// The folder of review files, written whole or not at all.
struct ReviewFolder {
  let site: String

  private func path(_ relative: String) -> String {
    site == "." ? relative : site + "/" + relative
  }

  /// Throws where a folder of the site is a link to elsewhere.
  func check(_ more: [String] = []) throws(CommandFailure) {
    for name in ["Content", ReviewDecisions.folder] + more where FolderProbe.exists(path(name)) {
      guard FolderProbe.isOwnFolder(path(name)) else {
        throw .environment("\(path(name)) is no folder of the site’s own; nothing is written")
      }
    }
  }

  /// What a file holds; nil where there is none.
  func contents(of name: String, _ files: DiskFileSystem) throws(CommandFailure) -> [UInt8]? {
    guard FolderProbe.exists(path(name)) else { return nil }
    do {
      return try files.contents(of: name, limit: 16 << 20)
    } catch {
      throw .environment("\(error)")
    }
  }

  /// Makes all changes or none, folders included.
  func commit(_ changes: [FileTransaction.Change]) throws(CommandFailure) {
    var made: [String] = []
    do {
      for change in changes {
        guard let slash = change.path.lastIndex(of: "/") else { continue }
        made += try AtomicFile.createDirectories(path(String(change.path[..<slash])))
      }
      try FileTransaction(root: site).commit(changes)
    } catch {
      try? AtomicFile.removeEmptyDirectories(made)
      throw .environment("nothing was changed: \(error)")
    }
  }
}

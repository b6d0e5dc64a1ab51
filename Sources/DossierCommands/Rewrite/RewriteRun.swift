import ArgumentParser
import Diagnostics
import DossierBuild
import DossierLoading
import FileTree

/// What `rename` and `merge` have in common.
struct RewriteOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The site's folder, with dossier.yml.")
  var source = "."

  @Option(help: "How findings are printed: console, json or github.")
  var format = FindingsFormat.console

  @Flag(help: "Print what would change, and write nothing.")
  var dryRun = false
}

/// Plans a change of names, tries it, prints it, and makes it: all of it or none.
struct RewriteRun {
  let options: RewriteOptions

  func run(
    _ names: (old: String, new: String), _ makePlan: (DiskFileSystem) -> RewritePlan
  ) throws(CommandFailure) {
    let site = options.source
    guard FolderProbe.isFolder(site) else { throw .environment("\(site): no such folder") }
    let transaction = FileTransaction(root: site)
    if options.dryRun {
      guard let isUnfinished = try? transaction.isUnfinished(), !isUnfinished else {
        throw .environment("a change was interrupted; run without --dry-run to finish it")
      }
    } else {
      try RefreezeRun.finishInterrupted(in: site)
    }
    let files = DiskFileSystem(root: site)
    let plan = makePlan(files)
    guard plan.findings.isEmpty else {
      FindingsPrinter(options.format).print(plan.findings)
      throw plan.isMisuse ? CommandFailure(code: 2, message: "") : .content
    }
    let errors = RewriteCheck(files: files, width: Environment.processorCount)
      .newErrors(of: plan, renaming: names)
    guard errors.isEmpty else {
      FindingsPrinter(options.format).print(errors)
      Terminal.standardError.write(
        "dossier: nothing was changed, since the site would have these errors then\n")
      throw .content
    }
    if !options.dryRun {
      do {
        try transaction.commit(plan.changes)
      } catch {
        throw .environment("nothing was changed: \(error)")
      }
    }
    Terminal.standardOutput.write(text(of: plan))
  }

  private func text(of plan: RewritePlan) -> String {
    var text = plan.moved.map { "\($0.from) → \($0.to)\n" } ?? ""
    for (path, lines) in plan.listing where !lines.isEmpty {
      text += path + "\n"
      let width = lines.map { String($0.number).utf8.count }.max() ?? 1
      for line in lines {
        let number = String(line.number)
        text += String(repeating: " ", count: 2 + width - number.utf8.count) + number
        text += line.isNew ? " + " : " - "
        text += line.text + "\n"
      }
    }
    return text
  }
}

import Diagnostics
import DossierLoading
import FileTree

/// `dossier ingest --refreeze`: plans, prints, and makes the change.
struct RefreezeRun {
  let site: String
  let isDry: Bool

  /// Finishes what an interrupted run left between old and new.
  static func finishInterrupted(in site: String) throws(CommandFailure) {
    do {
      guard try FileTransaction(root: site).isUnfinished() else { return }
      if try FileTransaction(root: site).recover() {
        Terminal.standardError.write("dossier: finished a change that was interrupted\n")
      }
    } catch {
      throw .environment("\(error)")
    }
  }

  /// `inputs`: paths of captures in seeds/; none for all.
  func run(_ inputs: [String]) throws(CommandFailure) {
    let transaction = FileTransaction(root: site)
    if isDry {
      guard let isUnfinished = try? transaction.isUnfinished(), !isUnfinished else {
        throw .environment("a change was interrupted; run without --dry-run to finish it")
      }
    } else {
      try Self.finishInterrupted(in: site)
    }
    let files = DiskFileSystem(root: site)
    let plan = Refreezing(files: files, width: Environment.processorCount)
      .plan(inputs.isEmpty ? nil : Set(try paths(inputs)))
    if !isDry {
      do {
        try transaction.commit(plan.changes)
      } catch {
        throw .environment("nothing was changed: \(error)")
      }
    }
    Terminal.standardOutput.write(text(of: plan))
    FindingsPrinter(.console).print(plan.findings)
    if plan.needsAttention { throw .content }
  }

  private func paths(_ inputs: [String]) throws(CommandFailure) -> [String] {
    var paths: [String] = []
    for input in inputs {
      guard FolderProbe.exists(input), let path = CaptureStore.path(of: input, in: site) else {
        throw .environment("\(input): is no capture in seeds/")
      }
      paths.append("seeds/" + path)
    }
    return paths
  }

  private func text(of plan: Refreezing.Plan) -> String {
    let changed = Set(plan.changes.map(\.path))
    var text = ""
    for capture in plan.captures where changed.contains(ReadingReader.path(beside: capture.path)) {
      text += "\(capture.path): \(capture.paragraphCount) paragraphs"
      let shown = capture.renamed.prefix(20)
      if !shown.isEmpty { text += "; " + shown.joined(separator: "; ") }
      if capture.renamed.count > shown.count {
        text += "; and \(capture.renamed.count - shown.count) more"
      }
      text += "\n"
    }
    for (path, count) in plan.moved {
      text += "\(path): \(count) citation\(count == 1 ? "" : "s") moved\n"
    }
    return text
  }
}

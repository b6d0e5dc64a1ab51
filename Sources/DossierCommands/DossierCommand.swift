package import ArgumentParser

/// `dossier` with its subcommands.
package struct DossierCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Turns captured articles and Markdown into a conflict briefing wiki.",
    discussion: """
      Exit codes: 0 clean; 1 errors in the content (with --strict also warnings); 2 wrong usage, or an \
      environment that does not play along.
      """,
    version: DossierVersion.text,
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, CleanCommand.self, NewCommand.self,
      InitCommand.self,
      IngestCommand.self,
      ExtractCommand.self,
      ExplainCommand.self,
      SuggestCommand.self,
      ExportCommand.self,
      RenameCommand.self,
      MergeCommand.self,
      ChangesCommand.self,
      ReviewCommand.self,
      TemplateCommand.self,
    ])

  package init() {}

  /// Runs the program and ends it with its exit code.
  package static func runAndExit() async -> Never {
    MemoryPolicy.keepFreedMemory()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(withError: nil)
    } catch let failure as CommandFailure {
      Terminal.standardError.write(failure.message)
      exit(withError: ExitCode(failure.code))
    } catch {
      // ArgumentParser ends wrong usage with 64; ours is 2, as with the other tools of the field.
      let code = exitCode(for: error)
      guard !code.isSuccess, !(error is ExitCode) else { exit(withError: error) }
      Terminal.standardError.write(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}

/// The version that `--version` prints.
enum DossierVersion {
  static let text = "0.1.0"
}

/// A command that ends with a code and a message on standard error.
struct CommandFailure: Error {
  let code: Int32
  let message: String

  /// Errors in the content; the findings are printed already.
  static let content = CommandFailure(code: 1, message: "")

  /// An environment that does not play along.
  static func environment(_ message: String) -> CommandFailure {
    CommandFailure(code: 2, message: "dossier: error: \(message)\n")
  }
}

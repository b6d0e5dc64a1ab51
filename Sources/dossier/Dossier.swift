import DossierCommands

@main
enum Dossier {
  static func main() async { await DossierCommand.runAndExit() }
}

@main
enum Dossier {
  static func main() {}
}

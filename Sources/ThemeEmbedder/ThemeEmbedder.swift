import Foundation

/// Writes a Swift file that holds the text files it is given. Usage: FOLDER OUTPUT FILE…
@main
enum ThemeEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else {
      FileHandle.standardError.write(Data("usage: ThemeEmbedder FOLDER OUTPUT FILE…\n".utf8))
      exit(2)
    }
    let folder = arguments[arguments.startIndex] + "/"
    let output = arguments[arguments.startIndex + 1]
    var text = """
      /// The built-in theme: what stands in Templates/ of the project this was built from. Generated.
      package enum BuiltInTheme {
        /// The files by their paths from Templates/, sorted.
        package static let files: [(path: String, text: String)] = [

      """
    for path in arguments.dropFirst(2) {
      guard path.hasPrefix(folder) else {
        FileHandle.standardError.write(Data("\(path) is not in \(folder)\n".utf8))
        exit(2)
      }
      let content = try String(contentsOfFile: path, encoding: .utf8)
      // Enough marks that nothing in the file can end the literal or begin an interpolation.
      var marks = "##"
      while content.contains("\"" + marks) || content.contains("\\" + marks) { marks += "#" }
      text += "    (\n      \(marks)\"\(path.dropFirst(folder.count))\"\(marks),\n"
      text += "\(marks)\"\"\"\n\(content)\n\"\"\"\(marks)\n    ),\n"
    }
    text += "  ]\n}\n"
    try text.write(toFile: output, atomically: true, encoding: .utf8)
  }
}

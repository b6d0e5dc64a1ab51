import Diagnostics
import DossierLoading
import DossierModel
import FileTree
import Testing

/// A site in memory whose captures are numbered, changed and numbered anew.
struct FrozenSite {
  var files: MemoryFileSystem

  init(_ texts: [String: String]) {
    files = MemoryFileSystem(texts: ["dossier.yml": "title: Test\n"].merging(texts) { $1 })
  }

  /// A capture with a title and paragraphs that the importer keeps.
  static func capture(_ paragraphs: [String]) -> String {
    (["A quiet report from the town"] + paragraphs).joined(separator: "\n\n") + "\n"
  }

  /// A paragraph that is unlike any other.
  static func paragraph(_ number: Int) -> String {
    let places = ["bridge", "road", "school", "harbour", "mill", "market", "tower", "orchard"]
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    return """
      The council of the town met in room \(number) on \(days[number % 5]) and spoke at length about \
      the \(places[number % 8]), and \(number + 2) members of it left the hall before the vote was \
      taken.
      """
  }

  subscript(path: String) -> String? {
    get { files.files[path].map { String(decoding: $0, as: UTF8.self) } }
    set { files.files[path] = newValue.map { Array($0.utf8) } }
  }

  func load() -> SiteLoader.Result { SiteLoader(files: files).load() }

  /// All findings as they are printed.
  var report: String {
    load().diagnostics.sorted(by: Diagnostic.inReadingOrder).map(ConsoleFormatter().format).joined()
  }

  func plan(_ paths: Set<String>? = nil) -> Refreezing.Plan {
    Refreezing(files: files).plan(paths)
  }

  /// Plans, holds each change against the files, and makes it.
  @discardableResult
  mutating func refreeze(_ paths: Set<String>? = nil) -> Refreezing.Plan {
    let plan = plan(paths)
    for change in plan.changes {
      #expect(files.files[change.path] == change.old)
      files.files[change.path] = change.new
    }
    return plan
  }

  /// The texts of what `p1`, `p2` … name.
  func paragraphs(of key: String = "town") -> [String: String] {
    let model = load().model
    guard let id = model?.source(key: key), let source = model?[id] else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: source.article.paragraphs.map { ($0.locator, $0.text) })
  }

  /// Writes a reading as another version of the rules might have: `names` are those of today's
  /// paragraphs in their order, nil for one that those rules did not read.
  mutating func freeze(_ capture: String, as names: [String?], rules: Int = 0) throws {
    let bytes = try #require(files.files[capture])
    let file = SourceFile(path: capture, bytes: bytes)
    let today = ReadingDocument.freezing(file).document.bytes
    var text = String(decoding: today, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rows = lines.indices.filter { lines[$0].contains("{\"locator\":") }
    #expect(rows.count == names.count)
    for (row, name) in zip(rows, names).reversed() {
      if let name {
        let line = lines[row]
        let start = try #require(line.firstRange(of: "{\"locator\":\""))
        let end = try #require(line[start.upperBound...].firstIndex(of: "\""))
        lines[row] = line[..<start.upperBound] + name + line[end...]
      } else {
        lines.remove(at: row)
      }
    }
    text = lines.joined(separator: "\n").replacing(",\n  ]", with: "\n  ]")
    self[ReadingReader.path(beside: capture)] = text
  }
}

/// The same numbers in every run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

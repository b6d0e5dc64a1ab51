import Diagnostics
import DossierBuild
import DossierModel
import FileTree
import Foundation
import Locking
import Testing

/// A site that is built again and again is, after every change, what a build from nothing makes of it.
struct RebuildTests {
  /// Files that change under a builder's feet.
  final class ChangingFiles: FileSystem {
    private let files: Locking.Mutex<MemoryFileSystem>

    init(_ texts: [String: String]) { files = Locking.Mutex(MemoryFileSystem(texts: texts)) }

    func change(_ body: (inout [String: [UInt8]]) -> Void) {
      files.withLock { body(&$0.files) }
    }

    var now: MemoryFileSystem { files.withLock { $0 } }

    func entries(under folder: String) throws(FileTreeError) -> [FileEntry] {
      try now.entries(under: folder)
    }

    func contents(of path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
      try now.contents(of: path, limit: limit)
    }

    func hasFolder(_ path: String) -> Bool { now.hasFolder(path) }
  }

  /// A builder that keeps, beside its files.
  struct Site {
    let files: ChangingFiles
    let rebuilder: SiteRebuilder
    let options: SiteBuilder.Options

    init(_ texts: [String: String]) {
      files = ChangingFiles(texts)
      var options = SiteBuilder.Options()
      options.width = 2
      options.includesNotes = true
      self.options = options
      rebuilder = SiteRebuilder(files: files, options: options)
    }

    /// Whether the site has no errors now.
    var isGood: Bool {
      SiteBuilder(files: files.now, options: options).build(into: DiscardedArtifacts())
        .artifactCount != nil
    }

    /// Builds, holds it against a build from nothing, and says whether all of it was built.
    @discardableResult
    func build(_ step: String) -> Bool {
      let warm = rebuilder.build()
      let collector = ArtifactCollector()
      let cold = SiteBuilder(files: files.now, options: options).build(into: collector)
      let formatter = ConsoleFormatter()
      #expect(
        warm.result.diagnostics.map { formatter.format($0) }
          == cold.diagnostics.map { formatter.format($0) }, "\(step)")
      #expect(warm.result.artifactCount == cold.artifactCount, "\(step)")
      let expected = cold.artifactCount == nil ? [] : collector.artifacts
      #expect(warm.artifacts.map(\.path) == expected.map(\.path), "\(step)")
      let differing = zip(warm.artifacts, expected).filter { $0.bytes != $1.bytes }
      #expect(differing.map { $0.0.path.rawValue } == [], "\(step)")
      return warm.isWhole
    }

    func edit(_ path: String, _ change: (String) -> String) {
      files.change { files in
        files[path] = files[path].map { Array(change(String(decoding: $0, as: UTF8.self)).utf8) }
      }
    }
  }

  @Test func `prose is built in part, whatever else changes is built whole`() {
    let site = Site(RandomSite(pages: 40, seed: 1).files)
    #expect(site.build("first"))
    #expect(site.build("nothing") == false)
    let path = "Content/actors/actor-3.md"
    site.edit(path) {
      $0.replacingOccurrences(of: "\n## Facts", with: "\nActor 5 met Actor 7.\n\n## Facts")
    }
    #expect(site.build("a sentence more") == false)
    site.edit(path) { $0.replacingOccurrences(of: "Actor 5 met Actor 7.", with: "Actor 9 left.") }
    #expect(site.build("another sentence") == false)
    site.edit(path) { $0.replacingOccurrences(of: "title: Actor 3", with: "title: The Third") }
    #expect(site.build("a title"))
    site.edit(path) {
      $0.replacingOccurrences(of: "## Facts", with: "## Facts\n- accuses: actor-4")
    }
    #expect(site.build("a fact"))
    site.edit(path) { $0 + "\n[[no-such-page]]\n" }
    site.build("broken")
    site.edit(path) { $0.replacingOccurrences(of: "[[no-such-page]]", with: "Mended.") }
    site.build("mended")
  }

  @Test func `after random edits the site is what a build from nothing makes`() {
    let isLong = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] != nil
    for seed in 0..<(isLong ? 20 : 2) {
      var editor = RandomEditor(seed: UInt64(seed), pages: isLong ? 60 : 30)
      let site = Site(editor.site.files)
      site.build("seed \(seed), first")
      #expect(site.isGood)
      var good = site.files.now.files
      var isGood = true
      for step in 0..<10 {
        let (name, change) = editor.edit(site.files.now.files)
        let isMended = !isGood && step % 3 > 0
        site.files.change { $0 = isMended ? good : change }
        site.build("seed \(seed), step \(step): \(isMended ? "mended" : name)")
        isGood = site.isGood
        if isGood { good = site.files.now.files }
      }
    }
  }
}

import Diagnostics
import DossierBuild
import DossierLoading
import DossierModel
import FileTree
import Foundation
import Synchronization
import Testing

/// Renaming, merging, refreezing and kills in any order: nothing is lost, nothing doubled.
struct InterleavingTests {
  /// `Scripts/verify tests` runs them all.
  static let count =
    ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == "1" ? 200 : 20
  static let steps = 6

  @Test func `every fact and reference is there once, whatever happens in whatever order`() throws {
    var tally: [String: Int] = [:]
    for seed in 0..<Self.count {
      var run = try InterleavedRun(seed: UInt64(seed))
      defer { run.removeFolder() }
      for step in 0..<Self.steps {
        let deed = try run.step()
        tally[deed, default: 0] += 1
        let faults = run.faults()
        #expect(faults == [], "seed \(seed), step \(step): \(deed)")
        guard faults.isEmpty else { return }
      }
      let site = SiteBuilder(files: run.memory).build(into: DiscardedArtifacts())
      #expect(
        site.artifactCount != nil,
        "seed \(seed): \(site.diagnostics.filter { $0.severity == .error }.map(ConsoleFormatter().format))"
      )
    }
    for deed in ["rename", "rename source", "merge", "refreeze", "killed, old", "killed, finished"]
    {
      #expect((tally[deed] ?? 0) > 0, "\(deed) never happened: \(tally)")
    }
    print("interleavings: \(Self.count); \(tally.sorted { $0.key < $1.key })")
  }
}

/// A site on disk to which things happen.
struct InterleavedRun {
  private var random: SeededNumbers
  private let root: String
  private let sample: RewriteSampleSite
  /// Where each page was ever found, and what it is called.
  private var addresses: [String: String] = [:]
  private var sourceAddresses: [String: String] = [:]
  private var fresh = 0

  init(seed: UInt64) throws {
    random = SeededNumbers(state: seed &* 7919 &+ 17)
    sample = RewriteSampleSite(&random)
    root = NSTemporaryDirectory() + "dossier-interleaving-\(UUID().uuidString)"
    for (path, bytes) in sample.files { try Self.write(bytes, to: root + "/" + path) }
    note(load())
  }

  func removeFolder() { try? FileManager.default.removeItem(atPath: root) }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// What is on the disk, temporary files aside.
  var memory: MemoryFileSystem {
    var files = MemoryFileSystem()
    let disk = DiskFileSystem(root: root)
    for entry in (try? disk.entries(under: "")) ?? [] {
      files.files[entry.path] = try? disk.contents(of: entry.path, limit: 1 << 24)
    }
    return files
  }

  private func load() -> SiteModel? { SiteLoader(files: memory).load().model }

  // MARK: Deeds

  /// Does one thing, perhaps killed on the way and finished by the next run; says what it was.
  mutating func step() throws -> String {
    let files = memory
    guard let model = SiteLoader(files: files).load().model else { return "unreadable" }
    let plan: RewritePlan
    let deed: String
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4:
      guard let page = model.pages.randomElement(using: &random) else { return "nothing" }
      deed = "rename"
      plan = Renaming(files: files).plan(page.slug.rawValue, to: newName(model))
    case 4:
      guard let source = model.sources.randomElement(using: &random) else { return "nothing" }
      deed = "rename source"
      plan = Renaming(files: files).plan(source.key.rawValue, to: newName(model))
    case 5..<8:
      guard let from = model.pages.randomElement(using: &random),
        let into = model.pages.filter({ $0.kind == from.kind && $0.slug != from.slug })
          .randomElement(using: &random)
      else { return "nothing" }
      deed = "merge"
      plan = Merging(files: files).plan(from.slug.rawValue, into: into.slug.rawValue)
    default:
      try editCapture(model)
      let refreezing = Refreezing(files: memory).plan()
      return try commit(refreezing.changes, "refreeze", repeats: true)
    }
    guard plan.findings.isEmpty else { return deed + " refused" }
    return try commit(plan.changes, deed, repeats: false)
  }

  private mutating func newName(_ model: SiteModel) -> String {
    // Now and then a name that was somebody's before.
    if Int.random(in: 0..<4, using: &random) == 0,
      let old = model.pages.flatMap(\.redirects).randomElement(using: &random),
      let name = old.rawValue.split(separator: "/").last?.dropLast(5)
    {
      return String(name)
    }
    fresh += 1
    return "fresh-\(fresh)"
  }

  /// Puts paragraphs in another order, and a new one among them.
  private mutating func editCapture(_ model: SiteModel) throws {
    guard let source = model.sources.filter({ $0.capture != nil }).randomElement(using: &random),
      let capture = source.capture
    else { return }
    var parts = String(decoding: capture.bytes, as: UTF8.self).components(separatedBy: "\n\n")
    let head = parts.removeFirst()
    parts = parts.map { $0.trimmingCharacters(in: .newlines) }.shuffled(using: &random)
    fresh += 1
    parts.insert(
      RewriteSampleSite.paragraph("new\(fresh)", 40 + fresh),
      at: Int.random(in: 0...parts.count, using: &random))
    try Self.write(
      Array(([head] + parts).joined(separator: "\n\n").utf8) + [0x0A],
      to: root + "/" + capture.path)
  }

  /// Commits, every other time with a kill at some step; an interrupted change is finished, one that had
  /// not begun is made anew where `repeats` says so.
  private mutating func commit(
    _ changes: [FileTransaction.Change], _ deed: String, repeats: Bool
  ) throws -> String {
    let before = memory.files
    guard Bool.random(using: &random) else {
      try FileTransaction(root: root).commit(changes)
      return deed
    }
    let limit = Int.random(in: 0..<(changes.count * 6 + 4), using: &random)
    let doomed = FileTransaction(root: root, checkpoint: Self.stop(after: limit))
    guard (try? doomed.commit(changes)) == nil else { return deed }
    let transaction = FileTransaction(root: root)
    guard try transaction.isUnfinished() else {
      let now = memory.files
      let isNew = changes.allSatisfy { now[$0.path] == $0.new }
      #expect(isNew || now == before, "killed without a journal, files are neither old nor new")
      if !isNew, repeats { try transaction.commit(changes) }
      return isNew ? deed : "killed, old"
    }
    // The run that finishes may be killed as well.
    for _ in 0..<3 {
      let again = Int.random(in: 0..<20, using: &random)
      let next = FileTransaction(root: root, checkpoint: Self.stop(after: again))
      if (try? next.recover()) != nil { break }
    }
    _ = try transaction.recover()
    return "killed, finished"
  }

  private static func stop(after limit: Int) -> Checkpoint {
    let box = StepCounter(limit: limit)
    return Checkpoint { _ in box.isOver() }
  }

  // MARK: What must be true

  private mutating func note(_ model: SiteModel?) {
    for page in model?.pages ?? [] { addresses[page.path.rawValue] = page.title }
    for source in model?.sources ?? [] {
      sourceAddresses[source.path.rawValue] = source.title.value
    }
  }

  /// What is lost, doubled, or leads elsewhere.
  mutating func faults() -> [String] {
    let files = memory
    let loaded = SiteLoader(files: files).load()
    guard let model = loaded.model else { return ["the site cannot be read"] }
    var faults = loaded.diagnostics.filter { $0.severity == .error }
      .map(ConsoleFormatter().format)
    faults += factFaults(model) + proseFaults(files) + addressFaults(model)
    note(model)
    return faults
  }

  private func names(of page: Page) -> Set<String> {
    Set([page.title] + page.aliases.map(\.name))
  }

  private func factFaults(_ model: SiteModel) -> [String] {
    var faults: [String] = []
    var found: [String: Int] = [:]
    func check(_ word: String, _ citations: [Citation]) {
      found[word, default: 0] += 1
      guard let citation = citations.first, citations.count == 1,
        let id = model.source(key: citation.key), let locator = citation.locator,
        let index = model[id].paragraph(locator.series, locator.numbers.lowerBound),
        model[id].article.paragraphs[index].text == sample.expected.paragraphs[word]
      else { return faults.append("\(word) cites another paragraph") }
    }
    for page in model.pages {
      for value in page.facts.flatMap(\.values) {
        guard let word = value.text.split(separator: " ").last.map(String.init) else { continue }
        check(word, value.citations)
        guard let target = sample.expected.targets[word] else { continue }
        let named = value.qualifier("of")?.pages.first?.page.map { names(of: model[$0]) }
        if named?.contains(target) != true { faults.append("\(word) names another page") }
      }
      for statement in page.statements {
        for rendering in statement.renderings {
          check(
            rendering.text.split(separator: " ").last.map(String.init) ?? "", rendering.citations)
        }
      }
    }
    for word in sample.expected.facts.union(sample.expected.statements) where found[word] != 1 {
      faults.append("\(word) stands there \(found[word] ?? 0) times")
    }
    return faults.sorted()
  }

  private func proseFaults(_ files: MemoryFileSystem) -> [String] {
    guard let model = SiteLoader(files: files).load().model else { return [] }
    var faults: [String] = []
    var found: [String: Int] = [:]
    for (path, bytes) in files.files where path.hasPrefix("Content/") {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        guard
          let word = line.split(separator: " ").map(String.init)
            .first(where: { $0.hasPrefix("zp") || $0 == "zhome" || $0 == "zreview" })
        else { continue }
        found[word, default: 0] += 1
        let slug =
          line.firstMatch(of: /\[\[([^\]|]+)/).map { String($0.1) }
          ?? line.firstMatch(of: /\/([^\/)]+)\.(?:md|html)/).map { String($0.1) }
        let page = slug.flatMap { model.page(slug: $0) }.map { names(of: model[$0]) }
        if let target = sample.expected.targets[word], page?.contains(target) != true {
          faults.append("\(word) leads to another page: \(line)")
        }
      }
    }
    for word in sample.expected.prose.union(["zhome", "zreview"]) where found[word] != 1 {
      faults.append("\(word) stands there \(found[word] ?? 0) times")
    }
    return faults.sorted()
  }

  private func addressFaults(_ model: SiteModel) -> [String] {
    var pages: [String: Set<String>] = [:]
    for page in model.pages {
      for path in [page.path] + page.redirects { pages[path.rawValue] = names(of: page) }
    }
    var sources: [String: String] = [:]
    for source in model.sources {
      for path in [source.path] + source.redirects { sources[path.rawValue] = source.title.value }
    }
    let lost =
      addresses.filter { pages[$0.key]?.contains($0.value) != true }.map(\.key)
      + sourceAddresses.filter { sources[$0.key] != $0.value }.map(\.key)
    return lost.sorted().map { "\($0) leads nowhere, or elsewhere" }
  }
}

/// Says when enough steps were made.
final class StepCounter: Sendable {
  private let count = Atomic<Int>(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func isOver() -> Bool { count.add(1, ordering: .relaxed).oldValue >= limit }
}

/// The same numbers in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

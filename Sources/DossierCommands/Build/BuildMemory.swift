import Diagnostics
import DossierBuild
import DossierEmission
import FileTree
import GitHistory

/// What `dossier build` remembers of its last run: whether there is anything to do is known before
/// anything is built.
struct BuildMemory {
  let root: String
  let options: SiteBuilder.Options
  let emitter: Emitter
  /// Whether stamps of files may stand for their bytes.
  let trustsStamps: Bool

  private let cache: BuildCache
  private let found: BuildCache.Found

  init(
    root: String, options: SiteBuilder.Options, emitter: Emitter, trustsStamps: Bool
  ) {
    self.root = root
    self.options = options
    self.emitter = emitter
    self.trustsStamps = trustsStamps
    cache = BuildCache(root: root)
    found = cache.load()
  }

  /// Whether there is a record that nobody can use.
  var isDamaged: Bool { if case .unusable = found { true } else { false } }

  private var record: BuildRecord? { if case .record(let record) = found { record } else { nil } }

  /// What the last build came to, where this one would come to the same: the program, its options and
  /// all that it would read are as they were, and the site stands as it was left.
  func unchanged(in files: any FileSystem) -> (record: BuildRecord, count: Int)? {
    guard let record, record.options == options.identity,
      let maker = RunningProgram.maker(known: record.maker), maker.program == record.maker.program,
      isHistoryAsRecorded(record)
    else { return nil }
    let isSameMachine = !maker.machine.isEmpty && maker.machine == record.maker.machine
    let (inputs, site) = concurrently(width: options.width) {
      record.inputs.difference(
        in: files, trustsStamps: trustsStamps && isSameMachine, width: options.width)
    } _: {
      try? emitter.standing()
    }
    guard case .none(let fresh) = inputs, let site, site.manifest == record.manifest else {
      return nil
    }
    if fresh != nil || maker != record.maker {
      var next = record
      next.maker = maker
      next.inputs = fresh ?? record.inputs
      // The next run would but have to look more closely.
      try? cache.save(next)
    }
    return (record, site.count)
  }

  /// Whether HEAD, and what the site is compared with, are as they were; true where nobody asked.
  private func isHistoryAsRecorded(_ record: BuildRecord) -> Bool {
    guard let history = record.history else { return true }
    return options.history.map(history.holds) ?? false
  }

  /// Keeps what a build came to. Where the folder cannot be written, the next build starts anew.
  func keep(
    _ inputs: InputRecord, history: HistoryRecord?, findings: [Diagnostic], heldBack: [String],
    manifest: Digest?
  ) {
    guard let manifest, let maker = RunningProgram.maker(known: record?.maker) else { return }
    try? cache.save(
      BuildRecord(
        maker: maker, options: options.identity, inputs: inputs, history: history,
        findings: findings,
        heldBack: heldBack,
        manifest: manifest))
  }
}

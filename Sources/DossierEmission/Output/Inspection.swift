internal import DossierModel
internal import FileTree

/// What stands in the output folder where the files of a plan are to be. Changes nothing.
struct Inspection: Sendable {
  enum State: Hashable, Sendable {
    /// The file has its bytes; `wasRead` unless its stamp was proof enough.
    case same(FileStamp, wasRead: Bool)
    /// There is no file; a folder or file of ours may have to be removed first.
    case new
    /// There is another file of ours.
    case changed
  }

  /// By the plan's order.
  private(set) var states: [State]
  /// Files of ours that stand where a folder is to be, and folders of ours where a file is to be.
  private(set) var obstructions: Set<String> = []
  private var foreign: Set<String> = []

  /// Compares the files of the plan, whose digests are given, with the folder, on `width` threads.
  init(
    _ plan: EmissionPlan, _ digests: [Digest], _ record: OutputRecord, _ root: borrowing Folder,
    width: Int
  ) throws(EmissionError) {
    states = Array(repeating: .new, count: plan.count)
    let entries = Self.entries(of: plan, in: record)
    let found = concurrentMap(plan.units, width: width) { unit in
      UnitInspector(plan: plan, digests: digests, record: record, entries: entries)
        .inspect(unit, root)
    }
    for (unit, found) in zip(plan.units, found) {
      let found = try EmissionError.wrap(found.get)
      for (place, file) in unit.files.enumerated() {
        states[file] = found.states[place]
      }
      obstructions.formUnion(found.obstructions)
      foreign.formUnion(found.foreign)
    }
    guard foreign.isEmpty else {
      let names = foreign.sorted(by: PathOrder.precedes)
      throw .inTheWay(output: root.path, entries: Array(names.prefix(5)), count: names.count)
    }
  }

  /// The manifest's entry for each file of the plan, or -1: both lists are in one order.
  private static func entries(of plan: EmissionPlan, in record: OutputRecord) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(plan.count)
    let entries = record.manifest.entries
    var next = 0
    for path in plan.paths {
      var order = 1
      while next < entries.count {
        order = PathOrder.compare(entries[next].path, path)
        if order >= 0 { break }
        next += 1
      }
      result.append(next < entries.count && order == 0 ? next : -1)
    }
    return result
  }
}

/// What was found for the files of one unit.
struct UnitFindings: Sendable {
  var states: [Inspection.State] = []
  var obstructions: Set<String> = []
  var foreign: Set<String> = []
}

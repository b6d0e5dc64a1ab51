internal import DossierModel
internal import FileTree

/// What stands in the output folder where the files of a plan are to be written. Changes nothing.
struct Inspection: Sendable {
  enum State: Hashable, Sendable {
    /// The file has its bytes, as was found when it was staged.
    case same
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

  /// Looks for the files of the plan that need writing, on `width` threads.
  init(
    _ plan: EmissionPlan, _ record: OutputRecord, _ root: borrowing Folder, width: Int
  ) throws(EmissionError) {
    states = Array(repeating: .same, count: plan.count)
    let units = plan.units(of: plan.files.indices.filter { plan.files[$0].needsWriting })
    let found = concurrentMap(units, width: width) { unit in
      UnitInspector(plan: plan, record: record).inspect(unit, root)
    }
    for (unit, found) in zip(units, found) {
      let found = try EmissionError.wrap(found.get)
      for (file, state) in zip(unit.files, found.states) { states[file] = state }
      obstructions.formUnion(found.obstructions)
      foreign.formUnion(found.foreign)
    }
    guard foreign.isEmpty else {
      let names = foreign.sorted(by: PathOrder.precedes)
      throw .inTheWay(output: root.path, entries: Array(names.prefix(5)), count: names.count)
    }
  }
}

/// What was found for the files of one unit.
struct UnitFindings: Sendable {
  var states: [Inspection.State] = []
  var obstructions: Set<String> = []
  var foreign: Set<String> = []
}

internal import DossierModel
internal import FileTree

/// Finds out what stands where the files of one unit are to be written.
struct UnitInspector {
  let plan: EmissionPlan
  let record: OutputRecord

  func inspect(
    _ unit: EmissionPlan.Unit, _ root: borrowing Folder
  ) -> Result<UnitFindings, FileTreeError> {
    do throws(FileTreeError) {
      var findings = UnitFindings()
      guard try isOpen(unit.folder, root, &findings) else {
        findings.states = Array(repeating: .new, count: unit.files.count)
        return .success(findings)
      }
      let folder = try root.folder(unit.folder)
      for file in unit.files {
        findings.states.append(try state(of: file, in: folder, root, &findings))
      }
      return .success(findings)
    } catch {
      return .failure(error)
    }
  }

  /// Whether there is a folder at `path`. Notes what stands there or above it and is none.
  private func isOpen(
    _ path: String, _ root: borrowing Folder, _ findings: inout UnitFindings
  ) throws(FileTreeError) -> Bool {
    var end = path.utf8.startIndex
    while end < path.utf8.endIndex {
      let rest = path.utf8[end...]
      let start = rest.first == UInt8(ascii: "/") ? path.utf8.index(after: end) : end
      end = path.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
      let above = String(path[..<end])
      let (parent, name) = PathParts.split(above)
      switch try root.folder(parent).item(name) {
      case .folder?: continue
      case nil: return false
      case .file?, .link?, .other?:
        if record.isOurs(above) {
          findings.obstructions.insert(above)
        } else {
          findings.foreign.insert(above)
        }
        return false
      }
    }
    return true
  }

  private func state(
    of index: Int, in folder: borrowing Folder, _ root: borrowing Folder,
    _ findings: inout UnitFindings
  ) throws(FileTreeError) -> Inspection.State {
    let path = plan.paths[index]
    let name = plan.names[index]
    switch try folder.item(name) {
    case nil: return .new
    case .file?, .link?, .other?:
      if !record.isOurs(path) { findings.foreign.insert(path) }
      return .changed
    case .folder?:
      findings.obstructions.insert(path)
      findings.foreign.formUnion(try foreignFiles(in: path, root))
      return .new
    }
  }

  /// The files below a folder that no emission made.
  private func foreignFiles(
    in path: String, _ root: borrowing Folder
  ) throws(FileTreeError) -> [String] {
    var foreign: [String] = []
    var pending = [path]
    while let next = pending.popLast() {
      let folder = try root.folder(next)
      for name in try folder.names() {
        let path = "\(next)/\(name)"
        if try folder.item(name) == .folder {
          pending.append(path)
        } else if !record.isOurs(path) {
          foreign.append(path)
        }
      }
    }
    return foreign
  }
}

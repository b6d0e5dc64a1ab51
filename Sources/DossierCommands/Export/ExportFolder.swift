import DossierExport
import DossierModel
import FileTree
import Glibc

/// The folder that an export is written into: each file is the old one or the new one, whole.
struct ExportFolder {
  let path: String

  /// Writes the files of `result`, and returns what it lacks.
  func write(_ result: ExportResult) throws(CommandFailure) -> [String] {
    do {
      try AtomicFile.createDirectories(path)
      for file in result.files { try AtomicFile.write(file.bytes, to: "\(path)/\(file.name)") }
    } catch {
      throw .environment("\(error)")
    }
    return result.dropped
  }

  /// Writes the database, which SQLite itself makes in a file beside the place where it will stand.
  func write(
    database model: SiteModel, _ index: LinkIndex
  ) throws(CommandFailure) -> [String] {
    let temporary = "\(path)/\(AtomicFile.temporaryName())"
    do {
      try AtomicFile.createDirectories(path)
      defer { _ = unsafe unlink(temporary) }
      let dropped = try SQLiteFormat.export(model, index, to: temporary)
      guard unsafe rename(temporary, "\(path)/\(SQLiteFormat.fileName)") == 0 else {
        throw CommandFailure.environment("\(path)/\(SQLiteFormat.fileName) cannot be written")
      }
      return dropped
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .environment("\(error)")
    }
  }
}

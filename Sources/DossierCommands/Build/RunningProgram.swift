import DossierBuild
import FileTree
internal import Glibc

/// Which program runs, on which machine: what a record of the cache must agree with.
enum RunningProgram {
  /// The largest name of a file that is asked for.
  private static let pathLimit = Int(PATH_MAX)

  /// This program. Its file is read only where its stamp is not that of `known`, by the same machine.
  /// Nil where the system does not tell: then nothing is kept.
  static func maker(known: BuildRecord.Maker?) -> BuildRecord.Maker? {
    guard let path else { return nil }
    let machine = machine
    let stamp = stamp(of: path)
    if let known, let stamp, !machine.isEmpty, known.machine == machine,
      known.programStamp == stamp
    {
      return known
    }
    guard let program = try? WholeFile.fingerprint(of: path) else { return nil }
    return BuildRecord.Maker(machine: machine, program: program, programStamp: stamp)
  }

  /// The identity that the kernel gives itself at every start; empty where it does not.
  static var machine: String {
    guard let bytes = try? WholeFile.contents(of: "/proc/sys/kernel/random/boot_id", limit: 256)
    else { return "" }
    return String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
  }

  private static var path: String? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: pathLimit) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = unsafe readlink("/proc/self/exe", base, pathLimit)
      guard count > 0, count < pathLimit else { return nil }
      return String(
        validating: unsafe buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  private static func stamp(of path: String) -> FileStamp? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      let folder = try? Folder(path: String(path[...slash])),
      case .file(let stamp)? = try? folder.item(String(path[path.utf8.index(after: slash)...]))
    else { return nil }
    return stamp
  }
}

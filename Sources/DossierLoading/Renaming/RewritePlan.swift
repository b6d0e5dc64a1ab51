package import Diagnostics
package import FileTree

/// What `dossier rename` or `dossier merge` would do: changes to be made together, or why there are none.
package struct RewritePlan: Sendable {
  /// Ready for `FileTransaction`; none where there are findings.
  package var changes: [FileTransaction.Change] = []
  /// The file that moves or is taken up by another, with where its words are then; nil for a source.
  package var moved: (from: String, to: String)?
  /// Why nothing is to be written. In reading order.
  package var findings: [Diagnostic] = []
  /// Whether what was asked for makes no sense, whatever stands in the files.
  package var isMisuse = false

  /// A plan that changes nothing.
  static func refused(_ findings: [Diagnostic], isMisuse: Bool = false) -> RewritePlan {
    var plan = RewritePlan()
    plan.findings = findings.sorted(by: Diagnostic.inReadingOrder)
    plan.isMisuse = isMisuse
    return plan
  }

  static func misuse(_ id: DiagnosticID, _ summary: String, help: String? = nil) -> RewritePlan {
    refused([Diagnostic(.error, id, summary, help: help)], isMisuse: true)
  }

  /// A line of a file before or after.
  package struct Line: Sendable, Hashable {
    package let number: Int
    package let isNew: Bool
    package let text: String
  }

  /// What changes, file by file: the lines that go and those that come, in order. A file that moves is
  /// held against what it was.
  package var listing: [(path: String, lines: [Line])] {
    let gone = moved.flatMap { moved in changes.first { $0.path == moved.from && $0.new == nil } }
    return changes.compactMap { change in
      guard let new = change.new else { return nil }
      let isMove = change.path == moved?.to && change.old == nil
      let old = isMove ? gone?.old ?? [] : change.old ?? []
      return (change.path, Self.lines(old, new))
    }
  }

  private static func lines(_ old: [UInt8], _ new: [UInt8]) -> [Line] {
    func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
    func line(_ index: Int, _ isNew: Bool, _ bytes: ArraySlice<UInt8>) -> Line {
      let text = bytes.last == 0x0D ? bytes.dropLast() : bytes
      return Line(number: index + 1, isNew: isNew, text: String(decoding: text, as: UTF8.self))
    }
    let (before, after) = (split(old), split(new))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for step in after.difference(from: before) {
      switch step {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      while removed.contains(left) {
        lines.append(line(left, false, before[left]))
        left += 1
      }
      while added.contains(right) {
        lines.append(line(right, true, after[right]))
        right += 1
      }
      left += 1
      right += 1
    }
    return lines
  }
}

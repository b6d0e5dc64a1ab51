/// Reads what `git log -z --format=%x01%H%x00%aI%x00%s%x00 --name-only` prints.
enum GitLog {
  /// O(bytes). A field that is missing ends the list: git prints whole records.
  static func commits(_ bytes: [UInt8]) -> [GitCommit] {
    var commits: [GitCommit] = []
    // A subject may hold any byte but NUL: records are told apart by their first field alone.
    let fields = bytes.split(separator: 0, omittingEmptySubsequences: false)
    var index = 0
    while index + 2 < fields.count {
      guard let id = identifier(fields[index]) else {
        index += 1
        continue
      }
      let authored = String(decoding: fields[index + 1], as: UTF8.self)
      let subject = String(decoding: fields[index + 2], as: UTF8.self)
      index += 3
      var paths: [String] = []
      while index < fields.count, identifier(fields[index]) == nil {
        // Between a record and its paths git prints an end of line.
        let path = fields[index].drop { $0 == 0x0A }
        if !path.isEmpty { paths.append(String(decoding: path, as: UTF8.self)) }
        index += 1
      }
      commits.append(GitCommit(id: id, authored: authored, subject: subject, paths: paths))
    }
    return commits
  }

  /// The hash behind a byte 01, which no path that a site reads begins with.
  private static func identifier(_ field: ArraySlice<UInt8>) -> String? {
    let field = field.drop { $0 == 0x0A }
    guard field.first == 1, field.count == 41 || field.count == 65 else { return nil }
    let digits = field.dropFirst()
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
      return nil
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

import FileTree

/// Writes terms with their postings into files, each a range of the order of terms.
///
/// The data of a file are a row of terms, a space behind each part: one digit for how many UTF-16 units
/// the term shares with the one before, the other letters, a space, its postings, a space. A posting is
/// the gap to the document before (from 0, the first from -1) times 6 plus the level; behind `~` come the
/// names that hold the term, the gap times 12 plus the code.
struct TermFiles {
  let lists: PostingLists

  /// How large a file becomes, by estimate.
  static let size = 13_500

  /// The ranges of terms that make a file each. O(terms).
  func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for term in lists.terms.indices {
      let documents = lists.count(term)
      // A gap is short where many documents have the term.
      let cost = 6 + documents * (documents > 700 ? 4 : 7) / 4 + lists.names(term).count * 3
      if size > 0, size + cost > Self.size {
        ranges.append(start..<term)
        start = term
        size = 0
      }
      size += cost
    }
    // There is one file at least: readers need not ask.
    if start < lists.terms.count || ranges.isEmpty { ranges.append(start..<lists.terms.count) }
    return ranges
  }

  /// The file of a range of terms. O(postings).
  func file(_ range: Range<Int>, number: Int) -> SearchFile {
    var data: [UInt8] = []
    data.reserveCapacity(Self.size * 2)
    var last: [UInt8] = []
    for term in range {
      let bytes = lists.terms[term]
      FrontCoding.append(bytes, behind: last, to: &data)
      last = bytes
      data.append(0x20)
      var document = -1
      for run in lists.runs {
        for index in run[term] {
          let posting = run.postings[index]
          let next = Int(posting >> 8)
          Script.append(
            (next - document - 1) * Impact.levels + Int(posting & 0xFF), to: &data)
          document = next
        }
      }
      let names = lists.names[lists.names(term)]
      if !names.isEmpty {
        data.append(0x7E)
        document = -1
        for name in names {
          let next = Int(name >> 8)
          Script.append(
            (next - document - 1) * NameList.codes + Int(name & 0xFF), to: &data)
          document = next
        }
      }
      data.append(0x20)
    }
    return Script.file("t\(number)", data)
  }

  /// The shortest beginning of a range's first term that no term before the range has: what the
  /// manifest says of the range.
  func boundary(of range: Range<Int>) -> String {
    guard range.lowerBound > 0 else { return "" }
    let term = String(decoding: lists.terms[range.lowerBound], as: UTF8.self)
    let before = String(decoding: lists.terms[range.lowerBound - 1], as: UTF8.self)
    var shared = 0
    for (a, b) in zip(term.unicodeScalars, before.unicodeScalars) {
      if a != b { break }
      shared += 1
    }
    return String(String.UnicodeScalarView(term.unicodeScalars.prefix(shared + 1)))
  }
}

/// A row of words in order, each without what it shares with the one before.
enum FrontCoding {
  /// Appends how many UTF-16 units are shared, as one digit, and the rest.
  static func append(
    _ word: [UInt8], behind last: [UInt8], to output: inout [UInt8]
  ) {
    var shared = 0
    while shared < word.count, shared < last.count, word[shared] == last[shared] { shared += 1 }
    // No scalar is cut.
    while shared > 0, shared < word.count, word[shared] & 0xC0 == 0x80 { shared -= 1 }
    var units = 0
    var index = 0
    while index < shared {
      let byte = word[index]
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if units + (length == 4 ? 2 : 1) > 90 { break }
      units += length == 4 ? 2 : 1
      index += length
    }
    output.append(Script.digit(units))
    output += word[index...]
  }
}

import Locking

@testable import SearchIndexing

/// Reads an index as search.js does, for tests.
struct IndexReader {
  let files: [String: String]

  init(_ files: [SearchFile]) {
    self.files = Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// What the script of a file hands over: the string, its escapes undone.
  func data(_ name: String) -> [UInt8] {
    guard let text = files[name] else { return [] }
    let opening = "dossierSearch(\"\(name)\",\""
    guard text.hasPrefix(opening), text.hasSuffix("\")\n") else { return [] }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8.dropFirst(opening.utf8.count).dropLast(3) {
      if byte == 0x5C, !isEscaped {
        isEscaped = true
        continue
      }
      isEscaped = false
      result.append(byte)
    }
    return result
  }

  static func value(_ byte: UInt8) -> Int { Int(byte) - (byte > 92 ? 34 : byte > 34 ? 33 : 32) }

  static func numbers(_ data: ArraySlice<UInt8>) -> [Int] {
    var digits = data.map { value($0) - 1 }[...]
    var result: [Int] = []
    while let first = digits.popFirst() {
      let (base, more, start): (Int, Int, Int) =
        switch first {
        case ..<60: (first, 0, 0)
        case ..<85: (first - 60, 1, 60)
        case ..<89: (first - 85, 2, 2335)
        case 89: (0, 3, 35_459)
        default: (0, 5, 0)
        }
      let value = digits.prefix(more).reduce(base) { $0 * 91 + $1 }
      digits = digits.dropFirst(more)
      result.append(value + start)
    }
    return result
  }

  /// Terms with the documents that have them, and those whose names do.
  func terms() -> [String: (body: [Int], names: [Int])] {
    var result: [String: (body: [Int], names: [Int])] = [:]
    for name in files.keys where name.first == "t" {
      let parts = data(name).split(separator: 0x20, omittingEmptySubsequences: false)
      var last: [UInt16] = []
      for index in stride(from: 0, to: parts.count - 1, by: 2) {
        let head = parts[index]
        let shared = Self.value(head.first ?? 33) - 1
        last = last.prefix(shared) + Array(String(decoding: head.dropFirst(), as: UTF8.self).utf16)
        let lists = parts[index + 1].split(separator: 0x7E, omittingEmptySubsequences: false)
        func documents(_ list: ArraySlice<UInt8>?, _ base: Int) -> [Int] {
          var document = -1
          return Self.numbers(list ?? []).map { number in
            document += number / base + 1
            return document
          }
        }
        result[String(decoding: last, as: UTF16.self)] = (
          documents(lists.first, 6), lists.count > 1 ? documents(lists[1], 12) : []
        )
      }
    }
    return result
  }

  /// The passages of a coded text.
  static func passages(_ data: ArraySlice<UInt8>, _ dictionary: [String]) -> [String] {
    var units = Array(String(decoding: data, as: UTF8.self).utf16)[...]
    var result: [String] = []
    var text: [UInt16] = []
    var isAfterWord = false
    var isCapital = false
    func next() -> Int { units.popFirst().map { value(UInt8(truncatingIfNeeded: $0)) } ?? 0 }
    func add(_ part: [UInt16], isWord: Bool) {
      var part = part
      if isCapital, let first = part.first { part[0] = first & ~0x20 }
      if isWord, isAfterWord { text.append(0x20) }
      text += part
      isAfterWord = isWord
      isCapital = false
    }
    func spell(_ count: Int, isWord: Bool) {
      add(Array(units.prefix(count)), isWord: isWord)
      units = units.dropFirst(count)
    }
    while !units.isEmpty {
      switch next() {
      case 0: isCapital = true
      case 1: spell(next(), isWord: false)
      case 2: spell(next(), isWord: true)
      case 3, 4:
        if !text.isEmpty { result.append(String(decoding: text, as: UTF16.self)) }
        text = []
        isAfterWord = false
      case let code where code < 21: spell(code - 3, isWord: true)
      case let code:
        let unit = dictionary[code < 48 ? code - 21 : 27 + 93 * (code - 48) + next()]
        let isSeparator = unit.utf8.first == 0x0B
        add(Array((isSeparator ? unit.dropFirst() : unit[...]).utf16), isWord: !isSeparator)
      }
    }
    if !text.isEmpty { result.append(String(decoding: text, as: UTF16.self)) }
    return result
  }

  /// By document in order: its fields (title, address, date, anchors) and its passages.
  func documents() -> [(fields: [String], passages: [String])] {
    let dictionary = data("words").split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let names = files.keys.filter { $0.first == "d" }.sorted { left, right in
      let a = left.dropFirst().split(separator: "-").compactMap { Int($0) }
      let b = right.dropFirst().split(separator: "-").compactMap { Int($0) }
      return a.lexicographicallyPrecedes(b)
    }
    return names.flatMap { name -> [(fields: [String], passages: [String])] in
      let parts = data(name).split(separator: 0x09, omittingEmptySubsequences: false)
      return stride(from: 0, to: parts.count - 1, by: 5).map { start in
        (
          parts[start..<(start + 4)].map { String(decoding: $0, as: UTF8.self) },
          Self.passages(parts[start + 4], dictionary)
        )
      }
    }
  }
}

/// Takes the files of an index on any thread.
final class FileCollector: Sendable {
  private let taken = Mutex<[SearchFile]>([])

  func take(_ file: SearchFile) { taken.withLock { $0.append(file) } }

  var files: [SearchFile] { taken.withLock { $0 }.sorted { $0.name < $1.name } }
}

extension IndexReader {
  /// The index of some documents in one group, as files and as read.
  static func index(
    _ documents: [SearchDocument], tags: [String] = [], width: Int = 2
  ) -> (files: [SearchFile], names: [String], reader: IndexReader) {
    let collector = FileCollector()
    let indexer = SearchIndexer(
      groups: [SearchGroup(label: "Pages", count: documents.count)], tags: tags, width: width)
    let names = indexer.build({ documents[$0] }, into: collector.take)
    return (collector.files, names, IndexReader(collector.files))
  }
}

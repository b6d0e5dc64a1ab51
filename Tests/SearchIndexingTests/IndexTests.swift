import Testing

@testable import SearchIndexing

struct IndexTests {
  @Test(
    "A number is read as it was written",
    arguments: [
      0, 1, 59, 60, 61, 150, 2334, 2335, 2336, 35_458, 35_459, 789_029, 789_030, 1 << 24, 1 << 32,
    ])
  func numbers(value: Int) {
    var output: [UInt8] = []
    Script.append(value, to: &output)
    Script.append(7, to: &output)
    #expect(IndexReader.numbers(output[...]) == [value, 7])
    #expect(output.allSatisfy { $0 > 0x20 && $0 < 0x7E && $0 != 0x22 && $0 != 0x5C })
  }

  @Test(
    "A text is read as it was written",
    arguments: [
      "A plain sentence, with a comma.", "the the The THE tHE",
      "Quotes “here” and \"here\" \\ and \\\\.",
      "İstanbul’da Çavuşoğlu", "Лавров сказал: «нет»", "عربي مُحَمَّد", "北京市2020年", "🙂 and 🙂🙂",
      String(repeating: "x", count: 300) + " end", " leading and trailing ", "1,000–2,000",
      String(repeating: "—", count: 100) + "x", "U.S. e.g. x.y", "e\u{301}a\u{308}",
    ])
  func texts(text: String) {
    // Among others, so that a dictionary comes about.
    let filler = String(repeating: "the plain sentence and the comma, here it is. ", count: 40)
    let documents = [text, filler].map {
      SearchDocument(title: "x", address: "x", passages: [.init($0)])
    }
    let (_, _, reader) = IndexReader.index(documents)
    #expect(reader.documents().map(\.passages) == [[text], [filler]])
  }

  @Test func `Control characters become spaces, and a space before a full stop goes`() {
    let document = SearchDocument(
      title: "a\u{0}b\nc", address: "x",
      passages: [.init("one\ntwo\t\tthree [1] ."), .init("x , y  . a   b")])
    let (_, _, reader) = IndexReader.index([document])
    #expect(reader.documents().map(\.fields) == [["a b c", "x", "", ""]])
    #expect(reader.documents().map(\.passages) == [["one two  three [1] .", "x, y. a b"]])
  }

  /// Documents of words that a generator without a clock draws.
  private static func documents(_ count: Int) -> [SearchDocument] {
    var state: UInt64 = 7
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let letters = ["ka", "Lo", "mi", "çu", "жа", "北", "1", "’s", "é", "sha"]
    return (0..<count).map { number in
      let words = (0..<(5 + draw(40))).map { _ in
        (0..<(1 + draw(4))).map { _ in letters[min(draw(10), draw(10))] }.joined()
      }
      return SearchDocument(
        title: "Title \(number)", address: "p/\(number).html",
        days: draw(3) == 0 ? nil : Int32(draw(9000))...9100,
        names: [.init("Title \(number)", isTitle: true)], tags: draw(4) == 0 ? [draw(2)] : [],
        passages: [.init(words.joined(separator: " "))])
    }
  }

  @Test func `Every word leads to all documents that have it, and to no other`() {
    let documents = Self.documents(300)
    let folding = SearchFolding()
    var body: [String: [Int]] = [:]
    var names: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for passage in document.passages {
        let text = String(decoding: passage.bytes, as: UTF8.self)
        for word in Set(folding.words(in: text)) { body[word, default: []].append(number) }
      }
      for word in Set(folding.words(in: document.title)) { names[word, default: []].append(number) }
    }
    let terms = IndexReader.index(documents).reader.terms()
    #expect(terms.filter { !$0.value.body.isEmpty }.mapValues(\.body) == body)
    #expect(terms.filter { !$0.value.names.isEmpty }.mapValues(\.names) == names)
  }

  @Test func `The files are the same on any number of threads, and all are named`() {
    let documents = Self.documents(1500)
    let one = IndexReader.index(documents, tags: ["a", "b"], width: 1)
    let many = IndexReader.index(documents, tags: ["a", "b"], width: 8)
    #expect(one.files.map(\.name) == many.files.map(\.name))
    #expect(one.files.map(\.bytes) == many.files.map(\.bytes))
    #expect(one.names.sorted() == one.files.map(\.name))
    #expect(many.names == one.names)
  }

  @Test func `An index of nothing is an index`() {
    let (files, names, reader) = IndexReader.index([])
    #expect(names.sorted() == files.map(\.name))
    #expect(reader.documents().isEmpty)
    #expect(reader.terms().isEmpty)
  }

  @Test(
    "Whatever a title holds, a file stays one call with one string",
    arguments: ["\"); alert(1); (\"", "\\", "\\\"", "</script>", "\u{2028}\u{2029}", "\r\n\t\u{B}"])
  func hostile(title: String) throws {
    let document = SearchDocument(
      title: title, address: title, date: title, names: [.init(title, isTitle: true)],
      tags: [0], anchors: [title], passages: [.init(title)])
    for file in IndexReader.index([document], tags: [title]).files where file.name != "manifest" {
      let text = Array(file.bytes)
      #expect(text.starts(with: Array("dossierSearch(\"\(file.name)\",\"".utf8)))
      #expect(text.suffix(3).elementsEqual("\")\n".utf8))
      var quotes = 0
      var isEscaped = false
      for byte in text {
        if byte == 0x22, !isEscaped { quotes += 1 }
        isEscaped = byte == 0x5C && !isEscaped
      }
      #expect(quotes == 4)
      #expect(text.count { $0 == 0x0A || $0 == 0x0D } == 1)
    }
  }

  @Test func `Terms stand in the order in which JavaScript compares them`() {
    var table = WordTable()
    let words = [
      "b", "a", "\u{1F600}", "\u{FB01}", "aa", "\u{E000}", "я", "中", "abcdefghi", "abcdefgha", "",
    ]
    for word in words { _ = table.insert(Array(word.utf8)) }
    let order = TermOrder.sorted(table).map { words[$0] }
    #expect(order == words.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
  }
}

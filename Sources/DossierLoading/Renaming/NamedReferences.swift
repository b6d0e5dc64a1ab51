import CommonMark
import Diagnostics
import DossierModel

/// Finds what a text says of a page or a source by its name, and how it is to be written from now on.
struct NamedReferences {
  let change: NameChange
  let file: SourceFile
  /// Where the text is emitted, for links that count from there.
  let path: SitePath

  private(set) var edits: [TextEdit] = []
  /// References that cannot be rewritten where they stand (`unmoved-reference`).
  private(set) var findings: [Diagnostic] = []

  init(_ change: NameChange, in file: SourceFile, at path: SitePath) {
    self.change = change
    self.file = file
    self.path = path
  }

  private var bytes: [UInt8] { file.bytes }

  /// All of a page. O(page).
  mutating func read(_ page: Page) {
    read(page.body)
    if change.isPage {
      if let parent = page.partOf { scalar(parent) }
      list(page.conflicts, isQuotable: true)
      for name in page.names { list(name.usedBy, isQuotable: true) }
      for fact in page.facts {
        for value in fact.values {
          list(value.pages, isQuotable: false)
          for qualifier in value.qualifiers { list(qualifier.pages, isQuotable: false) }
        }
      }
      for statement in page.statements { slug(statement.speaker.range) }
    } else {
      // Facts are read line by line from the file, so that a citation may be wrapped in them.
      for citation in page.facts.flatMap(\.citations)
        + page.statements.flatMap(\.renderings).flatMap(\.citations)
      {
        self.citation(citation.key, citation.origin, citation.range)
      }
    }
  }

  /// Wikilinks, citations and links of a text. O(nodes).
  mutating func read(_ tree: MarkdownTree) {
    for wikilink in tree.wikilinks where change.isMeant(byWikilink: wikilink.page) {
      let range = tree[wikilink.node].source
      guard bytes[range].starts(with: "[[".utf8) else {
        obstacle(range)
        continue
      }
      slug(FactLine.trimmed((range.lowerBound + 2)..<range.upperBound, in: bytes), isWhole: false)
    }
    if !change.isPage {
      for mark in tree.citations {
        let details = try? Citation.parseDetails(mark.rest).get()
        citation(mark.key, details?.origin, tree[mark.node].source)
      }
    }
    for link in tree.links {
      guard let address = SiteAddress(link.destination, from: path, file: file.path),
        change.isMeant(by: address)
      else { continue }
      read(link, in: tree)
    }
  }

  // MARK: Slugs

  /// The slug that stands at the beginning of `range`, or is all of it.
  private mutating func slug(_ range: Range<Int>, isWhole: Bool = true) {
    let end = range.lowerBound + change.old.utf8.count
    guard bytes[range].starts(with: change.old.utf8) else {
      // Another page, unless it was looked for because it must stand here.
      if !isWhole { obstacle(range) }
      return
    }
    guard !isWhole || end == range.upperBound else { return }
    edits.append(TextEdit(range.lowerBound..<end, change.new))
  }

  /// A slug in front matter, in whatever quotes.
  private mutating func scalar(_ reference: PageReference) {
    guard reference.slug == change.old else { return }
    let raw = bytes[reference.range]
    // An alias of YAML stands for what was written elsewhere.
    guard raw.contains(where: { $0 == change.old.utf8.first }),
      raw.first != UInt8(ascii: "*"), raw.first != UInt8(ascii: "|"),
      raw.first != UInt8(ascii: ">")
    else { return obstacle(reference.range) }
    edits.append(
      TextEdit(reference.range, FrontMatterEdit.scalar(change.new, like: raw)))
  }

  /// The slugs of a list. One that stands there already under its new name is taken out.
  private mutating func list(_ references: [PageReference], isQuotable: Bool) {
    guard references.contains(where: { $0.slug == change.old }) else { return }
    let isDouble = references.contains { $0.slug == change.new }
    for (index, reference) in references.enumerated() where reference.slug == change.old {
      if isDouble, let cut = cut(index, of: references) {
        edits.append(TextEdit(cut, ""))
      } else if isQuotable {
        scalar(reference)
      } else {
        slug(reference.range)
      }
    }
  }

  /// An item with the comma that parts it from its neighbour; nil where more than a comma does.
  private func cut(_ index: Int, of references: [PageReference]) -> Range<Int>? {
    let own = outer(references[index].range)
    let range: Range<Int>
    let gap: Range<Int>
    if index > 0 {
      let before = outer(references[index - 1].range)
      guard before.upperBound <= own.lowerBound else { return nil }
      range = before.upperBound..<own.upperBound
      gap = before.upperBound..<own.lowerBound
    } else {
      guard references.count > 1 else { return nil }
      let after = outer(references[1].range)
      guard own.upperBound <= after.lowerBound else { return nil }
      range = own.lowerBound..<after.lowerBound
      gap = own.upperBound..<after.lowerBound
    }
    let isComma = bytes[gap].allSatisfy { FactLine.isSpace($0) || $0 == UInt8(ascii: ",") }
    return isComma && bytes[gap].contains(UInt8(ascii: ",")) ? range : nil
  }

  /// A slug with the brackets of its wikilink.
  private func outer(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    guard start >= 2, bytes[(start - 2)..<start].elementsEqual("[[".utf8),
      let close = FactLine.find("]]", in: bytes, from: range.upperBound, to: bytes.count)
    else { return range }
    return (start - 2)..<(close + 2)
  }

  // MARK: Citations

  private mutating func citation(_ key: String, _ origin: String?, _ range: Range<Int>) {
    guard !change.isPage, key == change.old || origin == change.old else { return }
    guard bytes[range].starts(with: "[@\(key)".utf8), bytes[range].last == UInt8(ascii: "]") else {
      return obstacle(range)
    }
    if key == change.old {
      let start = range.lowerBound + 2
      edits.append(TextEdit(start..<(start + key.utf8.count), change.new))
    }
    guard let origin, origin == change.old else { return }
    var end = range.upperBound - 1
    while end > range.lowerBound, FactLine.isSpace(bytes[end - 1]) { end -= 1 }
    let start = end - origin.utf8.count
    guard start > range.lowerBound, bytes[start..<end].elementsEqual(origin.utf8) else {
      return obstacle(range)
    }
    edits.append(TextEdit(start..<end, change.new))
  }

  // MARK: Links

  private mutating func read(_ link: MarkdownTree.Link, in tree: MarkdownTree) {
    let range = tree[link.node].source
    let destination = Array(link.destination.utf8)
    // Its words end before its address begins.
    let words = tree.children(of: link.node).last.map { tree[$0].source.upperBound }
    let start = max(words ?? range.lowerBound, range.lowerBound)
    if let open = FactLine.find("](", in: bytes, from: start, to: range.upperBound) {
      var at = open + 2
      while at < range.upperBound, FactLine.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "<") {
        at += 1
      }
      guard bytes[at..<range.upperBound].starts(with: destination) else { return obstacle(range) }
      return address(at..<(at + destination.count), range)
    }
    let found = definitions(of: destination)
    guard !found.isEmpty else { return obstacle(range) }
    for place in found { address(place, range) }
  }

  /// Where `[label]: destination` stands. O(file): asked for links that name a definition alone.
  private func definitions(of destination: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let colon = FactLine.find("]:", in: bytes, from: index, to: bytes.count) {
      index = colon + 2
      var at = index
      while at < bytes.count, FactLine.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "<") {
        at += 1
      }
      let end = at + destination.count
      guard end <= bytes.count, bytes[at..<end].elementsEqual(destination),
        end == bytes.count || FactLine.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: ">")
      else { continue }
      found.append(at..<end)
    }
    return found
  }

  /// Changes the file's name in an address.
  private mutating func address(_ place: Range<Int>, _ link: Range<Int>) {
    let part = bytes[place].prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let start = part.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? part.startIndex
    guard let dot = part[start...].lastIndex(of: UInt8(ascii: ".")) else { return obstacle(link) }
    let isEncoded = part[start..<dot].contains(UInt8(ascii: "%"))
    let name = SitePath(folder: "", file: change.new)
    edits.append(TextEdit(start..<dot, isEncoded ? name.percentEncoded : name.rawValue))
  }

  private mutating func obstacle(_ range: Range<Int>) {
    findings.append(
      Diagnostic(
        .error, "unmoved-reference", "this names “\(change.old)” in a way that cannot be rewritten",
        at: file.place(range), help: "write it plainly, and run again"))
  }
}

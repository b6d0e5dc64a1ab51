import CommonMark
import DossierModel
import EDTF

/// What lists of mentions and links in prose need of every page, in runs of bytes that all threads read:
/// in a large wiki half a million entries are written from it, and an object for each page would cost
/// each of them several counts of references.
@safe final class LinkTable: Sendable {
  /// Where pages stand that link: their folder, by number, and how many folders lie above them.
  struct Base: Sendable {
    fileprivate let folder: Int32
    fileprivate let depth: Int
  }

  private struct Row {
    let kind: PageKind
    let folder: Int32
    /// Of the page's date; `LinkTable.undated` for none.
    let year: Int32
    /// In `marks`: `<a href="../actors/russia.html">`, then the entry behind a link's opening tag in
    /// lists of mentions, then `<a href="russia.html">`, up to the next row's `marksLower`.
    let marksLower: UInt32
    let entryLower: UInt32
    let entryUpper: UInt32
  }

  private static let undated = Int32.min
  private static let opening = Array("<a href=\"../".utf8)

  private let rows: [Row]
  private let marks: [UInt8]
  private let folders: [String]
  /// Keeps the texts alive that `texts` points into.
  private let pages: [Page]
  /// The running text of each page, which sentences are cut from. Pointers, since to ask the page for
  /// its text is two counts of references on memory that is in no cache, half a million times.
  ///
  /// nonisolated(unsafe) is sound: `texts` is written in `init` alone and its memory by nobody; a page
  /// never changes, its text is a native array, which lies where it lies as long as the page lives, and
  /// `pages` holds that as long as this table.
  private nonisolated(unsafe) let texts: [UnsafeBufferPointer<UInt8>]

  /// O(pages).
  init(_ pages: [Page]) {
    var rows: [Row] = []
    rows.reserveCapacity(pages.count + 1)
    var marks: [UInt8] = []
    marks.reserveCapacity(pages.count * 256)
    var folders: [String] = []
    for page in pages {
      let folder = page.kind.folder
      let number = folders.firstIndex(of: folder) ?? folders.count
      if number == folders.count { folders.append(folder) }
      // Percent-encoded addresses hold nothing that an attribute would have escaped.
      let file = SitePath(folder: "", file: page.slug.rawValue + ".html").percentEncoded
      let lower = marks.count
      marks += Self.opening
      marks += page.path.percentEncoded.utf8
      marks += "\">".utf8
      let entry = marks.count
      let date = page.date
      MentionRenderer.appendEntry(
        title: page.title, publisher: nil, date: date.map { DateView($0) }, to: &marks)
      let entryUpper = marks.count
      marks += "<a href=\"".utf8
      marks += file.utf8
      marks += "\">".utf8
      rows.append(
        Row(
          kind: page.kind, folder: Int32(number),
          year: date?.start.date.map { Int32($0.year) } ?? Self.undated,
          marksLower: UInt32(lower), entryLower: UInt32(entry), entryUpper: UInt32(entryUpper)))
    }
    // The end of the last row.
    rows.append(
      Row(
        kind: .page, folder: -1, year: Self.undated, marksLower: UInt32(marks.count),
        entryLower: UInt32(marks.count), entryUpper: UInt32(marks.count)))
    self.pages = pages
    unsafe texts = pages.map { page in
      unsafe page.body.text.withUnsafeBufferPointer { unsafe $0 }
    }
    self.rows = rows
    self.marks = marks
    self.folders = folders
  }

  /// The same of pages of which the prose alone is another. O(pages).
  init(_ other: LinkTable, _ pages: [Page]) {
    rows = other.rows
    marks = other.marks
    folders = other.folders
    self.pages = pages
    unsafe texts = pages.map { page in
      unsafe page.body.text.withUnsafeBufferPointer { unsafe $0 }
    }
  }

  func base(of path: SitePath) -> Base {
    let parts = path.rawValue.utf8
    let depth = parts.count { $0 == UInt8(ascii: "/") }
    let folder = folders.firstIndex {
      depth == 1 && path.isDirectly(in: $0)
    }
    return Base(folder: folder.map { Int32($0) } ?? -1, depth: depth)
  }

  func kind(of page: PageID) -> PageKind { rows[page.index].kind }

  func year(of page: PageID) -> Int? {
    let year = rows[page.index].year
    return year == Self.undated ? nil : Int(year)
  }

  /// Appends `<a href="…">` with the way from `base` to `page`.
  func appendOpenTag(_ page: PageID, from base: Base, to output: inout [UInt8]) {
    let row = rows[page.index]
    if row.folder == base.folder {
      append(Int(row.entryUpper), Int(rows[page.index + 1].marksLower), to: &output)
    } else if base.depth == 1 {
      append(Int(row.marksLower), Int(row.entryLower), to: &output)
    } else {
      output.append(contentsOf: "<a href=\"".utf8)
      for _ in 0..<base.depth { output.append(contentsOf: "../".utf8) }
      append(Int(row.marksLower) + Self.opening.count, Int(row.entryLower), to: &output)
    }
  }

  /// Appends what stands behind the opening tag in the entry of a list of mentions.
  func appendEntry(_ page: PageID, to output: inout [UInt8]) {
    let row = rows[page.index]
    append(Int(row.entryLower), Int(row.entryUpper), to: &output)
  }

  /// Appends a sentence of `page`, escaped, with the name in `<mark>`.
  func appendSentence(_ backlink: Backlink, of page: PageID, to output: inout [UInt8]) {
    unsafe MentionRenderer.append(backlink, in: texts[page.index], to: &output)
  }

  private func append(_ lower: Int, _ upper: Int, to output: inout [UInt8]) {
    Markup.append(marks, lower..<upper, to: &output)
  }
}

import DossierModel
import EDTF
import TemplateEngine

/// What lists and links show of a page, as values that are shared wherever it is shown: in a large wiki
/// a page is named a hundred times for once that it is rendered. A class, so that handing it on is one
/// retain.
final class PageGlance: Sendable {
  let kind: PageKind
  let address: PageAddress
  let year: Int?
  let title: TemplateValue
  let date: TemplateValue
  let sort: TemplateValue
  let summary: TemplateValue

  init(_ page: Page) {
    kind = page.kind
    address = PageAddress(page.path)
    let date = page.date
    year = date?.start.date?.year
    title = .string(page.title)
    self.date = .optional(date.map { DateView($0) })
    sort = .optional(page.sort.map(Labels.sort))
    summary = .optional(page.summary)
  }

  /// The page as an entry of a list on a page in `base`.
  func card(from base: PageAddress, role: String? = nil) -> TemplateValue {
    .record(
      TemplateRecord(
        CardView.schema,
        [title, address.link(from: base), sort, date, summary, .optional(role)]))
  }

  func link(from base: PageAddress) -> TemplateValue {
    .record(TemplateRecord(LinkView.schema, [title, address.link(from: base), .bool(false)]))
  }
}

/// The address of a page, percent-encoded, in the forms in which pages of the site link to it.
final class PageAddress: Sendable {
  let folder: [UInt8]
  let file: [UInt8]
  /// How many folders lie between the page and the root.
  private let depth: Int
  /// For pages of the same folder: `russia.html`.
  private let inFolder: TemplateValue
  /// For pages of another folder directly below the root: `../actors/russia.html`.
  private let fromFolder: TemplateValue

  init(_ path: SitePath) {
    let encoded = Array(path.percentEncoded.utf8)
    let slash = encoded.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { Array(encoded[..<$0]) } ?? []
    let file = slash.map { Array(encoded[($0 + 1)...]) } ?? encoded
    self.file = file
    depth = encoded.count { $0 == UInt8(ascii: "/") }
    inFolder = .string(String(decoding: file, as: UTF8.self))
    fromFolder = .string("../" + String(decoding: encoded, as: UTF8.self))
  }

  /// Appends the way from a page in the folder of `base`.
  func append(from base: PageAddress, to output: inout [UInt8]) {
    if folder != base.folder {
      for _ in 0..<base.depth { output += "../".utf8 }
      if !folder.isEmpty {
        output += folder
        output.append(UInt8(ascii: "/"))
      }
    }
    output += file
  }

  /// The way from a page in the folder of `base`.
  func link(from base: PageAddress) -> TemplateValue {
    if folder == base.folder { return inFolder }
    if base.depth == 1 { return fromFolder }
    var output: [UInt8] = []
    append(from: base, to: &output)
    return .string(String(decoding: output, as: UTF8.self))
  }
}

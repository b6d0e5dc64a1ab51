import CommonMark
import DossierModel
import EDTF
import TemplateEngine

/// What lists and links show of a page, as values that are shared wherever it is shown: in a large wiki
/// a page is named a hundred times for once that it is rendered. A class, so that handing it on is one
/// retain.
final class PageGlance: Sendable {
  let address: PageAddress
  let title: TemplateValue
  let date: TemplateValue
  let sort: TemplateValue
  let summary: TemplateValue

  init(_ page: Page) {
    address = PageAddress(page.path)
    let date = page.date
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
  /// Differs where the folders differ, but for one case in 2^64: compared first.
  private let folderKey: UInt64
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
    let folder = slash.map { Array(encoded[..<$0]) } ?? []
    self.folder = folder
    // FNV-1a.
    folderKey = folder.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let file = slash.map { Array(encoded[($0 + 1)...]) } ?? encoded
    self.file = file
    depth = encoded.count { $0 == UInt8(ascii: "/") }
    inFolder = .string(String(decoding: file, as: UTF8.self))
    fromFolder = .string("../" + String(decoding: encoded, as: UTF8.self))
  }

  private func isInFolder(of base: PageAddress) -> Bool {
    folderKey == base.folderKey && folder.elementsEqual(base.folder)
  }

  /// Appends the way from a page in the folder of `base`.
  func append(from base: PageAddress, to output: inout [UInt8]) {
    if !isInFolder(of: base) {
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
    if isInFolder(of: base) { return inFolder }
    if base.depth == 1 { return fromFolder }
    var output: [UInt8] = []
    append(from: base, to: &output)
    return .string(String(decoding: output, as: UTF8.self))
  }
}

import DossierModel

/// What links to a page show of it on hover and on focus: `previews/N.js`, classic scripts that the
/// theme's `preview.js` loads when a reader dwells on a link, since browsers fetch nothing from disk. Pages
/// themselves carry nothing for it: each page is described once for the whole site.
struct PreviewShards {
  let context: SiteContext

  /// How many pages share a file on average: some ten kilobytes.
  private static let pagesPerShard = 48

  private var model: SiteModel { context.model }

  /// How many files there are; 0 where no page has a preview. O(pages).
  static func count(_ model: SiteModel) -> Int {
    let pages = model.pages.count { $0.kind != .page }
    return (pages + pagesPerShard - 1) / pagesPerShard
  }

  /// In which of `count` files the page at an address is found: FNV-1a, 32 bits, over the address as
  /// links have it. The theme's script computes the same.
  static func shard(of address: String, count: Int) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in address.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash % UInt32(count))
  }

  /// The files, in order. O(pages).
  func artifacts() -> [Artifact] {
    let count = context.previewShards
    guard count > 0 else { return [] }
    var shards = [[UInt8]](repeating: [], count: count)
    for page in model.pages where page.kind != .page {
      let address = page.path.percentEncoded
      append(page, at: address, to: &shards[Self.shard(of: address, count: count)])
    }
    return shards.enumerated().map { number, entries in
      Artifact(
        path: SitePath(folder: "previews", file: "\(number).js"),
        bytes: Array("dossierPreviews({".utf8) + entries + Array("});\n".utf8),
        inputs: [.query("pages:all")])
    }
  }

  private func append(_ page: Page, at address: String, to output: inout [UInt8]) {
    if !output.isEmpty { output.append(UInt8(ascii: ",")) }
    output.append(0x0A)
    ScriptText.append(address, to: &output)
    output += ":[".utf8
    ScriptText.append(page.title, to: &output)
    output.append(UInt8(ascii: ","))
    ScriptText.append(page.sort.map(Labels.sort) ?? "", to: &output)
    output.append(UInt8(ascii: ","))
    ScriptText.append(PreviewText.definition(of: page), to: &output)
    output += ",[".utf8
    for (index, fact) in PreviewText.facts(of: page, in: model).enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "["))
      ScriptText.append(fact.label, to: &output)
      output.append(UInt8(ascii: ","))
      ScriptText.append(fact.value, to: &output)
      output.append(UInt8(ascii: "]"))
    }
    output += "]]".utf8
  }
}

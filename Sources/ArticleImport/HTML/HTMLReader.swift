internal import Diagnostics
internal import DossierModel

/// Reads an HTML capture: decodes and scans it, parses what is left, chooses the main text and reads
/// what the page says of itself.
///
/// Paragraphs point into the capture's own bytes: from the slim page through the scan to the decoded
/// text, and from there through the decoder.
struct HTMLReader {
  let file: SourceFile
  /// What is said of the encoding outside the capture.
  var stated: StatedEncoding?
  /// Whether all text is kept, whatever part of the page it stands in.
  var keepsEverything = false

  /// The largest capture that is read, in bytes.
  static let largest = 64 << 20

  /// O(n). Findings: `capture-too-large`, `capture-empty`, `capture-no-paragraph` (errors);
  /// `capture-charset`, `capture-nesting`, `capture-elements`, `capture-attributes` (warnings).
  func read() -> (article: Article, diagnostics: [Diagnostic]) {
    guard file.bytes.count <= Self.largest else {
      return fail("capture-too-large", "the capture is longer than 64 MiB")
    }
    let answer = EncodingDetector(bytes: file.bytes, stated: stated).detect()
    let decoded = Transcoder.decode(file.bytes, as: answer.encoding, isValid: answer.isValid)
    let scan = HTMLPreScan(decoded.bytes)
    var findings = findings(answer, decoded, scan)
    let tree =
      scan.open.isTooDeep || scan.isTooLarge
      ? TagStripper.tree(of: scan.slim) : HTMLTree.parse(scan.slim)
    let places = CapturePlaces(decoded: decoded)
    var article = Article(paragraphs: paragraphs(tree, places, decoded.bytes))
    article.encoding = answer.inferred
    metadata(of: tree, decoded, scan, places, into: &article)
    if !article.paragraphs.contains(where: { $0.layer == .body }) {
      let isEmpty = !tree.nodes.contains { $0.tag == .text }
      findings.append(
        isEmpty
          ? Diagnostic(.error, "capture-empty", "the capture is empty", at: file.whole)
          : Diagnostic(
            .error, "capture-no-paragraph", "no paragraph of an article was found in the capture",
            at: file.whole))
    }
    return (article, findings)
  }

  private func fail(_ id: DiagnosticID, _ summary: String) -> (Article, [Diagnostic]) {
    let article = Article.unread(because: "the capture could not be read")
    return (article, [Diagnostic(.error, id, summary, at: file.whole)])
  }

  private func paragraphs(
    _ tree: HTMLTree, _ places: CapturePlaces, _ decoded: [UInt8]
  ) -> [Article.Paragraph] {
    let furniture = PageFurniture(tree)
    let dropped =
      keepsEverything ? Array(repeating: false, count: tree.nodes.count) : furniture.dropped
    var text = PageBlockBuilder.text(of: tree, dropping: dropped)
    let kept: [PageMainText.Kept]
    var captions = PageText()
    if keepsEverything {
      kept = text.blocks.indices.map { PageMainText.Kept(block: $0, isStandfirst: false) }
    } else {
      PageTeasers.mark(&text, in: tree, furniture)
      let main = PageMainText(tree: tree, text: text, furniture: furniture)
      kept = main.kept()
      if let first = kept.first, let last = kept.last {
        captions = PageCaptions(tree: tree, furniture: furniture).text(
          between: text.blocks[first.block].first..<text.blocks[last.block].last + 1,
          core: main.core)
      }
    }
    var lists = PageLists(tree: tree)
    var paragraphs: [Article.Paragraph] = []
    paragraphs.reserveCapacity(kept.count + captions.blocks.count)
    func append(_ block: PageBlock, of text: PageText, _ layer: Article.Paragraph.Layer) {
      let place = places.place(block.sourceLower..<block.sourceUpper)
      let links = block.links.compactMap { link in
        SafeAddress.absolute(Self.address(tree.address(of: link.node), decoded)).map {
          Article.Paragraph.Link(range: link.range, address: $0)
        }
      }
      let kind = layer == .caption ? .plain : Self.kind(block.node, tree, &lists)
      paragraphs.append(
        Article.Paragraph(
          number: paragraphs.count + 1, layer: layer, line: place.line, bytes: place.bytes,
          text: text.string(block), kind: kind, links: links))
    }
    var caption = captions.blocks[...]
    for entry in kept {
      let block = text.blocks[entry.block]
      while let next = caption.first, next.first < block.first {
        append(caption.removeFirst(), of: captions, .caption)
      }
      append(block, of: text, entry.isStandfirst ? .standfirst : .body)
    }
    for block in caption { append(block, of: captions, .caption) }
    return paragraphs
  }

  /// The address that stands in the page.
  private static func address(_ place: Range<Int>?, _ decoded: [UInt8]) -> String? {
    guard let place else { return nil }
    let bytes = CharacterReferences.resolve(decoded[place])
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func kind(
    _ node: Int, _ tree: HTMLTree, _ lists: inout PageLists
  ) -> Article.Paragraph.Kind {
    var at = node
    // A quotation or list item may hold paragraphs of its own.
    for _ in 0..<6 where at >= 0 {
      switch tree.nodes[at].tag {
      case .h1, .h2, .h3, .h4, .h5, .h6:
        return .heading(max(tree.nodes[at].tag.headingLevel ?? 2, 2))
      case .li, .dd, .dt: return .listItem(lists.place(of: at))
      case .blockquote: return .quotation
      case .pre: return .preformatted
      case .td, .th: return .cell
      default: at = Int(tree.nodes[at].parent)
      }
    }
    return .plain
  }

  private func metadata(
    of tree: HTMLTree, _ decoded: Transcoder.Text, _ scan: HTMLPreScan, _ places: CapturePlaces,
    into article: inout Article
  ) {
    var linked = LinkedData()
    for range in scan.linkedData.prefix(64) { linked.add(decoded.bytes[range]) }
    let metadata = PageMetadata(tree: tree, linked: linked) { node in
      let end = Int(tree.nodes[node].end)
      let text = (node..<end).first {
        tree.nodes[$0].tag == .text && tree.nodes[$0].sourceUpper > 0
      }
      return text.map { places.line(Int(tree.nodes[$0].sourceLower)) }
    }
    article.title = metadata.title()
    article.publisher = metadata.publisher()
    article.author = metadata.author()
    article.address = metadata.address()
    article.published = metadata.published(address: article.address?.value)
    article.language = metadata.language() ?? Self.language(article.paragraphs)
    article.reasons = metadata.reasons(for: article)
  }

  /// The language of the text by its function words.
  private static func language(_ paragraphs: [Article.Paragraph]) -> Inferred<String>? {
    var counts = LanguageGuess.Counts()
    for paragraph in paragraphs.prefix(200) {
      let bytes = Array(paragraph.text.utf8)
      var scanner = UnitScanner(bytes)
      var unit = CaptureUnit(firstLine: 0, lastLine: 0, start: 0, end: bytes.count)
      scanner.measure(&unit)
      counts.add(scanner.words[unit.words])
    }
    return counts.best.map {
      Inferred(FunctionWords.languages[$0], rule: "function-words", line: nil)
    }
  }

  private func findings(
    _ answer: EncodingDetector.Answer, _ decoded: Transcoder.Text, _ scan: HTMLPreScan
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func warn(_ id: DiagnosticID, _ summary: String) {
      findings.append(Diagnostic(.warning, id, summary, at: file.whole))
    }
    findings += EncodingFindings(file: file, stated: stated).findings(answer, decoded)
    if scan.open.isTooDeep {
      warn(
        "capture-nesting",
        "the page is nested more than \(OpenElements.deepest) deep; only its text is read")
    }
    if scan.isTooLarge {
      warn(
        "capture-elements",
        "the page has more tags or pieces of text than are parsed; only its text is read, of its "
          + "first \(TagStripper.mostTexts) blocks")
    }
    if scan.hasTooManyAttributes {
      warn(
        "capture-attributes",
        "an element has more than \(HTMLPreScan.mostAttributes) attributes; the others are not read"
      )
    }
    return findings
  }
}

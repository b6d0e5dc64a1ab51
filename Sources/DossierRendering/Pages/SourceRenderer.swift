import Diagnostics
import DossierModel
import EDTF
import FileTree
import TemplateEngine

/// Renders the page of one source: what is known and how, its paragraphs as far as they may be shown,
/// who cites it, whom it names.
struct SourceRenderer {
  let context: SiteContext
  let templates: TemplateSet
  let id: SourceID

  private var source: Source { context.model[id] }

  func render() throws(TemplateError) -> Artifact {
    let source = source
    let layout = Layout(context: context, path: source.path, section: "sources")
    var view = layout.page(source.title.value, kind: "source")
    view.reviewed = source.reviewed.map { DateView($0) }
    view.titleLanguage = context.language(of: id)
    var values = layout.values(
      view, breadcrumbs: [layout.home(), layout.crumb("Sources", folder: "sources")])
    let cards = Cards(context: context, path: source.path)
    let paragraphs = paragraphs
    values += [
      .string(source.key.rawValue), .list(data), .optional(source.note), .bool(source.isInbox),
      .bool(source.rights == .full && !source.isWithdrawn),
      .list(paragraphs.filter { $0.layer != "footnote" }),
      .list(paragraphs.filter { $0.layer == "footnote" }),
      .list(citing.map { cards.card($0) }),
      .list(named.map { cards.card($0) }),
      .list(
        context.index.speech.acts(in: id).map {
          StatementWords(context: context).entry($0, from: source.path, in: id)
        }),
      .optional(withdrawal),
    ]
    var inputs: [InputID] = [
      .query("uses-of:\(source.key)"), .query("names"), .query("sections"), .query("now"),
      .query("statements-in:\(source.key)"),
    ]
    if source.isWithdrawn { inputs.append(.query("unsupported:\(source.key)")) }
    for file in [source.capture, source.sidecar] {
      if let file { inputs.append(.file(file.path)) }
    }
    return try TemplatePage(templates: templates, name: "source.html", schema: PageSchema.source)
      .artifact(source.path, values, inputs: inputs)
  }

  private var withdrawal: WithdrawalView? {
    source.withdrawn.map {
      WithdrawalView(
        date: DateView($0.date), reason: $0.reason,
        unsupported: UnsupportedViews(context: context, path: source.path).of(id),
        all: SiteFiles.unsupported.link(from: source.path))
    }
  }

  /// The pages that cite the source, once each.
  private var citing: [PageID] {
    var seen: Set<PageID> = []
    return context.index.citedBy[id.index].compactMap(\.page).filter { seen.insert($0).inserted }
  }

  /// The pages it names, in the order of first mention.
  private var named: [PageID] {
    var seen: Set<PageID> = []
    return context.index.sources[id.index].paragraphs.joined().map(\.target)
      .filter { seen.insert($0).inserted }
  }

  /// Whether what rules read in it is left out.
  private var isWithheld: Bool {
    source.capture != nil && context.model.withholdsData(of: source)
  }

  // MARK: What is known

  private var data: [DatumView] {
    let source = source
    var data = [
      datum("Title", source.title, { $0 }), datum("Publisher", source.publisher, { $0 }),
      datum("Author", source.author, { $0 }), datum("Published", source.published, { $0.words }),
      datum("Language", source.language, { $0 }),
    ]
    if let time = source.publishedTime { data.append(datum("Time", time, { $0 })) }
    if let url = source.url {
      data.append(
        DatumView(
          label: "Address", text: url.value, href: url.value, basis: Self.text(of: url.basis),
          isKnown: true))
    }
    if let origin = source.origin { data.append(stated("Origin", origin)) }
    if !source.via.isEmpty { data.append(stated("Via", source.via.joined(separator: ", "))) }
    if let grade = source.reliability { data.append(stated("Reliability", grade)) }
    if !source.article.citedOutlets.isEmpty, !source.isWithdrawn {
      let rules = Set(source.article.citedOutlets.map { "“\($0.rule)”" }).sorted()
      data.append(
        DatumView(
          label: "Cites", text: source.article.citedOutlets.map(\.value).joined(separator: ", "),
          href: nil,
          basis: "read by the rule" + (rules.count == 1 ? " " : "s ")
            + rules.joined(separator: ", "),
          isKnown: true))
    }
    if source.capture != nil || source.captured != nil {
      data.append(
        datum("Captured", source.captured, { $0.words }, missing: "nobody wrote down when"))
    }
    if let type = source.contentType {
      data.append(
        DatumView(
          label: "Type", text: type, href: nil,
          basis: Self.text(of: .ingest as Known<String>.Basis),
          isKnown: true))
    }
    // That a capture is UTF-8 goes without saying.
    if let encoding = source.encoding, encoding.value != "utf-8" || encoding.basis == .sidecar {
      data.append(datum("Encoding", encoding, { $0 }))
    }
    if let withdrawn = source.withdrawn { data.append(stated("Withdrawn", withdrawn.date.words)) }
    if source.isUnreadable {
      data.append(stated("Status", "unreadable: no rule can read the capture"))
    }
    if let digest = source.digest {
      data.append(
        DatumView(
          label: "SHA-256", text: digest.hex, href: nil,
          basis: source.capture == nil
            ? "recorded when it was captured; the capture is removed"
            : "computed from the \(source.byteCount) bytes of the capture", isKnown: true))
    } else {
      data.append(
        DatumView(
          label: "SHA-256", text: "none", href: nil, basis: "there is no capture", isKnown: false))
    }
    return data
  }

  private func stated(_ label: String, _ text: String) -> DatumView {
    DatumView(label: label, text: text, href: nil, basis: "stated by the editor", isKnown: true)
  }

  private func datum<Value>(
    _ label: String, _ known: Known<Value>?, _ text: (Value) -> String, missing: String? = nil
  ) -> DatumView {
    guard let known else {
      return DatumView(
        label: label, text: "unknown", href: nil,
        basis: source.statedUnknown.contains(label.lowercased())
          ? "stated by the editor"
          : Article.Datum(rawValue: label.lowercased()).flatMap { source.reviewedUnknown[$0] }
            .map { "decided in review, \($0)" } ?? missing
            ?? (isWithheld
              ? "nothing that a rule read is shown before the capture is reviewed"
              : source.capture == nil || source.isUnreadable
                ? "not stated by the editor"
                : Article.Datum(rawValue: label.lowercased()).flatMap { source.article.reasons[$0] }
                  ?? "no rule found it in the capture"),
        isKnown: false)
    }
    return DatumView(
      label: label, text: text(known.value), href: nil, basis: Self.text(of: known.basis),
      isKnown: true)
  }

  private static func text<Value>(of basis: Known<Value>.Basis) -> String {
    switch basis {
    case .sidecar: "stated by the editor"
    case .ingest: "recorded when it was captured"
    case .review(let path, let line): "accepted in review, \(path), line \(line)"
    case .rule(let rule, let line):
      "read by the rule “\(rule)”" + (line.map { ", line \($0)" } ?? "")
    }
  }

  // MARK: Paragraphs

  private var paragraphs: [ParagraphView] {
    let source = source
    let ledger = context.ledgers[id.index]
    let language = context.language(of: id)
    var users: [Int: [PageID]] = [:]
    for use in context.index.citedBy[id.index] {
      guard let locator = use.locator, let page = use.page else { continue }
      for number in locator.numbers {
        guard let index = source.paragraph(locator.series, number) else { continue }
        if !(users[index] ?? []).contains(page) { users[index, default: []].append(page) }
      }
    }
    let isFull = source.rights == .full && !source.isWithdrawn
    let items = isFull ? CaptureLists.items(of: source.article.paragraphs) : []
    return source.article.paragraphs.enumerated().map { index, paragraph in
      let text = Array(paragraph.text.utf8)
      let ranges = ledger.grantedRanges(index, length: text.count)
      let isWhole = ranges == [0..<text.count]
      return ParagraphView(
        anchor: paragraph.locator, locator: paragraph.locator, layer: paragraph.layer.rawValue,
        html: ranges.isEmpty
          ? nil
          : markup(
            text, ranges, context.index.sources[id.index].paragraphs[index],
            isFull ? paragraph.links : []),
        language: language, isCut: !ranges.isEmpty && !isWhole,
        citedBy: (users[index] ?? []).map {
          LinkView(
            title: context.model[$0].title, href: context.model[$0].path.link(from: source.path))
        }, item: isFull ? items[index] : ParagraphView.ItemView())
    }
  }

  /// The granted parts of a paragraph, names linked, `[…]` for what is left out. `links`: those of the
  /// capture that are shown; a name within one stays plain.
  private func markup(
    _ text: [UInt8], _ ranges: [Range<Int>], _ mentions: [Mention],
    _ links: [Article.Paragraph.Link]
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 256)
    let base = context.links.base(of: source.path)
    var end = 0
    for range in ranges {
      if range.lowerBound > end { output += (end > 0 ? " […] " : "[…] ").utf8 }
      var cursor = range.lowerBound
      var outbound = links.filter {
        !$0.range.isEmpty && $0.range.lowerBound >= range.lowerBound
          && $0.range.upperBound <= range.upperBound
      }[...]
      func appendOutbound(before limit: Int) {
        while let link = outbound.first, link.range.lowerBound < limit {
          outbound.removeFirst()
          guard link.range.lowerBound >= cursor else { continue }
          Markup.appendEscaped(text, cursor..<link.range.lowerBound, to: &output)
          output += "<a href=\"".utf8
          Markup.appendEscaped(link.address, to: &output)
          output += "\" rel=\"nofollow noopener\">".utf8
          Markup.appendEscaped(text, link.range, to: &output)
          output += "</a>".utf8
          cursor = link.range.upperBound
        }
      }
      for mention in mentions where mention.isLinked {
        let lower = Int(mention.lower)
        let upper = Int(mention.upper)
        appendOutbound(before: upper)
        guard lower >= cursor, upper <= range.upperBound else { continue }
        Markup.appendEscaped(text, cursor..<lower, to: &output)
        context.links.appendOpenTag(mention.target, from: base, to: &output)
        Markup.appendEscaped(text, lower..<upper, to: &output)
        output += "</a>".utf8
        cursor = upper
      }
      appendOutbound(before: range.upperBound)
      Markup.appendEscaped(text, cursor..<range.upperBound, to: &output)
      end = range.upperBound
    }
    if end < text.count { output += " […]".utf8 }
    return output
  }
}

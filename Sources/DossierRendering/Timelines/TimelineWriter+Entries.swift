import DossierModel
import EDTF

extension TimelineWriter {
  /// One entry of a slot.
  mutating func append(_ content: Timeline.Content, to output: inout [UInt8]) {
    output += "<li>".utf8
    switch content {
    case .event(let id, let fact, let role): append(id, fact, role, to: &output)
    case .fact(let reference): append(reference, to: &output)
    case .sentence(let mention): append(mention, to: &output)
    }
    output += "</li>\n".utf8
  }

  private mutating func append(
    _ id: PageID, _ fact: Int, _ role: String?, to output: inout [UInt8]
  ) {
    var markup = context.timelines.events[id.index]
    if !isInFolder {
      markup = EventMarkup(
        context.model.pages[id.index], context.timelines.facts[id.index], in: context.model,
        root: root)
    }
    guard let markup else { return }
    context.links.appendOpenTag(id, from: base, to: &output)
    output += markup.head
    if let role, !role.isEmpty {
      output += " <span class=\"meta\">".utf8
      TimelineMarkup.appendIsolated(role, to: &output)
      output += "</span>".utf8
    }
    output += markup.tails[fact]
    for source in markup.sources { sources.insert(source) }
  }

  private mutating func append(
    _ reference: TimelineIndex.Reference, to output: inout [UInt8]
  ) {
    let page = context.model.pages[reference.page.index]
    let dated = context.timelines.facts[reference.page.index][Int(reference.fact)]
    let fact = page.facts[Int(dated.fact)]
    let value = fact.values[Int(dated.value)]
    let key = context.timelines.key(fact.key, on: page.kind)
    let label = [key?.label ?? fact.key, fact.name].compactMap(\.self).joined(separator: " ")
    if reference.page == own {
      output += "<b>".utf8
      TimelineMarkup.appendIsolated(label, to: &output)
      output += "</b>".utf8
    } else {
      context.links.appendOpenTag(reference.page, from: base, to: &output)
      TimelineMarkup.appendIsolated(page.title, to: &output)
      output += "</a> <span class=\"meta\">".utf8
      TimelineMarkup.appendIsolated(label, to: &output)
      output += "</span>".utf8
    }
    let facts = FactRenderer(context: context, page: page, path: path)
    if dated.qualifier != nil {
      output += " ".utf8
      output += facts.markup(value)
    }
    TimelineMarkup.appendStanding(of: fact, value: Int(dated.value), to: &output)
    TimelineMarkup.appendTime(dated.date, to: &output)
    // Whose page it is need not be said there.
    let qualifiers = facts.qualifiers(
      value.qualifiers.filter { $0.key != dated.qualifier && $0.pages.map(\.page) != [own] })
    for (index, qualifier) in qualifiers.enumerated() {
      output += index == 0 ? " <span class=\"qualifiers\">".utf8 : "; ".utf8
      Markup.appendEscaped(qualifier.label, to: &output)
      output += ": ".utf8
      output += qualifier.html
    }
    if !qualifiers.isEmpty { output += "</span>".utf8 }
    TimelineMarkup.appendSources(value.citations, in: context.model, root: root, to: &output)
    for citation in value.citations {
      if let source = context.model.source(key: citation.key) { sources.insert(source) }
    }
  }

  private mutating func append(_ mention: DatedMention, to output: inout [UInt8]) {
    let source = context.model.sources[mention.source.index]
    let dated = context.index.sources[mention.source.index].dates[Int(mention.sentence)]
    let paragraph = source.article.paragraphs[Int(dated.paragraph)]
    let text = Array(paragraph.text.utf8)
    let sentence = Int(dated.sentence.lowerBound)..<Int(dated.sentence.upperBound)
    sources.insert(mention.source)
    // An extract that does not fit into what may be published is represented by its place.
    let isShown =
      sentence.count <= Self.longestSentence
      && context.ledgers[mention.source.index].contains(
        sentence, in: Int(dated.paragraph), length: text.count)
    if isShown {
      let words =
        Int(
          dated.expression.lowerBound)..<min(
          Int(dated.expression.upperBound), sentence.upperBound)
      output += "<p class=\"read\"".utf8
      output += context.language(of: mention.source).attributes
      output += ">".utf8
      Markup.appendEscaped(text, sentence.lowerBound..<words.lowerBound, to: &output)
      output += "<mark>".utf8
      Markup.appendEscaped(text, words, to: &output)
      output += "</mark>".utf8
      Markup.appendEscaped(text, words.upperBound..<sentence.upperBound, to: &output)
      output += "</p>\n".utf8
    }
    output += "<p class=\"from\">".utf8
    TimelineMarkup.appendSource(
      source, locator: paragraph.locator, fragment: paragraph.locator, root: root, to: &output)
    TimelineMarkup.appendTime(dated.date, to: &output)
    if let reason = dated.acceptedBy {
      output += " <span class=\"label\">Accepted in review</span> <span class=\"meta\">".utf8
      Markup.appendEscaped(reason, to: &output)
      output += "</span></p>\n".utf8
      return
    }
    output +=
      source.isInbox
      ? " <span class=\"label alert\">Read by rule, not reviewed</span>".utf8
      : " <span class=\"label\">Read by rule</span>".utf8
    output += " <span class=\"meta\">".utf8
    output += dated.rule.utf8
    if dated.anchor == .document || dated.anchor == .editor {
      output += ", counted from the day of publication".utf8
    }
    output += "</span></p>\n".utf8
  }
}

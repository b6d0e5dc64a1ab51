import DossierModel
import EDTF

/// Writes the entries of a timeline for the page at `path`.
///
/// As the lists of mentions, they are written here and not by a template: a large wiki has tens of
/// thousands of them.
struct TimelineWriter {
  /// A sentence longer than this, in bytes, is no line of a timeline: its place stands for it.
  static let longestSentence = 1_000

  let context: SiteContext
  let path: SitePath
  let own: PageID
  let base: LinkTable.Base
  /// The way to the site's root: `../`.
  let root: String
  /// Whether the markup of events fits that was made for pages one folder below the root.
  let isInFolder: Bool
  /// The sources that the entries lead to.
  var sources: Set<SourceID> = []

  init(_ context: SiteContext, of own: PageID, at path: SitePath) {
    self.context = context
    self.path = path
    self.own = own
    base = context.links.base(of: path)
    let depth = path.rawValue.utf8.count { $0 == UInt8(ascii: "/") }
    root = String(repeating: "../", count: depth)
    isInFolder = depth == 1
  }

  /// Entries under the headings of their years, and of months where one has several dates.
  mutating func years(_ entries: [Timeline.Entry]) -> [TimelineYearView] {
    var years: [TimelineYearView] = []
    var start = 0
    while start < entries.count {
      let slot = entries[start].slot
      var end = start + 1
      while end < entries.count, entries[end].slot.year == slot.year { end += 1 }
      var html: [UInt8] = []
      appendMonths(entries[start..<end], to: &html)
      years.append(
        TimelineYearView(
          title: slot.yearTitle, anchor: "year." + slot.yearAnchor, count: end - start, html: html))
      start = end
    }
    return years
  }

  private mutating func appendMonths(
    _ entries: ArraySlice<Timeline.Entry>, to output: inout [UInt8]
  ) {
    var months: [Range<Int>] = []
    for index in entries.indices {
      if let last = months.last, entries[last.lowerBound].slot.month == entries[index].slot.month {
        months[months.count - 1] = last.lowerBound..<index + 1
      } else {
        months.append(index..<index + 1)
      }
    }
    // Each date names its month. Only where one has several dates do the months of a year get headings,
    // and then all of them, or one would seem to stand under another's.
    let hasHeadings = months.contains { month in
      entries[month].contains { $0.slot.date != entries[month.lowerBound].slot.date }
    }
    guard hasHeadings else {
      append(entries, prefix: "time.", isUnderYear: true, to: &output)
      return
    }
    for range in months {
      let slot = entries[range.lowerBound].slot
      let month = slot.monthNumber
      if range.lowerBound > entries.startIndex { output += "\n".utf8 }
      output += "<h4 id=\"month.\(slot.yearAnchor)-\(month ?? 0)\">".utf8
      output += (month.map { Labels.months[$0 - 1] } ?? "No month given").utf8
      output += "</h4>\n".utf8
      append(entries[range], prefix: "time.", isUnderYear: true, to: &output)
    }
  }

  /// Entries in one list without headings; nil without entries.
  ///
  /// - Parameter prefix: what their ids begin with.
  mutating func list(_ entries: [Timeline.Entry], prefix: String) -> [UInt8]? {
    guard !entries.isEmpty else { return nil }
    var output: [UInt8] = []
    append(entries[...], prefix: prefix, isUnderYear: false, to: &output)
    return output
  }

  /// Events without a date; nil without any.
  mutating func undated(_ contents: [Timeline.Content]) -> [UInt8]? {
    guard !contents.isEmpty else { return nil }
    var output = Array("<ul class=\"told\">\n".utf8)
    for content in contents { append(content, to: &output) }
    output += "</ul>".utf8
    return output
  }

  /// One list of slots, each with the entries of its date. Under the heading of its year a plain day
  /// stands without it.
  private mutating func append(
    _ entries: ArraySlice<Timeline.Entry>, prefix: String, isUnderYear: Bool,
    to output: inout [UInt8]
  ) {
    output += "<ol class=\"timeline\">\n".utf8
    var open: EDTF?
    for entry in entries {
      let date = entry.slot.date
      if open != date {
        if open != nil { output += "</ul></li>\n".utf8 }
        open = date
        output += "<li id=\"".utf8
        output += prefix.utf8
        output += entry.slot.anchor.utf8
        output += "\"><p class=\"when\">".utf8
        if isUnderYear, entry.slot.isPlainDay, let day = date.date?.civilDate {
          // Most slots of a large wiki are such days: nothing is put into words for them.
          output += "<time datetime=\"".utf8
          output += date.text.utf8
          output += "\">".utf8
          output += String(day.day).utf8
          output += " ".utf8
          output += Labels.months[day.month - 1].utf8
          output += "</time>".utf8
        } else {
          appendDate(date, to: &output)
        }
        output += "</p>\n<ul class=\"told\">\n".utf8
      }
      append(entry.content, to: &output)
    }
    output += "</ul></li>\n</ol>".utf8
  }

  /// A date in words.
  private func appendDate(_ date: EDTF, to output: inout [UInt8]) {
    let machine = date.htmlDateTime
    if let machine {
      output += "<time datetime=\"".utf8
      output += machine.utf8
      output += "\">".utf8
    }
    Markup.appendEscaped(date.words, to: &output)
    if machine != nil { output += "</time>".utf8 }
  }
}

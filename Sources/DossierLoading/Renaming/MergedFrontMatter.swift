import Diagnostics
import DossierModel
import EDTF
import YAML

/// Puts what one page's front matter says into another's.
struct MergedFrontMatter {
  /// The pages as they were, for places.
  let from: Page
  let into: Page
  private(set) var findings: [Diagnostic] = []

  init(from: Page, into: Page) {
    self.from = from
    self.into = into
  }

  /// Keys that say one thing: two that differ are for a person to settle.
  private static let single = ["kind", "summary", "surname", "capital", "part-of", "draft"]

  /// Adds to `edit` what `taken`, the front matter of the page that goes, has beyond it. What cannot be
  /// joined is among `findings` then (`merge-conflict`).
  mutating func merge(
    _ taken: FrontMatterEdit, into edit: inout FrontMatterEdit
  ) throws(FrontMatterEdit.Refusal) {
    for key in Self.single { try single(key, taken, &edit) }
    try reviewed(taken, &edit)
    try names(taken, &edit)
    for key in ["demonyms", "conflicts"] {
      for item in items(key, of: taken) { try edit.add(item, to: key) }
    }
    for key in ["external", "extra"] { try entries(key, taken, &edit) }
    try redirects(taken, &edit)
  }

  private func items(_ key: String, of edit: FrontMatterEdit) -> [YAMLNode] {
    edit.value(key).map(FrontMatterEdit.items) ?? []
  }

  private mutating func single(
    _ key: String, _ taken: FrontMatterEdit, _ edit: inout FrontMatterEdit
  ) throws(FrontMatterEdit.Refusal) {
    let (theirs, ours) = (taken.value(key)?.text, edit.value(key)?.text)
    if key == "part-of" {
      // What named the page that goes names this one now.
      if ours == into.slug.rawValue {
        conflict(key, "“part-of” would name the page itself")
        return
      }
      if theirs == into.slug.rawValue { return }
    }
    if key == "draft", (theirs == "true") != (ours == "true") {
      conflict(key, "one of both is a draft")
    }
    guard let theirs, theirs != ours else { return }
    guard ours == nil else {
      if key != "draft" { conflict(key, "both pages have a “\(key)”, and they differ") }
      return
    }
    if key != "draft" { try edit.set(key, to: theirs) }
  }

  /// The page has been looked at as a whole on the earlier of both days.
  private func reviewed(
    _ taken: FrontMatterEdit, _ edit: inout FrontMatterEdit
  ) throws(FrontMatterEdit.Refusal) {
    guard let theirs = from.reviewed, let ours = into.reviewed,
      let first = theirs.earliest, let second = ours.earliest, first < second,
      let text = taken.value("reviewed")?.text
    else { return }
    try edit.set("reviewed", to: text)
  }

  private mutating func names(
    _ taken: FrontMatterEdit, _ edit: inout FrontMatterEdit
  ) throws(FrontMatterEdit.Refusal) {
    for item in items("names", of: taken) {
      guard let name = FrontMatterEdit.name(of: item) else { continue }
      if let own = items("names", of: edit).first(where: { FrontMatterEdit.name(of: $0) == name }) {
        let joined = Self.joined(own, item)
        if FrontMatterEdit.meaning(of: joined) != FrontMatterEdit.meaning(of: own) {
          try edit.remove(name, from: "names")
          try edit.add(joined, to: "names")
        }
        continue
      }
      // A plain alias says less than a name with those who use it.
      let alias = items("aliases", of: edit).first { $0.text == name }
      if alias != nil { try edit.remove(name, from: "aliases") }
      try edit.add(item, to: "names")
    }
    let title = YAMLNode(.scalar(from.title, style: .quoted), range: 0..<0)
    for item in items("aliases", of: taken) + [title] {
      guard let name = FrontMatterEdit.name(of: item), name != into.title,
        !items("names", of: edit).contains(where: { FrontMatterEdit.name(of: $0) == name })
      else { continue }
      guard
        let own = items("aliases", of: edit).first(where: { FrontMatterEdit.name(of: $0) == name })
      else {
        try edit.add(item, to: "aliases")
        continue
      }
      guard case .mapping = item.content,
        FrontMatterEdit.meaning(of: item) != FrontMatterEdit.meaning(of: own)
      else { continue }
      guard own.text != nil else {
        conflict("aliases", "both pages have the alias “\(name)”, and its conditions differ")
        continue
      }
      try edit.remove(name, from: "aliases")
      try edit.add(item, to: "aliases")
    }
  }

  /// A name with those who use it on either page.
  private static func joined(_ own: YAMLNode, _ other: YAMLNode) -> YAMLNode {
    guard case .mapping(let entries) = own.content, case .mapping(let others) = other.content
    else { return own }
    func users(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> [YAMLNode] {
      entries.first { $0.key.text == "used-by" }.map { FrontMatterEdit.items($0.value) } ?? []
    }
    var all = users(entries)
    for user in users(others) where !all.contains(where: { $0.text == user.text }) {
      all.append(user)
    }
    let rest = entries.filter { $0.key.text != "used-by" }
    guard !all.isEmpty else { return own }
    let key = YAMLNode(.scalar("used-by", style: .plain), range: 0..<0)
    return YAMLNode(
      .mapping(rest + [(key, YAMLNode(.list(all), range: 0..<0))]), range: own.range)
  }

  private mutating func entries(
    _ key: String, _ taken: FrontMatterEdit, _ edit: inout FrontMatterEdit
  ) throws(FrontMatterEdit.Refusal) {
    guard case .mapping(let theirs) = taken.value(key)?.content else { return }
    for (name, value) in theirs {
      guard let name = name.text else { continue }
      if case .mapping(let ours) = edit.value(key)?.content,
        let own = ours.first(where: { $0.key.text == name })
      {
        if FrontMatterEdit.meaning(of: own.value) != FrontMatterEdit.meaning(of: value) {
          conflict(key, "both pages have “\(name)” under “\(key)”, and they differ")
        }
      } else {
        try edit.add(name, value, toEntriesOf: key)
      }
    }
  }

  private func redirects(
    _ taken: FrontMatterEdit, _ edit: inout FrontMatterEdit
  ) throws(FrontMatterEdit.Refusal) {
    for item in items("redirect-from", of: taken) { try edit.add(item, to: "redirect-from") }
    try edit.add(from.path.rawValue, to: "redirect-from")
    for text in Renaming.spellings(of: into.path) { try edit.remove(text, from: "redirect-from") }
  }

  private mutating func conflict(_ key: String, _ summary: String) {
    func place(_ page: Page) -> SourcePlace? {
      let edit = try? FrontMatterEdit(page: page.file)
      return edit?.value(key).map { page.file.place($0.range) }
    }
    let (theirs, ours) = (place(from), place(into))
    findings.append(
      Diagnostic(
        .error, "merge-conflict", summary, at: theirs ?? ours,
        help: "make both agree, or take one away, and run again",
        notes: theirs == nil || ours == nil ? [] : [.init("the other is here", at: ours)]))
  }
}

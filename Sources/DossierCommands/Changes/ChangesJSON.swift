import Diagnostics
import DossierModel
import GitHistory

/// What `dossier changes --format json` prints: `dossier-changes/1`.
struct ChangesJSON {
  let base: GitCommit
  /// Nil: the folder as it is.
  let head: GitCommit?
  let changes: SiteChanges

  var text: String {
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.key("format")
    json.value("dossier-changes/1")
    json.key("from")
    write(base, to: &json)
    json.key("to")
    if let head { write(head, to: &json) } else { json.null() }
    json.key("changes")
    json.beginArray()
    for row in changes.rows { write(row, to: &json) }
    json.endArray()
    json.key("not-compared")
    json.beginArray()
    for path in changes.notCompared { json.value(path) }
    json.endArray()
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ commit: GitCommit, to json: inout JSONWriter) {
    json.beginObject()
    json.key("commit")
    json.value(commit.id)
    json.key("authored")
    json.value(commit.authored)
    json.key("subject")
    json.value(commit.subject)
    json.endObject()
  }

  private func write(_ row: ChangeRow, to json: inout JSONWriter) {
    json.beginObject()
    json.key("subject")
    json.value(row.subject.rawValue)
    json.key("kind")
    json.value(row.kind)
    if let page = row.page {
      json.key("page")
      json.value("\(page.kind.folder)/\(page.slug)")
      json.key("title")
      json.value(page.title)
    }
    if let source = row.source {
      json.key("source")
      json.value(source.key)
      json.key("title")
      json.value(source.title)
    }
    if row.subject == .statement {
      json.key("speaker")
      json.value(row.label)
      json.key("id")
      json.value(row.id)
    }
    if let claim = row.now ?? row.was {
      json.key("key")
      json.value(claim.key)
      json.key("name")
      json.value(claim.name)
    }
    if let was = row.was {
      json.key("was")
      write(was, to: &json)
    }
    if let now = row.now {
      json.key("now")
      write(now, to: &json)
    }
    if !row.detail.isEmpty {
      json.key("detail")
      json.value(row.detail)
    }
    json.endObject()
  }

  private func write(_ claim: SiteChanges.Claim, to json: inout JSONWriter) {
    json.beginObject()
    json.key("value")
    json.value(claim.value)
    json.key("qualifiers")
    json.beginArray()
    for qualifier in claim.qualifiers { json.value(qualifier) }
    json.endArray()
    json.key("sources")
    json.beginArray()
    for source in claim.sources { json.value(source) }
    json.endArray()
    json.endObject()
  }
}

import Diagnostics
import DossierLinking
import DossierModel
import EDTF

/// Suggestions as one JSON object on one line, schema `dossier-suggest/1`.
struct SuggestionJSON {
  private var json = JSONWriter()
  private let model: SiteModel

  var bytes: [UInt8] { json.bytes }

  init(_ suggestions: Suggestions, of model: SiteModel) {
    self.model = model
    json.beginObject()
    json.key("schema")
    json.value("dossier-suggest/1")
    json.key("pages")
    json.beginArray()
    for page in suggestions.pages { write(page) }
    json.endArray()
    json.key("aliases")
    json.beginArray()
    for suggestion in suggestions.aliases {
      json.beginObject()
      json.key("page")
      json.value(model[suggestion.page].slug.rawValue)
      members(suggestion.candidate)
      json.endObject()
    }
    json.endArray()
    json.key("unsettled")
    json.beginArray()
    for name in suggestions.unsettled {
      json.beginObject()
      json.key("name")
      json.value(name.name)
      json.key("state")
      json.value(name.state)
      json.key("acting")
      json.value(name.acting)
      json.key("literal")
      json.value(name.literal)
      contexts(name.contexts)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
  }

  private mutating func write(_ page: PageSuggestion) {
    json.beginObject()
    for (key, text) in [
      ("kind", page.kind.rawValue), ("sort", page.sort), ("title", page.title), ("slug", page.slug),
      ("rule", page.rule.id), ("surname", page.surname), ("when", page.day?.text),
    ] {
      json.key(key)
      json.value(text)
    }
    for (key, number) in [
      ("mentions", page.mentions), ("captures", page.captures), ("origins", page.origins),
    ] {
      json.key(key)
      json.value(number)
    }
    json.key("aliases")
    json.beginArray()
    for alias in page.aliases {
      json.beginObject()
      members(alias)
      json.endObject()
    }
    json.endArray()
    json.key("offices")
    json.beginArray()
    for office in page.offices {
      json.beginObject()
      json.key("office")
      json.value(office.words)
      json.key("of")
      json.value(office.of)
      json.key("context")
      write(office.context)
      json.endObject()
    }
    json.endArray()
    json.key("names")
    json.beginArray()
    for name in page.names { json.value(name) }
    json.endArray()
    contexts(page.contexts)
    json.endObject()
  }

  private mutating func members(_ alias: AliasCandidate) {
    json.key("name")
    json.value(alias.name)
    json.key("rule")
    json.value(alias.rule.id)
    json.key("context")
    if let context = alias.context { write(context) } else { json.null() }
  }

  private mutating func contexts(_ contexts: [SuggestionContext]) {
    json.key("contexts")
    json.beginArray()
    for context in contexts { write(context) }
    json.endArray()
  }

  private mutating func write(_ context: SuggestionContext) {
    json.beginObject()
    json.key("source")
    json.value(model[context.source].key.rawValue)
    json.key("locator")
    json.value(context.locator)
    json.key("sentence")
    json.value(context.sentence)
    json.endObject()
  }
}

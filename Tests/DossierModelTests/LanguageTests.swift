import DossierModel
import Testing

struct LanguageTests {
  @Test(
    "a language is foreign to a site in another, whatever the region",
    arguments: [
      ("en", "en", nil), ("en-GB", "en", nil), ("EN", "en-US", nil), ("tr", "en", "tr"),
      ("az-Arab", "az-Latn", "az-Arab"), (nil, "en", nil), ("ar", "fa", "ar"),
    ] as [(String?, String, String?)])
  func foreign(_ tag: String?, _ site: String, _ expected: String?) {
    #expect(Language.foreign(tag, to: site) == expected)
  }

  @Test(
    "a script decides the direction where there is one, else the language",
    arguments: [
      ("ar", true), ("he-IL", true), ("FA", true), ("ckb", true), ("ar-Latn", false),
      ("az-Arab-IR", true), ("az", false), ("en", false), ("pa-arab", true), ("de-1996", false),
      ("", false),
    ])
  func direction(_ tag: String, _ isRightToLeft: Bool) {
    #expect(Language.isRightToLeft(tag) == isRightToLeft)
  }
}

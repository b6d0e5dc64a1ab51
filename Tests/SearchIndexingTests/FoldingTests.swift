import SearchIndexing
import Testing

struct FoldingTests {
  @Test(
    "Spellings that readers take for one are one",
    arguments: [
      ("Çavuşoğlu", "cavusoglu"), ("ÇAVUŞOĞLU", "cavusoglu"), ("İlham Əliyev", "ilham aliyev"),
      ("Iğdır ığdır", "igdir igdir"), ("Лавров ЛАВРОВ", "лавров лавров"),
      ("Ёлка ёлка", "елка елка"),
      ("Straße", "strasse"), ("e\u{301}te\u{301}", "ete"), ("Øst Łódź", "ost lodz"),
      ("أحمد احمد", "احمد احمد"), ("مُحَمَّد", "محمد"), ("مـحـمـد", "محمد"), ("آذربایجان", "اذربايجان"),
      ("کابل كابل", "كابل كابل"), ("مدرسة مدرسه", "مدرسه مدرسه"), ("موسى موسي", "موسي موسي"),
      ("Երևան", "երեւան"), ("Κωνσταντίνος", "κωνσταντινοσ"),
    ])
  func folds(text: String, words: String) {
    #expect(SearchFolding().words(in: text).joined(separator: " ") == words)
  }

  @Test(
    "Words are runs of letters and digits, ideographs one by one",
    arguments: [
      ("Russia’s army", ["russia", "army"]), ("the army's", ["the", "army"]),
      ("44-day war", ["44", "day", "war"]), ("Ankara’da", ["ankara", "da"]),
      ("北京 2020年", ["北", "京", "2020", "年"]), ("a.b,c", ["a", "b", "c"]), ("", []), ("— …", []),
      ("🙂x\u{FFFD}y", ["x", "y"]), ("s", ["s"]), ("’s", []),
    ] as [(String, [String])])
  func cuts(text: String, words: [String]) {
    #expect(SearchFolding().words(in: text) == words)
  }
}

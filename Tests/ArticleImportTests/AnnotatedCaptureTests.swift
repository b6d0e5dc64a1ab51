import ArticleImport
import Diagnostics
import DossierModel
import Testing

@Suite("Captures annotated after the rules were frozen")
struct AnnotatedCaptureTests {
  @Test("are read", arguments: AnnotatedCapture.all)
  func score(_ capture: AnnotatedCapture) {
    let file = SourceFile(path: "seeds/capture.txt", text: capture.text)
    let (article, findings) = ArticleImporter().read(file)
    #expect(findings.isEmpty)
    let score = CaptureScore(article, gold: capture.lines.map(\.0))
    print(capture.name, "P", score.precision, "R", score.recall, "F1", score.f1, score.agreeing, "/", score.lines, article.title?.value as Any, article.publisher?.value as Any, article.author?.value as Any, article.published?.value as Any, article.language?.value as Any)
    for (line, gold) in zip(article.lines, capture.lines) where line.lineClass != gold.0 {
      print("  ", line.number, line.lineClass, line.rule, "gold", gold.0, gold.1.prefix(60))
    }
  }
}

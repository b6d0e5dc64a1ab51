import ArticleImport
import Diagnostics
import DossierModel
import Foundation
import Testing

@Suite("Captures read as people annotated them")
struct SeedCaptureTests {
  @Test("three invented captures", arguments: AnnotatedCapture.all)
  func invented(_ capture: AnnotatedCapture) {
    let file = SourceFile(path: "seeds/capture.txt", text: capture.text)
    let (article, findings) = ArticleImporter().read(file)
    #expect(findings.isEmpty)
    #expect(article.lines.map(\.lineClass) == capture.lines.map(\.0))
    #expect(article.title?.value == capture.title)
    #expect(article.publisher?.value == capture.publisher)
    #expect(article.author?.value == capture.author)
    #expect(article.published?.value == capture.published)
    #expect(article.language?.value == capture.language)
  }

  private struct Gold: Decodable {
    struct Metadata: Decodable {
      let title: String?
      let publisher: String?
      let author: String?
      let published: String?
      let language: String?
    }
    struct Structure: Decodable {
      let body_lines: [Int]
      let standfirst_lines: [Int]
      let caption_lines: [Int]
      let footnote_lines: [Int]
      let title_duplicate_lines: [Int]
    }
    let metadata: Metadata
    let structure: Structure
  }

  /// They are other people's articles and not part of the project, so the test passes without them.
  @Test("the five real captures, where they are at hand")
  func real() throws {
    let shared = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "../../../shared").standardized
    let files = (try? FileManager.default.contentsOfDirectory(atPath: shared.path + "/seeds")) ?? []
    let captures = files.filter { $0.hasSuffix(".txt") }.sorted()
    guard !captures.isEmpty else {
      print("real captures: not at hand, skipped")
      return
    }
    var right = (title: 0, publisher: 0, author: 0, published: 0, language: 0)
    for name in captures {
      let bytes = try Data(contentsOf: shared.appending(path: "seeds/" + name))
      let stem = String(name.dropLast(4))
      let gold = try JSONDecoder().decode(
        Gold.self, from: Data(contentsOf: shared.appending(path: "gold/captures/\(stem).json")))
      let article = ArticleImporter().read(SourceFile(path: name, bytes: Array(bytes))).article
      func lines(_ lineClass: Article.LineClass) -> [Int] {
        article.lines.filter { $0.lineClass == lineClass }.map(\.number)
      }
      let body = Set(lines(.body))
      let goldBody = Set(gold.structure.body_lines)
      let common = Double(body.intersection(goldBody).count)
      let f1 = 2 * common / Double(body.count + goldBody.count)
      print("\(stem): body lines F1 \(f1), \(article.lines.count) lines")
      #expect(f1 >= 0.99)
      #expect(lines(.caption) == gold.structure.caption_lines)
      #expect(lines(.standfirst) == gold.structure.standfirst_lines)
      #expect(lines(.footnote) == gold.structure.footnote_lines)
      #expect(lines(.titleDuplicate) == gold.structure.title_duplicate_lines)
      right.title += article.title?.value == gold.metadata.title ? 1 : 0
      right.publisher += article.publisher?.value == gold.metadata.publisher ? 1 : 0
      right.author += article.author?.value == gold.metadata.author ? 1 : 0
      right.published += article.published?.value == gold.metadata.published ? 1 : 0
      right.language += article.language?.value == gold.metadata.language ? 1 : 0
    }
    print("real captures, right of \(captures.count): \(right)")
    #expect(
      right == (captures.count, captures.count, captures.count, captures.count, captures.count))
  }
}

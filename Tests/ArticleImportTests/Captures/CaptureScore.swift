import DossierModel

/// How well a reading agrees with an annotation: body lines as the project's scorer counts them, and
/// the classes of all lines that are not blank.
struct CaptureScore {
  let precision: Double
  let recall: Double
  let agreeing: Int
  let lines: Int

  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  init(_ article: Article, gold: [Article.LineClass]) {
    let read = article.lines.map(\.lineClass)
    let bodyGold = Set(gold.indices.filter { gold[$0] == .body })
    let bodyRead = Set(read.indices.filter { read[$0] == .body })
    let common = Double(bodyGold.intersection(bodyRead).count)
    precision = bodyRead.isEmpty ? 0 : common / Double(bodyRead.count)
    recall = bodyGold.isEmpty ? 0 : common / Double(bodyGold.count)
    let kept = gold.indices.filter { gold[$0] != .blank && $0 < read.count }
    agreeing = kept.count { gold[$0] == read[$0] }
    lines = kept.count
  }
}

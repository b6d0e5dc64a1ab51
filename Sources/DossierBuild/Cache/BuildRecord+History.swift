import GitHistory

extension RecordWriter {
  mutating func history(_ history: HistoryRecord) {
    switch history.base {
    case .revision(let name):
      count(0)
      text(name)
    case .day(let day):
      count(1)
      text(day)
    case .unknown:
      count(2)
      text("")
    }
    text(history.answer)
  }
}

extension RecordReader {
  mutating func history() -> HistoryRecord? {
    guard let kind = size(), let name = text(), let answer = text() else { return nil }
    switch kind {
    case 0: return HistoryRecord(base: .revision(name), answer: answer)
    case 1: return HistoryRecord(base: .day(name), answer: answer)
    case 2: return HistoryRecord(base: .unknown, answer: answer)
    default: return nil
    }
  }
}

/// A date as people write it: numbers, month names, separators of any kind. For suggestions only.
struct LooseDate {
  private var numbers: [(value: Int, digits: Int)] = []
  private var month: Int?
  private var season: Int?
  private var qualifier = ""
  private var hasSlash = false
  private var isDecade = false

  /// Nil when a word is none that dates have.
  init?(_ text: String) {
    var word: [UInt8] = []
    var digits: [UInt8] = []
    for byte in Array(text.utf8) + [0x20] {
      if byte >= 0x30, byte <= 0x39 {
        guard word.isEmpty || take(word) else { return nil }
        word = []
        digits.append(byte)
        continue
      }
      if !digits.isEmpty {
        guard digits.count <= 8, let value = Int(String(decoding: digits, as: UTF8.self)) else {
          return nil
        }
        numbers.append((value, digits.count))
        digits = []
      }
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: word.append(byte | 0x20)
      case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"):
        qualifier = qualifier.isEmpty ? String(Unicode.Scalar(byte)) : "%"
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), 0x20:
        if byte == UInt8(ascii: "/") { hasSlash = true }
      default: return nil
      }
      if !(0x41...0x5A).contains(byte), !(0x61...0x7A).contains(byte), !word.isEmpty {
        guard take(word) else { return nil }
        word = []
      }
    }
  }

  private mutating func take(_ word: [UInt8]) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "of", "the", "th", "st", "nd", "rd", "in", "on": return true
    case "s":
      isDecade = true
      return true
    case "c", "ca", "circa", "about", "around", "approximately", "approx":
      qualifier = qualifier == "?" ? "%" : "~"
      return true
    case "uncertain", "perhaps", "possibly", "probably", "maybe":
      qualifier = qualifier == "~" ? "%" : "?"
      return true
    case "fall": return take(Array("autumn".utf8))
    default: break
    }
    if let index = EnglishDates.seasons.firstIndex(of: text), season == nil {
      season = index + 21
      return true
    }
    guard month == nil, word.count >= 3,
      let index = EnglishDates.months.firstIndex(where: { $0.lowercased().hasPrefix(text) })
    else { return false }
    month = index + 1
    return true
  }

  /// What it may mean, the likeliest first; not all need to exist.
  var readings: [String] { bare.map { $0 + qualifier } }

  private var bare: [String] {
    let year = numbers.first { $0.digits == 4 }.map { Digits.padded($0.value, 4) }
    let rest = numbers.filter { $0.digits <= 2 }.map(\.value)
    guard let year else {
      // 20200712
      guard numbers.count == 1, numbers[0].digits == 8, month == nil, season == nil else {
        return []
      }
      let text = String(numbers[0].value)
      return ["\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"]
    }
    guard numbers.count == rest.count + 1 else { return [] }
    if let season { return rest.isEmpty ? ["\(year)-\(season)"] : [] }
    if isDecade { return rest.isEmpty && month == nil ? [year.prefix(3) + "X"] : [] }
    if let month {
      let name = Digits.padded(month, 2)
      switch rest.count {
      case 0: return ["\(year)-\(name)"]
      case 1: return [full(year, month, rest[0])]
      default: return []
      }
    }
    switch rest.count {
    case 0: return [year]
    case 1: return ["\(year)-\(Digits.padded(rest[0], 2))"]
    case 2:
      if numbers[0].digits == 4 { return [full(year, rest[0], rest[1])] }
      // Day first, as nearly everywhere; with slashes, month first is as likely.
      let dayFirst = full(year, rest[1], rest[0])
      return hasSlash || rest[1] > 12 ? [dayFirst, full(year, rest[0], rest[1])] : [dayFirst]
    default: return []
    }
  }

  private func full(_ year: String, _ month: Int, _ day: Int) -> String {
    "\(year)-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
  }
}

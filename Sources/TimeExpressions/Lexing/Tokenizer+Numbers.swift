extension Tokenizer {
  /// A number, with what is joined to it: 2,000; 3rd; 1960s; 20cm.
  func number(_ text: Span<UInt8>, _ at: inout Int, _ token: inout Token) {
    let count = text.count
    var value = 0
    var digits = 0
    token.word = .number
    func isDigit(_ at: Int) -> Bool { at < count && text[at] >= 0x30 && text[at] <= 0x39 }
    while isDigit(at) {
      value = min(value * 10 + Int(text[at] - 0x30), 100_000_000)
      digits += 1
      at += 1
    }
    // Thousands: a comma and exactly three digits, once or more.
    while digits <= 3 || token.word == .quantity, at < count, text[at] == 0x2C, isDigit(at + 1),
      isDigit(at + 2), isDigit(at + 3), !isDigit(at + 4)
    {
      token.word = .quantity
      value = min(value, 100_000) * 1000
      at += 4
    }
    if digits > 9 { token.word = .quantity }
    token.value = Int32(clamping: value)
    token.digits = UInt8(clamping: digits)
    guard at < count else { return }
    // What is joined to it: 3rd, 1960s, 20cm.
    let letters = at
    while at < count, case let lower = text[at] | 0x20, lower >= 0x61, lower <= 0x7A,
      text[at] < 0x80
    {
      at += 1
    }
    let length = at - letters
    if length == 0 { return }
    let first = text[letters] | 0x20
    let second = length > 1 ? text[letters + 1] | 0x20 : 0
    switch (length, first, second) {
    case (2, 0x73, 0x74), (2, 0x6E, 0x64), (2, 0x72, 0x64), (2, 0x74, 0x68):
      token.word = .ordinalDigits
    case (1, 0x73, _) where value % 10 == 0 && (digits == 4 || digits == 3 || digits == 2):
      token.word = .decadeDigits
    case (1, 0x74, _) where at < count && text[at] >= 0x30 && text[at] <= 0x39:
      // 2020-11-13T23:06: the time is a token of its own, which no rule reads.
      at = letters
    case (2, 0x61, 0x6D), (2, 0x70, 0x6D), (1, 0x61, _), (1, 0x70, _):
      // 8pm, 8p.m.: two tokens.
      at = letters
    default:
      token.word = .quantity
      token.flags.insert(.odd)
    }
  }
}

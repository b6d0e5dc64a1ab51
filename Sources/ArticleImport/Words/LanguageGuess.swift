/// The language of a text by counting function words.
enum LanguageGuess {
  /// The languages' counts of function words, added up over the lines given to `add`.
  struct Counts: Sendable {
    private var counts = [Int](repeating: 0, count: FunctionWords.languages.count)
    private var words = 0
    private var armenian = 0

    mutating func add(_ slice: ArraySlice<Word>) {
      for word in slice where !word.isNumber {
        words += 1
        if word.traits.contains(.armenian) { armenian += 1 }
        var bits = word.languages
        while bits != 0 {
          counts[bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }

    /// The index of the language: at least 6 function words, an eighth of all words, and a fifth more
    /// than the next language has; for Armenian its script is enough. nil below that.
    var best: Int? {
      if words >= 8, armenian * 2 > words { return FunctionWords.languages.firstIndex(of: "hy") }
      var first = 0
      for index in counts.indices where counts[index] > counts[first] { first = index }
      var second = 0
      for index in counts.indices where index != first { second = max(second, counts[index]) }
      guard counts[first] >= 6, counts[first] * 8 >= words, counts[first] * 5 >= second * 6 else {
        return nil
      }
      return first
    }
  }
}

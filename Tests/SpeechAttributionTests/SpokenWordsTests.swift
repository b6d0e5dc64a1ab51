import SpeechAttribution
import Testing

/// Words that are compared without case, punctuation and insertions.
struct SpokenWordsTests {
  static func words(_ text: String) -> SpokenWords { SpokenWords(Array(text.utf8)) }

  @Test(arguments: [
    // A run of the other's words, however short.
    ("not acceptable", "It is “not acceptable”, he said", true),
    ("unacceptable.", "Unacceptable", true),
    // Renderings of one utterance.
    (
      "we have never asked them for a second harbour",
      "we never asked them for a second harbour, not once", true
    ),
    // The same words in another order, or parted by others.
    ("acceptable not", "It is not acceptable", false),
    ("not acceptable", "It is not so acceptable", false),
    ("", "It is not acceptable", false),
  ])
  func overlap(one: String, other: String, expected: Bool) {
    #expect(Self.words(one).overlap(Self.words(other)) == expected)
    #expect(Self.words(other).overlap(Self.words(one)) == expected)
  }

  @Test func `the digest is that of the words, the same in every run`() {
    let digest = Self.words("We have never said so").digest
    #expect(digest == Self.words("“we have [really] never – said so!”").digest)
    #expect(digest != Self.words("We never have said so").digest)
    #expect(digest == 0x2870_3236_55DC_3B37)
  }
}

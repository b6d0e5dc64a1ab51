internal import Diagnostics

/// Raw bytes to text, in the encoding that `EncodingDetector` finds. What has no meaning in it becomes
/// U+FFFD as long as it is rare; else the capture is an error that names the offset.
struct CaptureDecoder: Sendable {
  /// The longest line, in UTF-8 bytes. A longer one is no article but a program's output.
  static let longestLine = 1 << 20
  /// The most lines of one capture.
  static let mostLines = 250_000

  /// What is said of the encoding outside the capture.
  var stated: StatedEncoding?

  /// The text with warnings about its encoding, or the finding that says why there is none.
  enum Result {
    case text(CaptureText, [Diagnostic])
    case failure(Diagnostic)
  }

  /// O(n).
  func decode(_ file: SourceFile) -> Result {
    let raw = file.bytes
    guard raw.count <= Int(Int32.max) else {
      return fail(file, 0, "capture-too-large", "the capture is longer than 2 GiB")
    }
    let answer = EncodingDetector(bytes: raw, stated: stated, isPage: false).detect()
    if let offset = Self.firstNUL(in: raw, answer.encoding) {
      return fail(
        file, answer.encoding.isWide ? nil : offset, "capture-nul",
        "the capture holds a NUL byte, so it is no text")
    }
    guard answer.isPlausible, answer.rule != .statistics || !Self.isBinary(raw, answer.encoding)
    else {
      return fail(
        file, nil, "capture-encoding", "no rule tells the encoding of the capture",
        help: "save it as UTF-8, or say `encoding: …` in its sidecar")
    }
    let decoded = Transcoder.decode(raw, as: answer.encoding, isValid: answer.isValid)
    if let offset = decoded.firstBroken, decoded.broken * 50 >= raw.count / answer.encoding.width {
      return fail(
        file, offset, "capture-encoding",
        "the capture is not valid \(answer.encoding.displayName) at byte \(offset)",
        help: "save it as UTF-8, or say `encoding: …` in its sidecar")
    }
    guard let lines = CaptureText.lines(of: decoded.bytes, from: 0, limit: Self.mostLines) else {
      return fail(
        file, nil, "capture-too-many-lines", "the capture has more than \(Self.mostLines) lines")
    }
    for (index, line) in lines.enumerated() where line.end - line.start > Self.longestLine {
      return fail(
        file, nil, "capture-line-too-long",
        "line \(index + 1) of the capture is longer than \(Self.longestLine) bytes")
    }
    let text = CaptureText(
      encoding: answer.inferred, bytes: decoded.bytes, map: decoded.map, lines: lines)
    return .text(text, EncodingFindings(file: file, stated: stated).findings(answer, decoded))
  }

  /// The byte at which a NUL stands.
  private static func firstNUL(in raw: [UInt8], _ encoding: SourceEncoding) -> Int? {
    guard encoding.isWide else {
      let offset = ByteScan.first(0, in: raw, from: 0)
      return offset < raw.count ? offset : nil
    }
    return stride(from: 0, to: raw.count & ~1, by: 2).first { raw[$0] == 0 && raw[$0 + 1] == 0 }
  }

  /// Whether one byte in a hundred is a control character that no text has.
  private static func isBinary(_ raw: [UInt8], _ encoding: SourceEncoding) -> Bool {
    guard !encoding.isWide else { return false }
    let controls = raw.reduce(0) {
      $0 + ($1 < 0x20 && !(0x09...0x0D).contains($1) || $1 == 0x7F ? 1 : 0)
    }
    return controls * 100 > raw.count
  }

  private func fail(
    _ file: SourceFile, _ offset: Int?, _ id: DiagnosticID, _ summary: String, help: String? = nil
  ) -> Result {
    let place = offset.map { file.place($0..<$0) } ?? file.whole
    return .failure(Diagnostic(.error, id, summary, at: place, help: help))
  }

  /// The offset of the first byte that is no UTF-8 (Unicode 16, table 3-7), nil when all is. ASCII,
  /// which is most of a page, is passed over 32 bytes at a time.
  static func invalidUTF8(in bytes: [UInt8]) -> Int? {
    var index = 0
    while true {
      index = ByteScan.firstBeyondASCII(in: bytes, from: index)
      guard index < bytes.count else { return nil }
      while index < bytes.count, bytes[index] >= 0x80 {
        let width = Transcoder.width(bytes, index)
        if width == 0 { return index }
        index += width
      }
    }
  }
}

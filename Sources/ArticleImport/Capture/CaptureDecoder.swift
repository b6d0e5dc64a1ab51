internal import Diagnostics

/// Raw bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one. Nothing else is
/// guessed; what is neither is an error that names the offset.
struct CaptureDecoder: Sendable {
  /// The longest line, in UTF-8 bytes. A longer one is no article but a program's output.
  static let longestLine = 1 << 20
  /// The most lines of one capture.
  static let mostLines = 250_000

  /// The text, or the finding that says why there is none.
  enum Result {
    case text(CaptureText)
    case failure(Diagnostic)
  }

  /// O(n).
  func decode(_ file: SourceFile) -> Result {
    let raw = file.bytes
    guard raw.count <= Int(Int32.max) else {
      return fail(file, 0, "capture-too-large", "the capture is longer than 2 GiB")
    }
    let encoding: CaptureText.Encoding
    let bytes: [UInt8]
    var start = 0
    if raw.starts(with: [0xFE, 0xFF]) || raw.starts(with: [0xFF, 0xFE]) {
      encoding = raw[0] == 0xFE ? .utf16BigEndian : .utf16LittleEndian
      switch Self.transcode(raw, bigEndian: raw[0] == 0xFE) {
      case .success(let text): bytes = text
      case .failure(let error):
        return fail(
          file, error.offset, "capture-encoding",
          "the capture is not valid UTF-16 at byte \(error.offset)")
      }
    } else {
      encoding = .utf8
      if let offset = Self.invalidUTF8(in: raw) {
        return fail(
          file, offset, "capture-encoding", "the capture is not valid UTF-8 at byte \(offset)",
          help: "save it as UTF-8; no other encoding is guessed")
      }
      bytes = raw
      if raw.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    }
    if let offset = bytes.firstIndex(of: 0) {
      return fail(
        file, encoding == .utf8 ? offset : nil, "capture-nul",
        "the capture holds a NUL byte, so it is no text")
    }
    guard let lines = CaptureText.lines(of: bytes, from: start, limit: Self.mostLines) else {
      return fail(
        file, nil, "capture-too-many-lines", "the capture has more than \(Self.mostLines) lines")
    }
    for (index, line) in lines.enumerated() where line.end - line.start > Self.longestLine {
      return fail(
        file, nil, "capture-line-too-long",
        "line \(index + 1) of the capture is longer than \(Self.longestLine) bytes")
    }
    return .text(CaptureText(encoding: encoding, bytes: bytes, lines: lines))
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

  /// Where UTF-16 went wrong.
  struct OffsetError: Error { let offset: Int }

  /// UTF-16 behind its byte order mark as UTF-8; fails at an unpaired surrogate or a half unit.
  static func transcode(
    _ raw: [UInt8], bigEndian: Bool
  ) -> Swift.Result<[UInt8], OffsetError> {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    func unit(_ at: Int) -> UInt32 {
      bigEndian
        ? UInt32(raw[at]) << 8 | UInt32(raw[at + 1]) : UInt32(raw[at + 1]) << 8 | UInt32(raw[at])
    }
    var index = 2
    while index < raw.count {
      guard index + 1 < raw.count else { return .failure(OffsetError(offset: index)) }
      var scalar = unit(index)
      var width = 2
      if scalar >= 0xD800, scalar < 0xE000 {
        guard scalar < 0xDC00, index + 3 < raw.count else {
          return .failure(OffsetError(offset: index))
        }
        let low = unit(index + 2)
        guard low >= 0xDC00, low < 0xE000 else { return .failure(OffsetError(offset: index)) }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        width = 4
      }
      UTF8Bytes.append(scalar, to: &out)
      index += width
    }
    return .success(out)
  }
}

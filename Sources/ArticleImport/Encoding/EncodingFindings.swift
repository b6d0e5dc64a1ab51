internal import Diagnostics

/// What is to be said of a capture's encoding: `capture-charset`, a warning.
struct EncodingFindings {
  let file: SourceFile
  let stated: StatedEncoding?

  /// At most one finding: that another encoding was named, that bytes have no meaning, or, for a text,
  /// that nothing but its letters tells the encoding.
  func findings(
    _ answer: EncodingDetector.Answer, _ decoded: Transcoder.Text
  ) -> [Diagnostic] {
    let name = answer.encoding.rawValue
    if let label = answer.mislabelled, SourceEncoding(label: label) != answer.encoding {
      let speaker =
        switch stated?.speaker {
        case .editor: "the sidecar says that the capture is"
        case .server: "the server said that the capture is"
        case nil: "the capture says it is"
        }
      return [warning("\(speaker) \(label) but is read as \(name)")]
    }
    if let first = decoded.firstBroken {
      let summary = "\(decoded.broken) bytes of the capture have no meaning in \(name)"
      return [warning(summary, at: file.place(first..<first))]
    }
    if answer.rule == .statistics, CaptureKind(file) != .html {
      return [
        warning(
          "nothing but its letters tells the encoding of the capture; it is read as \(name)",
          help: "compare a paragraph, then say `encoding: \(name)` in its sidecar")
      ]
    }
    return []
  }

  private func warning(
    _ summary: String, at place: SourcePlace? = nil, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, "capture-charset", summary, at: place ?? file.whole, help: help)
  }
}

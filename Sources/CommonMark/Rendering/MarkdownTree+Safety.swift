extension MarkdownTree {
  /// Whether an address may be linked: no `javascript:`, `vbscript:`, `file:` or `data:`, in any case
  /// and with whatever control characters, white space or other bytes a reader might ignore in between
  /// (URL standard, “basic URL parser”). Entities have been decoded by the parser.
  package static func isSafe(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"):
        return !["javascript", "vbscript", "file", "data"].contains {
          scheme.elementsEqual($0.utf8)
        }
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case 0...0x20, 0x7F...: continue
      case 0x41...0x5A: scheme.append(byte | 0x20)
      default: scheme.append(byte)
      }
      if scheme.count > 10 { return true }
    }
    return true
  }
}

import CYAML

/// The only owner of a libyaml parser. Swift values come out; nothing of libyaml does.
///
/// Made and used inside the closure that holds its input, which it does not own.
@safe struct LibYAMLParser: ~Copyable {
  private let raw: UnsafeMutablePointer<yaml_parser_t>
  /// The code points from the start of the input to the start and the end of the last event.
  private(set) var start = 0
  private(set) var end = 0

  /// Nil when there is no memory. `input` is UTF-8 and must outlive the parser.
  init?(_ input: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(raw) == 1 else {
      unsafe raw.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(raw, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(raw, input.baseAddress, input.count)
    unsafe self.raw = raw
  }

  deinit {
    unsafe yaml_parser_delete(raw)
    unsafe raw.deallocate()
  }

  /// The next event, or why there is none. Not to be called again after either end.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(raw, &event) == 1 else { throw problem }
    defer { unsafe yaml_event_delete(&event) }
    start = unsafe event.start_mark.index
    end = unsafe event.end_mark.index
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT:
      return .alias(unsafe Self.text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      guard unsafe scalar.length <= YAMLLimits.scalarBytes else {
        return .oversizedScalar
      }
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let style: YAMLNode.ScalarStyle =
        switch unsafe scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
      return .scalar(text, style: style, unsafe Self.properties(scalar.anchor, scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let list = unsafe event.data.sequence_start
      return .listStart(
        isFlow: unsafe list.style == YAML_FLOW_SEQUENCE_STYLE,
        unsafe Self.properties(list.anchor, list.tag))
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      return .mappingStart(
        isFlow: unsafe mapping.style == YAML_FLOW_MAPPING_STYLE,
        unsafe Self.properties(mapping.anchor, mapping.tag))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    default: return .streamEnd
    }
  }

  private var problem: YAMLProblem {
    let parser = unsafe raw
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory"
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
    return YAMLProblem(
      words: words, mark: unsafe parser.pointee.problem_mark.index, context: context,
      contextMark: unsafe parser.pointee.context_mark.index)
  }

  private static func properties(
    _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?
  ) -> YAMLEvent.Properties {
    YAMLEvent.Properties(anchor: unsafe text(anchor), hasTag: unsafe tag != nil)
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}

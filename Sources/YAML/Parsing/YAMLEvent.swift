/// What libyaml's parser reports, as a value.
enum YAMLEvent {
  /// What may stand before a node.
  struct Properties {
    var anchor: String?
    var hasTag = false
  }

  case streamStart
  case streamEnd
  case documentStart
  case documentEnd
  case alias(String)
  case scalar(String, style: YAMLNode.ScalarStyle, Properties)
  /// A scalar that is longer than `YAMLLimits.scalarBytes`.
  case oversizedScalar
  case listStart(isFlow: Bool, Properties)
  case mappingStart(isFlow: Bool, Properties)
  /// The end of a list or of a mapping.
  case end
}

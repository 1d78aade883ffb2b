internal import CYAML

/// What libyaml says next of a document, copied out of its memory.
struct YAMLEvent {
  enum ScalarStyle { case plain, quoted, block }

  enum Kind: Equatable {
    case alias(String)
    case scalar(String, ScalarStyle)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case streamEnd
    /// The beginning of the stream, and both ends of a document.
    case other
  }

  let kind: Kind
  /// The name by which aliases mean the node.
  let anchor: String?
  /// UTF-8 offsets.
  let range: Range<Int>

  init(_ event: yaml_event_t, at range: Range<Int>) {
    self.range = range
    var name: UnsafeMutablePointer<yaml_char_t>?
    switch event.type {
    case YAML_ALIAS_EVENT:
      kind = .alias(event.data.alias.anchor.map { String(cString: $0) } ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      name = scalar.anchor
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(String(decoding: bytes, as: UTF8.self), Self.style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      name = event.data.sequence_start.anchor
      kind = .sequenceStart
    case YAML_MAPPING_START_EVENT:
      name = event.data.mapping_start.anchor
      kind = .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    default: kind = .other
    }
    anchor = name.map { String(cString: $0) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> ScalarStyle {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .quoted
    }
  }
}
